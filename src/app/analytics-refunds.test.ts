import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sql } from '../sql/index.ts';
import { realEffects } from './effects.ts';
import { importAll } from './import-all.ts';
import { nothingSaid } from './nothing-said.ts';
import { openApp } from './open.ts';

test('WooCommerce Analytics: a refund is a row of its own, so the order that it is of is not counted as given back a second time', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-analytics-'));
  const app = await openApp(
    join(folder, 'data'),
    realEffects(() => undefined),
    { create: {} },
  );
  try {
    const file = join(folder, 'orders-report.csv');
    await writeFile(
      file,
      [
        'Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,Attribution',
        '2025-03-01 10:15:00,412,"£18.00",completed,Maren Holt,new,"2× House Blend",2,,18,Organic',
        '2025-03-02 11:00:00,413,"£30.00",refunded,Ann Other,returning,1× Decaf,1,,30,Direct',
        '2025-03-04 09:00:00,413,"-£30.00",refunded,Ann Other,returning,1× Decaf,-1,,-30,Direct',
        '',
      ].join('\n'),
    );
    await importAll(app, { ...nothingSaid, inputs: [file] });
    // By hand: 18 + 30 − 30.
    expect(await app.warehouse.row(sql`select sum(total)::DOUBLE as total, count(*) filter (not is_return) as orders from orders where counts`)).toEqual({
      total: 18,
      orders: 2,
    });
  } finally {
    await app.close();
    await rm(folder, { recursive: true });
  }
});

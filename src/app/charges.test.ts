import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseInstant } from '../core/index.ts';
import { customerReorders, readPurchases, shopRules } from '../predict/index.ts';
import { sql } from '../sql/index.ts';
import { realEffects } from './effects.ts';
import { importAll } from './import-all.ts';
import { nothingSaid } from './nothing-said.ts';
import { type App, openApp } from './open.ts';
import { refreshAll } from './refresh.ts';

// Every order of this shop has its postage as a line of its own; one customer collects stamps.
let folder: string;
let app: App;
const now = parseInstant('2026-05-01T00:00:00Z');
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-charges-'));
  app = await openApp(
    join(folder, 'data'),
    realEffects(() => undefined),
    { create: {} },
  );
  const orders = Array.from({ length: 12 }, (_, order) => ({
    order,
    day: `2026-0${1 + Math.floor(order / 3)}-${10 + order}`,
    who: ['A', 'B', 'C'][order % 3] ?? '',
  }));
  const goods = { A: 'T1,Tea,5', B: 'K1,Coffee,9', C: 'S1,Postage stamps,2' } as Readonly<Record<string, string>>;
  const rows = orders.flatMap(({ order, day, who }) => [
    `${order},${day},${who},${goods[who]}`,
    `${order},${day},${who},POST,${order % 2 === 0 ? 'POSTAGE ' : 'Postage'},3`,
  ]);
  const path = join(folder, 'lines.csv');
  await writeFile(path, ['order_id,ordered_at,customer_id,product_id,product,line_total', ...rows, ''].join('\n'));
  await importAll(app, { ...nothingSaid, inputs: [path] });
  await refreshAll(app, undefined);
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

test('postage is money of the order, and neither taste nor anything to offer', async () => {
  if (now === undefined) throw new Error('no moment');
  const features = await app.warehouse.rows(
    sql`select total_spent::DOUBLE as spent, favourite_product as product, distinct_products as different from features order by total_spent`,
  );
  expect(features).toEqual([
    { spent: 20, product: 'Postage stamps', different: 1 },
    { spent: 32, product: 'Tea', different: 1 },
    { spent: 48, product: 'Coffee', different: 1 },
  ]);
  expect((await readPurchases(app.warehouse, now)).products.map(({ name }) => name).toSorted()).toEqual(['Coffee', 'Postage stamps', 'Tea']);
  const [tea] = await app.warehouse.rows<{ profile: number }>(sql`select distinct profile::INTEGER as profile from items where name = 'Tea'`);
  expect((await customerReorders(app.warehouse, now, tea?.profile ?? -1)).map(({ name }) => name)).toEqual(['Tea']);
  expect((await shopRules(app.warehouse, now)).rules).toEqual([]);
});

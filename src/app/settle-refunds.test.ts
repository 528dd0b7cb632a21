import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../sql/index.ts';
import { setCounter } from '../warehouse/index.ts';
import { changeWorkspace } from './change-workspace.ts';
import { realEffects } from './effects.ts';
import { importAll } from './import-all.ts';
import { nothingSaid } from './nothing-said.ts';
import { type App, openApp } from './open.ts';
import { refreshAll } from './refresh.ts';

const effects = realEffects(() => undefined);
let folder = '';
let app: App;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-refunds-'));
  app = await openApp(join(folder, 'data'), effects, { create: {} });
  const file = join(folder, 'orders.csv');
  // Ann: 20 kept, 40 refunded by the word of the status alone, and one that was cancelled.
  await writeFile(
    file,
    'order id,email,date,status,total\n1,ann@example.org,2026-01-05,paid,20\n2,ann@example.org,2026-02-05,Erstattet,40\n3,ann@example.org,2026-03-05,cancelled,90\n',
  );
  await importAll(app, { ...nothingSaid, inputs: [file], kind: 'orders' });
  await refreshAll(app, undefined);
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const figures = () =>
  app.warehouse.row(
    sql`select orders_count as orders, total_spent as spent, average_order_value as average, returns_count as returns, return_share as returned from features`,
  );
const counted = { orders: 2, spent: 20, average: 30, returns: 1, returned: 40 / 60 };
const ignored = { orders: 1, spent: 20, average: 20, returns: 0, returned: 0 };

test('whether refunded orders count is a setting that changes the figures of what was imported before', async () => {
  expect(await figures()).toEqual(counted);
  app = { ...app, workspace: await changeWorkspace(app, { refundedOrders: 'ignore' }) };
  await refreshAll(app, undefined);
  expect(await figures()).toEqual(ignored);

  app = { ...app, workspace: await changeWorkspace(app, { refundedOrders: 'count' }) };
  await refreshAll(app, undefined);
  expect(await figures()).toEqual(counted);
});

test('where a crash came between the setting and the orders, they are counted by it when the workspace is opened again', async () => {
  await changeWorkspace(app, { refundedOrders: 'ignore' });
  await app.warehouse.run(sql`update orders set counts = true where order_id = '2'`);
  await setCounter(app.warehouse, 'refunds_rule', 0);
  await app.close();
  app = await openApp(join(folder, 'data'), effects);
  await refreshAll(app, undefined);
  expect(await figures()).toEqual(ignored);
});

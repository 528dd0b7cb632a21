import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type App, importAll, nothingSaid, listImports, openApp, realEffects } from '../../src/app/index.ts';
import { sql } from '../../src/sql/index.ts';

// The two stores can't share a transaction: whatever the control store last heard, the warehouse decides at start-up.
let folder = '';
const open = (): Promise<App> =>
  openApp(
    join(folder, 'data'),
    realEffects(() => undefined),
    { create: {} },
  );

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-stores-'));
  writeFileSync(join(folder, 'orders.csv'), 'Order ID,Customer ID,Order Date,Total\n1,a,2026-01-05,10.00\n2,b,2026-01-06,20.00\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function importOrders(app: App): Promise<void> {
  await importAll(app, { ...nothingSaid, inputs: [join(folder, 'orders.csv')] });
}

const statuses = async (app: App): Promise<readonly string[]> =>
  (await app.control.selectFrom('imports').select('status').orderBy('batch').execute()).map((row) => row.status);

test('crash after the warehouse committed, before the control store heard: the import is done', async () => {
  const app = await open();
  await importOrders(app);
  await app.control.updateTable('imports').set({ status: 'pending', finished_at: null, report: '{}' }).execute();
  await app.close();
  const again = await open();
  expect(await statuses(again)).toEqual(['done']);
  expect((await again.warehouse.row<{ n: number }>(sql`select count(*) as n from orders`))?.n).toBe(2);
  await again.close();
});

test('crash before the warehouse committed: the import failed and the next one takes a new number', async () => {
  const app = await open();
  await app.control
    .insertInto('imports')
    .values({
      id: '1',
      batch: 1,
      status: 'pending',
      source: 's',
      kind: 'orders',
      preset: 'guessed',
      file: 'f',
      input_sha256: '',
      mapping: '{}',
      kept_input: null,
      report: '{}',
      started_at: '2026-01-01T00:00:00Z',
      finished_at: null,
    })
    .execute();
  await app.close();
  const again = await open();
  expect(await statuses(again)).toEqual(['failed']);
  await importOrders(again);
  expect(await statuses(again)).toEqual(['failed', 'done']);
  expect((await listImports(again)).at(-1)).toMatchObject({ status: 'failed', failure: 'Clientele stopped while this was at work.', resumed_by: null });
  expect((await again.warehouse.row<{ batch: number }>(sql`select batch from batches`))?.batch).toBe(2);
  await again.close();
});

test('crash after an import was taken back in the warehouse: it is undone', async () => {
  const app = await open();
  await importOrders(app);
  await app.warehouse.run(sql`delete from batches`);
  await app.close();
  const again = await open();
  expect(await statuses(again)).toEqual(['undone']);
  await again.close();
});

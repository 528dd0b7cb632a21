import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { staleness } from '../../src/app/bring-up-to-date.ts';
import { takeImportBack } from '../../src/app/imports.ts';
import { type App, importAll, nothingSaid, listImports, openApp, realEffects } from '../../src/app/index.ts';
import { changeWorkspace } from '../../src/app/change-workspace.ts';
import { saveFeatureSettings, showSettings } from '../../src/app/feature-settings.ts';
import { refreshAll } from '../../src/app/refresh.ts';
import { undoImport } from '../../src/ingest/index.ts';
import { sql } from '../../src/sql/index.ts';
import { setCounter } from '../../src/warehouse/index.ts';
import { startTestServer, type TestServer } from '../test-server.ts';

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

const count = async (app: App): Promise<number | undefined> => (await app.warehouse.row<{ n: number }>(sql`select count(*)::INTEGER as n from orders`))?.n;
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
  await takeImportBack(app, '1');
  await app.control.updateTable('imports').set({ status: 'done' }).execute();
  await app.close();
  const again = await open();
  expect(await statuses(again)).toEqual(['undone']);
  expect(await count(again)).toBe(0);
  await again.close();
});

test('an import that the warehouse has lost is recorded again, one that was taken back and is there again is taken back again', async () => {
  const app = await open();
  await importOrders(app);
  writeFileSync(join(folder, 'orders.csv'), 'Order ID,Customer ID,Order Date,Total\n3,c,2026-02-05,30.00\n');
  await importOrders(app);
  // As a warehouse of a while ago would be: without the second import.
  await undoImport({ ...app, decisions: [] }, 2);
  await app.control.updateTable('imports').set({ status: 'undone' }).where('id', '=', '1').execute();
  await app.close();
  const again = await open();
  expect(await statuses(again)).toEqual(['undone', 'done']);
  expect(await again.warehouse.rows(sql`select order_id from orders`)).toEqual([{ order_id: '3' }]);
  expect((await again.warehouse.row<{ batch: number }>(sql`select batch from batches`))?.batch).toBe(2);
  expect(await staleness(again)).toBe('everything');
  await again.close();
});

test('an import that is lost and whose kept input is gone too is told, and stands in nobody’s way', async () => {
  const app = await open();
  await importOrders(app);
  await undoImport({ ...app, decisions: [] }, 1);
  rmSync(join(app.folder.inputs), { recursive: true });
  await app.close();
  const again = await open();
  expect(await listImports(again)).toMatchObject([
    { status: 'failed', failure: expect.stringMatching(/kept input could not be read again.*Import the file again/) as string },
  ]);
  await again.close();
});

test('an import that can not be told to be done after its commit is taken back: whoever is told that it failed finds nothing of it', async () => {
  const app = await open();
  rmSync(app.folder.rejects, { recursive: true });
  await expect(importOrders(app)).rejects.toThrow(/rejects/);
  expect(await statuses(app)).toEqual(['failed']);
  expect(await count(app)).toBe(0);
  await app.close();
});

test('crash after two customers were decided to be one, before the warehouse heard: members follow', async () => {
  const app = await open();
  await importOrders(app);
  await refreshAll(app, undefined);
  await app.control
    .insertInto('identity_decisions')
    .values({
      decision: 'together',
      namespace_a: 'customer_id',
      value_a: 'a',
      namespace_b: 'customer_id',
      value_b: 'b',
      author: 'test',
      at: '2026-03-01T00:00:00Z',
      merge: null,
      undone_at: null,
    })
    .execute();
  expect(await staleness(app)).toBe('nothing');
  await app.close();
  const again = await open();
  expect((await again.warehouse.row<{ n: number }>(sql`select count(distinct profile)::INTEGER as n from orders`))?.n).toBe(1);
  expect(await staleness(again)).toBe('everything');
  await again.close();
});

const patient = { timeout: 20_000 };
test('crash after the undo that somebody asked for, before its refresh: the job comes to its end, and segments follow', { timeout: 60_000 }, async () => {
  const first = await startTestServer('empty');
  const data = (): Promise<App> =>
    openApp(
      first.folder,
      realEffects(() => undefined),
    );
  await first.stop();
  const app = await data();
  await importOrders(app);
  await app.close();
  const second = await startTestServer({ folder: first.folder });
  const { id } = (await second.owner('DELETE', '/imports/1')).body as { readonly id: string };
  const status = async (of: TestServer): Promise<unknown> => ((await of.owner('GET', `/jobs/${id}`)).body as { readonly status: string }).status;
  await expect.poll(() => status(second), patient).toBe('done');
  await second.stop();
  const crashed = await data();
  await crashed.control.updateTable('jobs').set({ status: 'running', finished_at: null, result: null }).where('id', '=', id).execute();
  await setCounter(crashed.warehouse, 'refreshed_version', -1);
  await crashed.close();
  const last = await startTestServer({ folder: first.folder });
  await expect.poll(() => status(last), patient).toBe('done');
  expect(await last.service.desk.read(staleness)).toBe('nothing');
  // Whoever asks for it once more, and it is undone long since, is told so.
  const again = (await last.owner('DELETE', '/imports/1')).body as { readonly id: string };
  await expect
    .poll(async () => (await last.owner('GET', `/jobs/${again.id}`)).body, patient)
    .toMatchObject({ status: 'failed', error: { code: 'import.undone' } });
  await last.stop();
  await last.remove();
});

test('crash after settings were changed, before anything was made anew with them: the next start does', async () => {
  const app = await open();
  await importOrders(app);
  for (const change of [
    () => saveFeatureSettings(app, { valueTier: { high: 0.3, medium: 0.4 } }, 'nonsense'),
    () => changeWorkspace(app, { weekStart: 'sunday' }).then(() => refreshAll(app, 'nonsense')),
  ]) {
    await refreshAll(app, undefined);
    expect(await staleness(app)).toBe('nothing');
    // The setting is kept; what follows it does not begin.
    await expect(change()).rejects.toThrow(/nonsense/);
    expect(await staleness(app)).toBe('everything');
  }
  expect((await showSettings(app)).settings).toMatchObject({ valueTier: { high: 0.3, medium: 0.4 } });
  await app.close();
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backup } from './backup.ts';
import { realEffects } from './effects.ts';
import { listMerges, merge, undoMergeById } from './identity.ts';
import { nothingSaid } from './nothing-said.ts';
import { importAll } from './import-all.ts';
import { type App, openApp } from './open.ts';
import { sql } from '../sql/index.ts';
import { rebuild } from './rebuild.ts';

const effects = realEffects(() => undefined);
let folder = '';
let app: App;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-rebuild-'));
  app = await openApp(join(folder, 'data'), effects, { create: {} });
  const file = join(folder, 'customers.csv');
  await writeFile(file, 'id,email\n1,ann@example.org\n2,ann.lee@example.org\n3,bob@example.org\n4,rob@example.org\n5,eve@example.org\n');
  await importAll(app, { ...nothingSaid, inputs: [file], kind: 'customers' });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const at = '2026-07-01';

test('a rebuild keeps the log of what people merged and took back, and what they merged can still be taken back', async () => {
  await merge(app, 'ann@example.org', 'ann.lee@example.org', 'Maya', at);
  await merge(app, 'bob@example.org', 'rob@example.org', 'Maya', at);
  await undoMergeById(app, '2', 'Noor', at);
  const before = await listMerges(app);
  expect(before.map((entry) => [entry.batch, entry.merged_by, entry.undone_at === null, entry.undone_by])).toEqual([
    [0, 'Maya', false, 'Noor'],
    [0, 'Maya', true, null],
  ]);

  await rebuild(app, at);
  app = await openApp(join(folder, 'data'), effects);
  const after = await listMerges(app);
  const told = (entries: typeof before) =>
    entries.map(({ merged_at, merged_by, undone_at, undone_by, value }) => ({ merged_at, merged_by, undone_at, undone_by, value }));
  expect(told(after)).toEqual(told(before));
  expect(await customers()).toEqual(['ann.lee@example.org ann@example.org', 'bob@example.org', 'eve@example.org', 'rob@example.org']);

  const standing = after.find((entry) => entry.undone_at === null);
  await undoMergeById(app, String(standing?.merge), 'Noor', at);
  expect(await customers()).toEqual(['ann.lee@example.org', 'ann@example.org', 'bob@example.org', 'eve@example.org', 'rob@example.org']);

  // Once more: nothing of the log is lost or doubled, and nobody is brought together again.
  await rebuild(app, at);
  app = await openApp(join(folder, 'data'), effects);
  expect((await listMerges(app)).map((entry) => entry.undone_at === null)).toEqual([false, false]);
  expect(await customers()).toHaveLength(5);
});

test('a backup writes over a file only when told to', async () => {
  const file = join(folder, 'backup.tar.gz');
  await writeFile(file, 'yesterday');
  await expect(backup(app, file)).rejects.toMatchObject({ code: 'file.exists' });
  expect(readFileSync(file, 'utf8')).toBe('yesterday');
  await backup(app, file, { overwrite: true });
  expect(readFileSync(file).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
  expect(existsSync(`${file}.partial`)).toBe(false);
});

/** The addresses of each customer. */
async function customers(): Promise<readonly string[]> {
  const rows = await app.warehouse.rows<{ addresses: string }>(
    sql`select string_agg(value, ' ' order by value) as addresses from identifiers where namespace = 'email' group by profile`,
  );
  return rows.map(({ addresses }) => addresses).toSorted();
}

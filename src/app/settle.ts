import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Control } from '../control/index.ts';
import type { Effects } from '../core/index.ts';
import { sql } from '../sql/index.ts';
import { counter, type Warehouse } from '../warehouse/index.ts';
import type { DataFolder } from './folder.ts';
import type { FailedImport } from './failed-import.ts';
import { renameKept } from './on-disk.ts';
import { rebuildingFile, restoringFolder } from './prepared.ts';

/**
 * Makes the two stores meet after a crash. The warehouse decides: a batch that it holds was imported, one that it does
 * not hold never happened (or was taken back), whatever the control store last heard.
 */
export async function settleImports(control: Control, warehouse: Warehouse, folder: DataFolder): Promise<void> {
  const held = new Set((await warehouse.rows<{ batch: number }>(sql`select batch from batches`)).map((row) => row.batch));
  const imports = await control
    .selectFrom('imports')
    .select(['id', 'batch', 'status', 'kept_input', 'report'])
    .where('status', 'in', ['pending', 'done'])
    .execute();
  for (const { id, batch, status } of imports) {
    const settled = held.has(batch) ? 'done' : status === 'pending' ? 'failed' : 'undone';
    if (settled !== status)
      await control
        .updateTable('imports')
        .set({ status: settled, ...(settled === 'failed' ? { report: JSON.stringify(stoppedAtWork) } : {}) })
        .where('id', '=', id)
        .execute();
  }
  await removeOrphans(control, folder);
}

const stoppedAtWork: FailedImport = { failure: 'Clientele stopped while this was at work.' };

/** Kept inputs and rejects whose import never came to be, and what was not finished of backups, of a rebuilt warehouse and of a restored workspace. */
async function removeOrphans(control: Control, folder: DataFolder): Promise<void> {
  const rows = await control.selectFrom('imports').select(['id', 'kept_input']).where('status', 'in', ['done', 'undone']).execute();
  const kept = new Set(rows.map((row) => row.kept_input));
  for (const name of await readdir(folder.inputs)) if (!kept.has(name)) await rm(join(folder.inputs, name), { force: true });
  const done = new Set(rows.map((row) => row.id));
  for (const name of await readdir(folder.rejects)) if (name.endsWith('.part')) await settleRejects(folder.rejects, name, done);
  if (existsSync(folder.backups)) for (const name of await readdir(folder.backups)) if (name.endsWith('.partial')) await rm(join(folder.backups, name));
  for (const half of [rebuildingFile(folder), `${rebuildingFile(folder)}.wal`, restoringFolder(folder)]) await rm(half, { recursive: true, force: true });
}

/** Rejects get their name after the commit: where a crash came between, those of an import that is in get it now. */
async function settleRejects(folder: string, name: string, done: ReadonlySet<string>): Promise<void> {
  const final = name.replace(/\.[\da-f-]{36}\.part$/, '');
  const id = name.slice(0, name.indexOf('-'));
  if (done.has(id) && final !== name && !existsSync(join(folder, final))) await renameKept(join(folder, name), join(folder, final));
  else await rm(join(folder, name), { force: true });
}

/** Makes profiles agree with what people decided, where a crash came between the decision and its effect. */
export async function settlePeople(control: Control, warehouse: Warehouse, effects: Pick<Effects, 'now'>): Promise<void> {
  const decided = await control.selectFrom('identity_decisions').select('id').limit(1).executeTakeFirst();
  if (decided === undefined) return;
  const { settleDecisions } = await import('../profiles/index.ts');
  await settleDecisions(warehouse, control, effects.now());
}

/** Who is in which segment, where a crash came between a change of live data and the next time that all members were written down. */
export async function settleMembers(warehouse: Warehouse): Promise<void> {
  if ((await counter(warehouse, 'membership_seq')) <= (await counter(warehouse, 'members_seq'))) return;
  const { catchUpMembers } = await import('../live/index.ts');
  await catchUpMembers(warehouse);
}

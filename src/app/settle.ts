import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Control, type ImportRow, readSetting } from '../control/index.ts';
import { ClienteleError, type Effects, formatInstant } from '../core/index.ts';
import { sql } from '../sql/index.ts';
import { counter, setCounter, type Warehouse } from '../warehouse/index.ts';
import type { DataFolder } from './folder.ts';
import type { FailedImport } from './failed-import.ts';
import { renameKept } from './on-disk.ts';
import { logsOf, rebuildingFile, restoringFolder } from './prepared.ts';
import { keptColumns, type KeptImport } from './kept-import.ts';
import type { Stores } from './stores.ts';

/** What a damaged log had held and was brought back: numbers of imports. `lost`: those whose kept input could not be read. */
export type BroughtBack = { readonly recorded: readonly string[]; readonly takenBack: readonly string[]; readonly lost: readonly string[] };

/** Counter of the warehouse: the import that was taken back last. */
export const lastUndone = 'last_undone';

/**
 * Makes the two stores meet after a crash. The warehouse decides about what was under way: a batch that it holds was imported, one that it does not hold never happened, and
 * one that it has just taken back is undone. What the control store knows to be done was answered so: where the warehouse has not got it, its log was damaged, and it
 * is recorded again from its kept input; where the warehouse still holds what was taken back or has failed, it is taken back again.
 */
export async function settleImports(stores: Stores): Promise<BroughtBack> {
  const { control, warehouse, folder, effects } = stores;
  const held = new Set((await warehouse.rows<{ batch: number }>(sql`select batch from batches`)).map((row) => row.batch));
  const undone = await counter(warehouse, lastUndone);
  const imports = await control
    .selectFrom('imports')
    .select([...keptColumns, 'status'])
    .orderBy('batch')
    .execute();
  const found = { recorded: new Array<string>(), takenBack: new Array<string>(), lost: new Array<string>() };
  for (const one of imports) {
    const { id, batch, status } = one;
    const isHeld = held.has(batch);
    if (status === 'pending') await settle(control, id, isHeld ? { status: 'done' } : failed(stoppedAtWork));
    else if (status === 'done' && !isHeld && batch === undone) await settle(control, id, { status: 'undone', finished_at: formatInstant(effects.now()) });
    else if (status === 'done' && !isHeld) found[(await broughtBack(stores, one)) ? 'recorded' : 'lost'].push(id);
    else if (status !== 'done' && isHeld) {
      await takeBack(stores, batch);
      found.takenBack.push(id);
    }
  }
  await removeOrphans(control, folder);
  return found;
}

type Settled = Partial<Pick<ImportRow, 'status' | 'report' | 'finished_at'>>;

const settle = async (control: Control, id: string, as: Settled): Promise<void> =>
  void (await control.updateTable('imports').set(as).where('id', '=', id).execute());

const failed = (failure: string): Settled => ({ status: 'failed', report: JSON.stringify({ failure } satisfies FailedImport) });
const stoppedAtWork = 'Clientele stopped while this was at work.';

async function broughtBack(stores: Stores, kept: KeptImport): Promise<boolean> {
  // Loaded where something was lost alone, which is nearly never.
  const { recordAgain } = await import('./record-again.ts');
  try {
    await recordAgain(stores, kept);
    return true;
  } catch (error) {
    const why = error instanceof ClienteleError ? error.message : String(error);
    await settle(
      stores.control,
      kept.id,
      failed(`Its records were lost with a damaged log, and its kept input could not be read again: ${why} Import the file again.`),
    );
    return false;
  }
}

async function takeBack({ control, warehouse, workspace, effects }: Stores, batch: number): Promise<void> {
  const [{ undoImport }, { identityDecisions }] = [await import('../ingest/index.ts'), await import('./decisions.ts')];
  const context = { warehouse, workspace, effects, decisions: await identityDecisions(control) };
  await warehouse.transaction(async () => {
    await undoImport(context, batch);
    await setCounter(warehouse, 'facts_version', (await counter(warehouse, 'facts_version')) + 1);
  });
}

/** Kept inputs and rejects whose import never came to be, and what was not finished of backups, of a rebuilt warehouse and of a restored workspace. */
async function removeOrphans(control: Control, folder: DataFolder): Promise<void> {
  const rows = await control.selectFrom('imports').select(['id', 'kept_input']).where('status', 'in', ['done', 'undone']).execute();
  const kept = new Set(rows.map((row) => row.kept_input));
  for (const name of await readdir(folder.inputs)) if (!kept.has(name)) await rm(join(folder.inputs, name), { force: true });
  const done = new Set(rows.map((row) => row.id));
  for (const name of await readdir(folder.rejects)) if (name.endsWith('.part')) await settleRejects(folder.rejects, name, done);
  if (existsSync(folder.backups)) for (const name of await readdir(folder.backups)) if (name.endsWith('.partial')) await rm(join(folder.backups, name));
  for (const half of [
    rebuildingFile(folder),
    ...logsOf(rebuildingFile(folder)),
    restoringFolder(folder),
    ...logsOf(folder.warehouse).map((log) => `${log}.part`),
  ])
    await rm(half, { recursive: true, force: true });
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
  const moved = await settleDecisions(warehouse, control, effects.now());
  // Facts moved between customers: what is computed from them is made anew.
  if (moved !== undefined) await setCounter(warehouse, 'facts_version', (await counter(warehouse, 'facts_version')) + 1);
}

/** Who is in which segment, where a crash came between a change of live data and the next time that all members were written down. */
export async function settleMembers(control: Control, warehouse: Warehouse): Promise<void> {
  // Changes that subscribers have been told of are in the history; those that a damaged log has lost are found again, under other numbers.
  const told = Number((await readSetting(control, 'webhook_cursor')) ?? 0);
  if (told > (await counter(warehouse, 'membership_seq'))) await setCounter(warehouse, 'membership_seq', told);
  if ((await counter(warehouse, 'membership_seq')) <= (await counter(warehouse, 'members_seq'))) return;
  const { catchUpMembers } = await import('../live/index.ts');
  await catchUpMembers(warehouse);
}

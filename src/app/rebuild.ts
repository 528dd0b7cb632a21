import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { sql } from '../sql/index.ts';
import { counter, migrate, openDuckdb, setCounter, type Warehouse } from '../warehouse/index.ts';
import { carryMerges } from './carry-merges.ts';
import { nameFinished } from './on-disk.ts';
import type { App } from './open.ts';
import { logsOf, rebuildingFile, rebuiltFile, takePrepared } from './prepared.ts';
import { keptColumns } from './kept-import.ts';
import { recordAgain } from './record-again.ts';
import { createInterpret } from '../collect/index.ts';
import type { Interpret } from '../contract/index.ts';
import { openInbox, replayInbox } from '../live/index.ts';
import { openRegistry } from './live-sources/registry.ts';
import { liveWorld } from './live/live-world.ts';
import { refreshAll } from './refresh.ts';

export type Rebuilt = { readonly imports: number; readonly messages: number; readonly profiles: number; readonly orders: number };

/**
 * Makes the warehouse again from the kept inputs, import by import, with the numbers and moments they had. The new file
 * takes the old one's place only when it is whole; the log of entries and exits moves over, person by person.
 * The open workspace is closed by this.
 */
export async function rebuild(app: App, asOf: string | undefined, given?: Interpret): Promise<Rebuilt> {
  const { file, counts } = await buildAnew(app, asOf, given);
  await nameFinished(file, rebuiltFile(app.folder));
  await app.warehouse.close();
  await takePrepared(app.folder);
  return counts;
}

/** The same beside a server that goes on answering: the new file is taken when the workspace is opened again. Nobody may write in between. */
export async function prepareRebuilt(app: App, asOf: string | undefined): Promise<Rebuilt> {
  const { file, counts } = await buildAnew(app, asOf, undefined);
  await nameFinished(file, rebuiltFile(app.folder));
  return counts;
}

async function buildAnew(app: App, asOf: string | undefined, given: Interpret | undefined): Promise<{ readonly file: string; readonly counts: Rebuilt }> {
  const file = rebuildingFile(app.folder);
  const imports = await app.control.selectFrom('imports').select(keptColumns).where('status', '=', 'done').orderBy('batch').execute();
  await remove(file);
  const fresh = await openDuckdb(file, { tempFolder: app.folder.temporary });
  let counts: Rebuilt;
  try {
    await migrate(fresh);
    for (const [done, one] of imports.entries()) {
      app.effects.progress({ label: one.file, done, total: imports.length });
      await recordAgain({ ...app, warehouse: fresh }, one);
    }
    const messages = await replayLive({ ...app, warehouse: fresh }, given ?? (await interpretOf(app)));
    await refreshAll({ ...app, warehouse: fresh }, asOf);
    counts = await countsOf(fresh, imports.length, messages);
    await fresh.run(sql`checkpoint`);
  } catch (error) {
    await fresh.close();
    await remove(file);
    throw error;
  }
  await fresh.close();
  await moveHistory(app.warehouse, file);
  return { file, counts };
}

/** What messages mean by the settings that their sources have now. */
async function interpretOf(app: App): Promise<Interpret> {
  const registry = await openRegistry(app.control);
  return createInterpret({ mappingOf: (slug) => registry.of(slug)?.settings.mapping });
}

/** What live sources sent, from the inbox, after what was imported: nothing of it depends on the order. Returns how many messages. */
async function replayLive(app: App, interpret: Interpret): Promise<number> {
  if (!existsSync(app.folder.inbox)) return 0;
  const inbox = await openInbox(app.folder.inbox);
  try {
    const world = liveWorld(app, { small: app.warehouse, wide: app.warehouse, late: app.warehouse, evaluated: () => undefined }, () => app.workspace);
    const messages = await replayInbox(world, inbox, interpret, (done, total) => app.effects.progress({ label: 'live data', done, total }));
    await app.warehouse.run(sql`delete from live_queue`);
    await app.warehouse.run(sql`delete from late_features`);
    if (messages > 0) await setCounter(app.warehouse, 'facts_version', (await counter(app.warehouse, 'facts_version')) + 1);
    return messages;
  } finally {
    await inbox.close();
  }
}

async function countsOf(warehouse: Warehouse, imports: number, messages: number): Promise<Rebuilt> {
  const found = await warehouse.row<{ profiles: number; orders: number }>(sql`
    select (select count(*) from profiles) as profiles, (select count(*) from orders where counts and not is_return) as orders`);
  return { imports, messages, profiles: found?.profiles ?? 0, orders: found?.orders ?? 0 };
}

/** Profile numbers may differ in the new warehouse: a person is found again by an identifier. */
async function moveHistory(old: Warehouse, file: string): Promise<void> {
  await old.attached(file, 'rebuilt', async () => {
    await carryMerges(old);
    await old.run(sql`
    insert into rebuilt.membership_changes
    select c.segment, c.version, n.profile, c.entered, c.at, c.recorded_at, c.seq
    from membership_changes c
    join (select o.profile as former, min(r.profile) as profile from identifiers o join rebuilt.identifiers r on r.namespace = o.namespace and r.value = o.value group by o.profile) n on n.former = c.profile`);
    // The history goes on where it was: who reads it from a place finds what came after it.
    await old.run(sql`delete from rebuilt.counters where name in ('membership_seq', 'members_seq')`);
    await old.run(
      sql`insert into rebuilt.counters select name, value from counters where name = 'membership_seq' union all select 'members_seq', value from counters where name = 'membership_seq'`,
    );
    await old.run(sql`
    insert into rebuilt.segment_sizes select s.* from segment_sizes s anti join rebuilt.segment_sizes r on r.segment = s.segment and r."at" = s."at"`);
  });
}

async function remove(file: string): Promise<void> {
  for (const one of [file, ...logsOf(file)]) await rm(one, { force: true });
}

import { createReadStream, existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { checkBackup } from '../../src/app/backup.ts';
import { openDesk } from '../../src/app/desk.ts';
import { doctor } from '../../src/app/doctor.ts';
import { realEffects } from '../../src/app/effects.ts';
import { openWorkspaceCollector } from '../../src/app/live-sources/workspace-collector.ts';
import { openLive, openLiveInbox } from '../../src/app/live/open-live.ts';
import { type App, openApp } from '../../src/app/open.ts';
import { evaluateAll } from '../../src/app/refresh.ts';
import { fromBitmap } from '../../src/segments/index.ts';
import { sql } from '../../src/sql/index.ts';
import type { Warehouse } from '../../src/warehouse/index.ts';
import type { ImportState, Ledger } from './ledger.ts';
import { messageOf, observedPerson } from './messages.ts';
import { linesEach, ordersEach, revenueEach, sourceOf } from './orders-file.ts';

/** What was found wrong, in words; nothing in each where all is well. */
export type Findings = {
  /** Acknowledged and not there. */
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  /** Stores, facts, files that do not agree. */
  readonly wrong: readonly string[];
};

/** Opens a workspace whose server is gone, lets live data come to rest, and looks through everything that can be counted. */
export async function lookInto(data: string, ledger: Ledger): Promise<Findings> {
  const app = await openApp(
    data,
    realEffects(() => undefined),
  );
  const desk = await openDesk(app, 1);
  const inbox = await openLiveInbox(app);
  const collector = await openWorkspaceCollector(app, inbox, { subscribe: false });
  const troubles: string[] = [];
  const live = await openLive(desk, { inbox, interpret: collector.interpret, failed: (error) => troubles.push(`live data: ${String(error)}`) });
  try {
    await live.settled();
    const stored = await inbox.all<{ message_id: string }>('select message_id from messages');
    const numbers = new Set(stored.map(({ message_id }) => Number(message_id.slice(1))));
    const lost = [...ledger.messages].filter((number) => !numbers.has(number)).map((number) => `message ${number}`);
    const integrity = await inbox.all<{ integrity_check: string }>('pragma integrity_check');
    const quarantined = await inbox.all<{ reason: string }>('select reason from quarantine');
    await live.stop();
    const facts = await factsOf(app.warehouse, numbers);
    const files = await importsOf(app, ledger);
    return {
      lost: [...lost, ...facts.lost, ...files.lost],
      twice: [...(stored.length > numbers.size ? [`${stored.length - numbers.size} messages of the inbox`] : []), ...facts.twice],
      wrong: [
        ...troubles,
        ...integrity.filter(({ integrity_check }) => integrity_check !== 'ok').map((row) => `inbox: ${row.integrity_check}`),
        ...quarantined.map(({ reason }) => `quarantined: ${reason}`),
        ...files.wrong,
        ...(await doctorSays(app)),
        ...(await membersDiffer(app)),
        ...(await brokenBackups(app)),
        ...(await leftovers(app)),
      ],
    };
  } finally {
    await collector.close();
    await desk.close();
    await app.close();
  }
}

/** Each event of the inbox is one fact, and of each person whom only traits speak of the newest is known. */
async function factsOf(warehouse: Warehouse, numbers: ReadonlySet<number>): Promise<Pick<Findings, 'lost' | 'twice'>> {
  const events = await warehouse.rows<{ number: number; n: number }>(
    sql`select cast(json_extract(properties, '$.number') as integer) as number, count(*)::INTEGER as n from events where name in ('Seen', 'Bought') group by all`,
  );
  const recorded = new Set(events.map(({ number }) => number));
  const tracked = [...numbers].filter((number) => messageOf(number).type === 'track');
  const newest = new Map<string, number>();
  for (const number of [...numbers].toSorted((a, b) => a - b)) if (messageOf(number).type === 'identify') newest.set(observedPerson(number), number);
  const people = await warehouse.rows<{ value: string; profiles: number }>(
    sql`select value, count(distinct profile)::INTEGER as profiles from identifiers where value like 't%' group by value`,
  );
  const known = new Set(people.map(({ value }) => value));
  return {
    lost: [
      ...tracked.filter((number) => !recorded.has(number)).map((number) => `the fact of message ${number}`),
      ...[...newest.keys()].filter((person) => !known.has(person)).map((person) => `customer ${person}`),
    ],
    twice: [
      ...events.filter(({ number, n }) => n > 1 || !numbers.has(number)).map(({ number, n }) => `the fact of message ${number}: ${n}`),
      ...people.filter(({ profiles }) => profiles > 1).map(({ value }) => `customer ${value}`),
    ],
  };
}

const mayBeThere: Readonly<Record<ImportState, readonly number[]>> = {
  asked: [0, ordersEach],
  acknowledged: [ordersEach],
  'undo asked': [0, ordersEach],
  'undo acknowledged': [0],
};

/** Each file is in whole or not at all, as was acknowledged; of what is in, the kept input is the file that came, and its rejects are told. */
async function importsOf(app: App, ledger: Ledger): Promise<Pick<Findings, 'lost' | 'wrong'>> {
  const held = await app.warehouse.rows<{ source: string; orders: number; revenue: number }>(
    sql`select source, count(*)::INTEGER as orders, sum(total)::DOUBLE as revenue from orders where source like 'file-%' group by source`,
  );
  const items = await app.warehouse.rows<{ source: string; n: number }>(
    sql`select source, count(*)::INTEGER as n from items where source like 'file-%' group by source`,
  );
  const lost: string[] = [];
  const wrong: string[] = [];
  for (const [number, state] of ledger.imports) {
    const source = sourceOf(number);
    const one = held.find((each) => each.source === source) ?? { orders: 0, revenue: 0 };
    const lines = items.find((each) => each.source === source)?.n ?? 0;
    if (!mayBeThere[state].includes(one.orders)) (one.orders < ordersEach ? lost : wrong).push(`${source} (${state}): ${one.orders} orders`);
    if (lines !== one.orders * linesEach || one.revenue !== (one.orders === 0 ? 0 : revenueEach)) wrong.push(`${source}: ${lines} lines, ${one.revenue}`);
  }
  const log = await app.control.selectFrom('imports').select(['id', 'status', 'source', 'kept_input', 'input_sha256']).execute();
  wrong.push(...log.filter(({ status }) => status === 'pending').map(({ id }) => `import ${id} is pending`));
  for (const { id, source, kept_input, input_sha256 } of log.filter(({ status }) => status === 'done')) {
    const file = join(app.folder.inputs, kept_input ?? 'none');
    const is = await hashOf(file);
    if (is !== input_sha256) wrong.push(`the kept input of import ${id} is ${is}`);
    const rejects = (await readdir(app.folder.rejects)).find((name) => name.startsWith(`${id}-`));
    const told = rejects === undefined ? '' : await readFile(join(app.folder.rejects, rejects), 'utf8');
    if (source.startsWith('file-') && told.trimEnd().split('\n').length !== 2)
      wrong.push(`the rejects of import ${id} are ${rejects} of ${told.length} characters`);
  }
  return { lost, wrong };
}

async function hashOf(file: string): Promise<string> {
  if (!existsSync(file)) return 'missing';
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), ...(file.endsWith('.zst') ? [createZstdDecompress()] : []), hash);
  } catch (error) {
    return `broken: ${String(error)}`;
  }
  return hash.digest('hex');
}

const doctorSays = async (app: App): Promise<readonly string[]> =>
  (await doctor(app)).filter(({ check, status }) => status !== 'ok' && check !== 'Free disk').map(({ check, detail }) => `doctor: ${check}: ${detail}`);

/** Who is in which segment, as live data left it, against an evaluation of everybody; and the history's last word on each. */
async function membersDiffer(app: App): Promise<readonly string[]> {
  const history = await app.warehouse.rows<{ segment: string; profile: number; entered: boolean }>(
    sql`select segment, profile, arg_max(entered, seq) as entered from membership_changes where seq > 0 group by all`,
  );
  const kept = await members(app.warehouse);
  await evaluateAll(app, { at: app.effects.now(), explicit: false });
  const truth = await members(app.warehouse);
  const wrong = [...truth].flatMap(([segment, set]) => {
    const off = set.symmetricDifference(kept.get(segment) ?? new Set());
    return off.size === 0 ? [] : [`${off.size} members of ${segment}`];
  });
  const unlike = history.filter(({ segment, profile, entered }) => truth.has(segment) && truth.get(segment)?.has(profile) !== entered).length;
  return unlike === 0 ? wrong : [...wrong, `the history of ${unlike} members`];
}

async function members(warehouse: Warehouse): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const rows = await warehouse.rows<{ segment: string; bitmap: unknown }>(sql`select segment, bitmap from members where segment like 'segment-%'`);
  const found = new Map<string, ReadonlySet<number>>();
  for (const { segment, bitmap } of rows) found.set(segment, new Set(bitmap instanceof Uint8Array ? await fromBitmap(bitmap) : []));
  return found;
}

/** Every backup that is there under its own name can be unpacked. */
async function brokenBackups(app: App): Promise<readonly string[]> {
  if (!existsSync(app.folder.backups)) return [];
  const broken: string[] = [];
  for (const name of await readdir(app.folder.backups)) {
    if (!name.endsWith('.tar.gz')) continue;
    const problem = await checkBackup(join(app.folder.backups, name)).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    if (problem !== undefined) broken.push(`backup ${name}: ${problem}`);
  }
  return broken;
}

/** Halves of files that nobody will ever finish. */
async function leftovers(app: App): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of [app.folder.root, app.folder.inputs, app.folder.rejects, app.folder.backups])
    if (existsSync(folder))
      found.push(...(await readdir(folder)).filter((name) => /\.part(?:ial)?$|rebuilding/.test(name)).map((name) => `left behind: ${name}`));
  return found;
}

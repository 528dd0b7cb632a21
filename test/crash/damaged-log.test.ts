import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringUpToDate } from '../../src/app/bring-up-to-date.ts';
import { importAll, listImports, merge, nothingSaid, openApp, realEffects, undoImportById } from '../../src/app/index.ts';
import { backfillSegment, segmentsBehind } from '../../src/app/backfill.ts';
import { at, interpretRecords, type LiveShop, openLiveShop } from '../../src/app/live/fixtures.ts';
import { rebuild } from '../../src/app/rebuild.ts';
import { evaluateAll, refreshAll } from '../../src/app/refresh.ts';
import { createSegmentFrom, editSegmentLater } from '../../src/app/segment-changes.ts';
import type { JsonObject } from '../../src/contract/index.ts';
import type { LiveRecord } from '../../src/contract/live.ts';
import { openInbox } from '../../src/live/index.ts';
import { membersOf } from '../../src/segments/index.ts';
import { sql } from '../../src/sql/index.ts';

// What the engine keeps beside the warehouse's file (its log), damaged in every way: zeros after its end, pages that were never written, cuts, wrong bits, all of it gone. What was
// acknowledged is in the inbox, the control store and the kept inputs, so that nothing is missing and nothing is there twice.

const now = '2026-06-01T12:00:00Z';
const firstLog = 'warehouse.duckdb.wal';
const secondLog = 'warehouse.duckdb.wal.checkpoint';
let world = '';
let whole: State;
const folder = (): string => join(world, 'kept');
/** The same life a little later, ended while a checkpoint was being made: what came meanwhile stands in a second log beside the first. */
let wholeDuring: State;
const during = (): string => join(world, 'during');

const seen = (number: number): LiveRecord => ({
  kind: 'event',
  identifiers: [{ namespace: 'customer_id', value: `c${number % 7}` }],
  name: number % 3 === 0 ? 'Bought' : 'Seen',
  occurredAt: ((Date.parse(now) - number * 3_600_000) * 1000) as never,
  fields: {},
  properties: { number },
});
const messages = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => [`m${from + index}`, seen(from + index)] as const);

function orders(number: number): string {
  const file = join(world, `orders-${number}.csv`);
  const lines = Array.from({ length: 40 }, (_, index) => `${number}-${index},c${(index + number) % 9},2026-0${(index % 5) + 1}-1${index % 9},${number}.50`);
  writeFileSync(file, ['Order ID,Customer ID,Order Date,Total', ...lines].join('\n'));
  return file;
}

const unsaid = { folder: undefined, slug: undefined, note: undefined, author: 'test', asOf: undefined };
const unchanged = { ...unsaid, name: undefined, restore: undefined, include: [], exclude: [], unlist: [], freeze: false, thaw: false, dryRun: false };
const importFile = (shop: LiveShop, number: number) =>
  shop.desk.write((app) => importAll(app, { ...nothingSaid, inputs: [orders(number)], source: `file-${number}` }));

beforeAll(async () => {
  world = mkdtempSync(join(tmpdir(), 'clientele-damaged-log-'));
  const shop = await openLiveShop({ folder: join(world, 'life'), now });
  await importFile(shop, 1);
  await shop.send(...messages(0, 20));
  await shop.desk.write(async (app) => {
    await refreshAll(app, undefined);
    await createSegmentFrom(app, { ...unsaid, name: 'Often', text: 'count("Seen") >= 3' });
    await createSegmentFrom(app, { ...unsaid, name: 'Orders', text: 'orders >= 4' });
    await app.warehouse.run(sql`checkpoint`);
  });
  // From here on all that the warehouse is told stands in its log.
  await shop.send(...messages(20, 40));
  await importFile(shop, 2);
  await shop.desk.write((app) => undoImportById(app, '1', undefined));
  await shop.send(...messages(40, 50));
  await shop.desk.write((app) => merge(app, 'c1', 'c2', 'test', undefined));
  await shop.desk.write((app) => editSegmentLater(app, 'often', { ...unchanged, text: 'count("Seen") >= 2', include: ['c8'] }, undefined));
  await backfillSegment(shop.desk, 'often', () => undefined);
  await importFile(shop, 3);
  await shop.send(...messages(50, 70));
  cpSync(join(world, 'life'), folder(), { recursive: true });
  await endDuringCheckpoint(shop);
  await shop.close();
  whole = (await looked(folder())).state;
  wholeDuring = (await looked(during())).state;
}, 180_000);
afterAll(() => rmSync(world, { recursive: true, force: true }));

/** What the engine leaves behind when it is killed while it makes a checkpoint: its file and its log of before, and in a second log what came since. It writes that as it writes the first one of after. */
async function endDuringCheckpoint(shop: LiveShop): Promise<void> {
  await shop.desk.write(async ({ warehouse }) => {
    const other = await warehouse.another();
    await other.run(sql`set debug_checkpoint_sleep_ms = 2000`);
    const made = other.run(sql`checkpoint`);
    await setTimeout(1000);
    cpSync(join(world, 'life'), during(), { recursive: true });
    await made;
    await other.run(sql`reset debug_checkpoint_sleep_ms`);
    await other.close();
  });
  await shop.send(...messages(70, 80));
  await importFile(shop, 4);
  await shop.send(...messages(80, 90));
  const [from, to] = [join(world, 'life', 'data'), join(during(), 'data')];
  for (const name of readdirSync(from)) if (!name.startsWith('warehouse.duckdb')) cpSync(join(from, name), join(to, name), { recursive: true });
  cpSync(join(from, 'warehouse.duckdb.wal'), join(to, secondLog));
}

type State = {
  readonly events: readonly unknown[];
  readonly orders: readonly unknown[];
  readonly people: readonly unknown[];
  readonly members: Readonly<Record<string, readonly string[]>>;
  readonly imports: readonly unknown[];
};

/** Opens a copy as anybody would, lets it come to rest, and tells what is in it by what customers are called. */
async function looked(
  from: string,
  damage: (log: Buffer) => Buffer = (log) => log,
  name = firstLog,
): Promise<{ readonly state: State; readonly mended: boolean; readonly wrong: readonly string[] }> {
  const copy = mkdtempSync(join(world, 'copy-'));
  cpSync(from, copy, { recursive: true });
  const log = join(copy, 'data', name);
  if (existsSync(log)) writeFileSync(log, damage(readFileSync(log)));
  const shop = await openLiveShop({ folder: copy, now });
  try {
    await shop.live.settled();
    await shop.desk.write(bringUpToDate);
    for (const slug of await shop.desk.read(segmentsBehind)) await backfillSegment(shop.desk, slug, () => undefined);
    await shop.live.settled();
    await shop.desk.write(async () => undefined);
    const state = await stateOf(shop);
    const wrong = await shop.desk.write(async (app) => {
      await evaluateAll(app, { at: app.effects.now(), explicit: false });
      const again = await stateOf(shop);
      return Object.keys(again.members).filter((slug) => JSON.stringify(again.members[slug]) !== JSON.stringify(state.members[slug]));
    });
    return { state, mended: shop.app.mended !== undefined, wrong };
  } finally {
    await shop.close();
    rmSync(copy, { recursive: true, force: true });
  }
}

async function stateOf({ app }: LiveShop): Promise<State> {
  const { warehouse } = app;
  const names = await warehouse.rows<{ profile: number; name: string }>(
    sql`select profile, string_agg(value, '+' order by value) as name from identifiers where namespace = 'customer_id' group by profile order by name`,
  );
  const nameOf = new Map(names.map(({ profile, name }) => [profile, name]));
  const members: Record<string, readonly string[]> = {};
  for (const slug of ['often', 'orders'])
    members[slug] = [...((await membersOf(warehouse, slug)) ?? [])].map((profile) => nameOf.get(profile) ?? String(profile)).toSorted();
  return {
    events: (await warehouse.rows(sql`select cast(json_extract(properties, '$.number') as integer) as number, name, profile from events order by 1`)).map(
      ({ profile, ...event }) => ({ ...event, who: nameOf.get(Number(profile)) }),
    ),
    orders: (await warehouse.rows(sql`select order_id, cast(total as double) as total, profile from orders order by order_id`)).map(
      ({ profile, ...order }) => ({
        ...order,
        who: nameOf.get(Number(profile)),
      }),
    ),
    people: names.map(({ name }) => name),
    members,
    imports: (await listImports(app)).map(({ id, status, accepted }) => ({ id, status, accepted })),
  };
}

test('what stands in the log here is what it should be', () => {
  expect(whole.events).toHaveLength(70);
  expect(whole.orders).toHaveLength(80);
  expect(whole.people).toContain('c1+c2');
  expect(whole.imports).toEqual([
    { id: '3', status: 'done', accepted: 40 },
    { id: '2', status: 'done', accepted: 40 },
    { id: '1', status: 'undone', accepted: 40 },
  ]);
  expect(whole.members['often']).toContain('c8');
  expect(statSync(join(folder(), 'data', 'warehouse.duckdb.wal')).size).toBeGreaterThan(10_000);
});

const page = 4096;
const zeroed = (from: number, to: number) => (log: Buffer) =>
  Buffer.from(log).fill(0, Math.floor(log.length * from), Math.min(log.length, Math.floor(log.length * to)));
const torn = (part: number) => (log: Buffer) => {
  const at = Math.floor((log.length * part) / page) * page;
  return Buffer.from(log).fill(0, at, Math.min(log.length, at + page));
};
const bits = (part: number) => (log: Buffer) => {
  const wrong = Buffer.from(log);
  const at = Math.floor(log.length * part);
  wrong[at] = (wrong[at] ?? 0) ^ 0x10;
  return wrong;
};

const damages: readonly (readonly [string, (log: Buffer) => Buffer])[] = [
  ['zeros after its end', (log) => Buffer.concat([log, Buffer.alloc(3 * page)])],
  ['zeros from its last tenth on', zeroed(0.9, 1)],
  ['zeros from its middle on', zeroed(0.5, 1)],
  ['nothing but zeros', zeroed(0, 1)],
  ['a first page that was never written', torn(0)],
  ['a page in its third that was never written', torn(0.33)],
  ['a page in its last tenth that was never written', torn(0.93)],
  ['its last page torn', torn(0.9999)],
  ['a wrong bit', bits(0.2)],
  ['another wrong bit', bits(0.71)],
  ['its end cut off', (log) => log.subarray(0, log.length - 5)],
  ['all but a quarter cut off', (log) => log.subarray(0, Math.floor(log.length / 4))],
  ['all of it gone', () => Buffer.alloc(0)],
];
// Further places: CLIENTELE_LOG_DAMAGES=200.
const more = Number(process.env['CLIENTELE_LOG_DAMAGES'] ?? 0);
const further = Array.from({ length: more }, (_, index): (typeof damages)[number] => {
  const part = Math.random();
  const kind = (['zeroed', 'torn', 'bits', 'cut'] as const)[index % 4] ?? 'torn';
  const ways = { zeroed: zeroed(part, 1), torn: torn(part), bits: bits(part), cut: (log: Buffer) => log.subarray(0, Math.floor(log.length * part)) };
  return [`${kind} at ${part}`, ways[kind]];
});

test.each([...damages, ...further])('a log with %s loses nothing and counts nothing twice', { timeout: 60_000 }, async (_what, damage) => {
  const { state, wrong } = await looked(folder(), damage);
  expect(state).toEqual(whole);
  expect(wrong).toEqual([]);
});

test('what came while a checkpoint was being made is there', () => {
  expect(wholeDuring.events).toHaveLength(90);
  expect(wholeDuring.orders).toHaveLength(120);
  expect(wholeDuring.imports[0]).toEqual({ id: '4', status: 'done', accepted: 40 });
  for (const name of [firstLog, secondLog]) expect(statSync(join(during(), 'data', name)).size).toBeGreaterThan(10_000);
});

const some = new Set([
  'zeros after its end',
  'nothing but zeros',
  'a first page that was never written',
  'a page in its third that was never written',
  'another wrong bit',
  'all of it gone',
]);
test.each(
  [...(more > 0 ? damages : damages.filter(([what]) => some.has(what))), ...further].flatMap(([what, damage]) =>
    [firstLog, secondLog].map((name) => [name, what, damage] as const),
  ),
)('ended while a checkpoint was being made, %s with %s loses nothing and counts nothing twice', { timeout: 60_000 }, async (name, _what, damage) => {
  const { state, wrong } = await looked(during(), damage, name);
  expect(state).toEqual(wholeDuring);
  expect(wrong).toEqual([]);
});

test('what was damaged is kept, and whoever opens the workspace is told of it', { timeout: 60_000 }, async () => {
  const copy = mkdtempSync(join(world, 'told-'));
  cpSync(folder(), copy, { recursive: true });
  const log = join(copy, 'data', 'warehouse.duckdb.wal');
  const damaged = torn(0)(readFileSync(log));
  writeFileSync(log, damaged);
  const app = await openApp(
    join(copy, 'data'),
    realEffects(() => undefined),
  );
  await app.close();
  expect(app.mended).toMatchObject({ bytes: damaged.length, kept: 0, recorded: ['2', '3'], takenBack: ['1'], lost: [] });
  expect(readFileSync(app.mended?.file ?? '')).toEqual(damaged);
  const again = await openApp(
    join(copy, 'data'),
    realEffects(() => undefined),
  );
  await again.close();
  expect(again.mended).toBeUndefined();
  expect(readdirSync(join(copy, 'data')).filter((name) => name.includes('damaged'))).toHaveLength(1);
  expect(existsSync(log)).toBe(false);
});

test('a warehouse whose file can not be opened at all is made anew by `clientele rebuild`, as the error says', { timeout: 60_000 }, async () => {
  const copy = mkdtempSync(join(world, 'file-'));
  cpSync(folder(), copy, { recursive: true });
  const data = join(copy, 'data');
  writeFileSync(join(data, 'warehouse.duckdb'), readFileSync(join(data, 'warehouse.duckdb')).fill(0, 0, 3 * page));
  const effects = realEffects(() => undefined);
  await expect(openApp(data, effects)).rejects.toMatchObject({ code: 'file.unreadable', hint: expect.stringContaining('clientele rebuild') as string });
  const app = await openApp(data, effects, { anew: true });
  await rebuild(app, undefined, interpretRecords);
  await app.close();
  expect(existsSync(app.setAside ?? '')).toBe(true);
  const { state, wrong } = await looked(copy);
  expect(state).toEqual(whole);
  expect(wrong).toEqual([]);
});

test('what was put aside and sent in again is recorded once also where the road reads it anew', { timeout: 60_000 }, async () => {
  const life = mkdtempSync(join(world, 'again-'));
  await (await openLiveShop({ folder: life, now })).close();
  const inbox = await openInbox(join(life, 'data', 'inbox.sqlite'));
  const received = (messageId: string) => ({ source: 'web', messageId, receivedAt: at(now), body: { records: [seen(1)] } as unknown as JsonObject });
  await inbox.append([received('x'), received('y'), received('x#replayed')]);
  await inbox.close();
  const shop = await openLiveShop({ folder: life, now });
  await shop.live.settled();
  const found = await shop.app.warehouse.row<{ n: number }>(sql`select count(*)::INTEGER as n from events`);
  await shop.close();
  expect(found?.n).toBe(2);
});

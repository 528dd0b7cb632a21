import { join } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { openDesk } from '../../src/app/desk.ts';
import { realEffects } from '../../src/app/effects.ts';
import { engineMemory } from '../../src/app/engine-memory.ts';
import { interpretRecords } from '../../src/app/live/fixtures.ts';
import { openLive, openLiveInbox } from '../../src/app/live/open-live.ts';
import { type App, openApp } from '../../src/app/open.ts';
import { refreshAt } from '../../src/app/refresh.ts';
import { keepAnswersYoung } from '../../src/cli/keep-answers-young.ts';
import type { Instant } from '../../src/core/index.ts';
import { fromBitmap } from '../../src/segments/index.ts';
import { sql } from '../../src/sql/index.ts';
import type { Warehouse } from '../../src/warehouse/index.ts';
import { fillLiveShop, messageOf, mostPeople, personOf } from '../bench/live-shop.ts';
import { type Flatness, flatnessOf } from './flatness.ts';
import { delays } from './delays.ts';

export type MemoryRun = {
  readonly minutes: number;
  readonly perSecond: number;
  readonly stored: number;
  readonly segments: number;
  /** What the engine may hold, as for `serve --memory`; as much as a server's where left out. With little its cache is full after minutes, and what else grows shows. */
  readonly engine: string | undefined;
};

/** So many are sent together at most, however far behind the clock. */
const mostAtOnce = 2000;
const millisecond = 10;
/** Milliseconds from one look at the parts of the memory to the next. */
const lookEvery = 5000;

/**
 * So many events a second for so many minutes, at a shop of 200,000 customers: the resident set of each minute (the mean of what was looked at, since the program's heap is a saw
 * of minutes), and whether it is flat (see `flatnessOf`); how long each change of a segment took from when its event was due; and at the end whether all that was acknowledged
 * is stored once and everybody is where an evaluation of all says. Told beside it: the same without the engine's cache of facts on disk, which grows with them up to its
 * limit, and what each part rises by.
 */
export async function soakMemory(folder: string, run: MemoryRun, say: (text: string) => void): Promise<boolean> {
  const { minutes, perSecond, stored, segments } = run;
  // As a server runs.
  keepAnswersYoung();
  const real = realEffects(() => undefined);
  let frozen: Instant | undefined;
  const effects = { ...real, now: () => frozen ?? real.now() };
  const app = await openApp(join(folder, 'data'), effects, { create: { timezone: 'UTC' }, memory: run.engine ?? engineMemory() });
  const desk = await openDesk(app, 1);
  await fillLiveShop(desk, { people: mostPeople, events: stored, segments, seed: 1 });
  const seen = watchMoves();
  const failures: string[] = [];
  const failed = (error: unknown): void => {
    failures.push(String(error));
    say(String(error));
  };
  const live = await openLive({ ...desk, noteLive: seen.evaluated }, { inbox: await openLiveInbox(app), interpret: interpretRecords, failed });
  live.subscribe((moved) => seen.moved(moved.map(({ profile }) => profile)));
  await live.settled();
  say(`${stored} events stored, ${segments} segments evaluated`);

  const resident: number[] = [];
  const parts: Record<keyof Parts, number[]> = { heap: [], beside: [], cache: [], tables: [], engine: [], rest: [] };
  const sent: number[] = [];
  let number = 0;
  let accepted = 0;
  const began = Date.now();
  let lookAgain = began;
  for (let minute = 0; minute < minutes; minute += 1) {
    const until = began + (minute + 1) * 60_000;
    const [looked, looks]: [number[], Parts[]] = [[], []];
    const first = number;
    while (Date.now() < until) {
      // What is due by the clock: else a busy machine would slow them down, and what is held follows how many come.
      const due = Math.min(mostAtOnce, Math.floor(((Date.now() - began) / 1000) * perSecond) - number);
      const some = Array.from({ length: Math.max(0, due) }, () => {
        number += 1;
        seen.due(personOf(number, mostPeople), began + (number / perSecond) * 1000);
        return messageOf(number);
      });
      accepted += (await live.append(some)).accepted;
      looked.push(process.memoryUsage.rss());
      if (Date.now() >= lookAgain) {
        looks.push(await partsOf(app.warehouse));
        lookAgain = Date.now() + lookEvery;
      }
      await new Promise((resolve) => setTimeout(resolve, millisecond));
    }
    sent.push(number - first);
    resident.push(inMegabytes(mean(looked)));
    for (const part of Object.keys(parts) as (keyof Parts)[]) parts[part].push(Math.round(mean(looks.map((look) => look[part]))));
    const told = Object.entries(parts).map(([part, values]) => `${part} ${values.at(-1)}`);
    say(
      `minute ${minute + 1}: ${resident.at(-1)} MB (at most ${inMegabytes(Math.max(...looked))}): ${told.join(', ')}; ${number - first} events; ${textOf(seen.minute())}; ${await onDisk(app.warehouse)}`,
    );
  }
  const ended = Date.now();
  await live.settled();
  const behind = (Date.now() - ended) / 1000;
  const moves = seen.all();
  // What time alone moves up to this instant is moved, and nothing after it.
  frozen = real.now();
  await live.settled();
  await live.settled();
  const messages = (await live.inbox.all<{ count: number }>('select count(*) as count from messages'))[0]?.count ?? 0;
  await live.stop();
  const correct = await correctness(app, stored, frozen);
  await desk.close();
  await app.close();
  const flatness = flatnessOf(resident);
  const without = flatnessOf(resident.map((value, minute) => value - (parts.cache[minute] ?? 0)));
  const report = { events: number, sent, seconds_behind_at_the_end: behind, resident, ...flatness, without, parts, moves, ...correct, failures };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  say(`${number} events, all recorded and evaluated ${behind.toFixed(1)} s after the last; ${textOf(moves)}`);
  say(
    `acknowledged ${accepted}, in the inbox ${messages}, recorded ${correct.recorded}, differently ${correct.distinct}; in a wrong segment ${correct.wrongMembers} of ${correct.members}`,
  );
  const percent = ({ hourly, mean: held }: Flatness): string => `${(100 * hourly).toFixed(1)}% an hour of ${Math.round(held)} MB`;
  say(
    `${flatness.flat ? 'flat' : 'NOT flat'}: after ${flatness.warmUpMinutes} minutes of warm-up the resident set changes by ${percent(flatness)} (at most 10%)`,
  );
  say(`without the engine's cache of what is on disk by ${percent(without)}; in megabytes an hour: ${Object.entries(parts).map(risen).join(', ')}`);
  const isWhole = accepted === number && messages === number && correct.recorded === number && correct.distinct === number;
  return flatness.flat && isWhole && correct.wrongMembers === 0 && failures.length === 0;
}

type Told = { readonly changes: number; readonly median: number; readonly p99: number; readonly most: number };

const textOf = ({ changes, median, p99, most }: Told): string => `${changes} changes, half within ${median} ms, 99% within ${p99}, all within ${most}`;

/** How long changes took from when the event behind them was due. Whom time alone moved is not counted. */
function watchMoves() {
  const dueAt = new Float64Array(mostPeople + 1);
  const [all, one] = [delays(), delays()];
  let before: readonly number[] = [];
  return {
    due: (person: number, at: number): void => {
      dueAt[person] = at;
    },
    /** They are evaluated; whoever of them moved is told next. */
    evaluated: (profiles: ArrayLike<number>): void => {
      for (const profile of before) dueAt[profile] = 0;
      before = Array.from(profiles);
    },
    moved: (profiles: readonly number[]): void => {
      const now = Date.now();
      for (const profile of profiles) {
        const at = dueAt[profile] ?? 0;
        if (at === 0) continue;
        all.note(now - at);
        one.note(now - at);
      }
    },
    all: (): Told => all.told(),
    minute: (): Told => {
      const told = one.told();
      one.clear();
      return told;
    },
  };
}

/** In megabytes: pages of the program's heap; what it holds beside it; the engine's cache of tables on disk, its tables in memory, and all else it says; and what nobody tells. */
type Parts = Readonly<Record<'heap' | 'beside' | 'cache' | 'tables' | 'engine' | 'rest', number>>;

async function partsOf(warehouse: Warehouse): Promise<Parts> {
  const taken = await warehouse.rows<{ tag: string; bytes: number }>(sql`select tag, memory_usage_bytes as bytes from duckdb_memory()`);
  const of = (tag: string): number => inMegabytes(taken.find((one) => one.tag === tag)?.bytes ?? 0);
  const [cache, tables, all] = [of('BASE_TABLE'), of('IN_MEMORY_TABLE'), inMegabytes(taken.reduce((sum, { bytes }) => sum + bytes, 0))];
  const heap = inMegabytes(getHeapStatistics().total_physical_size);
  const { rss, external } = process.memoryUsage();
  const beside = inMegabytes(external);
  return { heap, beside, cache, tables, engine: all - cache - tables, rest: inMegabytes(rss) - heap - beside - all };
}

const risen = ([part, values]: readonly [string, readonly number[]]): string => {
  const { hourly, mean: held } = flatnessOf(values);
  return `${part} ${Math.round(hourly * held)}`;
};

async function onDisk(warehouse: Warehouse): Promise<string> {
  const size = await warehouse.row<{ database_size: string; wal_size: string }>(sql`select database_size, wal_size from pragma_database_size()`);
  return `on disk ${size?.database_size} and ${size?.wal_size} not yet laid down`;
}

type Correct = {
  readonly recorded: number;
  readonly distinct: number;
  readonly members: number;
  readonly wrongMembers: number;
  /** Who, the first of them. */
  readonly wrong: readonly string[];
};

const mostTold = 50;

/** Events that came, and who is in which segment but would not be, or the other way round, if everything were worked out anew as of an instant. */
async function correctness(app: App, stored: number, at: Instant): Promise<Correct> {
  const { warehouse } = app;
  const facts = await warehouse.row<{ recorded: number; distinct: number }>(
    sql`select count(*) - ${stored} as recorded, count(distinct record) - ${stored} as "distinct" from events`,
  );
  const kept = await membersOf(warehouse);
  await refreshAt(app, { at, explicit: false });
  const truth = await membersOf(warehouse);
  const wrong = [...kept].flatMap(([segment, set]) =>
    [...set.symmetricDifference(truth.get(segment) ?? new Set<number>())].map(
      (profile) => `${profile} ${set.has(profile) ? 'stayed in' : 'stays out of'} ${segment}`,
    ),
  );
  const members = [...kept.values()].reduce((sum, { size }) => sum + size, 0);
  return { recorded: facts?.recorded ?? 0, distinct: facts?.distinct ?? 0, members, wrongMembers: wrong.length, wrong: wrong.slice(0, mostTold) };
}

async function membersOf(warehouse: Warehouse): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const rows = await warehouse.rows<{ segment: string; bitmap: Uint8Array }>(sql`select segment, bitmap from members where segment like 'random%'`);
  const found = new Map<string, ReadonlySet<number>>();
  for (const { segment, bitmap } of rows) found.set(segment, new Set(await fromBitmap(bitmap)));
  return found;
}

const mean = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0) / Math.max(1, values.length);
const inMegabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { getHeapStatistics } from 'node:v8';
import { openDesk } from '../../src/app/desk.ts';
import { realEffects } from '../../src/app/effects.ts';
import { interpretRecords } from '../../src/app/live/fixtures.ts';
import { openLive, openLiveInbox } from '../../src/app/live/open-live.ts';
import { openApp } from '../../src/app/open.ts';
import { instant } from '../../src/core/index.ts';
import { sql } from '../../src/sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../src/warehouse/index.ts';
import { killAgainAndAgain } from '../../test/live/kills.ts';
import { statesAfter, stream } from '../../test/live/orders.ts';
import { shuffled } from '../../test/live/shuffled.ts';
import { type Flatness, flatnessOf } from './flatness.ts';
import { importAgainAndAgain, staysInBounds } from './imports.ts';

/** Prints what it found as JSON; exit code 1 where something is not as it must be. */
const [what, count, size] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'clientele-soak-'));
const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function kills(wanted: number): Promise<boolean> {
  const report = await killAgainAndAgain(join(folder, 'data'), wanted, 2000, (kill) => say(`kill ${kill}`));
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  return report.lost + report.duplicates + report.unrecorded + report.wrongMembers === 0;
}

async function orders(wanted: number): Promise<boolean> {
  const warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
  const inOrder = { order: stream.map((_, place) => place), sizes: [stream.length] };
  const different: number[] = [];
  for (let first = 1; first <= wanted; first += 1000) {
    const seeds = Array.from({ length: Math.min(1000, wanted - first + 1) }, (_, place) => first + place);
    const [told, ...states] = await statesAfter(warehouse, [inOrder, ...seeds.map((seed) => shuffled(inOrder.order, seed))]);
    different.push(...seeds.filter((_, place) => !isDeepStrictEqual(states[place], told)));
    say(`${seeds.at(-1)} orders`);
  }
  await warehouse.close();
  process.stdout.write(`${JSON.stringify({ orders: wanted, different }, null, 2)}\n`);
  return different.length === 0;
}

/** So many are sent together at most, however far behind the clock. */
const mostAtOnce = 2000;

/**
 * So many events a second for so many minutes: the resident set of each minute (the mean of what was looked at ten times a second, since the program's heap is a saw of
 * minutes), and whether it is flat (see `flatnessOf`). Told beside it: the same without the engine's cache of facts on disk, which grows with them up to its limit, and what
 * each part rises by.
 */
async function memory(minutes: number, perSecond: number): Promise<boolean> {
  const app = await openApp(
    join(folder, 'data'),
    realEffects(() => undefined),
    { create: { timezone: 'UTC' } },
  );
  const desk = await openDesk(app, 1);
  const live = await openLive(desk, { inbox: await openLiveInbox(app), interpret: interpretRecords, failed: (error) => say(String(error)) });
  const megabytes: number[] = [];
  const parts: Record<keyof Parts, number[]> = { heap: [], cache: [], tables: [] };
  let number = 0;
  const began = Date.now();
  for (let minute = 0; minute < minutes; minute += 1) {
    const until = began + (minute + 1) * 60_000;
    const looked: number[] = [];
    while (Date.now() < until) {
      looked.push(process.memoryUsage.rss());
      const now = instant(Date.now() * 1000);
      // What is due by the clock: else a busy machine would slow them down, and what is held follows how many come.
      const due = Math.floor(((Date.now() - began) / 1000) * perSecond) - number;
      const some = Array.from({ length: Math.min(Math.max(due, 0), mostAtOnce) }, () => {
        number += 1;
        const record = {
          kind: 'event',
          identifiers: [{ namespace: 'anonymous_id', value: `a${number % 20_000}` }],
          name: 'Seen',
          occurredAt: now,
          fields: {},
          properties: { number },
        };
        return { source: 'web', messageId: `m${number}`, receivedAt: now, body: { records: [record] } };
      });
      await live.append(some);
      await new Promise((resolve) => setTimeout(resolve, 95));
    }
    megabytes.push(inMegabytes(looked.reduce((all, bytes) => all + bytes, 0) / looked.length));
    for (const [part, value] of Object.entries(await partsOf(app.warehouse))) parts[part as keyof Parts].push(value);
    say(`minute ${minute + 1}: ${megabytes.at(-1)} MB, ${await wherefrom(app.warehouse)}, ${number} events, ${live.inbox.last()} kept`);
  }
  await live.settled();
  await live.stop();
  await desk.close();
  await app.close();
  const flatness = flatnessOf(megabytes);
  const without = flatnessOf(megabytes.map((value, minute) => value - (parts.cache[minute] ?? 0)));
  process.stdout.write(`${JSON.stringify({ events: number, megabytes, ...flatness, without, parts }, null, 2)}\n`);
  const percent = ({ hourly, mean }: Flatness): string => `${(100 * hourly).toFixed(1)}% an hour of ${Math.round(mean)} MB`;
  say(
    `${flatness.flat ? 'flat' : 'NOT flat'}: after ${flatness.warmUpMinutes} minutes of warm-up the resident set changes by ${percent(flatness)} (at most 10%)`,
  );
  say(`without the engine's cache of what is on disk by ${percent(without)}; in megabytes an hour: ${Object.entries(parts).map(risen).join(', ')}`);
  return flatness.flat;
}

/** In megabytes: pages of the program's heap, the engine's cache of tables on disk, and its tables in memory. */
type Parts = { readonly heap: number; readonly cache: number; readonly tables: number };

async function partsOf(warehouse: Warehouse): Promise<Parts> {
  const taken = await warehouse.rows<{ tag: string; bytes: number }>(sql`select tag, memory_usage_bytes as bytes from duckdb_memory()`);
  const of = (tag: string): number => inMegabytes(taken.find((one) => one.tag === tag)?.bytes ?? 0);
  return { heap: inMegabytes(getHeapStatistics().total_physical_size), cache: of('BASE_TABLE'), tables: of('IN_MEMORY_TABLE') };
}

const risen = ([part, values]: readonly [string, readonly number[]]): string => {
  const { hourly, mean } = flatnessOf(values);
  return `${part} ${Math.round(hourly * mean)}`;
};

/** What the resident set is made of, as far as it can be told: the program's own heap, and what the engine has taken, by what for. */
async function wherefrom(warehouse: Warehouse): Promise<string> {
  const { heapUsed, external } = process.memoryUsage();
  const pages = getHeapStatistics().total_physical_size;
  const taken = await warehouse.rows<{ tag: string; bytes: number }>(
    sql`select tag, memory_usage_bytes as bytes from duckdb_memory() where memory_usage_bytes >= ${2 ** 20} order by bytes desc`,
  );
  const size = await warehouse.row<{ database_size: string; wal_size: string }>(sql`select database_size, wal_size from pragma_database_size()`);
  const engine = taken.map(({ tag, bytes }) => `${tag.toLowerCase()} ${inMegabytes(bytes)}`).join(', ');
  return `heap ${inMegabytes(heapUsed)} in pages of ${inMegabytes(pages)}, beside it ${inMegabytes(external)}, engine (${engine}), on disk ${size?.database_size} and ${size?.wal_size} not yet laid down`;
}

const inMegabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

async function imports(times: number, each: number): Promise<boolean> {
  const report = await importAgainAndAgain(folder, times, each, say);
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  return staysInBounds(report);
}

const runs: Readonly<Record<string, () => Promise<boolean>>> = {
  kills: () => kills(Number(count ?? 100)),
  orders: () => orders(Number(count ?? 100_000)),
  memory: () => memory(Number(count ?? 60), Number(size ?? 1000)),
  imports: () => imports(Number(count ?? 10), Number(size ?? 1_000_000)),
};
const run = runs[what ?? ''];
if (run === undefined) say('Usage: script/soak kills [COUNT] | orders [COUNT] | memory [MINUTES] [PER_SECOND] | imports [COUNT] [ORDERS]');
process.exitCode = run === undefined ? 2 : (await run()) ? 0 : 1;
rmSync(folder, { recursive: true, force: true });

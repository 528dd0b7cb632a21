import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { migrate, openDuckdb } from '../../src/warehouse/index.ts';
import { killAgainAndAgain } from '../../test/live/kills.ts';
import { statesAfter, stream } from '../../test/live/orders.ts';
import { shuffled } from '../../test/live/shuffled.ts';
import { type FileSystem, whyNoDisk } from '../../test/power/disk.ts';
import { type Moment, moments } from '../../test/power/moments.ts';
import { cutAgainAndAgain } from '../../test/power/power-cuts.ts';
import { importAgainAndAgain, staysInBounds } from './imports.ts';
import { soakMemory } from './memory.ts';
import { writeAllAtOnce } from './writes.ts';

/** Prints what it found as JSON; exit code 1 where something is not as it must be. */
const [what, count, size, stored, segments, engine] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'clientele-soak-'));
const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function kills(wanted: number): Promise<boolean> {
  const report = await killAgainAndAgain(join(folder, 'data'), wanted, 2000, (kill) => say(`kill ${kill}`));
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  return report.lost + report.duplicates + report.unrecorded + report.wrongMembers + report.untold + report.toldWrong === 0;
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

async function imports(times: number, each: number): Promise<boolean> {
  const report = await importAgainAndAgain(folder, times, each, say);
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  return staysInBounds(report);
}

async function writes(seconds: number): Promise<boolean> {
  const report = await writeAllAtOnce(seconds, say);
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  return report.failed.length === 0;
}

/** So many rounds, each with one power cut or two at another sort of moment, on a disk with this file system. */
async function power(rounds: number, fileSystem: FileSystem): Promise<boolean> {
  const why = await whyNoDisk(fileSystem);
  if (why !== undefined) {
    say(`No power was cut: ${why}.`);
    return false;
  }
  const all = Object.keys(moments) as readonly Moment[];
  const report = await cutAgainAndAgain({ folder: join(folder, 'disk'), fileSystem, rounds, port: 0, moments: all, milliseconds: 3000, say });
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  return report.lost.length + report.twice.length + report.wrong.length === 0;
}

const runs: Readonly<Record<string, () => Promise<boolean>>> = {
  kills: () => kills(Number(count ?? 100)),
  orders: () => orders(Number(count ?? 100_000)),
  memory: () =>
    soakMemory(
      folder,
      { minutes: Number(count ?? 60), perSecond: Number(size ?? 1000), stored: Number(stored ?? 5_000_000), segments: Number(segments ?? 100), engine },
      say,
    ),
  imports: () => imports(Number(count ?? 10), Number(size ?? 1_000_000)),
  writes: () => writes(Number(count ?? 300)),
  power: () => power(Number(count ?? 48), size === 'xfs' ? 'xfs' : 'ext4'),
};
const run = runs[what ?? ''];
if (run === undefined)
  say(
    'Usage: script/soak kills [COUNT] | orders [COUNT] | memory [MINUTES] [PER_SECOND] [STORED] [SEGMENTS] [ENGINE_MEMORY] | imports [COUNT] [ORDERS] | writes [SECONDS] | power [ROUNDS] [ext4|xfs]',
  );
process.exitCode = run === undefined ? 2 : (await run()) ? 0 : 1;
rmSync(folder, { recursive: true, force: true });

import { defaultWorkspace, startOfDate } from '../../src/core/index.ts';
import type { Moment } from '../../src/language/index.ts';
import { readVocabulary, refreshAttributes } from '../../src/profiles/index.ts';
import { evaluateSegments } from '../../src/segments/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../src/warehouse/index.ts';
import { handwritten } from './handwritten.ts';
import { randomSegments } from './random-segments.ts';

/**
 * Evaluates random segments in a process of its own: all together, one by one, and single ones beside the best query
 * written by hand. Arguments: the warehouse file, how many segments, seed. Times in seconds.
 */
const [file = '', count = '200', seed = '1'] = process.argv.slice(2);
const singleRounds = 15;

export type SegmentsAnswer = {
  readonly segments: number;
  readonly aggregates: number;
  readonly together: Taken;
  /** Once more, with what the first run has looked up at hand. */
  readonly again: Taken;
  readonly oneByOne: Taken;
  readonly slowest: number;
  readonly median: number;
  /** Middle times, and the middle of how they compare in each pair of runs: a few tens of milliseconds are not the same from one minute to the next. */
  readonly singles: readonly { readonly name: string; readonly ours: number; readonly byHand: number; readonly ratio: number; readonly members: number }[];
};
type Taken = { readonly seconds: number; readonly cpuSeconds: number };

const warehouse = await openDuckdb(file);
await migrate(warehouse);
const now = startOfDate('2026-07-01', defaultWorkspace.zone);
await refreshAttributes(warehouse, { workspace: defaultWorkspace, now });
const moment: Moment = {
  now,
  zone: defaultWorkspace.zone,
  weekStart: defaultWorkspace.weekStart,
  vocabulary: await readVocabulary(warehouse, { workspace: defaultWorkspace, segments: new Map() }),
  featuresTable: 'features',
};
const { texts, aggregates } = randomSegments(Number(count), Number(seed));
const inputs = texts.map((text, index) => ({ slug: `random-${index}`, text }));

await evaluate(warehouse, inputs.slice(0, 5));
const sizes = new Map<string, number>();
const together = await taken(async () => {
  for (const each of await evaluate(warehouse, inputs)) sizes.set(each.slug, each.count);
});
// Whoever runs one by one comes second and finds everything read: so much the same takes once more.
const again = await taken(async () => void (await evaluate(warehouse, inputs)));
const alone: Taken[] = [];
for (const input of inputs) {
  alone.push(
    await taken(async () => {
      const [single] = await evaluate(warehouse, [input]);
      if (single?.count !== sizes.get(input.slug)) throw new Error(`${input.slug} has ${single?.count} members alone, ${sizes.get(input.slug)} together`);
    }),
  );
}

const singles: SegmentsAnswer['singles'][number][] = [];
for (const { name, text, query } of handwritten(await columnOf(warehouse, 'country'))) {
  let members = 0;
  const byHand = async (): Promise<number> => (await taken(async () => void (members = (await warehouse.integers(query)).length))).seconds;
  const ours = async (): Promise<number> => {
    const { seconds } = await taken(async () => {
      const [single] = await evaluate(warehouse, [{ slug: 'single', text }]);
      if (single?.count !== members) throw new Error(`${text}: ${single?.count} members, ${members} by hand`);
    });
    return seconds;
  };
  const pairs: (readonly [number, number])[] = [];
  // Whoever comes second may find more at hand, so they take turns in that, too.
  for (let round = 0; round < singleRounds; round += 1) pairs.push(round % 2 === 0 ? swapped([await byHand(), await ours()]) : [await ours(), await byHand()]);
  const of = (value: (pair: readonly [number, number]) => number): number => median(pairs.map(value));
  singles.push({ name, ours: of(([one]) => one), byHand: of(([, other]) => other), ratio: of(([one, other]) => one / other), members });
}
await warehouse.close();

const seconds = alone.map((each) => each.seconds).toSorted((a, b) => a - b);
const answer: SegmentsAnswer = {
  segments: inputs.length,
  aggregates,
  together,
  again,
  oneByOne: { seconds: sum(seconds), cpuSeconds: sum(alone.map((each) => each.cpuSeconds)) },
  slowest: seconds.at(-1) ?? 0,
  median: median(seconds),
  singles,
};
process.stdout.write(JSON.stringify(answer));

async function evaluate(from: Warehouse, segments: readonly { readonly slug: string; readonly text: string }[]) {
  return (await evaluateSegments(from, segments, moment)).map((each) => {
    if (each.status === 'failed') throw new Error(`${each.slug}: ${each.reason}`);
    return each;
  });
}

async function taken(work: () => Promise<void>): Promise<Taken> {
  const started = process.hrtime.bigint();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: Number(process.hrtime.bigint() - started) / 1e9, cpuSeconds: (user + system) / 1e6 };
}

function swapped([one, other]: readonly [number, number]): readonly [number, number] {
  return [other, one];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

async function columnOf(from: Warehouse, trait: string): Promise<string> {
  const vocabulary = await readVocabulary(from, { workspace: defaultWorkspace, segments: new Map() });
  return vocabulary.attributes.get(trait)?.column ?? '';
}

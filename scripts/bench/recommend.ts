import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { learnRecommender } from '../../src/predict/index.ts';
import { fitAls, type Interactions, interactionsOf, seededRandom } from '../../src/stats/index.ts';
import { dataset } from '../../test/datasets.ts';
import { type Measurement, measurement } from './measurement.ts';
import { watchPeak } from './peak.ts';
import type { BenchSettings } from './settings.ts';

/** Recommenders on public purchases, parted by time. */
export function measureRecommend(): Promise<readonly Measurement[]> {
  return Promise.resolve([...temporal('groceries', groceries()), ...temporal('dunnhumby', dunnhumby())]);
}

/** The speed of the factorisation beside what the memory can give. */
export const measureFactors = ({ folder, shrink }: BenchSettings): Promise<readonly Measurement[]> =>
  Promise.resolve([alsSpeed(Math.round(10_000_000 / shrink), folder)]);

/** Who bought what when, as numbers. */
type Purchase = { readonly user: string; readonly item: string; readonly at: string; readonly category: string };

function groceries(): readonly Purchase[] {
  const path = dataset('groceries', 'Groceries_dataset.csv.gz');
  if (path === undefined) return [];
  return rowsOf(path).map(([user = '', date = '', item = '']) => ({ user, item, at: date.split('-').toReversed().join('-'), category: '' }));
}

function dunnhumby(): readonly Purchase[] {
  const path = dataset('dunnhumby', 'transactions_sample.csv.gz');
  const catalogue = dataset('dunnhumby', 'products.csv.gz');
  if (path === undefined || catalogue === undefined) return [];
  const categories = new Map(rowsOf(catalogue).map((cells) => [cells[0] ?? '', cells[4] ?? '']));
  return rowsOf(path).map((cells) => ({
    user: cells[0] ?? '',
    item: cells[3] ?? '',
    at: (cells[10] ?? '').slice(0, 10),
    category: categories.get(cells[3] ?? '') ?? '',
  }));
}

const rowsOf = (path: string): readonly (readonly string[])[] =>
  gunzipSync(readFileSync(path))
    .toString('utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));

/** Learned from the first four fifths of the days, judged on what customers known by then bought in the last fifth. */
function temporal(name: string, purchases: readonly Purchase[]): readonly Measurement[] {
  if (purchases.length === 0) return [];
  const days = purchases.map(({ at }) => at).sort();
  const cut = days[Math.floor(0.8 * days.length)] ?? '';
  const before = purchases.filter(({ at }) => at < cut);
  const users = placesOf(before.map(({ user }) => user));
  const items = placesOf(before.map(({ item }) => item));
  const categoryOf = new Map(before.map(({ item, category }) => [item, category]));
  const kinds = placesOf([...categoryOf.values()]);
  const taken = interactionsOf(
    before.map(({ user }) => users.get(user) ?? 0),
    before.map(({ item }) => items.get(item) ?? 0),
    users.size,
    items.size,
  );
  const past = {
    ...taken,
    categories: Int32Array.from(items.keys(), (item) => kinds.get(categoryOf.get(item) ?? '') ?? 0),
    views: interactionsOf([], [], users.size, kinds.size),
  };
  const later = new Map<number, Set<number>>();
  for (const { user, item, at } of purchases) {
    const [row, place] = [users.get(user), items.get(item)];
    if (at < cut || row === undefined || place === undefined) continue;
    later.set(row, (later.get(row) ?? new Set()).add(place));
  }
  const { results, kind, chance, chancePrecision } = learnRecommender({ tests: [{ past, later }], leaning: [], now: null, seed: 1 }, () => undefined);
  const popular = results.find((own) => own.kind === 'popularity');
  const won = results.find((own) => own.kind === kind);
  const details = Object.fromEntries(results.map((own) => [own.kind, { ndcg: own.ndcg, precision: own.precision, standard_error: own.standardError }]));
  return [
    measurement({
      name: `ndcg-${name}`,
      what: `nDCG@10 of the recommender chosen for ${name} (${kind}), last fifth of the days`,
      value: won?.ndcg ?? 0,
      unit: 'nDCG',
      baseline: { what: 'what is popular', value: popular?.ndcg ?? 0 },
      limits: { atLeast: popular?.ndcg ?? 0 },
      details: { ...details, customers: later.size, chance_precision: chancePrecision },
    }),
    measurement({
      name: `popularity-${name}`,
      what: `nDCG@10 of what is popular, ${name}`,
      value: popular?.ndcg ?? 0,
      unit: 'nDCG',
      baseline: { what: 'drawn by lot', value: chance },
      limits: { atLeast: chance },
    }),
  ];
}

/** Texts numbered in order of appearance. */
function placesOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const text of texts) if (!places.has(text)) places.set(text, places.size);
  return places;
}

const factors = 64;
/** Passes over a customer's items in one half: the right side, then as many as conjugate gradient takes steps. */
const passes = 4;

function alsSpeed(count: number, folder: string): Measurement {
  const peak = watchPeak();
  const interactions = madeInteractions(count);
  // Between the end of the first iteration and that of the last: what is laid out before is done once.
  const ends: number[] = [];
  fitAls(interactions, { factors, iterations: 3, seed: 1, progress: () => ends.push(performance.now()) > 0 });
  const seconds = ((ends.at(-1) ?? 0) - (ends[0] ?? 0)) / 1000 / (ends.length - 1);
  // Every factor of every interaction is read once a pass, for the customers and for the products.
  const peakMegabytes = peak();
  const bytes = 2 * passes * interactions.items.length * factors * Float32Array.BYTES_PER_ELEMENT;
  const bandwidth = copyBandwidth();
  const native = inC(interactions, folder);
  const reading = { what: 'reading as many bytes from memory', value: bytes / bandwidth };
  return measurement({
    name: 'als-speed',
    what: `one iteration of ALS, 64 factors, ${interactions.items.length.toLocaleString('en-GB')} interactions, one thread`,
    value: seconds,
    unit: 's',
    baseline: native === undefined ? reading : { what: 'the same in C, gcc -O3 -march=native', value: native },
    peakMegabytes,
    limits: { ratioAtMost: 3, peakAtMost: 2048 },
    details: { gigabytes_a_second: bandwidth / 1e9, seconds_to_read_as_many_bytes: reading.value, seconds_in_c: native ?? null },
  });
}

/** The same equations solved by a program in C on the same interactions; undefined where there is no compiler. */
function inC({ itemCount, users, starts, items, weights }: Interactions, folder: string): number | undefined {
  const work = join(folder, 'als');
  mkdirSync(work, { recursive: true });
  try {
    execFileSync('gcc', ['-O3', '-march=native', '-ffast-math', '-o', join(work, 'als'), join(import.meta.dirname, 'als_baseline.c')], { stdio: 'ignore' });
    for (const [name, array] of Object.entries({ starts, items, weights }))
      writeFileSync(join(work, name), new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    return Number(execFileSync(join(work, 'als'), [work, String(users), String(itemCount), String(factors), '3'], { encoding: 'utf8' }));
  } catch {
    return undefined;
  } finally {
    rmSync(work, { recursive: true });
  }
}

function madeInteractions(count: number): Interactions {
  const random = seededRandom(3);
  const [users, items] = [Math.round(count / 50), 20_000];
  const drawn = (below: number): Uint32Array => new Uint32Array(count).map(() => Math.floor(below * random()));
  return interactionsOf(
    drawn(users),
    new Uint32Array(count).map(() => Math.floor(items * random() ** 2)),
    users,
    items,
  );
}

/** Bytes a second that this machine's memory gives one thread. */
function copyBandwidth(): number {
  const from = new Float64Array(32 * 1024 * 1024).fill(1);
  const to = new Float64Array(from.length);
  to.set(from);
  const started = performance.now();
  for (let time = 0; time < 4; time += 1) to.set(from);
  return (2 * 4 * from.byteLength) / ((performance.now() - started) / 1000);
}

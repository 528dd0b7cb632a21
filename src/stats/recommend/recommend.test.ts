import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { dataset } from '../../../test/datasets.ts';
import { randomInteger, seededRandom } from '../random/index.ts';
import {
  alsScores,
  basketRules,
  factorsOfUser,
  fitAls,
  frequentSets,
  interactionsOf,
  itemNeighbours,
  ndcg,
  neighbourScores,
  popularityScores,
  topItems,
  transposed,
} from './index.ts';

/** Lines of a public file, without its first line where it has one. */
function lines(folder: string, file: string): readonly string[] | undefined {
  const path = dataset(folder, file);
  return path === undefined ? undefined : gunzipSync(readFileSync(path)).toString('utf8').trim().split(/\r?\n/);
}

function numbered(): { readonly of: (name: string) => number; readonly size: () => number } {
  const places = new Map<string, number>();
  return {
    of: (name) => {
      const place = places.get(name) ?? places.size;
      places.set(name, place);
      return place;
    },
    size: () => places.size,
  };
}

test('entries of the same user and item add up, and turn around', () => {
  const found = interactionsOf([1, 0, 1, 1], [2, 1, 0, 2], 2, 3);
  expect([...found.starts]).toEqual([0, 1, 3]);
  expect([...found.items]).toEqual([1, 0, 2]);
  expect([...found.weights]).toEqual([1, 1, 2]);
  expect([...transposed(found).items]).toEqual([1, 0, 1]);
  expect(transposed(transposed(found))).toEqual(found);
});

// One hit in the second of three places of two taken: (1 / log2 3) / (1 + 1 / log2 3) = .38685.
test('nDCG by hand', () => {
  expect(ndcg([5, 7, 9], new Set([7, 4]))).toBeCloseTo(0.38685, 5);
  expect(ndcg([7, 4, 9], new Set([7, 4]))).toBe(1);
  expect(topItems(Float64Array.of(0.1, 0.9, 0.5, 0.9), 2, (item) => item === 1)).toEqual([3, 2]);
});

// arules on its own data set: 333 frequent sets at a support of 1% (88 single, 213 pairs, 32 of three), 15 rules with a confidence of 50%.
test('market-basket rules of the groceries are those of arules', () => {
  const text = lines('groceries', 'groceries_baskets.csv.gz');
  if (text === undefined) return;
  const items = numbered();
  const baskets = text.map((line) => [...new Set(line.split(',').map((name) => items.of(name.replaceAll('"', '').trim())))]);
  expect(baskets).toHaveLength(9835);
  const sets = frequentSets(baskets, Math.ceil(0.01 * baskets.length), 5);
  expect([1, 2, 3, 4].map((size) => sets.filter((set) => set.items.length === size).length)).toEqual([88, 213, 32, 0]);
  const rules = basketRules(sets, baskets.length, 0.5);
  expect(rules).toHaveLength(15);
  const [first] = rules;
  expect(first?.lift).toBeCloseTo(3.0299, 3);
});

test('factors bring apart two tastes, and place a newcomer', () => {
  const random = seededRandom(3);
  const entries = Array.from({ length: 200 }, (_, user) =>
    Array.from({ length: 8 }, () => [user, (user % 2) * 20 + randomInteger(random, 20)] as const),
  ).flat();
  const found = interactionsOf(
    entries.map(([user]) => user),
    entries.map(([, item]) => item),
    200,
    40,
  );
  const model = fitAls(found, { factors: 4, penalty: 0.1 });
  expect(topItems(alsScores(model, 0), 10).every((item) => item < 20)).toBe(true);
  expect(topItems(alsScores(model, 1), 10).every((item) => item >= 20)).toBe(true);
  const users = factorsOfUser(Uint32Array.of(21, 25), Float32Array.of(1, 1), model.items, { factors: 4, alpha: 10, penalty: 0.1 });
  expect(topItems(alsScores({ ...model, users }, 0), 10).every((item) => item >= 20)).toBe(true);
});

// Households of dunnhumby's sample, types of product: what is bought in weeks 45 to 53 after 44 weeks of history.
test('on later weeks, each model beats popularity, and popularity beats chance', () => {
  const products = lines('dunnhumby', 'products.csv.gz');
  const text = lines('dunnhumby', 'transactions_sample.csv.gz');
  if (text === undefined || products === undefined) return;
  const types = new Map(products.slice(1).map((line) => [line.slice(0, line.indexOf(',')), line.split(',').slice(2, 5).join(',')]));
  const [households, items] = [numbered(), numbered()];
  const rows = text.slice(1).map((line) => {
    const cells = line.split(',');
    return { user: households.of(cells[0] ?? ''), item: items.of(types.get(cells[3] ?? '') ?? ''), week: Number(cells[9]) };
  });
  const past = rows.filter(({ week }) => week <= 44);
  const found = interactionsOf(
    past.map(({ user }) => user),
    past.map(({ item }) => item),
    households.size(),
    items.size(),
  );
  const taken = Map.groupBy(
    rows.filter(({ week }) => week > 44),
    ({ user }) => user,
  );
  const [popular, near, factors] = [popularityScores(found), itemNeighbours(found), fitAls(found)];
  const random = seededRandom(1);
  const mean = (scores: (user: number) => Float64Array): number => {
    let [sum, count] = [0, 0];
    for (const [user, later] of taken) {
      if (found.starts[user] === found.starts[user + 1]) continue;
      sum += ndcg(topItems(scores(user), 10), new Set(later.map(({ item }) => item)));
      count += 1;
    }
    return sum / count;
  };
  const chance = mean(() => popular.map(() => random()));
  const byPopularity = mean(() => popular);
  expect(byPopularity).toBeGreaterThan(2 * chance);
  expect(mean((user) => neighbourScores(near, found, user, 2))).toBeGreaterThan(byPopularity);
  expect(mean((user) => alsScores(factors, user))).toBeGreaterThan(byPopularity);
}, 60_000);

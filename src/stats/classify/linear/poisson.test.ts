import { expect, test } from 'vitest';
import { randomNormal, seededRandom } from '../../random/index.ts';
import { categoryColumn, type FeatureTable } from '../table/index.ts';
import { fitPoisson, poissonFactors } from './poisson.ts';

// With one category and no penalty the expectation of each level is its mean by hand: 2, 4 and 12 counts of 4 rows each.
test('without a penalty each level is expected to do what it did', () => {
  const table: FeatureTable = { rows: 12, columns: [categoryColumn('town', 'aaaabbbbcccc'.split(''))] };
  const counts = Float64Array.of(0, 1, 0, 1, 1, 2, 0, 1, 3, 3, 2, 4);
  const model = fitPoisson(table, counts, new Float64Array(12), { penalty: 1e-6, fewestOfLevel: 1 });
  const means = poissonFactors(model, table);
  expect([means[0], means[4], means[8]].map((mean) => Number(mean?.toFixed(3)))).toEqual([0.5, 1, 3]);
});

test('what is expected anyway is bent by the coefficient that the counts were drawn with', () => {
  const random = seededRandom(4);
  const rows = 20_000;
  const x = Float64Array.from({ length: rows }, () => randomNormal(random));
  const offsets = Float64Array.from({ length: rows }, () => Math.log(0.5 + 2 * random()));
  const counts = Float64Array.from(x, (value, row) => drawn(random, Math.exp((offsets[row] ?? 0) + 0.2 + 0.4 * value)));
  const model = fitPoisson({ rows, columns: [{ kind: 'number', name: 'x', values: x }] }, counts, offsets);
  const [one = 0, zero = 0] = poissonFactors(model, { rows: 2, columns: [{ kind: 'number', name: 'x', values: Float64Array.of(1, 0) }] });
  expect(Math.log(zero)).toBeCloseTo(0.2, 1);
  expect(Math.log(one / zero)).toBeCloseTo(0.4, 1);
});

function drawn(random: () => number, mean: number): number {
  let [count, product] = [0, random()];
  for (const limit = Math.exp(-mean); product > limit; count += 1) product *= random();
  return count;
}

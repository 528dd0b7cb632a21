import { expect, test } from 'vitest';
import { randomNormal, seededRandom } from '../../stats/index.ts';
import { driftOf, stability } from './drift.ts';
import { fairnessBy } from './fairness.ts';
import { referenceOf } from './reference.ts';

// (.6 − .5) ln(.6 / .5) + (.4 − .5) ln(.4 / .5) = .018232 + .022314.
test('the population stability index by hand', () => {
  expect(stability([0.5, 0.5], [0.6, 0.4])).toBeCloseTo(0.040547, 6);
  expect(stability([0.2, 0.8], [0.2, 0.8])).toBe(0);
});

function customers(shift: number, seed: number) {
  const random = seededRandom(seed);
  const columns = [0, 1, 2, 3].map((place) => ({
    kind: 'number' as const,
    name: `x${place}`,
    values: Float64Array.from({ length: 2000 }, () => randomNormal(random) + (place < 3 ? shift : 0)),
  }));
  return { rows: 2000, columns };
}

test('others of the same kind have not drifted; moved by a standard deviation they have, and the columns are named', () => {
  const scores = Float64Array.from({ length: 2000 }, (_, row) => row / 2000);
  const reference = referenceOf(customers(0, 1), scores);
  expect(driftOf(reference, customers(0, 2), scores)?.level).toBe('none');
  const moved = driftOf(reference, customers(1, 3), scores);
  expect(moved?.level).toBe('strong');
  expect(moved?.score).toBe(0);
  expect(
    moved?.columns
      .slice(0, 3)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(['x0', 'x1', 'x2']);
  expect(driftOf(reference, { rows: 5, columns: [] }, scores.slice(0, 5))).toBeUndefined();
});

// 40 of either; of the 20 positive "a" all are picked, of the 20 positive "b" 5 are: rates 1 and .25, and 15 of the 20 other "b" are picked in their place.
test('a model that finds one group and not the other is called unequal', () => {
  const codes = Int32Array.from({ length: 80 }, (_, row) => (row < 40 ? 0 : 1));
  const labels = Uint8Array.from({ length: 80 }, (_, row) => Number(row % 2 === 0));
  const picked = (row: number): boolean => (row < 40 ? row % 2 === 0 : row % 2 === 0 ? row < 50 : row < 70);
  const probabilities = Float64Array.from({ length: 80 }, (_, row) => (picked(row) ? 0.9 : 0.1));
  const found = fairnessBy({ kind: 'category', name: 'kind', codes, levels: ['a', 'b'] }, 'kind', { probabilities, labels });
  const [a, b] = found?.groups ?? [];
  expect([a?.true_positive?.value, a?.false_positive?.value]).toEqual([1, 0]);
  expect([b?.true_positive?.value, b?.false_positive?.value]).toEqual([0.25, 0.75]);
  expect(found?.differs).toBe(true);
  expect(fairnessBy({ kind: 'category', name: 'kind', codes: new Int32Array(80), levels: ['a'] }, 'kind', { probabilities, labels })).toBeUndefined();
});

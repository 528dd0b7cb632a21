import { expect, test } from 'vitest';
import { mall } from '../../../../test/public-tables.ts';
import { randomNormal, seededRandom } from '../../random/index.ts';
import { nearestCentres, type Points } from '../points.ts';
import { kMeans } from './k-means.ts';

// Published for this set: inertia 44448.4554 with groups of 22, 23, 35, 39 and 81.
test('finds the published groups of the mall', () => {
  const points = mall();
  if (points === undefined) return;
  const { inertia, assignments } = kMeans(points, 5, { tolerance: 0 });
  expect(inertia).toBeCloseTo(44448.4554, 3);
  expect([0, 1, 2, 3, 4].map((group) => assignments.filter((own) => own === group).length).sort((a, b) => a - b)).toEqual([22, 23, 35, 39, 81]);
});

function clouds(rows: number): Points {
  const random = seededRandom(2);
  return { rows, width: 3, values: Float64Array.from({ length: rows * 3 }, (_, place) => 6 * (Math.floor(place / 3) % 4) + randomNormal(random)) };
}

test('bounds change nothing: everybody is with the nearest centre, and centres are means', () => {
  const points = clouds(3000);
  const { centres, assignments } = kMeans(points, 7, { tolerance: 0, restarts: 2 });
  expect([...assignments]).toEqual([...nearestCentres(points, centres)]);
  const members = [...assignments.keys()].filter((row) => assignments[row] === 3);
  const mean = members.reduce((sum, row) => sum + (points.values[row * 3] ?? 0), 0) / members.length;
  expect(centres[9]).toBeCloseTo(mean, 9);
});

test('starts on a sample of many rows, and gives the same for the same seed', () => {
  const points = clouds(30_000);
  const first = kMeans(points, 4, { restarts: 3 });
  expect(first.inertia / points.rows / 3).toBeCloseTo(1, 1);
  expect(kMeans(points, 4, { restarts: 3 }).assignments).toEqual(first.assignments);
});

test('as many groups as different rows, and more than rows', () => {
  const points: Points = { rows: 4, width: 1, values: Float64Array.of(1, 1, 5, 9) };
  expect(kMeans(points, 3).inertia).toBe(0);
  expect(kMeans(points, 9).k).toBe(4);
});

import { describe, expect, test } from 'vitest';
import { mall } from '../../../test/public-tables.ts';
import { randomNormal, seededRandom } from '../random/index.ts';
import {
  adjustedRand,
  assignMixture,
  bestPairs,
  cutTree,
  fitMixture,
  gapStatistic,
  hdbscan,
  kByGap,
  kMeans,
  kPrototypes,
  neighbourMap,
  type Points,
  principalComponents,
  project,
  silhouette,
  stability,
  wardTree,
} from './index.ts';

/** Round clouds with spread 1 around centres, in turn; and which cloud each row is of. */
function clouds(centres: readonly (readonly [number, number])[], rows: number, seed = 5): { readonly points: Points; readonly truth: Int32Array } {
  const random = seededRandom(seed);
  const truth = Int32Array.from({ length: rows }, (_, row) => row % centres.length);
  const values = Float64Array.from([...truth].flatMap((own) => (centres[own] ?? [0, 0]).map((centre) => centre + randomNormal(random))));
  return { points: { rows, width: 2, values }, truth };
}
const three = clouds(
  [
    [0, 0],
    [10, 0],
    [0, 10],
  ],
  300,
);
const evenly: Points = { rows: 300, width: 2, values: Float64Array.from({ length: 600 }, seededRandom(8)) };

describe('groupings', () => {
  // SciPy: linkage([[0,0],[1,0],[5,5],[5,6.5],[10,0]], 'ward').
  test("Ward's hierarchy is that of SciPy", () => {
    const merges = wardTree({ rows: 5, width: 2, values: Float64Array.of(0, 0, 1, 0, 5, 5, 5, 6.5, 10, 0) });
    expect(merges.map(({ left, right, size }) => [Math.min(left, right), Math.max(left, right), size])).toEqual([
      [0, 1, 2],
      [2, 3, 2],
      [4, 6, 3],
      [5, 7, 5],
    ]);
    [1, 1.5, 8.79867414, 11.24870363].forEach((height, place) => expect(merges[place]?.height).toBeCloseTo(height, 7));
    expect([...cutTree(merges, 5, 2)]).toEqual([0, 0, 1, 1, 1]);
  });

  test('a row of weight two is two rows', () => {
    const single = wardTree({ rows: 4, width: 1, values: Float64Array.of(0, 0, 3, 10) });
    const weighted = wardTree({ rows: 3, width: 1, values: Float64Array.of(0, 3, 10) }, Float64Array.of(2, 1, 1));
    expect(weighted.map(({ height }) => height)).toEqual(single.slice(1).map(({ height }) => height));
  });

  // scikit-learn's GaussianMixture on the mall: one component −9.352328 a row (BIC 3767.42), five of ten starts −8.777.
  test('a mixture fits the mall as scikit-learn does', () => {
    const points = mall();
    if (points === undefined) return;
    const one = fitMixture(points, 1);
    expect(one.logLikelihood).toBeCloseTo(-9.352327896, 6);
    expect(one.bic).toBeCloseTo(3767.4227, 3);
    expect(fitMixture(points, 5).logLikelihood).toBeGreaterThan(-8.79);
  });

  test('every method finds plain clouds', () => {
    const { points, truth } = three;
    expect(adjustedRand(kMeans(points, 3).assignments, truth)).toBe(1);
    expect(adjustedRand(assignMixture(points, fitMixture(points, 3)).assignments, truth)).toBe(1);
    expect(adjustedRand(cutTree(wardTree(points), 300, 3), truth)).toBe(1);
    const dense = hdbscan(points, 15);
    expect(dense.groups).toBe(3);
    const inside = [...truth.keys()].filter((row) => (dense.assignments[row] ?? -1) >= 0);
    expect(inside.length).toBeGreaterThan(200);
    expect(
      adjustedRand(
        Int32Array.from(inside, (row) => dense.assignments[row] ?? 0),
        Int32Array.from(inside, (row) => truth[row] ?? 0),
      ),
    ).toBe(1);
  });

  // Two half circles around each other: no centre can part them, density can.
  test('dense groups may have any shape, and strays belong nowhere', () => {
    const moons = Float64Array.from({ length: 400 }, (_, place) => {
      const row = place >> 1;
      const angle = (Math.PI * (row % 100)) / 99;
      const upper = row < 100;
      return place % 2 === 0 ? (upper ? Math.cos(angle) : 1 - Math.cos(angle)) : upper ? Math.sin(angle) : 0.4 - Math.sin(angle);
    });
    const { assignments, groups } = hdbscan({ rows: 202, width: 2, values: Float64Array.of(...moons, 9, 9, -9, 7) }, 5);
    expect(groups).toBe(2);
    expect(new Set(assignments.slice(0, 100)).size).toBe(1);
    expect(new Set(assignments.slice(100, 200)).size).toBe(1);
    expect(assignments.slice(200)).toEqual(Int32Array.of(-1, -1));
  });

  test('levels part what numbers can not', () => {
    const random = seededRandom(3);
    const points: Points = { rows: 200, width: 1, values: Float64Array.from({ length: 200 }, () => 0.2 * randomNormal(random)) };
    const level = Int32Array.from({ length: 200 }, (_, row) => row % 2);
    const { assignments } = kPrototypes({ points, codes: [level, level] }, 2);
    expect(adjustedRand(assignments, level)).toBe(1);
  });
});

describe('evidence', () => {
  // scikit-learn's adjusted_rand_score of these is .444….
  test('adjusted Rand index', () => {
    expect(adjustedRand(Int32Array.of(0, 0, 1, 1, 2, 2), Int32Array.of(0, 0, 1, 2, 2, 2))).toBeCloseTo(0.4444444444, 9);
    expect(adjustedRand(Int32Array.of(0, 0, 1, 1), Int32Array.of(5, 5, 3, 3))).toBe(1);
  });

  // Published for the mall's five groups.
  test('silhouette of the mall', () => {
    const points = mall();
    if (points === undefined) return;
    expect(silhouette(points, kMeans(points, 5).assignments)).toBeCloseTo(0.553932, 5);
  });

  test('the gap sees three clouds, and none in evenly spread rows', () => {
    expect(kByGap(gapStatistic(three.points, 5, 1))).toBe(3);
    expect(kByGap(gapStatistic(evenly, 5, 1))).toBe(1);
  });

  test('plain groups are found again on other halves, made-up ones are not', () => {
    const centres = (k: number) => (points: Points, seed: number) => kMeans(points, k, { seed, restarts: 3 }).centres;
    expect(stability(three.points, centres(3), 1)).toBe(1);
    expect(stability(three.points, centres(6), 1)).toBeLessThan(0.9);
  });
});

describe('maps and matching', () => {
  // scikit-learn's PCA: directions (.96522808, .26140916) and (−.26140916, .96522808), shares .50981 and .49019.
  test('principal components of the mall', () => {
    const points = mall();
    if (points === undefined) return;
    const { directions, shares } = principalComponents(points);
    expect(directions[0]?.[0]).toBeCloseTo(0.96522808, 6);
    expect(directions[1]?.[0]).toBeCloseTo(-0.26140916, 6);
    expect(shares[0]).toBeCloseTo(0.50981041, 7);
  });

  test('on the map of neighbours, clouds lie apart', () => {
    const { points, truth } = clouds(
      [
        [0, 0],
        [30, 0],
        [0, 30],
      ],
      120,
    );
    const map = neighbourMap(points, project(points, principalComponents(points)), { perplexity: 15, iterations: 250 });
    expect(silhouette(map, truth)).toBeGreaterThan(0.6);
  });

  // Greedy would take 9 and leave 1: 10; the best is 8 + 7 = 15.
  test('pairs are the best together, not one by one', () => {
    expect(
      bestPairs([
        [9, 8],
        [7, 1],
      ]),
    ).toEqual([1, 0]);
    expect(bestPairs([[1], [5], [2]])).toEqual([-1, 0, -1]);
    expect(bestPairs([[1, 2, 3]])).toEqual([2]);
  });
});

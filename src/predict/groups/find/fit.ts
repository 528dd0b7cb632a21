import {
  cutTree,
  fitMixture,
  hdbscan,
  kMeans,
  kPrototypes,
  type Points,
  sampled,
  seededRandom,
  squaredDistance,
  takePoints,
  wardTree,
} from '../../../stats/index.ts';
import type { GroupSpace } from '../space/space.ts';
import type { GroupModel, PointMethod } from './model.ts';

/** Methods whose work grows faster than the rows look at samples of these sizes; everybody is then put into the groups found. */
const mixtureRows = 20_000;
const prototypeRows = 20_000;
const denseRows = 2500;
const smallGroups = 400;
const gamma = 0.5;

type Placed = { readonly points: Points; readonly codes: readonly Int32Array[] };

/** Fits one method with `k` groups (HDBSCAN finds its own number). Pure: the same rows and seed give the same model. */
export function fitGroupModel(method: PointMethod, space: GroupSpace, { points, codes }: Placed, k: number, seed: number): GroupModel {
  switch (method) {
    case 'k-means': {
      const found = kMeans(points, k, { seed });
      return { method, space, k: found.k, centres: [...found.centres] };
    }
    case 'mixture': {
      const mixture = fitMixture(sampleOf(points, mixtureRows, seed), k, { seed });
      return { method, space, k: mixture.k, mixture };
    }
    case 'ward':
      return fitWard(space, points, k, seed);
    case 'k-prototypes': {
      const rows = sampled(seededRandom(seed), points.rows, prototypeRows);
      const some = codes.map((column) => Int32Array.from(rows, (row) => column[row] ?? -1));
      const found = kPrototypes({ points: takePoints(points, rows), codes: some }, k, { seed, gamma });
      return { method, space, k: found.k, centres: [...found.centres], modes: [...found.modes], gamma };
    }
    case 'hdbscan':
      return fitDense(space, sampleOf(points, denseRows, seed));
  }
}

export const sampleOf = (points: Points, most: number, seed: number): Points =>
  points.rows <= most ? points : takePoints(points, sampled(seededRandom(seed), points.rows, most));

/** The hierarchy is built over many small groups of k-means, each weighing what it holds. */
function fitWard(space: GroupSpace, points: Points, k: number, seed: number): GroupModel {
  const small = kMeans(points, Math.min(smallGroups, points.rows), { seed, restarts: 1, mostIterations: 30 });
  const weights = new Float64Array(small.k);
  for (const own of small.assignments) weights[own] = (weights[own] ?? 0) + 1;
  const filled = Uint32Array.from(weights.keys()).filter((own) => weights[own] !== 0);
  const centres = takePoints({ rows: small.k, width: points.width, values: small.centres }, filled);
  const merges = wardTree(
    centres,
    Float64Array.from(filled, (own) => weights[own] ?? 1),
  );
  return { method: 'ward', space, k: Math.min(k, filled.length), centres: [...centres.values], groups: [...cutTree(merges, filled.length, k)], reach: null };
}

/** A group of fewer than a fiftieth of the customers is not worth a name. */
function fitDense(space: GroupSpace, sample: Points): GroupModel {
  const fewest = Math.max(10, Math.round(sample.rows / 50));
  const { assignments, groups } = hdbscan(sample, fewest, 10);
  return { method: 'hdbscan', space, k: groups, centres: [...sample.values], groups: [...assignments], reach: usualReach(sample) };
}

/** Three times the usual distance from the nearest other row: beyond that a customer is like nobody of the sample. */
function usualReach(sample: Points): number {
  const nearest = Float64Array.from({ length: sample.rows }, (_, row) => {
    let best = Number.POSITIVE_INFINITY;
    for (let other = 0; other < sample.rows; other += 1)
      if (other !== row) best = Math.min(best, squaredDistance(sample.values, row, sample.values, other, sample.width));
    return Math.sqrt(best);
  }).sort();
  return 3 * (nearest[Math.floor(nearest.length * 0.9)] ?? 1);
}

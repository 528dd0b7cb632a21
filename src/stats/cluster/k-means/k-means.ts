import { sampled, seededRandom } from '../../random/index.ts';
import { type Points, takePoints } from '../points.ts';
import { type Settled, settle } from './hamerly.ts';
import { plusPlusCentres } from './plus-plus.ts';

export type KMeans = {
  readonly k: number;
  readonly centres: Float64Array;
  readonly assignments: Int32Array;
  readonly inertia: number;
  readonly iterations: number;
};

export type KMeansOptions = {
  readonly seed: number;
  /** Starts from different centres; the one with the least inertia wins. */
  readonly restarts: number;
  readonly mostIterations: number;
  /** Centres that move less, as a share of the mean variance of the columns, are at rest. */
  readonly tolerance: number;
};

const defaults: KMeansOptions = { seed: 1, restarts: 10, mostIterations: 300, tolerance: 1e-4 };
/** Above so many rows the starts compete on a sample of them, and only the winner sees all rows. */
const sampleRows = 20_000;

/** k-means: centres with the least sum of squared distances (inertia) that `restarts` starts by k-means++ find. `k` is at most the number of rows. */
export function kMeans(points: Points, k: number, options: Partial<KMeansOptions> = {}): KMeans {
  const chosen = { ...defaults, ...options };
  const random = seededRandom(chosen.seed);
  const few = Math.min(k, points.rows);
  const sample = points.rows > sampleRows ? takePoints(points, sampled(random, points.rows, sampleRows)) : points;
  const tolerance = chosen.tolerance * meanVariance(sample);
  let best: Settled | undefined;
  for (let start = 0; start < Math.max(1, chosen.restarts); start += 1) {
    const settled = settle(sample, plusPlusCentres(sample, few, random), tolerance, chosen.mostIterations);
    if (best === undefined || settled.inertia < best.inertia) best = settled;
  }
  const winner = best ?? settle(sample, new Float64Array(few * points.width), tolerance, chosen.mostIterations);
  const settled = sample === points ? winner : settle(points, winner.centres, tolerance, chosen.mostIterations);
  return { k: few, ...settled };
}

function meanVariance({ rows, width, values }: Points): number {
  let total = 0;
  for (let column = 0; column < width; column += 1) {
    let [sum, squares] = [0, 0];
    for (let row = 0; row < rows; row += 1) sum += values[row * width + column] ?? 0;
    const mean = sum / rows;
    for (let row = 0; row < rows; row += 1) squares += ((values[row * width + column] ?? 0) - mean) ** 2;
    total += squares / rows;
  }
  return total / width;
}

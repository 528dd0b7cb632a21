import { cholesky } from '../matrix/index.ts';
import { kMeans } from './k-means/k-means.ts';
import type { Points } from './points.ts';

/** Clouds with their own shape and tilt: weights, means and lower Cholesky triangles of the covariances, component after component. */
export type GaussianMixture = {
  readonly k: number;
  readonly width: number;
  readonly weights: readonly number[];
  readonly means: readonly number[];
  readonly triangles: readonly number[];
  /** Mean log-likelihood of a training row, in nats. */
  readonly logLikelihood: number;
  /** Bayesian information criterion (Schwarz, Annals of Statistics 6, 1978) over the training rows: less is better. */
  readonly bic: number;
  readonly iterations: number;
};

export type MixtureOptions = { readonly seed: number; readonly mostIterations: number; readonly tolerance: number; readonly ridge: number };
const defaults: MixtureOptions = { seed: 1, mostIterations: 100, tolerance: 1e-3, ridge: 1e-6 };

/**
 * Gaussian mixture with full covariances by expectation and maximisation (Dempster, Laird & Rubin, JRSS B 39, 1977), from the groups of k-means.
 * `ridge` on the diagonals keeps a component from collapsing on one row.
 */
export function fitMixture(points: Points, k: number, options: Partial<MixtureOptions> = {}): GaussianMixture {
  const chosen = { ...defaults, ...options };
  const { rows, width } = points;
  const start = kMeans(points, k, { seed: chosen.seed, restarts: 3 });
  const shares = new Float64Array(rows * start.k);
  start.assignments.forEach((own, row) => (shares[row * start.k + own] = 1));
  let mixture = maximise(points, shares, start.k, chosen.ridge);
  let logLikelihood = Number.NEGATIVE_INFINITY;
  let iterations = 0;
  while (iterations < chosen.mostIterations) {
    iterations += 1;
    const reached = expect(points, mixture, shares) / rows;
    const gained = reached - logLikelihood;
    logLikelihood = reached;
    if (gained < chosen.tolerance) break;
    mixture = maximise(points, shares, start.k, chosen.ridge);
  }
  const parameters = start.k * (1 + width + (width * (width + 1)) / 2) - 1;
  return { ...mixture, logLikelihood, bic: parameters * Math.log(rows) - 2 * rows * logLikelihood, iterations };
}

type Parameters = Pick<GaussianMixture, 'k' | 'width' | 'weights' | 'means' | 'triangles'>;

/** The component that most likely made each row, and how likely. */
export function assignMixture(points: Points, mixture: GaussianMixture): { readonly assignments: Int32Array; readonly certainty: Float64Array } {
  const shares = new Float64Array(points.rows * mixture.k);
  expect(points, mixture, shares);
  const assignments = new Int32Array(points.rows);
  const certainty = new Float64Array(points.rows);
  for (let row = 0; row < points.rows; row += 1) {
    for (let own = 0; own < mixture.k; own += 1) {
      const share = shares[row * mixture.k + own] ?? 0;
      if (share <= (certainty[row] ?? 0)) continue;
      certainty[row] = share;
      assignments[row] = own;
    }
  }
  return { assignments, certainty };
}

/** Fills each row's share of each component; returns the log-likelihood of all rows. */
function expect(points: Points, { k, width, weights, means, triangles }: Parameters, shares: Float64Array): number {
  const constants = weights.map((weight, own) => {
    let logDeterminant = 0;
    for (let place = 0; place < width; place += 1) logDeterminant += 2 * Math.log(triangles[(own * width + place) * width + place] ?? 1);
    return Math.log(weight) - (width * Math.log(2 * Math.PI) + logDeterminant) / 2;
  });
  const solved = new Float64Array(width);
  let total = 0;
  for (let row = 0; row < points.rows; row += 1) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let own = 0; own < k; own += 1) {
      let squares = 0;
      for (let place = 0; place < width; place += 1) {
        let value = (points.values[row * width + place] ?? 0) - (means[own * width + place] ?? 0);
        const base = (own * width + place) * width;
        for (let before = 0; before < place; before += 1) value -= (triangles[base + before] ?? 0) * (solved[before] ?? 0);
        value /= triangles[base + place] ?? 1;
        solved[place] = value;
        squares += value * value;
      }
      const log = (constants[own] ?? 0) - squares / 2;
      shares[row * k + own] = log;
      largest = Math.max(largest, log);
    }
    let sum = 0;
    for (let own = 0; own < k; own += 1) sum += Math.exp((shares[row * k + own] ?? 0) - largest);
    const log = largest + Math.log(sum);
    for (let own = 0; own < k; own += 1) shares[row * k + own] = Math.exp((shares[row * k + own] ?? 0) - log);
    total += log;
  }
  return total;
}

/** Weights, means and covariances of the rows by their shares. */
function maximise({ rows, width, values }: Points, shares: Float64Array, k: number, ridge: number): Parameters {
  const weights: number[] = [];
  const means: number[] = [];
  const triangles: number[] = [];
  for (let own = 0; own < k; own += 1) {
    const mean = new Float64Array(width);
    let weight = 1e-10;
    for (let row = 0; row < rows; row += 1) {
      const share = shares[row * k + own] ?? 0;
      weight += share;
      for (let place = 0; place < width; place += 1) mean[place] = (mean[place] ?? 0) + share * (values[row * width + place] ?? 0);
    }
    for (let place = 0; place < width; place += 1) mean[place] = (mean[place] ?? 0) / weight;
    weights.push(weight / rows);
    means.push(...mean);
    triangles.push(...triangleOf({ rows, width, values }, shares, k, own, mean, weight, ridge));
  }
  return { k, width, weights, means, triangles };
}

function triangleOf(
  { rows, width, values }: Points,
  shares: Float64Array,
  k: number,
  own: number,
  mean: Float64Array,
  weight: number,
  ridge: number,
): Float64Array {
  const covariance = new Float64Array(width * width);
  const away = new Float64Array(width);
  for (let row = 0; row < rows; row += 1) {
    const share = shares[row * k + own] ?? 0;
    if (share < 1e-12) continue;
    for (let place = 0; place < width; place += 1) away[place] = (values[row * width + place] ?? 0) - (mean[place] ?? 0);
    for (let a = 0; a < width; a += 1) {
      const scaled = share * (away[a] ?? 0);
      for (let b = 0; b <= a; b += 1) covariance[a * width + b] = (covariance[a * width + b] ?? 0) + scaled * (away[b] ?? 0);
    }
  }
  for (let place = 0; place < covariance.length; place += 1) covariance[place] = (covariance[place] ?? 0) / weight;
  for (let place = 0; place < width; place += 1) covariance[place * width + place] = (covariance[place * width + place] ?? 0) + ridge;
  // A flat cloud is made a little thicker until it has a shape.
  for (let more = ridge * 10; ; more *= 10) {
    const triangle = cholesky(covariance, width);
    if (triangle !== undefined) return triangle;
    for (let place = 0; place < width; place += 1) covariance[place * width + place] = (covariance[place * width + place] ?? 0) + more;
  }
}

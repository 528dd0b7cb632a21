import { cholesky, solveSymmetric } from '../matrix/index.ts';
import { type Random, randomNormal } from '../random/index.ts';

/** Posterior of a linear model's coefficients: normal with this mean, and precision (the inverse covariance) by rows. */
export type LinearPosterior = {
  readonly mean: Float64Array;
  readonly precision: Float64Array /** Lower triangle of the precision. */;
  readonly lower: Float64Array;
  readonly observations: number;
};

/**
 * Bayesian logistic regression by Laplace's approximation (Chapelle & Li, An Empirical Evaluation of Thompson Sampling, NIPS 2011): the mode of the posterior under a normal prior with
 * this precision, by Newton's steps, and the curvature there. A step that would lead uphill is halved: undamped ones overshoot where an arm has a thousand outcomes far from the prior, and
 * do not come back. `rows` are the contexts one after the other, `size` numbers each; `prior` is where nothing is known yet.
 */
export function fitPosterior(rows: Float64Array, size: number, outcomes: ArrayLike<number>, prior: Prior): LinearPosterior {
  const count = outcomes.length;
  let mean: Float64Array = prior.mean.slice();
  let loss = lossOf(mean, rows, outcomes, prior);
  for (let iteration = 0; iteration < 100; iteration += 1) {
    const { gradient, precision } = slopeOf(mean, rows, size, outcomes, prior);
    const step = solveSymmetric(precision, gradient);
    if (step === undefined || step.every((move) => Math.abs(move) < 1e-8)) break;
    const from = mean;
    let length = 1;
    let [next, reached] = [mean, Number.POSITIVE_INFINITY];
    for (; length > 1e-6 && !(reached <= loss); length /= 2) {
      next = from.map((value, place) => value + length * (step[place] ?? 0));
      reached = lossOf(next, rows, outcomes, prior);
    }
    if (!(reached <= loss)) break;
    [mean, loss] = [next, reached];
  }
  const { precision } = slopeOf(mean, rows, size, outcomes, prior);
  return { mean, precision, lower: cholesky(precision, size) ?? new Float64Array(size * size), observations: count };
}

type Prior = { readonly mean: Float64Array; readonly precision: number };

/** Minus the logarithm of the posterior, but for a constant. */
function lossOf(mean: Float64Array, rows: Float64Array, outcomes: ArrayLike<number>, prior: Prior): number {
  const size = mean.length;
  let loss = mean.reduce((sum, value, place) => sum + (prior.precision / 2) * (value - (prior.mean[place] ?? 0)) ** 2, 0);
  for (let row = 0; row < outcomes.length; row += 1) {
    let score = 0;
    for (let place = 0; place < size; place += 1) score += (mean[place] ?? 0) * (rows[row * size + place] ?? 0);
    // ln(1 + eˢ) − y·s, without overflow.
    loss += Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score))) - (outcomes[row] ?? 0) * score;
  }
  return loss;
}

/** Where the posterior rises, and its curvature. */
function slopeOf(
  mean: Float64Array,
  rows: Float64Array,
  size: number,
  outcomes: ArrayLike<number>,
  prior: Prior,
): { gradient: Float64Array; precision: Float64Array } {
  const precision = new Float64Array(size * size);
  const gradient = mean.map((value, place) => -prior.precision * (value - (prior.mean[place] ?? 0)));
  for (let place = 0; place < size; place += 1) precision[place * size + place] = prior.precision;
  for (let row = 0; row < outcomes.length; row += 1) {
    const own = rows.subarray(row * size, (row + 1) * size);
    const probability = chance(mean, own);
    const weight = probability * (1 - probability);
    for (let i = 0; i < size; i += 1) {
      gradient[i] = (gradient[i] ?? 0) + ((outcomes[row] ?? 0) - probability) * (own[i] ?? 0);
      for (let j = 0; j <= i; j += 1) {
        const add = weight * (own[i] ?? 0) * (own[j] ?? 0);
        precision[i * size + j] = (precision[i * size + j] ?? 0) + add;
        if (i !== j) precision[j * size + i] = (precision[j * size + i] ?? 0) + add;
      }
    }
  }
  return { gradient, precision };
}

/** One draw of the coefficients: mean + L⁻ᵀ z, where L·Lᵀ is the precision. */
export function drawCoefficients({ mean, lower }: LinearPosterior, random: Random): Float64Array {
  const size = mean.length;
  const drawn = Float64Array.from({ length: size }, () => randomNormal(random));
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = drawn[row] ?? 0;
    for (let below = row + 1; below < size; below += 1) sum -= (lower[below * size + row] ?? 0) * (drawn[below] ?? 0);
    drawn[row] = sum / (lower[row * size + row] || 1);
  }
  return drawn.map((value, place) => value + (mean[place] ?? 0));
}

/** Probability of success with these coefficients in this context. */
export function chance(coefficients: ArrayLike<number>, context: ArrayLike<number>): number {
  let score = 0;
  for (let place = 0; place < coefficients.length; place += 1) score += (coefficients[place] ?? 0) * (context[place] ?? 0);
  return 1 / (1 + Math.exp(-score));
}

import { solveSymmetric } from '../../matrix/index.ts';
import type { FeatureTable } from '../table/index.ts';
import { addLinear, addTransposed, type Block, designBlocks } from './blocks.ts';
import { curvature } from './curvature.ts';
import { coefficientsOf, type LinearTerm, linearTerms, type TermOptions } from './terms.ts';

export type LogisticModel = {
  readonly kind: 'logistic';
  readonly terms: readonly LinearTerm[];
  /** The intercept, then those of the terms. */
  readonly coefficients: readonly number[];
  readonly iterations: number;
};

export type LogisticOptions = TermOptions & {
  /** L2 penalty: half of this times the squared coefficients is added to the total log-loss (1 / C of scikit-learn). Not on the intercept. */
  readonly penalty: number;
};

export const logisticDefaults: LogisticOptions = { penalty: 1, logAboveSkewness: Number.POSITIVE_INFINITY, fewestOfLevel: 1, mostLevels: 100 };

const mostIterations = 50;

/**
 * Logistic regression with an L2 penalty, fitted by Newton's method (iteratively reweighted least squares; McCullagh & Nelder, Generalized
 * Linear Models, 1989) with halved steps where one overshoots. Numbers are standardised, categories get one coefficient a level.
 */
export function fitLogistic(table: FeatureTable, labels: Uint8Array, options: Partial<LogisticOptions> = {}): LogisticModel {
  const chosen = { ...logisticDefaults, ...options };
  const terms = linearTerms(table, chosen);
  const size = 1 + terms.reduce((sum, term) => sum + coefficientsOf(term), 0);
  const intercept: Block = { kind: 'choice', offset: 0, size: 1, choices: new Int32Array(table.rows) };
  const blocks = [intercept, ...designBlocks(table, terms)];
  let coefficients = new Float64Array(size);
  let loss = penalisedLoss(blocks, coefficients, labels, chosen.penalty);
  let iterations = 0;
  while (iterations < mostIterations) {
    iterations += 1;
    const next = step(blocks, coefficients, labels, chosen.penalty, loss);
    const gained = loss - next.loss;
    coefficients = next.coefficients;
    loss = next.loss;
    if (gained <= 1e-9 * Math.abs(loss)) break;
  }
  return { kind: 'logistic', terms, coefficients: [...coefficients], iterations };
}

type Point = { readonly coefficients: Float64Array<ArrayBuffer>; readonly loss: number };

function step(blocks: readonly Block[], coefficients: Float64Array<ArrayBuffer>, labels: Uint8Array, penalty: number, loss: number): Point {
  const size = coefficients.length;
  const residuals = linearScores(blocks, coefficients, labels.length).map(sigmoid);
  const weights = residuals.map((probability) => Math.max(1e-12, probability * (1 - probability)));
  for (let row = 0; row < labels.length; row += 1) residuals[row] = (labels[row] ?? 0) - (residuals[row] ?? 0);
  const gradient = new Float64Array(size);
  addTransposed(blocks, residuals, gradient);
  const matrix = curvature(blocks, weights, size);
  for (let place = 0; place < size; place += 1) {
    const own = place === 0 ? 0 : penalty;
    gradient[place] = (gradient[place] ?? 0) - own * (coefficients[place] ?? 0);
    matrix[place * size + place] = (matrix[place * size + place] ?? 0) + own + 1e-9;
  }
  const direction = solveSymmetric(matrix, gradient);
  if (direction === undefined) return { coefficients, loss };
  for (let length = 1; length > 1e-4; length /= 2) {
    const tried = coefficients.map((coefficient, place) => coefficient + length * (direction[place] ?? 0));
    const reached = penalisedLoss(blocks, tried, labels, penalty);
    if (reached <= loss) return { coefficients: tried, loss: reached };
  }
  return { coefficients, loss };
}

function linearScores(blocks: readonly Block[], coefficients: Float64Array, rows: number): Float64Array<ArrayBuffer> {
  const scores = new Float64Array(rows);
  addLinear(blocks, coefficients, scores);
  return scores;
}

function penalisedLoss(blocks: readonly Block[], coefficients: Float64Array, labels: Uint8Array, penalty: number): number {
  const scores = linearScores(blocks, coefficients, labels.length);
  let loss = 0;
  for (let row = 0; row < labels.length; row += 1) {
    const score = scores[row] ?? 0;
    loss += Math.max(score, 0) - (labels[row] ?? 0) * score + Math.log1p(Math.exp(-Math.abs(score)));
  }
  for (let place = 1; place < coefficients.length; place += 1) loss += (penalty / 2) * (coefficients[place] ?? 0) ** 2;
  return loss;
}

/** Log-odds of each row. */
export function logisticScores(model: LogisticModel, table: FeatureTable): Float64Array {
  const scores = new Float64Array(table.rows).fill(model.coefficients[0] ?? 0);
  addLinear(designBlocks(table, model.terms), Float64Array.from(model.coefficients), scores);
  return scores;
}

export const sigmoid = (score: number): number => (score >= 0 ? 1 / (1 + Math.exp(-score)) : Math.exp(score) / (1 + Math.exp(score)));

/** ln(p / (1 − p)), with p kept a little away from 0 and 1. */
export const logOdds = (probabilities: Float64Array): Float64Array<ArrayBuffer> =>
  Float64Array.from(probabilities, (probability) => {
    const kept = Math.min(1 - 1e-6, Math.max(1e-6, probability));
    return Math.log(kept / (1 - kept));
  });

import { solveSymmetric } from '../../matrix/index.ts';
import type { FeatureTable } from '../table/index.ts';
import { addLinear, addTransposed, type Block, designBlocks } from './blocks.ts';
import { curvature } from './curvature.ts';
import { coefficientsOf, type LinearTerm, linearTerms, type TermOptions } from './terms.ts';

/** Expected counts as exp(offset + coefficients · design): plain data. */
export type PoissonModel = {
  readonly kind: 'poisson';
  readonly terms: readonly LinearTerm[];
  /** The intercept, then those of the terms. */
  readonly coefficients: readonly number[];
};

export type PoissonOptions = TermOptions & {
  /** L2 penalty: half of this times the squared coefficients is taken off the log-likelihood. Not on the intercept. */
  readonly penalty: number;
};

const defaults: PoissonOptions = { penalty: 1, logAboveSkewness: 2, fewestOfLevel: 10, mostLevels: 30 };
const mostIterations = 50;

/**
 * Poisson regression with an L2 penalty, by Newton's method with halved steps (McCullagh & Nelder, Generalized Linear Models, 1989). `offsets` are logarithms of what is expected anyway: coefficients say by
 * how much to bend it.
 */
export function fitPoisson(table: FeatureTable, counts: Float64Array, offsets: Float64Array, options: Partial<PoissonOptions> = {}): PoissonModel {
  const chosen = { ...defaults, ...options };
  const terms = linearTerms(table, chosen);
  const size = 1 + terms.reduce((sum, term) => sum + coefficientsOf(term), 0);
  const intercept: Block = { kind: 'choice', offset: 0, size: 1, choices: new Int32Array(table.rows) };
  const task: Task = { blocks: [intercept, ...designBlocks(table, terms)], counts, offsets, penalty: chosen.penalty };
  let coefficients = new Float64Array(size);
  let loss = lossOf(task, coefficients);
  for (let iteration = 0; iteration < mostIterations; iteration += 1) {
    const next = step(task, coefficients, loss);
    const gained = loss - next.loss;
    coefficients = next.coefficients;
    loss = next.loss;
    if (gained <= 1e-9 * Math.abs(loss)) break;
  }
  return { kind: 'poisson', terms, coefficients: [...coefficients] };
}

type Task = { readonly blocks: readonly Block[]; readonly counts: Float64Array; readonly offsets: Float64Array; readonly penalty: number };
type Point = { readonly coefficients: Float64Array<ArrayBuffer>; readonly loss: number };

function step(task: Task, coefficients: Float64Array<ArrayBuffer>, loss: number): Point {
  const { blocks, counts, penalty } = task;
  const means = logMeans(task, coefficients).map((log) => Math.max(1e-12, Math.exp(log)));
  const gradient = new Float64Array(coefficients.length);
  addTransposed(
    blocks,
    means.map((mean, row) => (counts[row] ?? 0) - mean),
    gradient,
  );
  const matrix = curvature(blocks, means, coefficients.length);
  for (let place = 0; place < coefficients.length; place += 1) {
    const own = place === 0 ? 0 : penalty;
    gradient[place] = (gradient[place] ?? 0) - own * (coefficients[place] ?? 0);
    const diagonal = place * coefficients.length + place;
    matrix[diagonal] = (matrix[diagonal] ?? 0) + own + 1e-9;
  }
  const direction = solveSymmetric(matrix, gradient);
  if (direction === undefined) return { coefficients, loss };
  for (let length = 1; length > 1e-4; length /= 2) {
    const tried = coefficients.map((coefficient, place) => coefficient + length * (direction[place] ?? 0));
    const reached = lossOf(task, tried);
    if (reached <= loss) return { coefficients: tried, loss: reached };
  }
  return { coefficients, loss };
}

function logMeans({ blocks, offsets }: Task, coefficients: Float64Array): Float64Array<ArrayBuffer> {
  const logs = Float64Array.from(offsets);
  addLinear(blocks, coefficients, logs);
  return logs;
}

/** Negative log-likelihood without what does not depend on the coefficients. */
function lossOf(task: Task, coefficients: Float64Array): number {
  let loss = 0;
  logMeans(task, coefficients).forEach((log, row) => {
    loss += Math.exp(log) - (task.counts[row] ?? 0) * log;
  });
  for (let place = 1; place < coefficients.length; place += 1) loss += (task.penalty / 2) * (coefficients[place] ?? 0) ** 2;
  return loss;
}

/** By how much each row's expectation is bent: exp(coefficients · design). */
export function poissonFactors(model: PoissonModel, table: FeatureTable): Float64Array {
  const logs = new Float64Array(table.rows).fill(model.coefficients[0] ?? 0);
  addLinear(designBlocks(table, model.terms), Float64Array.from(model.coefficients), logs);
  return logs.map(Math.exp);
}

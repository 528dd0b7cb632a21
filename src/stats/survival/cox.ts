import { inverse } from '../inverse.ts';
import type { Spells } from './kaplan-meier.ts';

export type CoxModel = {
  /** Logarithms of hazard ratios, one per covariate. */
  readonly coefficients: readonly number[];
  readonly standardErrors: readonly number[];
  readonly logLikelihood: number;
  /** That of no covariates, for the likelihood-ratio test. */
  readonly nullLogLikelihood: number;
  /** Cumulative baseline hazard at the mean of the covariates, a step for every time with an end. */
  readonly baseline: readonly { readonly time: number; readonly hazard: number }[];
  readonly means: readonly number[];
  readonly converged: boolean;
};

type Derivatives = { readonly value: number; readonly gradient: Float64Array; readonly information: number[][] };

/**
 * Proportional hazards (Cox, Journal of the Royal Statistical Society B 34, 1972) with Efron's treatment of ties (1977), by Newton's method with halved
 * steps. `covariates[row]` are numbers in one order for all. Assumes that a covariate multiplies the risk of ending by the same factor at every age.
 */
export function fitCox(spells: Spells, covariates: readonly ArrayLike<number>[], iterations = 50): CoxModel {
  const width = covariates[0]?.length ?? 0;
  const means = Array.from({ length: width }, (_, index) => covariates.reduce((sum, row) => sum + (row[index] ?? 0), 0) / Math.max(1, covariates.length));
  const rows = covariates.map((row) => Float64Array.from(row, (value, index) => value - (means[index] ?? 0)));
  const order = Uint32Array.from(rows.keys()).sort((a, b) => (spells.duration[b] ?? 0) - (spells.duration[a] ?? 0));
  let coefficients = new Float64Array(width);
  let here = derivatives(spells, rows, order, coefficients);
  const nullLogLikelihood = here.value;
  let converged = width === 0;
  for (let iteration = 0; iteration < iterations && !converged; iteration += 1) {
    const next = newtonStep(spells, rows, order, coefficients, here);
    if (next === undefined) break;
    converged = next.at.value - here.value <= 1e-10 * Math.abs(here.value);
    coefficients = next.coefficients;
    here = next.at;
  }
  const covariance = inverse(here.information);
  return {
    coefficients: [...coefficients],
    standardErrors: Array.from(coefficients, (_, index) => Math.sqrt(covariance?.[index]?.[index] ?? Number.NaN)),
    logLikelihood: here.value,
    nullLogLikelihood,
    baseline: baselineHazard(spells, rows, order, coefficients),
    means,
    converged,
  };
}

function newtonStep(spells: Spells, rows: readonly Float64Array[], order: Uint32Array, from: Float64Array, here: Derivatives) {
  const directions = inverse(here.information)?.map((row) => row.reduce((sum, entry, index) => sum + entry * (here.gradient[index] ?? 0), 0));
  if (directions === undefined) return undefined;
  for (let scale = 1; scale > 1e-6; scale /= 2) {
    const coefficients = from.map((value, index) => value + scale * (directions[index] ?? 0));
    const at = derivatives(spells, rows, order, coefficients);
    if (at.value >= here.value) return { coefficients, at };
  }
  return undefined;
}

/** Partial log-likelihood, its gradient and the information, in one walk from the longest spell to the shortest. */
function derivatives({ duration, ended }: Spells, rows: readonly Float64Array[], order: Uint32Array, coefficients: Float64Array): Derivatives {
  const width = coefficients.length;
  const all = sums(width);
  const gradient = new Float64Array(width);
  const information = Array.from({ length: width }, () => Array.from({ length: width }, () => 0));
  let value = 0;
  for (let at = 0; at < order.length; ) {
    const time = duration[order[at] ?? 0];
    const tied = sums(width);
    let ends = 0;
    for (; at < order.length && duration[order[at] ?? 0] === time; at += 1) {
      const person = order[at] ?? 0;
      const row = rows[person] ?? new Float64Array(width);
      const score = dot(coefficients, row);
      add(all, row, Math.exp(score));
      if ((ended[person] ?? 0) <= 0) continue;
      add(tied, row, Math.exp(score));
      ends += 1;
      value += score;
      for (let i = 0; i < width; i += 1) gradient[i] = (gradient[i] ?? 0) + (row[i] ?? 0);
    }
    for (let k = 0; k < ends; k += 1) value -= without(all, tied, k / ends, gradient, information);
  }
  return { value, gradient, information };
}

type Sums = { total: number; readonly first: Float64Array; readonly second: Float64Array };
const sums = (width: number): Sums => ({ total: 0, first: new Float64Array(width), second: new Float64Array(width * width) });

function add(target: Sums, row: Float64Array, risk: number): void {
  const width = row.length;
  target.total += risk;
  for (let i = 0; i < width; i += 1) {
    target.first[i] = (target.first[i] ?? 0) + risk * (row[i] ?? 0);
    for (let j = 0; j < width; j += 1) target.second[i * width + j] = (target.second[i * width + j] ?? 0) + risk * (row[i] ?? 0) * (row[j] ?? 0);
  }
}

/** One of the tied ends, with the tied ones counted as if that part of them had left already (Efron). Returns ln of the sum of risks. */
function without(all: Sums, tied: Sums, part: number, gradient: Float64Array, information: number[][]): number {
  const width = gradient.length;
  const total = all.total - part * tied.total;
  const mean = Float64Array.from(all.first, (entry, index) => (entry - part * (tied.first[index] ?? 0)) / total);
  for (let i = 0; i < width; i += 1) {
    gradient[i] = (gradient[i] ?? 0) - (mean[i] ?? 0);
    const row = information[i] ?? [];
    for (let j = 0; j < width; j += 1) {
      const square = ((all.second[i * width + j] ?? 0) - part * (tied.second[i * width + j] ?? 0)) / total;
      row[j] = (row[j] ?? 0) + square - (mean[i] ?? 0) * (mean[j] ?? 0);
    }
  }
  return Math.log(total);
}

/** Breslow's cumulative baseline hazard, with ties as in the likelihood. */
function baselineHazard({ duration, ended }: Spells, rows: readonly Float64Array[], order: Uint32Array, coefficients: Float64Array): CoxModel['baseline'] {
  const jumps: { readonly time: number; readonly jump: number }[] = [];
  let total = 0;
  for (let at = 0; at < order.length; ) {
    const time = duration[order[at] ?? 0] ?? 0;
    let [tied, ends, jump] = [0, 0, 0];
    for (; at < order.length && duration[order[at] ?? 0] === time; at += 1) {
      const risk = Math.exp(dot(coefficients, rows[order[at] ?? 0] ?? coefficients));
      total += risk;
      if ((ended[order[at] ?? 0] ?? 0) > 0) [tied, ends] = [tied + risk, ends + 1];
    }
    for (let k = 0; k < ends; k += 1) jump += 1 / (total - (k / ends) * tied);
    if (ends > 0) jumps.push({ time, jump });
  }
  let hazard = 0;
  return jumps.toReversed().map(({ time, jump }) => {
    hazard += jump;
    return { time, hazard };
  });
}

/** Probability of lasting longer than a time, for these covariates. */
export function coxSurvival({ coefficients, means, baseline }: CoxModel, covariates: ArrayLike<number>, time: number): number {
  const score = coefficients.reduce((sum, coefficient, index) => sum + coefficient * ((covariates[index] ?? 0) - (means[index] ?? 0)), 0);
  const hazard = baseline.findLast((step) => step.time <= time)?.hazard ?? 0;
  return Math.exp(-hazard * Math.exp(score));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

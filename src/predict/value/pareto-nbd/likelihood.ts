import { hypergeometricOfOne } from '../../../stats/index.ts';
import type { History } from '../histories/history.ts';
import { logRising } from '../rising.ts';

/** Pareto/NBD: orders at a gamma rate (r, α), lifetimes exponential with a gamma rate (s, β), all per week. */
export type ParetoNbd = { readonly kind: 'pareto-nbd'; readonly r: number; readonly alpha: number; readonly s: number; readonly beta: number };

/** ln L of one customer, and the logarithms of its two parts: still alive at the cut-off, gone before. */
export type CustomerLikelihood = { readonly total: number; readonly alive: number; readonly gone: number };

/**
 * Likelihood of one customer's past (Schmittlein, Morrison & Colombo, Management Science 33, 1987, in the form of Fader & Hardie 2005,
 * "A Note on Deriving the Pareto/NBD Model and Related Expressions", equations 18 to 20).
 */
export function customerLikelihood({ r, alpha, s, beta }: ParetoNbd, { repeats: x, recency, age }: History): CustomerLikelihood {
  const common = logRising(r, x) + r * Math.log(alpha) + s * Math.log(beta);
  const alive = common - (r + x) * Math.log(alpha + age) - s * Math.log(beta + age);
  const atRecency = logTail(r, alpha, s, beta, x, recency);
  const atAge = logTail(r, alpha, s, beta, x, age);
  const gone = common + Math.log(s / (r + s + x)) + atRecency + Math.log(-Math.expm1(Math.min(0, atAge - atRecency)));
  const top = Math.max(alive, gone);
  return { total: top + Math.log(Math.exp(alive - top) + Math.exp(gone - top)), alive, gone };
}

/**
 * ln of ₂F₁(r+s+x, b; r+s+x+1; z) / (max(α, β) + t)^(r+s+x) with z = |α − β| / (max(α, β) + t). By Euler's transformation the function
 * is (1 − z)^(1 − b) · ₂F₁(1, r+s+x+1−b; r+s+x+1; z), which a continued fraction gives.
 */
function logTail(r: number, alpha: number, s: number, beta: number, x: number, time: number): number {
  const order = r + s + x;
  const scale = Math.max(alpha, beta) + time;
  const z = Math.abs(alpha - beta) / scale;
  const b = alpha >= beta ? s + 1 : r + x;
  return (1 - b) * Math.log1p(-z) + Math.log(hypergeometricOfOne(order + 1 - b, order + 1, z)) - order * Math.log(scale);
}

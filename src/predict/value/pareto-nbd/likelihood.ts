import { gaussLegendre, hypergeometricOfOne } from '../../../stats/index.ts';
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
  const gone = common + Math.log(s) + logLeft(r, alpha, s, beta, x, recency, age);
  const top = Math.max(alive, gone);
  return { total: top + Math.log(Math.exp(alive - top) + Math.exp(gone - top)), alive, gone };
}

/** Where 1 − z is less, the continued fraction takes more steps than quadrature has nodes. */
const nearOne = 1e-3;

/** ln ∫ (α + y)^−(r+x) (β + y)^−(s+1) dy over the days on which they may have left: from the last order to the end of what is known. */
function logLeft(r: number, alpha: number, s: number, beta: number, x: number, recency: number, age: number): number {
  if ((Math.min(alpha, beta) + recency) / (Math.max(alpha, beta) + recency) < nearOne) return logIntegral(r, alpha, s, beta, x, recency, age);
  const atRecency = logTail(r, alpha, s, beta, x, recency);
  const atAge = logTail(r, alpha, s, beta, x, age);
  return atRecency - Math.log(r + s + x) + Math.log(-Math.expm1(Math.min(0, atAge - atRecency)));
}

const quadrature = gaussLegendre(96);
/** Beyond so many powers of e below its height nothing of an integrand counts. */
const nothing = 45;

/** The same by quadrature over the logarithm of the smaller of α + y and β + y, in which the integrand changes slowly; where it falls fast from the beginning, over as much of it as counts. */
function logIntegral(r: number, alpha: number, s: number, beta: number, x: number, recency: number, age: number): number {
  const [near, far] = [Math.min(alpha, beta), Math.max(alpha, beta)];
  const [power, other] = alpha <= beta ? [r + x, s + 1] : [s + 1, r + x];
  const from = near + recency;
  const slope = power - 1 + (other * from) / (far + recency);
  const all = Math.log((near + age) / from);
  const width = slope > 0 ? Math.min(all, nothing / slope) : all;
  if (!(width > 0)) return Number.NEGATIVE_INFINITY;
  const start = Math.log(far + recency);
  let [top, sum] = [Number.NEGATIVE_INFINITY, 0];
  for (let place = 0; place < quadrature.nodes.length; place += 1) {
    const part = width * (quadrature.nodes[place] ?? 0);
    // ln((far + y) / (far + recency)), exact where y moves it by hardly anything.
    const log = (1 - power) * part - other * Math.log1p((from * Math.expm1(part)) / (far + recency));
    const weight = quadrature.weights[place] ?? 0;
    if (log > top) {
      sum = sum * Math.exp(top - log) + weight;
      top = log;
    } else sum += weight * Math.exp(log - top);
  }
  return top + Math.log(width * sum) + (1 - power) * Math.log(from) - other * start;
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

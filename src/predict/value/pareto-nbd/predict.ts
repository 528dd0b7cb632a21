import { gaussLegendre } from '../../../stats/index.ts';
import type { History } from '../histories/history.ts';
import { mixWithGone, negligible } from '../order-distribution.ts';
import { customerLikelihood, type ParetoNbd } from './likelihood.ts';

/** Probability that a customer is still alive at the cut-off (Fader & Hardie 2005, equation 26). */
export function paretoNbdAlive(model: ParetoNbd, history: History): number {
  const { total, alive } = customerLikelihood(model, history);
  return Math.exp(alive - total);
}

/** Expected orders in the `weeks` after the cut-off (equation 41). */
export function paretoNbdExpected(model: ParetoNbd, history: History, weeks: number, alive = paretoNbdAlive(model, history)): number {
  const { r, alpha, s, beta } = model;
  return alive * fromAlive({ r: r + history.repeats, alpha: alpha + history.age, s, beta: beta + history.age }, weeks);
}

/** Expected repeat orders in the first `weeks` of a new customer. */
export const paretoNbdExpectedNew = (model: ParetoNbd, weeks: number): number => fromAlive(model, weeks);

/** Rate times expected time alive within the horizon. */
function fromAlive({ r, alpha, s, beta }: Omit<ParetoNbd, 'kind'>, weeks: number): number {
  const grown = Math.log((beta + weeks) / beta);
  const lived = Math.abs(s - 1) < 1e-9 ? beta * grown : (beta / (s - 1)) * -Math.expm1((1 - s) * grown);
  return (r / alpha) * lived;
}

/** Probability of no order in the `weeks` after the cut-off: the likelihood of an empty past under the updated parameters. */
export function paretoNbdNone(model: ParetoNbd, history: History, weeks: number, alive = paretoNbdAlive(model, history)): number {
  const empty = customerLikelihood(updated(model, history), { repeats: 0, recency: 0, age: weeks });
  return 1 - alive + alive * Math.exp(empty.total);
}

/** Someone alive at the cut-off is a new customer of these parameters. */
const updated = ({ r, alpha, s, beta }: ParetoNbd, { repeats, age }: History): ParetoNbd => ({
  kind: 'pareto-nbd',
  r: r + repeats,
  alpha: alpha + age,
  s,
  beta: beta + age,
});

const { nodes, weights } = gaussLegendre(8);

/**
 * Fills P(0), P(1), … of the number of orders in the `weeks` after the cut-off and returns how many entries hold all but a negligible
 * rest. Given the lifetime the number is negative binomial; lifetimes are mixed by quadrature over the probability of having
 * left within the horizon, which is smooth.
 */
export function paretoNbdMasses(model: ParetoNbd, history: History, weeks: number, masses: Float64Array, alive = paretoNbdAlive(model, history)): number {
  const { r, alpha, s, beta } = updated(model, history);
  const survive = (beta / (beta + weeks)) ** s;
  const parts = [...Array.from(nodes, (node) => beta * ((1 - node * (1 - survive)) ** (-1 / s) - 1)), weeks].map((time) => ({
    log: r * Math.log(alpha / (alpha + time)),
    step: Math.log(time / (alpha + time)),
  }));
  const shares = [...Array.from(weights, (weight) => weight * (1 - survive)), survive];
  let [total, count] = [0, 0];
  for (; count < masses.length && total < 1 - negligible; count += 1) {
    let mass = 0;
    const rise = Math.log((r + count) / (count + 1));
    parts.forEach((part, index) => {
      mass += (shares[index] ?? 0) * Math.exp(part.log);
      part.log += rise + part.step;
    });
    masses[count] = mass;
    total += mass;
  }
  mixWithGone(masses, count, alive);
  return count;
}

/**
 * Discounted expected orders over all time to come at a continuous rate per week (Fader, Hardie & Lee, Journal of Marketing Research 42, 2005,
 * equation 2): P(alive) (r + x)/(α + T) times the integral of e^(−δt) ((β + T)/(β + T + t))^s, which is Tricomi's confluent function.
 */
export function paretoNbdDiscounted(model: ParetoNbd, history: History, discount: number): number {
  const { r, alpha, s, beta } = updated(model, history);
  return paretoNbdAlive(model, history) * (r / alpha) * beta * discountedLife(s, discount * beta);
}

/**
 * ∫₀^∞ e^(−zu) (1 + u)^(−s) du = e^z z^(s−1) Γ(1 − s, z), by the continued fraction of the incomplete gamma function (Abramowitz & Stegun 6.5.31, in
 * Lentz's form), which holds for any s and z > 0.
 */
function discountedLife(s: number, z: number): number {
  const tiny = 1e-300;
  let b = z + s;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 1e5; n += 1) {
    const an = -n * (n - 1 + s);
    b += 2;
    d = 1 / (an * d + b || tiny);
    c = b + an / c || tiny;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-14) break;
  }
  return h;
}

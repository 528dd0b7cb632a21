import { hypergeometric, logGamma } from '../../../stats/index.ts';
import type { History } from '../histories/history.ts';
import { mixWithGone, negligible } from '../order-distribution.ts';
import type { BgNbd } from './fit.ts';

/**
 * Probability that a customer has not left for good (Fader, Hardie & Lee 2008, "Computing P(alive) using the BG/NBD model"). It is 1
 * for anyone without a repeat order, since the model lets customers leave only after one.
 */
export function bgNbdAlive({ r, alpha, a, b }: BgNbd, { repeats, recency, age }: History): number {
  if (repeats === 0) return 1;
  const odds = (a / (b + repeats - 1)) * ((alpha + age) / (alpha + recency)) ** (r + repeats);
  return 1 / (1 + odds);
}

/** Expected orders in the `weeks` after the cut-off (the paper's equation 10). */
export function bgNbdExpected(model: BgNbd, history: History, weeks: number, alive = bgNbdAlive(model, history)): number {
  const { r, alpha, b } = model;
  return alive * fromAlive(r + history.repeats, alpha + history.age, model.a, b + history.repeats, weeks);
}

/** Expected repeat orders in the first `weeks` of a new customer (equation 9). */
export const bgNbdExpectedNew = ({ r, alpha, a, b }: BgNbd, weeks: number): number => fromAlive(r, alpha, a, b, weeks);

/**
 * Someone alive at the cut-off is a new customer of updated parameters: rate gamma (r + x, α + T), leaving beta (a, b + x). Euler's transformation of
 * ₂F₁ takes the power before it along, so that nothing overflows for thousands of orders.
 */
function fromAlive(r: number, alpha: number, leave: number, b: number, weeks: number): number {
  if (weeks <= 0) return 0;
  // The formula is 0/0 at a = 1; beside it, it is smooth.
  const a = Math.abs(leave - 1) < 1e-6 ? 1 + 1e-6 : leave;
  const z = weeks / (alpha + weeks);
  const left = (1 - z) ** (a - 1) * hypergeometric(a + b - 1 - r, a - 1, a + b - 1, z);
  return Math.max(0, ((a + b - 1) / (a - 1)) * (1 - left));
}

/**
 * Fills P(0), P(1), … of the number of orders in the `weeks` after the cut-off (equation 8 with the updated parameters) and
 * returns how many entries hold all but a negligible rest.
 */
export function bgNbdMasses(model: BgNbd, history: History, weeks: number, masses: Float64Array, alive = bgNbdAlive(model, history)): number {
  const r = model.r + history.repeats;
  const alpha = model.alpha + history.age;
  const b = model.b + history.repeats;
  const { a } = model;
  const logStep = Math.log(weeks / (alpha + weeks));
  let logOrders = r * Math.log(alpha / (alpha + weeks));
  let [stayed, before, total, count] = [1, 0, 0, 0];
  for (; count < masses.length && total < 1 - negligible; count += 1) {
    const exactly = Math.exp(logOrders);
    const leaving = count === 0 ? 0 : (stayed * a) / (a + b + count - 1);
    if (count > 0) stayed *= (b + count - 1) / (a + b + count - 1);
    const mass = stayed * exactly + leaving * Math.max(0, 1 - before);
    masses[count] = mass;
    total += mass;
    before += exactly;
    logOrders += Math.log((r + count) / (count + 1)) + logStep;
  }
  mixWithGone(masses, count, alive);
  return count;
}

/** Probability of no order in the `weeks` after the cut-off. */
export function bgNbdNone(model: BgNbd, history: History, weeks: number): number {
  const alpha = model.alpha + history.age;
  const alive = bgNbdAlive(model, history);
  return 1 - alive + alive * (alpha / (alpha + weeks)) ** (model.r + history.repeats);
}

/** Probability that a new customer has made exactly `orders` repeat orders in their first `weeks` (equation 8), for the fit's picture. */
export function bgNbdMass({ r, alpha, a, b }: BgNbd, orders: number, weeks: number): number {
  const exactly = (j: number): number =>
    Math.exp(logGamma(r + j) - logGamma(r) - logGamma(j + 1) + r * Math.log(alpha / (alpha + weeks)) + j * Math.log(weeks / (alpha + weeks)));
  const stays = (n: number): number => Math.exp(logGamma(b + n) - logGamma(b) + logGamma(a + b) - logGamma(a + b + n));
  const fewer = Array.from({ length: orders }, (_, j) => exactly(j)).reduce((sum, one) => sum + one, 0);
  const left = orders === 0 ? 0 : (stays(orders - 1) * a) / (a + b + orders - 1);
  return stays(orders) * exactly(orders) + left * (1 - fewer);
}

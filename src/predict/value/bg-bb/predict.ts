import { hypergeometric, logBeta } from '../../../stats/index.ts';
import type { History } from '../histories/history.ts';
import { mixWithGone } from '../order-distribution.ts';
import { type BgBb, bgBbLikelihood } from './fit.ts';

/** Probability that a customer will be alive in the period after the last (the paper's equation 11). */
export function bgBbAlive(model: BgBb, history: History): number {
  return aliveAfter(model, history) * stays(model, history.age);
}

/** Probability of having been alive in the last period. */
function aliveAfter(model: BgBb, history: History): number {
  const { total, alive } = bgBbLikelihood(model, history);
  return alive / total;
}

/** Probability of staying one more period after so many. */
const stays = ({ gamma, delta }: BgBb, periods: number): number => (delta + periods) / (gamma + delta + periods);

/** Expected periods with an order among the next `periods` (equation 13, written as the sum it comes from; a part of a period counts as that part). */
export function bgBbExpected(model: BgBb, history: History, periods: number): number {
  const chance = (model.alpha + history.repeats) / (model.alpha + model.beta + history.age);
  let [alive, sum] = [aliveAfter(model, history), 0];
  for (let period = 0; period < periods; period += 1) {
    alive *= stays(model, history.age + period);
    sum += Math.min(1, periods - period) * alive * chance;
  }
  return sum;
}

/** Fills P(0), P(1), … of the number of periods with an order among the next `periods`, rounded to whole ones; returns how many there are. */
export function bgBbMasses(model: BgBb, history: History, periods: number, masses: Float64Array): number {
  const whole = Math.min(masses.length - 1, Math.max(1, Math.round(periods)));
  const a = model.alpha + history.repeats;
  const b = model.beta + history.age - history.repeats;
  masses.fill(0, 0, whole + 1);
  let here = 1;
  for (let lived = 0; lived <= whole; lived += 1) {
    const stay = stays(model, history.age + lived);
    const share = lived === whole ? here : here * (1 - stay);
    betaBinomial(a, b, lived, share, masses);
    here *= stay;
  }
  mixWithGone(masses, whole + 1, aliveAfter(model, history));
  return whole + 1;
}

function betaBinomial(a: number, b: number, periods: number, share: number, masses: Float64Array): void {
  let mass = share * Math.exp(logBeta(a, b + periods) - logBeta(a, b));
  for (let orders = 0; orders <= periods; orders += 1) {
    masses[orders] = (masses[orders] ?? 0) + mass;
    mass *= (((periods - orders) / (orders + 1)) * (a + orders)) / (b + periods - orders - 1);
  }
}

/** Discounted expected periods with an order over all time to come, at a rate per period (equation 14). */
export function bgBbDiscounted(model: BgBb, history: History, discount: number): number {
  const { alpha, beta, gamma, delta } = model;
  const chance = (alpha + history.repeats) / (alpha + beta + history.age);
  const n = history.age;
  const tail = hypergeometric(1, delta + n + 1, gamma + delta + n + 1, 1 / (1 + discount));
  return (bgBbAlive(model, history) * chance * tail) / (1 + discount);
}

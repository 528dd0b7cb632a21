import { type Histories, type History, historyAt } from '../histories/history.ts';
import { negligible } from '../order-distribution.ts';

/**
 * "As until now": each customer goes on at the rate of their repeat orders so far. The least that a model must beat. To what is known of them comes half an
 * order in the `weeks` that everybody takes for half an order, so that one order alone is no promise of none for ever.
 */
export type PastRate = { readonly kind: 'past-rate'; readonly weeks?: number };

/** Orders that everybody is lent: those of Jeffreys' prior for the rate of a count. */
const lent = 0.5;

/** A shop in which nobody has ordered again yet is taken to have had half a repeat order. */
export function fitPastRate(histories: Histories): PastRate {
  let [repeats, age] = [0, 0];
  histories.weight.forEach((weight, row) => {
    const history = historyAt(histories, row);
    repeats += weight * history.repeats;
    age += weight * Math.max(history.age, 1);
  });
  return { kind: 'past-rate', weeks: (lent * age) / Math.max(repeats, lent) };
}

/** What is known of the customer's rate: orders, and the weeks they took; a customer of less than a week is taken to be a week old. */
const knownOf = ({ weeks }: PastRate, { repeats, age }: History) => ({
  orders: repeats + (weeks === undefined ? 0 : lent),
  time: Math.max(age, 1) + (weeks ?? 0),
});

/** Orders in the `weeks` to come. */
export function pastRateExpected(model: PastRate, history: History, weeks: number): number {
  const { orders, time } = knownOf(model, history);
  return (orders / time) * weeks;
}

/** Probability of no order in the `weeks` to come. */
export function pastRateNone(model: PastRate, history: History, weeks: number): number {
  const { orders, time } = knownOf(model, history);
  return model.weeks === undefined ? Math.exp((-orders / time) * weeks) : (time / (time + weeks)) ** orders;
}

/** Masses of a count whose rate is known as well as so many orders tell it (negative binomial); of versions from before nothing was lent, those of a rate known for certain (Poisson), as they were. */
export function pastRateMasses(model: PastRate, history: History, weeks: number, masses: Float64Array): number {
  const { orders, time } = knownOf(model, history);
  const certain = model.weeks === undefined;
  let [mass, total, count] = [pastRateNone(model, history, weeks), 0, 0];
  for (; count < masses.length && total < 1 - negligible; count += 1) {
    masses[count] = mass;
    total += mass;
    mass *= certain ? ((orders / time) * weeks) / (count + 1) : ((orders + count) / (count + 1)) * (weeks / (time + weeks));
  }
  return count;
}

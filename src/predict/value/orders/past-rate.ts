import type { History } from '../histories/history.ts';
import { negligible } from '../order-distribution.ts';

/** "As until now": each customer goes on at the rate of their repeat orders so far. The least that a model must beat. */
export type PastRate = { readonly kind: 'past-rate' };

/** Orders in the `weeks` to come; a customer of less than a week is taken to be a week old, so that one early repeat does not promise fifty. */
export const pastRateExpected = ({ repeats, age }: History, weeks: number): number => (repeats / Math.max(age, 1)) * weeks;

/** Poisson masses of that mean. */
export function pastRateMasses(history: History, weeks: number, masses: Float64Array): number {
  const mean = pastRateExpected(history, weeks);
  if (mean === 0) {
    masses[0] = 1;
    return 1;
  }
  let [log, total, count] = [-mean, 0, 0];
  for (; count < masses.length && total < 1 - negligible; count += 1) {
    masses[count] = Math.exp(log);
    total += masses[count] ?? 0;
    log += Math.log(mean / (count + 1));
  }
  return count;
}

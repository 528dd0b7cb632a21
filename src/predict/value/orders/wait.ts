import { bgNbdAlive } from '../bg-nbd/predict.ts';
import type { History } from '../histories/history.ts';
import { noOrderProbability, type OrderModel } from './model.ts';

/** No further than this is a next order foretold, in weeks. */
export const farthest = 104;
/** Points in weeks at which the probability of no order is worked out where the wait has no formula. */
export const waitGrid = [0.5, 1, 2, 4, 8, 16, 32, 64, farthest];

/**
 * Weeks until the customer has ordered with the probability given; null where that takes more than two years, or never comes. Exact for the BG/NBD,
 * between points of a grid for the others.
 */
export function weeksUntilOrder(model: OrderModel, history: History, probability: number, known?: number | null): number | null {
  if (known !== undefined && known !== null && probability >= known) return null;
  if (model.kind === 'bg-nbd') {
    const alive = known ?? bgNbdAlive(model, history);
    if (probability >= alive) return null;
    const weeks = (model.alpha + history.age) * ((1 - probability / alive) ** (-1 / (model.r + history.repeats)) - 1);
    return weeks <= farthest ? weeks : null;
  }
  return waitBetween(probability, (place) => noOrderProbability(model, history, waitGrid[place] ?? farthest, known));
}

/** Weeks until an order has come with that probability, the logarithm of the probability of none drawn straight between points of the grid; null where that is beyond. */
export function waitBetween(probability: number, noneAt: (place: number) => number): number | null {
  const wanted = Math.log1p(-probability);
  let [before, logBefore] = [0, 0];
  for (const [place, weeks] of waitGrid.entries()) {
    const log = Math.log(Math.max(1e-300, noneAt(place)));
    if (log <= wanted) return before + ((weeks - before) * (logBefore - wanted)) / (logBefore - log);
    [before, logBefore] = [weeks, log];
  }
  return null;
}

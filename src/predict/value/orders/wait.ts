import { bgNbdAlive } from '../bg-nbd/predict.ts';
import type { History } from '../histories/history.ts';
import { noOrderProbability, type OrderModel } from './model.ts';

/** No further than this is a next order foretold, in weeks. */
export const farthest = 104;
const grid = [0.5, 1, 2, 4, 8, 16, 32, 64, farthest];

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
  const wanted = Math.log1p(-probability);
  let [before, logBefore] = [0, 0];
  for (const weeks of grid) {
    const log = Math.log(Math.max(1e-300, noOrderProbability(model, history, weeks, known)));
    if (log <= wanted) return before + ((weeks - before) * (logBefore - wanted)) / (logBefore - log);
    [before, logBefore] = [weeks, log];
  }
  return null;
}

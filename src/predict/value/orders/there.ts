import { bgNbdMasses } from '../bg-nbd/predict.ts';
import type { BgNbd } from '../bg-nbd/fit.ts';
import { endsOf, type OrderDistribution } from '../order-distribution.ts';
import type { ParetoNbd } from '../pareto-nbd/likelihood.ts';
import { paretoNbdMasses } from '../pareto-nbd/predict.ts';
import { expectedOrders, noOrderProbability, type OrderModel } from './model.ts';
import { waitBetween, waitGrid, weeksUntilOrder } from './wait.ts';

/** The models in which all that the day of the last order says is whether the customer is still there. */
export type LeavingModel = BgNbd | ParetoNbd;

export const isLeaving = (model: OrderModel): model is LeavingModel => model.kind === 'bg-nbd' || model.kind === 'pareto-nbd';

/** The numbers of orders of one horizon, of someone who is there: `upTo[n]` is the probability of n or fewer. */
type Counts = { readonly upTo: Float64Array; readonly mean: number; readonly square: number };

/**
 * What a customer will do who is still there: it hangs on how often they ordered and how long they are known, not on when they ordered last. So all who share those two share it, and each
 * customer's own numbers are it mixed with the probability of being gone: exactly the model's, without summing a distribution for everyone.
 */
export type There = {
  readonly repeats: number;
  readonly age: number;
  /** Expected orders in each of the horizons. */
  readonly expected: Float64Array;
  readonly counts: readonly Counts[];
  /** Probability of no order until each point of the grid of `wait.ts`; empty where the wait has a formula. */
  readonly none: Float64Array;
};

/** `horizons` in weeks; `counted` are those whose distribution is wanted. */
export function thereOf(
  model: LeavingModel,
  repeats: number,
  age: number,
  horizons: readonly number[],
  counted: readonly number[],
  masses: Float64Array,
): There {
  const history = { repeats, recency: age, age };
  return {
    repeats,
    age,
    expected: Float64Array.from(horizons, (weeks) => expectedOrders(model, history, weeks, 1)),
    counts: counted.map((weeks) => countsOf(masses, massesOf(model, history, weeks, masses))),
    none: model.kind === 'bg-nbd' ? new Float64Array() : Float64Array.from(waitGrid, (weeks) => noOrderProbability(model, history, weeks, 1)),
  };
}

const massesOf = (
  model: LeavingModel,
  history: { readonly repeats: number; readonly recency: number; readonly age: number },
  weeks: number,
  masses: Float64Array,
): number => (model.kind === 'bg-nbd' ? bgNbdMasses(model, history, weeks, masses, 1) : paretoNbdMasses(model, history, weeks, masses, 1));

function countsOf(masses: Float64Array, count: number): Counts {
  const upTo = new Float64Array(count);
  let [sum, mean, square] = [0, 0, 0];
  for (let orders = 0; orders < count; orders += 1) {
    const mass = masses[orders] ?? 0;
    sum += mass;
    mean += orders * mass;
    square += orders * orders * mass;
    upTo[orders] = sum;
  }
  const rest = Math.max(0, 1 - sum);
  return { upTo, mean: mean + rest * (count - 1), square: square + rest * (count - 1) ** 2 };
}

/** The numbers of orders of a customer who is there with the probability `alive`. */
export function mixedCounts({ upTo, mean, square }: Counts, alive: number): OrderDistribution {
  const none = 1 - alive + alive * (upTo[0] ?? 1);
  const ends = endsOf(none);
  const [low, high] = [ends.low === 0 ? 0 : pointOf(upTo, alive, ends.low), pointOf(upTo, alive, ends.high)];
  return {
    none,
    mean: alive * mean,
    variance: Math.max(0, alive * square - (alive * mean) ** 2),
    low,
    high,
    held: low === 0 ? 1 - alive + alive * (upTo[high] ?? 1) : alive * ((upTo[high] ?? 1) - (upTo[low - 1] ?? 0)),
  };
}

/** The least number of orders that is not surpassed with the probability given. */
function pointOf(upTo: Float64Array, alive: number, probability: number): number {
  let [below, at] = [-1, upTo.length - 1];
  while (at - below > 1) {
    const middle = (below + at) >> 1;
    if (1 - alive + alive * (upTo[middle] ?? 1) >= probability) at = middle;
    else below = middle;
  }
  return at;
}

/** As `weeksUntilOrder`, of a customer who is there with the probability `alive`. */
export function weeksUntil(model: LeavingModel, there: There, probability: number, alive: number): number | null {
  if (probability >= alive) return null;
  if (model.kind === 'bg-nbd') return weeksUntilOrder(model, { repeats: there.repeats, recency: there.age, age: there.age }, probability, alive);
  return waitBetween(probability, (place) => 1 - alive + alive * (there.none[place] ?? 1));
}

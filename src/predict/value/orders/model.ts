import { bgBbAlive, bgBbExpected, bgBbMasses } from '../bg-bb/predict.ts';
import type { BgBb } from '../bg-bb/fit.ts';
import type { BgNbd } from '../bg-nbd/fit.ts';
import { bgNbdAlive, bgNbdExpected, bgNbdMasses, bgNbdNone } from '../bg-nbd/predict.ts';
import type { History } from '../histories/history.ts';
import { periodDays } from '../histories/stage.ts';
import { distributionOf, type OrderDistribution } from '../order-distribution.ts';
import type { ParetoNbd } from '../pareto-nbd/likelihood.ts';
import { paretoNbdAlive, paretoNbdExpected, paretoNbdMasses, paretoNbdNone } from '../pareto-nbd/predict.ts';
import { type Average, averageDistribution } from './average.ts';
import { type PastRate, pastRateExpected, pastRateMasses, pastRateNone } from './past-rate.ts';

/** The discrete model over periods of four weeks; `perPeriod` is the mean number of orders in a period that has any. */
export type PeriodModel = BgBb & { readonly perPeriod: number };

/** Whatever can say how many orders a customer will make: plain data, so that it can be kept and used again. */
export type OrderModel = Average | PastRate | BgNbd | ParetoNbd | PeriodModel;
export type OrderModelKind = OrderModel['kind'];

/** From the simplest to the most elaborate: the choice goes to the first that is good enough. */
export const orderModelKinds: readonly OrderModelKind[] = ['average', 'past-rate', 'bg-nbd', 'bg-bb', 'pareto-nbd'];

/** Expected orders in the `weeks` after the cut-off. `alive` where it is known already. */
export function expectedOrders(model: OrderModel, history: History, weeks: number, alive?: number | null): number {
  switch (model.kind) {
    case 'average':
      return averageDistribution(model, history, weeks).mean;
    case 'past-rate':
      return pastRateExpected(model, history, weeks);
    case 'bg-nbd':
      return bgNbdExpected(model, history, weeks, alive ?? undefined);
    case 'pareto-nbd':
      return paretoNbdExpected(model, history, weeks, alive ?? undefined);
    case 'bg-bb':
      return model.perPeriod * bgBbExpected(model, inPeriods(history), inFourWeeks(weeks));
  }
}

/** Probability that the customer is still one; null for models that do not know the notion. */
export function aliveProbability(model: OrderModel, history: History): number | null {
  switch (model.kind) {
    case 'average':
    case 'past-rate':
      return null;
    case 'bg-nbd':
      return bgNbdAlive(model, history);
    case 'pareto-nbd':
      return paretoNbdAlive(model, history);
    case 'bg-bb':
      return bgBbAlive(model, inPeriods(history));
  }
}

/** Probability of no order in the `weeks` after the cut-off. */
export function noOrderProbability(model: OrderModel, history: History, weeks: number, alive?: number | null): number {
  switch (model.kind) {
    case 'average':
      return averageDistribution(model, history, weeks).none;
    case 'past-rate':
      return pastRateNone(model, history, weeks);
    case 'bg-nbd':
      return bgNbdNone(model, history, weeks);
    case 'pareto-nbd':
      return paretoNbdNone(model, history, weeks, alive ?? undefined);
    case 'bg-bb':
      return noOrderInPeriods(model, history, weeks);
  }
}

/** The whole distribution of orders in the `weeks` after the cut-off, at the fitted parameters. */
export function orderDistribution(model: OrderModel, history: History, weeks: number, masses: Float64Array, alive?: number | null): OrderDistribution {
  switch (model.kind) {
    case 'average':
      return averageDistribution(model, history, weeks);
    case 'past-rate':
      return distributionOf(masses, pastRateMasses(model, history, weeks, masses));
    case 'bg-nbd':
      return distributionOf(masses, bgNbdMasses(model, history, weeks, masses, alive ?? undefined));
    case 'pareto-nbd':
      return distributionOf(masses, paretoNbdMasses(model, history, weeks, masses, alive ?? undefined));
    case 'bg-bb':
      return perOrder(distributionOf(masses, bgBbMasses(model, inPeriods(history), inFourWeeks(weeks), masses)), model.perPeriod);
  }
}

/** The past in periods of four weeks, of which the first is the one that began with the first order. */
export function inPeriods({ recency, age, active = 0 }: History): History {
  const last = active === 0 ? 0 : Math.max(active, Math.floor((recency * 7) / periodDays));
  return { repeats: active, recency: last, age: Math.max(last, Math.floor((age * 7) / periodDays)) };
}

const inFourWeeks = (weeks: number): number => (weeks * 7) / periodDays;

/** Between whole numbers of periods the logarithm is drawn straight. */
function noOrderInPeriods(model: PeriodModel, history: History, weeks: number): number {
  const periods = inFourWeeks(weeks);
  const whole = Math.floor(periods);
  const none = (count: number): number => {
    if (count === 0) return 1;
    const room = new Float64Array(count + 2);
    bgBbMasses(model, inPeriods(history), count, room);
    return Math.max(1e-12, room[0] ?? 1);
  };
  const [before, after] = [none(whole), none(whole + 1)];
  return before * (after / before) ** (periods - whole);
}

const perOrder = (distribution: OrderDistribution, factor: number): OrderDistribution => ({
  none: distribution.none,
  mean: distribution.mean * factor,
  variance: distribution.variance * factor * factor,
  low: Math.round(distribution.low * factor),
  high: Math.round(distribution.high * factor),
  held: distribution.held,
});

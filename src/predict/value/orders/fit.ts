import { fitBgBb } from '../bg-bb/fit.ts';
import { fitBgNbd } from '../bg-nbd/fit.ts';
import { customersIn, type Histories, historyAt } from '../histories/history.ts';
import type { Outcomes } from '../histories/read.ts';
import { sampleHistories } from '../histories/sample.ts';
import type { Likelihood } from '../maximum-likelihood.ts';
import { fitParetoNbd } from '../pareto-nbd/fit.ts';
import { fitAverage, rateOfAll } from './average.ts';
import { inPeriods, type OrderModel, type OrderModelKind } from './model.ts';
import { fitPastRate } from './past-rate.ts';

/** What is known at a cut-off: pasts, and how customers of an earlier cut-off went on in the `weeks` after it. */
export type Training = { readonly histories: Histories; readonly earlier: Outcomes | undefined; readonly weeks: number };

/** A fitted model; `likelihood` for those that have one. */
export type FittedOrders = { readonly model: OrderModel; readonly likelihood?: Likelihood; readonly customers: number };

/** Customers that the dearer likelihoods are fitted on; their parameters are then known to a few per cent, which the interval says. */
export const sampledCustomers = 5000;

/** Fits one kind of model; undefined when what came out is no model (a likelihood that ran away). */
export function fitOrders(kind: OrderModelKind, training: Training): FittedOrders | undefined {
  const { histories } = training;
  const customers = customersIn(histories);
  switch (kind) {
    case 'average':
      return { model: fitAverageOf(training), customers };
    case 'past-rate':
      return { model: fitPastRate(histories), customers };
    case 'bg-nbd':
      return usable({ ...fitBgNbd(histories), customers });
    case 'pareto-nbd': {
      const sample = sampleHistories(histories, sampledCustomers);
      return usable({ ...fitParetoNbd(sample), customers: customersIn(sample) });
    }
    case 'bg-bb': {
      const sample = sampleHistories(histories, sampledCustomers);
      const { model, likelihood } = fitBgBb(periodHistories(sample));
      return usable({ model: { ...model, perPeriod: ordersPerPeriod(histories) }, likelihood, customers: customersIn(sample) });
    }
  }
}

function fitAverageOf({ histories, earlier, weeks }: Training): OrderModel {
  if (earlier !== undefined && customersIn(earlier) > 0) return fitAverage(earlier, weeks);
  let [repeats, age] = [0, 0];
  histories.weight.forEach((weight, row) => {
    repeats += weight * (histories.repeats[row] ?? 0);
    age += weight * (histories.age[row] ?? 0);
  });
  return rateOfAll(repeats, age, weeks);
}

function usable(fitted: FittedOrders & { readonly likelihood: Likelihood }): FittedOrders | undefined {
  const { parameters, logLikelihood } = fitted.likelihood;
  return Number.isFinite(logLikelihood) && parameters.every((value) => value > 1e-6 && value < 1e6) ? fitted : undefined;
}

function periodHistories(histories: Histories): Histories {
  const rows = Array.from({ length: histories.weight.length }, (_, row) => inPeriods(historyAt(histories, row)));
  return {
    repeats: Float64Array.from(rows, ({ repeats }) => repeats),
    recency: Float64Array.from(rows, ({ recency }) => recency),
    age: Float64Array.from(rows, ({ age }) => age),
    weight: histories.weight,
  };
}

/** Repeat orders after the first four weeks would need another look at the facts; all repeats per period with one come close, from above. */
function ordersPerPeriod({ repeats, active, weight }: Histories): number {
  let [orders, periods] = [0, 0];
  weight.forEach((customers, row) => {
    if ((active?.[row] ?? 0) === 0) return;
    orders += customers * (repeats[row] ?? 0);
    periods += customers * (active?.[row] ?? 0);
  });
  return periods === 0 ? 1 : orders / periods;
}

import { historyAt } from '../histories/history.ts';
import type { Outcomes } from '../histories/read.ts';
import { expectedOrders, noOrderProbability, type OrderModel } from '../orders/model.ts';

/** Predictions beside what happened, row by row of the outcomes. */
export type Judged = { readonly expected: Float64Array; readonly some: Float64Array; readonly loss: Float64Array; readonly outcomes: Outcomes };

/** How well orders were foretold, per customer. */
export type OrderQuality = {
  readonly customers: number;
  readonly actual: number;
  readonly predicted: number;
  /** Mean absolute and root mean square error of the number of orders. */
  readonly mae: number;
  readonly rmse: number;
  /** Mean Poisson deviance, by which the choice is made: least when the expectation is right, whatever its size. */
  readonly deviance: number;
  /** Mean squared error of the probability of ordering at all. */
  readonly brier: number;
};

/** A prediction of no orders at all is read as one in two hundred, so that one surprise does not cost infinitely much. */
export const floor = 0.005;

/** Poisson deviance of one customer. */
export const deviance = (orders: number, mean: number): number => 2 * ((orders === 0 ? 0 : orders * Math.log(orders / mean)) - (orders - mean));

export function judge(model: OrderModel, outcomes: Outcomes, weeks: number): Judged {
  const rows = outcomes.weight.length;
  const [expected, some, loss] = [new Float64Array(rows), new Float64Array(rows), new Float64Array(rows)];
  for (let row = 0; row < rows; row += 1) {
    const history = historyAt(outcomes, row);
    const orders = outcomes.orders[row] ?? 0;
    const mean = Math.max(floor, expectedOrders(model, history, weeks));
    expected[row] = mean;
    some[row] = 1 - noOrderProbability(model, history, weeks);
    loss[row] = deviance(orders, mean);
  }
  return { expected, some, loss, outcomes };
}

export function qualityOf(judged: readonly Judged[]): OrderQuality {
  let [customers, actual, predicted, absolute, squares, deviance, brier] = [0, 0, 0, 0, 0, 0, 0];
  for (const { expected, some, loss, outcomes } of judged) {
    outcomes.weight.forEach((weight, row) => {
      const orders = outcomes.orders[row] ?? 0;
      const error = (expected[row] ?? 0) - orders;
      customers += weight;
      actual += weight * orders;
      predicted += weight * (expected[row] ?? 0);
      absolute += weight * Math.abs(error);
      squares += weight * error * error;
      deviance += weight * (loss[row] ?? 0);
      brier += weight * ((some[row] ?? 0) - (orders > 0 ? 1 : 0)) ** 2;
    });
  }
  return {
    customers,
    actual,
    predicted,
    mae: absolute / customers,
    rmse: Math.sqrt(squares / customers),
    deviance: deviance / customers,
    brier: brier / customers,
  };
}

/** Mean of a candidate's loss above the best one's, customer by customer, and the standard error of that mean. */
export function lossAbove(candidate: readonly Judged[], best: readonly Judged[]): { readonly mean: number; readonly error: number } {
  let [n, sum, squares] = [0, 0, 0];
  candidate.forEach(({ loss, outcomes }, index) => {
    outcomes.weight.forEach((weight, row) => {
      const above = (loss[row] ?? 0) - (best[index]?.loss[row] ?? 0);
      n += weight;
      sum += weight * above;
      squares += weight * above * above;
    });
  });
  const mean = sum / n;
  return { mean, error: Math.sqrt(Math.max(0, squares / n - mean * mean) / n) };
}

/** A tenth of the customers, by what was foretold. */
export type CalibrationRow = {
  readonly customers: number;
  readonly predicted_orders: number;
  readonly actual_orders: number;
  readonly predicted_share: number;
  readonly actual_share: number;
};

type Tenths = Pick<Judged, 'expected' | 'some'> & { readonly outcomes: Pick<Outcomes, 'weight' | 'orders'> };

/** Tenths from the highest expectation down: foretold and actual orders per customer, and shares who ordered. Equal pasts stay together. */
export function calibrationOf({ expected, some, outcomes }: Tenths): readonly CalibrationRow[] {
  const order = Array.from(expected.keys()).toSorted((a, b) => (expected[b] ?? 0) - (expected[a] ?? 0));
  const customers = outcomes.weight.reduce((sum, one) => sum + one, 0);
  const rows = Array.from({ length: 10 }, () => ({ customers: 0, predicted_orders: 0, actual_orders: 0, predicted_share: 0, actual_share: 0 }));
  let passed = 0;
  for (const row of order) {
    const weight = outcomes.weight[row] ?? 0;
    const tenth = rows[Math.min(9, Math.floor((10 * (passed + weight / 2)) / customers))];
    passed += weight;
    if (tenth === undefined) continue;
    tenth.customers += weight;
    tenth.predicted_orders += weight * (expected[row] ?? 0);
    tenth.actual_orders += weight * (outcomes.orders[row] ?? 0);
    tenth.predicted_share += weight * (some[row] ?? 0);
    tenth.actual_share += (outcomes.orders[row] ?? 0) > 0 ? weight : 0;
  }
  return rows
    .filter((row) => row.customers > 0)
    .map((row) => ({
      customers: row.customers,
      predicted_orders: row.predicted_orders / row.customers,
      actual_orders: row.actual_orders / row.customers,
      predicted_share: row.predicted_share / row.customers,
      actual_share: row.actual_share / row.customers,
    }));
}

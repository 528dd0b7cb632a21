import type { Estimate } from '../../contract/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { historyAt, type Histories } from './histories/history.ts';
import type { FittedOrders } from './orders/fit.ts';
import { expectedOrders, type OrderModel, orderDistribution } from './orders/model.ts';
import { horizons } from './horizons.ts';

export type Totals = { readonly orders_90d: Estimate; readonly value_12m: Estimate; readonly active_customers: number | null };

/** 10% and 90% points of a normal variable: sums over many customers. */
const spread = 1.2815515655446004;

/**
 * The whole shop's orders and money to come, with intervals from both sources of doubt: chance, given the parameters, and the parameters themselves by the
 * delta method (their covariance of the observed information). From `value_scores`, so money is of those who were scored.
 */
export async function totalsOf(warehouse: Warehouse, fitted: FittedOrders, histories: Histories): Promise<Totals> {
  const near = ordersToCome(fitted, histories, horizons.days90);
  const far = ordersToCome(fitted, histories, horizons.months12);
  const money = await warehouse.row<{ value: number | null; variance: number | null; alive: number | null; soon: number | null }>(
    sql`select sum(value_12m) as value, sum(value_variance) as variance, sum(alive) as alive, sum(orders_90d) as soon from value_scores`,
  );
  const value = money?.value ?? 0;
  // Customers' own numbers may be bent by what else is known of them.
  const bent = near.mean > 0 ? (money?.soon ?? near.mean) / near.mean : 1;
  const relative = far.mean > 0 ? far.parameters / far.mean ** 2 : 0;
  return {
    orders_90d: estimate(bent * near.mean, bent * bent * (near.chance + near.parameters)),
    value_12m: estimate(value, Math.max(0, money?.variance ?? 0) + relative * value * value),
    active_customers: money?.alive ?? null,
  };
}

const estimate = (expected: number, variance: number): Estimate => ({
  expected,
  low: Math.max(0, expected - spread * Math.sqrt(variance)),
  high: expected + spread * Math.sqrt(variance),
});

function ordersToCome({ model, likelihood }: FittedOrders, histories: Histories, weeks: number) {
  const masses = new Float64Array(20_000);
  let chance = 0;
  for (let row = 0; row < histories.weight.length; row += 1) {
    chance += (histories.weight[row] ?? 0) * orderDistribution(model, historyAt(histories, row), weeks, masses).variance;
  }
  const mean = totalOrders(model, histories, weeks);
  const covariance = likelihood?.covariance;
  if (covariance === undefined) return { mean, chance, parameters: 0 };
  const slopes = covariance.map((_, index) => {
    const [above, below] = [moved(model, index, 0.01), moved(model, index, -0.01)];
    return (totalOrders(above, histories, weeks) - totalOrders(below, histories, weeks)) / 0.02;
  });
  const parameters = covariance.reduce((sum, row, i) => sum + row.reduce((inner, entry, j) => inner + entry * (slopes[i] ?? 0) * (slopes[j] ?? 0), 0), 0);
  return { mean, chance, parameters: Math.max(0, parameters) };
}

function totalOrders(model: OrderModel, histories: Histories, weeks: number): number {
  let sum = 0;
  for (let row = 0; row < histories.weight.length; row += 1) sum += (histories.weight[row] ?? 0) * expectedOrders(model, historyAt(histories, row), weeks);
  return sum;
}

/** The model with the logarithm of its n-th parameter moved. */
function moved(model: OrderModel, index: number, by: number): OrderModel {
  const name = parameterNames(model)[index];
  return name === undefined ? model : { ...model, [name]: parameterOf(model, name) * Math.exp(by) };
}

/** Names of the fitted parameters, in the order of their covariance. */
export function parameterNames(model: OrderModel): readonly string[] {
  switch (model.kind) {
    case 'average':
    case 'past-rate':
      return [];
    case 'bg-nbd':
      return ['r', 'alpha', 'a', 'b'];
    case 'pareto-nbd':
      return ['r', 'alpha', 's', 'beta'];
    case 'bg-bb':
      return ['alpha', 'beta', 'gamma', 'delta'];
  }
}

/** A fitted parameter by its name; NaN for a name that the model has not. */
export function parameterOf(model: OrderModel, name: string): number {
  const found = Object.entries(model).find(([key]) => key === name)?.[1];
  return typeof found === 'number' ? found : Number.NaN;
}

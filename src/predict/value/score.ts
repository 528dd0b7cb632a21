import { normalQuantile } from '../../stats/index.ts';
import { ident, join, sql, type Fragment } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { historyAt, type Histories, type History } from './histories/history.ts';
import { columns, inWeeks } from './histories/read.ts';
import { intervalTail, type OrderDistribution } from './order-distribution.ts';
import { aliveProbability, expectedOrders, orderDistribution, type OrderModel } from './orders/model.ts';
import { isLeaving, type LeavingModel, mixedCounts, type There, thereOf, weeksUntil } from './orders/there.ts';
import { weeksUntilOrder } from './orders/wait.ts';
import type { Lean } from './lean/lean.ts';
import { type SpendModel, spendColumns } from './spend/model.ts';

/** How many orders, and for how much. */
export type ValueModel = {
  readonly orders: OrderModel;
  readonly spend: SpendModel;
  /** Bends each customer's orders by what else is known of them, where the back-test said so. */
  readonly lean?: Lean;
};

const year = 365.25 / 7;
/** Horizons in weeks. Ninety days are the shop's near future; months are twelfths of a year. */
export const horizons = { days90: 90 / 7, months3: year / 4, months6: year / 2, months12: year } as const;
/** What a customer is worth is counted this far, each year's money worth less than the one before by `discount`. */
export const lifetime = { years: 3, discount: 0.1 } as const;

const shared = ['repeats', 'recency_days', 'age_days', 'active'] as const;
const computed = [
  'alive',
  'return_90d',
  'orders_90d',
  'orders_90d_low',
  'orders_90d_high',
  'orders_3m',
  'orders_6m',
  'orders_12m',
  'orders_12m_low',
  'orders_12m_high',
  'orders_12m_variance',
  'orders_12m_none',
  'low_point',
  'high_point',
  'orders_lifetime',
  'next_days',
  'next_days_low',
  'next_days_high',
] as const;

/**
 * Scores everyone of a table of `stageHistories`: a temp table `into` with `profile`, the orders' columns, and money. `extra` is a further horizon in
 * weeks, columns `orders_extra` and `value_extra`. With a `lean`, the temp table of `stageLeans` is there. Returns how many different pasts there were.
 */
export async function stageScores(warehouse: Warehouse, into: string, table: string, model: ValueModel, extra = horizons.days90): Promise<number> {
  const groups = await stageGroups(warehouse, table, model.orders, extra);
  await warehouse.run(sql`create or replace temp table ${ident(into)} as ${scoresQuery(table, model)}`);
  return groups;
}

/** By how much each customer's orders are bent: the temp table `value_leans`. */
export const stageLeans = (warehouse: Warehouse, profiles: Int32Array, leans: Float64Array): Promise<void> =>
  warehouse.loadNumbers('value_leans', [
    { name: 'profile', values: Float64Array.from(profiles) },
    { name: 'lean', values: leans },
  ]);

/** Customers with equal pasts are computed once, into the temp table `value_groups`. */
export async function stageGroups(warehouse: Warehouse, table: string, orders: OrderModel, extra = horizons.days90): Promise<number> {
  const groups = await readGroups(warehouse, table);
  await warehouse.loadNumbers('value_groups', [
    ...shared.map((name) => ({ name: `group_${name}`, values: groups.keys[name] })),
    ...scoredColumns(groups, orders, extra),
  ]);
  return groups.histories.weight.length;
}

/** Money is each customer's own: it is worked out by the engine, step by step, since it works a step out anew wherever its text stands again. */
export const scoresQuery = (table: string, { spend, lean }: Pick<ValueModel, 'spend' | 'lean'>): Fragment => sql`
  select * exclude (spend_square, spend_within, some_share, some_mean, some_variance, shape), ${moneyPoint('low_point')} as value_12m_low, ${moneyPoint('high_point')} as value_12m_high
  from (select *, case when some_mean > 0 then some_mean * some_mean / greatest(some_variance, 1e-9 * some_mean * some_mean) end as shape
  from (select *, (value_variance + value_12m * value_12m) / some_share - some_mean * some_mean as some_variance
  from (select *, value_12m * orders_12m_none as at_stake, 1 - orders_12m_none as some_share, case when orders_12m_none < 1 then value_12m / (1 - orders_12m_none) end as some_mean,
      orders_12m * spend_within + (orders_12m_variance + orders_12m * orders_12m) * spend_square - value_12m * value_12m as value_variance
  from (select *, orders_3m * spend as value_3m, orders_6m * spend as value_6m, orders_12m * spend as value_12m, orders_lifetime * spend as lifetime_value, orders_extra * spend as value_extra
    from (select h.profile, ${join([...computed, 'orders_extra' as const].map((name) => (lean === undefined ? sql`g.${ident(name)}` : sql`${bent(name)} as ${ident(name)}`)))}, ${spendColumns(spend)}
      from ${ident(table)} h ${lean === undefined ? sql`` : sql`left join value_leans l on l.profile::INTEGER = h.profile`} join value_groups g on g.group_repeats::INTEGER = h.repeats and g.group_recency_days::INTEGER = h.recency_days
        and g.group_age_days::INTEGER = h.age_days and g.group_active::INTEGER = h.active)))))`;

/**
 * What the group's number becomes for a customer who orders `lean` times as often: expectations in proportion, the part of the variance that is more than chance with its square, no order as of a process so
 * much faster, waits so much shorter. Whether they are still there is not bent.
 */
function bent(name: (typeof computed)[number] | 'orders_extra'): Fragment {
  const [own, lean] = [sql`g.${ident(name)}`, sql`coalesce(l.lean, 1)`];
  switch (name) {
    case 'alive':
    case 'low_point':
    case 'high_point':
      return own;
    case 'return_90d':
      return sql`1 - (1 - ${own}) ** ${lean}`;
    case 'orders_12m_none':
      return sql`${own} ** ${lean}`;
    case 'orders_90d_low':
    case 'orders_12m_low':
      return sql`floor(${own} * ${lean})`;
    case 'orders_90d_high':
    case 'orders_12m_high':
      return sql`ceil(${own} * ${lean})`;
    case 'orders_12m_variance':
      return sql`${lean} * g.orders_12m + ${lean} * ${lean} * greatest(0, ${own} - g.orders_12m)`;
    case 'next_days':
    case 'next_days_low':
    case 'next_days_high':
      return sql`${own} / ${lean}`;
    default:
      return sql`${own} * ${lean}`;
  }
}

/**
 * A point of the money of twelve months: nothing with the probability of no order, else a gamma variable with the mean (`some_mean`) and variance that
 * follow from the orders' and the spend's, by the cube-root rule of Wilson & Hilferty (1931). `point` is the normal point that is wanted of it.
 */
const moneyPoint = (point: 'low_point' | 'high_point'): Fragment => {
  const root = sql`greatest(0, 1 - 1 / (9 * shape) + ${ident(point)} / (3 * sqrt(shape)))`;
  return sql`coalesce(some_mean * ${root} * ${root} * ${root}, 0)`;
};

type Groups = { readonly histories: Histories; readonly keys: Readonly<Record<(typeof shared)[number], Float64Array>> };

async function readGroups(warehouse: Warehouse, table: string): Promise<Groups> {
  const keys = await columns(
    warehouse,
    sql`select distinct ${join(shared.map((name) => ident(name)))} from ${ident(table)} order by repeats, age_days, recency_days, active`,
    shared,
  );
  const weight = new Float64Array(keys.repeats.length).fill(1);
  return { keys, histories: { repeats: keys.repeats, recency: inWeeks(keys.recency_days), age: inWeeks(keys.age_days), active: keys.active, weight } };
}

/** A column for each of `computed` and `orders_extra`; NaN is unknown. */
function scoredColumns({ histories }: Groups, model: OrderModel, extra: number): readonly { readonly name: string; readonly values: Float64Array }[] {
  const rows = histories.weight.length;
  const columns = [...computed, 'orders_extra'].map((name) => ({ name, values: new Float64Array(rows) }));
  const fill = isLeaving(model) ? whoMayHaveLeft(model, extra) : anyone(model, extra);
  // One row of doubles for all customers: an array of numbers and nulls for each would put every number into a box of its own.
  const numbers = new Float64Array(columns.length);
  for (let row = 0; row < rows; row += 1) {
    fill(historyAt(histories, row), numbers);
    for (let column = 0; column < columns.length; column += 1) {
      const values = columns[column]?.values;
      if (values !== undefined) values[row] = numbers[column] ?? Number.NaN;
    }
  }
  return columns;
}

/** Writes the numbers of `computed`, in its order, and those of the further horizon. */
type Fill = (history: History, into: Float64Array) => void;

/** Horizons of the expected orders: three, six, and twelve months, each year of a lifetime, ninety days, and the further one. */
const expectedHorizons = (extra: number): readonly number[] => [
  horizons.days90,
  horizons.months3,
  horizons.months6,
  ...Array.from({ length: lifetime.years }, (_, index) => (index + 1) * year),
  ...(extra === horizons.days90 ? [] : [extra]),
];

/** Pasts come in order of repeats and age, so one look at who is there serves for all who differ in their last order alone. */
function whoMayHaveLeft(model: LeavingModel, extra: number): Fill {
  const masses = new Float64Array(20_000);
  const weeks = expectedHorizons(extra);
  const expected = new Float64Array(weeks.length);
  let there: There | undefined;
  return (history, into) => {
    if (there === undefined || there.repeats !== history.repeats || there.age !== history.age) {
      there = thereOf(model, history.repeats, history.age, weeks, [horizons.days90, horizons.months12], masses);
    }
    const own = there;
    const alive = aliveProbability(model, history) ?? 1;
    const [near, far] = own.counts;
    if (near === undefined || far === undefined) return;
    for (let at = 0; at < expected.length; at += 1) expected[at] = alive * (own.expected[at] ?? 0);
    writeNumbers(into, alive, expected, mixedCounts(near, alive), mixedCounts(far, alive), (probability) => weeksUntil(model, own, probability, alive));
  };
}

function anyone(model: OrderModel, extra: number): Fill {
  const masses = new Float64Array(20_000);
  const weeks = expectedHorizons(extra);
  return (history, into) => {
    const alive = aliveProbability(model, history);
    const near = orderDistribution(model, history, horizons.days90, masses, alive);
    const far = orderDistribution(model, history, horizons.months12, masses, alive);
    const expected = Float64Array.from(weeks, (own) => expectedOrders(model, history, own, alive));
    writeNumbers(into, alive, expected, near, far, (probability) => weeksUntilOrder(model, history, probability, alive));
  };
}

/** `expected` as `expectedHorizons` has them. */
function writeNumbers(
  into: Float64Array,
  alive: number | null,
  expected: Float64Array,
  near: OrderDistribution,
  far: OrderDistribution,
  weeksUntilThat: (probability: number) => number | null,
): void {
  const firstYear = 3;
  let worth = 0;
  for (let index = 0; index < lifetime.years; index += 1) {
    const before = index === 0 ? 0 : (expected[firstYear + index - 1] ?? 0);
    worth += ((expected[firstYear + index] ?? 0) - before) / (1 + lifetime.discount) ** (index + 0.5);
  }
  let at = 0;
  const put = (value: number | null | undefined): void => {
    into[at] = value ?? Number.NaN;
    at += 1;
  };
  const putDays = (probability: number): void => {
    const weeks = weeksUntilThat(probability);
    put(weeks === null ? null : weeks * 7);
  };
  put(alive);
  put(1 - near.none);
  put(expected[0]);
  put(near.low);
  put(near.high);
  put(expected[1]);
  put(expected[2]);
  put(expected[firstYear]);
  put(far.low);
  put(far.high);
  put(far.variance);
  put(far.none);
  put(pointAbove(intervalTail, far.none));
  put(pointAbove(1 - intervalTail, far.none));
  put(worth);
  putDays(0.5);
  putDays(0.1);
  putDays(0.9);
  put(expected[firstYear + lifetime.years] ?? expected[0]);
}

/** The normal point of a quantile among those who order at all; null where the quantile is no order. */
function pointAbove(quantile: number, none: number): number | null {
  if (quantile <= none || none >= 1) return null;
  return normalQuantile((quantile - none) / (1 - none));
}

import type { ActingClassifier } from '../classify/fit.ts';
import { ident, join, sql, type Fragment } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { historyAt, type Histories, type History } from './histories/history.ts';
import { columns, inWeeks } from './histories/read.ts';
import { expectedHorizons, horizons, namedExpectations } from './horizons.ts';
import { gammaUpTo, highShare, lowShare, withGammaPoints } from './gamma-point.ts';
import { leavingColumns, type NumberColumn } from './leaving-columns.ts';
import type { OrderDistribution } from './order-distribution.ts';
import { aliveProbability, expectedOrders, noOrderProbability, orderDistribution, type OrderModel } from './orders/model.ts';
import { isLeaving } from './orders/there.ts';
import { weeksUntilOrder } from './orders/wait.ts';
import type { DateChoice } from './dates/judge.ts';
import type { Lean } from './lean/lean.ts';
import { believed, latenessIn, type Silence, withWaits } from './silence.ts';
import { type SpendModel, spendColumns } from './spend/model.ts';

/** How many orders, and for how much. */
export type ValueModel = {
  readonly orders: OrderModel;
  readonly spend: SpendModel;
  /** Bends each customer's orders by what else is known of them, where the back-test said so. */
  readonly lean?: Lean;
  /** What each customer's silence says beside their own gaps, where the back-test said so: believed where no other model of who stays away is. */
  readonly rhythm?: ActingClassifier;
  /** Who says when the next order comes of those with a rhythm; of a model kept before it was asked, `dateChoice`. */
  readonly dates?: DateChoice;
};

/** What makes a past; only the discrete model asks for periods with an order. */
const pastOf = (orders: OrderModel): readonly PastName[] => (orders.kind === 'bg-bb' ? [...pastNames, 'active'] : pastNames);
type PastName = (typeof pastNames)[number] | 'active';
const pastNames = ['repeats', 'recency_days', 'age_days'] as const;

const computed = [
  'alive',
  'return_90d',
  'orders_90d',
  'orders_90d_low',
  'orders_90d_high',
  'orders_90d_variance',
  'orders_3m',
  'orders_6m',
  'orders_12m',
  'orders_12m_low',
  'orders_12m_high',
  'orders_12m_held',
  'orders_12m_variance',
  'orders_12m_none',
  'orders_lifetime',
  'next_days',
  'next_days_low',
  'next_days_high',
] as const;
/** The last is asked where a silence is to be believed: no order in its days. */
type Computed = (typeof computed)[number] | 'none_within';

/** How scores are wanted: `year` is the length in weeks of what is called 12 months, another one where the same is to be held against a shorter time that has passed; `silence` is what is believed of who stays away. */
export type Scoring = { readonly year?: number; readonly silence?: Silence | undefined };

/**
 * Scores everyone of a table of `stageHistories`: a temp table `into` with `profile`, the orders' columns, and money. With a `lean`, the temp table of `stageLeans` is there.
 * Returns how many different pasts there were.
 */
export async function stageScores(warehouse: Warehouse, into: string, table: string, model: ValueModel, scoring: Scoring = {}): Promise<number> {
  const groups = await stageGroups(warehouse, table, model.orders, scoring);
  await warehouse.run(sql`create or replace temp table ${ident(into)} as ${scoresQuery(table, model, scoring.silence)}`);
  return groups;
}

/** By how much each customer's orders are bent: the temp table `value_leans`. */
export const stageLeans = (warehouse: Warehouse, profiles: Int32Array, leans: Float64Array): Promise<void> =>
  warehouse.loadNumbers('value_leans', [
    { name: 'profile', values: Float64Array.from(profiles) },
    { name: 'lean', values: leans },
  ]);

/**
 * Customers with equal pasts are computed once, into the temp table `value_groups`. Where all that the last order says is whether somebody is still there, what is in
 * proportion to that is the same for all of a number of orders and an age: these few rows are the temp table `value_there`, so that twenty times as many need not carry it.
 */
export async function stageGroups(
  warehouse: Warehouse,
  table: string,
  orders: OrderModel,
  { year = horizons.months12, silence }: Scoring = {},
): Promise<number> {
  const within = silence === undefined ? undefined : silence.days / 7;
  const groups = await readGroups(warehouse, table, orders);
  const keys = pastOf(orders).map((name) => ({ name: `group_${name}`, values: groups.keys[name] ?? new Float64Array() }));
  if (isLeaving(orders)) {
    const { own, there } = leavingColumns(groups.histories, orders, year, within);
    await warehouse.loadNumbers('value_groups', [...keys, ...own]);
    await warehouse.loadNumbers('value_there', there);
  } else await warehouse.loadNumbers('value_groups', [...keys, ...scoredColumns(groups, orders, year, within)]);
  return groups.histories.weight.length;
}

/** Takes the tables of `stageGroups` and `stageLeans` away. */
export async function forgetGroups(warehouse: Warehouse): Promise<void> {
  for (const table of ['value_groups', 'value_there', 'value_leans']) await warehouse.run(sql`drop table if exists ${ident(table)}`);
}

/** Money is each customer's own: it is worked out by the engine, step by step, since it works a step out anew wherever its text stands again. */
export const scoresQuery = (table: string, model: ValueModel, silence?: Silence): Fragment => sql`
  select * exclude (spend_square, spend_within, some_share, some_mean, some_variance, shape, low_share, high_share, low_point, high_point),
    coalesce(low_point, 0) as value_12m_low, coalesce(high_point, 0) as value_12m_high
  from (${withGammaPoints(moneyQuery(table, model, silence), [
    { as: 'low_point', share: sql`low_share`, ...some },
    { as: 'high_point', share: sql`high_share`, ...some },
  ])})`;

const some = { mean: sql`some_mean`, shape: sql`shape` };

/**
 * With what makes an interval of the money of twelve months: nothing with the probability of no order, else a gamma variable with the mean (`some_mean`) and variance that
 * follow from the orders' and the spend's.
 */
const moneyQuery = (table: string, model: ValueModel, silence: Silence | undefined): Fragment => sql`
  select *, ${lowShare(sql`orders_12m_none`)} as low_share, ${highShare(sql`orders_12m_none`)} as high_share,
    case when some_mean > 0 then some_mean * some_mean / greatest(some_variance, 1e-9 * some_mean * some_mean) end as shape
  from (select *, (value_variance + value_12m * value_12m) / some_share - some_mean * some_mean as some_variance
  from (select *, value_12m * orders_12m_none as at_stake, 1 - orders_12m_none as some_share, case when orders_12m_none < 1 then value_12m / (1 - orders_12m_none) end as some_mean,
      orders_12m * spend_within + (orders_12m_variance + orders_12m * orders_12m) * spend_square - value_12m * value_12m as value_variance
  from (select *, orders_3m * spend as value_3m, orders_6m * spend as value_6m, orders_12m * spend as value_12m, orders_lifetime * spend as lifetime_value
    from (${ordersQuery(table, model, silence)}))))`;

/** Of a model that has everybody go on for ever, how late somebody is says what it does not know. */
export const knowsNoLeaving = (orders: OrderModel): boolean => orders.kind === 'past-rate';

/** Orders of each customer, and what is known of their spending. */
function ordersQuery(table: string, { orders, spend, lean }: ValueModel, silence: Silence | undefined): Fragment {
  const names: readonly Computed[] = silence === undefined ? computed : [...computed, 'none_within'];
  const found = sql`select h.profile, ${join(names.map((name) => sql`${lean === undefined ? numberOf(orders, name) : bent(orders, name)} as ${ident(name)}`))}, ${silence === undefined ? sql`` : sql`${knowsNoLeaving(orders) ? latenessIn : sql`0`} as late,`} ${spendColumns(spend)}
      from ${ident(table)} h ${lean === undefined ? sql`` : sql`left join value_leans l on l.profile::INTEGER = h.profile`}
        join value_groups g on ${join(
          pastOf(orders).map((name) => sql`g.${ident(`group_${name}`)}::INTEGER = h.${ident(name)}`),
          ' and ',
        )} ${isLeaving(orders) ? sql`join value_there t on t.there = g.there` : sql``}`;
  if (silence !== undefined) return withBentIntervals(withWaits(believed(found, silence)));
  return lean === undefined ? found : withBentIntervals(found);
}

/** A number of a past: its own, or that of somebody who is there, mixed with the probability of being gone. */
function numberOf(orders: OrderModel, name: Computed): Fragment {
  if (!isLeaving(orders)) return sql`g.${ident(name)}`;
  switch (name) {
    case 'return_90d':
    case 'orders_90d':
    case 'orders_3m':
    case 'orders_6m':
    case 'orders_12m':
    case 'orders_lifetime':
      return sql`(g.alive * t.${ident(name)})`;
    case 'orders_12m_none':
      return sql`(1 - g.alive * t.return_12m)`;
    case 'none_within':
      return sql`(1 - g.alive * t.return_within)`;
    case 'orders_90d_variance':
      return sql`greatest(0, g.alive * t.square_90d - (g.alive * t.mean_90d) ** 2)`;
    case 'orders_12m_variance':
      return sql`greatest(0, g.alive * t.square_12m - (g.alive * t.mean_12m) ** 2)`;
    default:
      return sql`g.${ident(name)}`;
  }
}

/**
 * What the group's number becomes for a customer who orders `lean` times as often: expectations in proportion, the part of the variance that is more than chance with its square, no order as of a process so
 * much faster, waits so much shorter. Whether they are still there is not bent; intervals are made anew from the bent numbers (`withBentIntervals`).
 */
function bent(orders: OrderModel, name: Computed): Fragment {
  const [own, lean] = [numberOf(orders, name), sql`coalesce(l.lean, 1)`];
  const variance = (mean: Fragment): Fragment => sql`${lean} * ${mean} + ${lean} * ${lean} * greatest(0, ${own} - ${mean})`;
  switch (name) {
    case 'alive':
    case 'orders_90d_low':
    case 'orders_90d_high':
    case 'orders_12m_low':
    case 'orders_12m_high':
    case 'orders_12m_held':
      return own;
    case 'return_90d':
      return sql`1 - (1 - ${own}) ** ${lean}`;
    case 'orders_12m_none':
    case 'none_within':
      return sql`${own} ** ${lean}`;
    case 'orders_90d_variance':
      return variance(numberOf(orders, 'orders_90d'));
    case 'orders_12m_variance':
      return variance(numberOf(orders, 'orders_12m'));
    case 'next_days':
    case 'next_days_low':
    case 'next_days_high':
      return sql`${own} / ${lean}`;
    default:
      return sql`${own} * ${lean}`;
  }
}

/**
 * Scores whose intervals of orders are made anew from their mean, variance and probability of none, of those who are bent. A bent distribution is not known number by number; no order has its probability, and the number of
 * those who order is taken to be the whole number nearest to a gamma variable of its mean and variance. Step by step, as money is.
 */
function withBentIntervals(scores: Fragment): Fragment {
  // The engine's greatest() passes over what is unknown.
  const end = (span: Span, share: 'low' | 'high'): Fragment =>
    sql`case when ${part(share, span)} is null then 0 else greatest(1, round(${part(`${share}_point`, span)})) end`;
  const [none, some, shape] = [part('none', '12m'), part('some', '12m'), part('shape', '12m')];
  const upTo = (number: Fragment): Fragment =>
    sql`case when ${number} < 1 then ${none} else ${none} + (1 - ${none}) * ${gammaUpTo(sql`${number} + 0.5`, some, shape)} end`;
  const shapeOf = (span: Span): Fragment => {
    const [mean, variance, of] = [ident(`orders_${span}`), ident(`orders_${span}_variance`), part('some', span)];
    return sql`${of} * ${of} / greatest((${variance} + ${mean} * ${mean}) / (1 - ${part('none', span)}) - ${of} * ${of}, 1e-9 * ${of} * ${of}) as ${part('shape', span)}`;
  };
  const ends = spans.flatMap((span) => [
    sql`${end(span, 'low')} as ${ident(`orders_${span}_low`)}`,
    sql`${end(span, 'high')} as ${ident(`orders_${span}_high`)}`,
  ]);
  const points = spans.flatMap((span) =>
    (['low', 'high'] as const).map((share) => ({
      as: partName(`${share}_point`, span),
      share: part(share, span),
      mean: part('some', span),
      shape: part('shape', span),
    })),
  );
  const shaped = sql`select *, ${join(spans.map(shapeOf))}
    from (select *, ${join(spans.map((span) => sql`${ident(`orders_${span}`)} / (1 - ${part('none', span)}) as ${part('some', span)}`))}
    from (select *, ${join(spans.flatMap((span) => [sql`${lowShare(part('none', span))} as ${part('low', span)}`, sql`${highShare(part('none', span))} as ${part('high', span)}`]))}
    from (select *, 1 - return_90d as ${part('none', '90d')}, orders_12m_none as ${part('none', '12m')} from (${withRoom(scores)}))))`;
  return sql`
    select * exclude (${join(spans.flatMap((span) => steps.map((step) => part(step, span))))}) replace (
      ${upTo(sql`orders_12m_high`)} - case when orders_12m_low = 0 then 0 else ${upTo(sql`(orders_12m_low - 1)`)} end as orders_12m_held)
    from (select * replace (${join(ends)}) from (${withGammaPoints(shaped, points)}))`;
}

/**
 * Scores whose variance leaves room for the probability of no order: who orders at all does so at least half as irregularly as by chance. A probability that a lean below 1 or a silence has moved further than the variance would leave less than none, and an interval without width.
 */
function withRoom(scores: Fragment): Fragment {
  const variances = spans.map((span) => {
    const [mean, variance] = [ident(`orders_${span}`), ident(`orders_${span}_variance`)];
    const any = span === '90d' ? sql`greatest(1e-9, return_90d)` : sql`greatest(1e-9, 1 - orders_12m_none)`;
    return sql`greatest(${variance}, ${any} * (greatest(0, ${mean} / ${any} - 1) / 2 + (${mean} / ${any}) ** 2) - ${mean} * ${mean}) as ${variance}`;
  });
  return sql`select * replace (${join(variances)}) from (${scores})`;
}

const spans = ['90d', '12m'] as const;
type Span = (typeof spans)[number];
const steps = ['none', 'low', 'high', 'some', 'shape', 'low_point', 'high_point'] as const;
const partName = (what: (typeof steps)[number], span: Span): string => `bent_${what}_${span}`;
const part = (what: (typeof steps)[number], span: Span): Fragment => ident(partName(what, span));

type Groups = { readonly histories: Histories; readonly keys: Readonly<Partial<Record<PastName, Float64Array>>> };

async function readGroups(warehouse: Warehouse, table: string, orders: OrderModel): Promise<Groups> {
  const names = pastOf(orders);
  const listed = join(names.map((name) => ident(name)));
  // In order of repeats and age, so that those who are there alike come one after the other.
  const keys = await columns<PastName>(warehouse, sql`select distinct ${listed} from ${ident(table)} order by repeats, age_days, ${listed}`, names);
  const weight = new Float64Array(keys.repeats.length).fill(1);
  const active = names.includes('active') ? { active: keys.active } : {};
  return { keys, histories: { repeats: keys.repeats, recency: inWeeks(keys.recency_days), age: inWeeks(keys.age_days), weight, ...active } };
}

/** A column for each of `computed`; NaN is unknown. */
function scoredColumns({ histories }: Groups, model: OrderModel, year: number, within: number | undefined): readonly NumberColumn[] {
  const rows = histories.weight.length;
  const names: readonly Computed[] = within === undefined ? computed : [...computed, 'none_within'];
  const filled = names.map((name) => ({ name, values: new Float64Array(rows) }));
  const fill = anyone(model, year, within);
  // One row of doubles for all customers: an array of numbers and nulls for each would put every number into a box of its own.
  const numbers = new Float64Array(filled.length);
  for (let row = 0; row < rows; row += 1) {
    fill(historyAt(histories, row), numbers);
    filled.forEach(({ values }, column) => {
      values[row] = numbers[column] ?? Number.NaN;
    });
  }
  return filled;
}

/** Writes the numbers of `computed`, in its order, then that of no order `within` so many weeks. */
type Fill = (history: History, into: Float64Array) => void;

function anyone(model: OrderModel, year: number, within: number | undefined): Fill {
  const masses = new Float64Array(20_000);
  const weeks = expectedHorizons(year);
  return (history, into) => {
    const alive = aliveProbability(model, history);
    const near = orderDistribution(model, history, horizons.days90, masses, alive);
    const far = orderDistribution(model, history, year, masses, alive);
    const expected = Float64Array.from(weeks, (own) => expectedOrders(model, history, own, alive));
    writeNumbers(into, alive, expected, near, far, (probability) => weeksUntilOrder(model, history, probability, alive));
    if (within !== undefined) into[computed.length] = noOrderProbability(model, history, within, alive);
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
  const own = namedExpectations(expected);
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
  put(own.orders_90d);
  put(near.low);
  put(near.high);
  put(near.variance);
  put(own.orders_3m);
  put(own.orders_6m);
  put(own.orders_12m);
  put(far.low);
  put(far.high);
  put(far.held);
  put(far.variance);
  put(far.none);
  put(own.orders_lifetime);
  putDays(0.5);
  putDays(0.1);
  putDays(0.9);
}

import type { HoldOut } from '../../contract/index.ts';
import type { Instant, Workspace } from '../../core/index.ts';
import { ident, sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { OrderBacktest, Held } from './choose/backtest.ts';
import { calibrationOf } from './choose/measure.ts';
import { historyAt, type Histories } from './histories/history.ts';
import { type Judged, readColumns } from '../classify/index.ts';
import { type CutOff, localDay, stageHistories, stageOutcomes } from './histories/stage.ts';
import { expectedOrders, type OrderModel } from './orders/model.ts';
import { type DatesJudged, judgeDates } from './dates/judge.ts';
import type { Lean } from './lean/lean.ts';
import { stageScores, type ValueModel } from './score.ts';
import type { Silence } from './silence.ts';
import { fitSpend, meanSpend } from './spend/model.ts';
import { coverage } from './order-distribution.ts';
import { labelOf } from './labels.ts';

/** The figures, and who was promised how much and came: for the audit. The promise is for 90 days, so without it where another time was held back. */
export type HeldOut = {
  readonly figures: HoldOut;
  /** Of whom the usual gap says better when the next order comes. */
  readonly dates: DatesJudged;
  readonly at: Instant;
  readonly profiles: Int32Array;
  readonly judged: Judged | undefined;
};
const promised = 13;

/** What makes of the buying model's numbers those that are told: `rhythm` is what own rhythms say of the newest cut-off. */
export type Bending = { readonly lean?: Lean | undefined; readonly rhythm?: Silence | undefined; readonly beside?: Beside | undefined };

/** What else is served goes by: as it would have spoken at a moment of the past, had it learned then. `rhythm` is what the model itself says of silences at that moment. */
export type Beside = { readonly title: string; readonly spokenAt: (at: Instant, rhythm: Silence | undefined) => Promise<Silence | undefined> };

/**
 * The chosen model as it stood at the newest cut-off, beside what happened until `end` and beside the average of customers like this: orders, money, how often
 * intervals held, tenths, and the running total week by week. Where another model takes part in what is served, the same of both together.
 */
export async function holdOut(
  warehouse: Warehouse,
  workspace: Workspace,
  backtest: OrderBacktest,
  newest: Held,
  end: CutOff,
  { lean, rhythm, beside }: Bending = {},
): Promise<HeldOut | null> {
  const model = newest.fitted.get(backtest.chosen)?.model;
  const baseline = newest.fitted.get('average')?.model;
  if (model === undefined || baseline === undefined) return null;
  const { cutOff, training } = newest;
  const { weeks } = backtest;
  await stageHistories(warehouse, 'value_held', cutOff, workspace);
  await stageOutcomes(warehouse, 'value_held_outcomes', cutOff, end, workspace);
  const theirs = await compared(warehouse, { orders: baseline, spend: await meanSpend(warehouse, 'value_held') }, weeks);
  const answering: ValueModel = { orders: model, spend: await fitSpend(warehouse, 'value_held'), ...(lean === undefined ? {} : { lean }) };
  const alone = await compared(warehouse, answering, weeks, rhythm);
  const dates = await judgeDates(warehouse, workspace, 'value_held_scores', cutOff, end);
  const calibration = lean === undefined && rhythm === undefined ? backtest.calibration : await tenths(warehouse);
  const told = async (ours: Compared, rows: HoldOut['calibration']) => ({
    ...besideBaseline(ours, theirs),
    calibration: rows,
    weekly: await weekly(warehouse, workspace, model, training.histories, cutOff, weeks, ours.orders),
  });
  const both = beside === undefined ? undefined : await compared(warehouse, answering, weeks, await beside.spokenAt(cutOff.at, rhythm));
  const figures: HoldOut = {
    from: cutOff.date,
    until: end.date,
    customers: alone.customers,
    baseline: labelOf('average'),
    ...(await told(alone, calibration)),
    ...(beside === undefined || both === undefined ? {} : { served: { beside: beside.title, ...(await told(both, await tenths(warehouse))) } }),
  };
  const came = await whoCame(warehouse);
  return { figures, dates, at: cutOff.at, profiles: came.profiles, judged: weeks === promised ? came.judged : undefined };
}

const besideBaseline = (ours: Compared, theirs: Compared) => ({
  orders: { mae: ours.orders_mae, baseline_mae: theirs.orders_mae, predicted: ours.orders, baseline_predicted: theirs.orders, actual: ours.actual_orders },
  money: { mae: ours.money_mae, baseline_mae: theirs.money_mae, predicted: ours.money, baseline_predicted: theirs.money, actual: ours.actual_money },
  interval_holds: ours.orders_within,
  interval_promises: ours.orders_promised,
  money_interval_holds: ours.money_within,
  money_interval_promises: ours.money_promised,
});

/** Tenths of those who were scored last, each customer by what was expected of them. */
async function tenths(warehouse: Warehouse): Promise<HoldOut['calibration']> {
  const [expected = new Float64Array(), some = new Float64Array(), orders = new Float64Array()] = await readColumns(
    warehouse,
    sql`select s.orders_12m::DOUBLE as expected, (1 - s.orders_12m_none)::DOUBLE as some, coalesce(o.orders, 0)::DOUBLE as orders
      from value_held_scores s left join value_held_outcomes o using (profile) order by s.profile`,
  );
  return calibrationOf({ expected, some, outcomes: { weight: new Float64Array(expected.length).fill(1), orders } });
}

/** Each customer's probability of an order by the scores made last, which are those that are served, and whether there was one. */
async function whoCame(warehouse: Warehouse): Promise<{ readonly profiles: Int32Array; readonly judged: Judged }> {
  const [profiles = new Float64Array(), probabilities = new Float64Array(), came = new Float64Array()] = await readColumns(
    warehouse,
    sql`select s.profile::DOUBLE as profile, s.return_90d::DOUBLE as promised, (coalesce(o.orders, 0) > 0)::INTEGER::DOUBLE as came
      from value_held_scores s left join value_held_outcomes o using (profile) order by s.profile`,
  );
  return { profiles: Int32Array.from(profiles), judged: { probabilities, labels: Uint8Array.from(came) } };
}

type Compared = {
  readonly customers: number;
  readonly orders: number;
  readonly actual_orders: number;
  readonly orders_mae: number;
  readonly money: number;
  readonly actual_money: number;
  readonly money_mae: number;
  /** Shares of the customers whose orders and money lay in their interval, and what the intervals hold by their own account. */
  readonly orders_within: number;
  readonly orders_promised: number;
  readonly money_within: number;
  readonly money_promised: number;
};

const noIntervals = { orders_within: 0, orders_promised: 0, money_within: 0, money_promised: 0 };

async function compared(warehouse: Warehouse, model: ValueModel, weeks: number, silence?: Silence): Promise<Compared> {
  await stageScores(warehouse, 'value_held_scores', 'value_held', model, { year: weeks, silence });
  const found = await warehouse.row<Compared>(sql`
    select count(*) as customers, sum(s.orders_12m) as orders, sum(coalesce(o.orders, 0))::DOUBLE as actual_orders, avg(abs(s.orders_12m - coalesce(o.orders, 0))) as orders_mae,
      sum(s.value_12m) as money, sum(coalesce(o.spent, 0)) as actual_money, avg(abs(s.value_12m - coalesce(o.spent, 0))) as money_mae,
      avg((coalesce(o.orders, 0) between s.orders_12m_low and s.orders_12m_high)::INTEGER) as orders_within, avg(s.orders_12m_held) as orders_promised,
      avg((coalesce(o.spent, 0) between s.value_12m_low and s.value_12m_high)::INTEGER) as money_within, avg(greatest(s.orders_12m_none, ${coverage}::DOUBLE)) as money_promised
    from value_held_scores s left join value_held_outcomes o using (profile)`);
  return found ?? { customers: 0, orders: 0, actual_orders: 0, orders_mae: 0, money: 0, actual_money: 0, money_mae: 0, ...noIntervals };
}

/** Running totals of orders by the customers known at the cut-off: foretold and actual, at the end of each week after it. */
async function weekly(
  warehouse: Warehouse,
  workspace: Workspace,
  model: OrderModel,
  histories: Histories,
  cutOff: CutOff,
  weeks: number,
  whole: number,
): Promise<HoldOut['weekly']> {
  const actual = await warehouse.rows<{ week: number; orders: number }>(sql`
    select ((epoch_us(o.ordered_at) - ${BigInt(cutOff.at)}) // ${604_800_000_000n})::INTEGER + 1 as week, count(distinct (o.profile, ${localDay(workspace.zone)})) as orders
    from orders o semi join ${ident('value_held')} h using (profile)
    where o.counts and not o.is_return and o.ordered_at > ${timestamp(cutOff.at)} group by week order by week`);
  // Week by week the buying model has the shape; the whole is what the answering model says.
  const upTo = (week: number): number => {
    let predicted = 0;
    for (let row = 0; row < histories.weight.length; row += 1)
      predicted += (histories.weight[row] ?? 0) * expectedOrders(model, historyAt(histories, row), week);
    return predicted;
  };
  const bent = whole / (upTo(weeks) || 1);
  let running = 0;
  return Array.from({ length: weeks }, (_, index) => {
    const week = index + 1;
    running += actual.find((one) => one.week === week)?.orders ?? 0;
    return { week, predicted: bent * upTo(week), actual: running };
  });
}

import type { HomeFigure, HomeFiguresAnswer } from '../../contract/schemas.ts';
import { endOfDate, type Instant, instant, localDate } from '../../core/index.ts';
import { type Fragment, sql, timestamp } from '../../sql/index.ts';
import { orderedValue } from '../../warehouse/index.ts';
import { all, before, between, compare, dated, distinct, facts, some, text } from '../base/conditions.ts';
import { countingUpTo, type InsightContext } from '../base/context.ts';
import { comparedRange, type Range, readRange, type Steps, stepsOf, stepTable } from '../base/range.ts';
import { figureSentence, homeSentence } from './figure-words.ts';
import type { Totals } from './totals.ts';

export type HomeRequest = { readonly from: string; readonly to: string; readonly compare: 'previous' | 'year' | 'none' };

const nothing: Totals = { customers: 0, fresh: 0, repeaters: 0, revenue: 0, gross: 0, orders: 0 };
const mostPoints = 60;

/** Customers, revenue, orders, repeat rate and average order of a period, each with its change and its course. Two passes over the period's orders. */
export async function homeFigures(context: InsightContext, request: HomeRequest): Promise<HomeFiguresAnswer> {
  const { at, workspace } = context;
  const range = readRange(await begun(context, request), request.to, at, workspace.zone);
  const other = request.compare === 'none' ? undefined : comparedRange(range, request.compare, at, workspace.zone);
  const steps = stepsOf(range, mostPoints, workspace);
  const totals = await totalsBy(context, other === undefined ? [range] : [range, other]);
  const course = await courseOf(context, range, steps);
  const known = await everybody(context, range);
  const now = totals.get(0) ?? nothing;
  const past = other === undefined ? undefined : await comparable(context, totals.get(1) ?? nothing, other);
  const figures = figuresOf(
    context,
    range,
    now,
    past,
    steps.instants.map((_, step) => course.get(step) ?? nothing),
  );
  return {
    as_of: context.asOf,
    sentence: homeSentence(context.words, range, now, past, request.compare),
    how: "Orders that count, in the workspace's currency and time zone. Revenue is without shipping and tax where the source tells them, less refunds and returns, so it can be lower than the shop system's own figure; the other figures look at orders alone.",
    from: range.from,
    to: range.to,
    compared_with: other === undefined ? null : { from: other.from, to: other.to },
    customers_total: known.customers,
    buyers_total: known.buyers,
    spark: { unit: steps.unit, starts: [...steps.starts] },
    figures,
  };
}

/** A range that begins before the shop's first order begins with it: all time has no empty years in front. */
async function begun(context: InsightContext, { from, to }: HomeRequest): Promise<string> {
  const row = await context.warehouse.row<{ first: Instant | null }>(sql`select min(o.ordered_at) as first from orders o where ${countingUpTo(context)}`);
  const first = row?.first ?? null;
  const day = first === null ? from : localDate(first, context.workspace.zone);
  return from < day && day <= to ? day : from;
}

const sums = (starts: Fragment): Fragment => sql`
  count(distinct o.profile) filter (not o.is_return)::INTEGER as customers,
  count(distinct o.profile) filter (not o.is_return and f.first_order_at >= ${starts})::INTEGER as fresh,
  count(distinct o.profile) filter (not o.is_return and f.first_order_at < o.ordered_at)::INTEGER as repeaters,
  coalesce(sum(o.total), 0)::DOUBLE as revenue, coalesce(sum(${orderedValue(sql`o`)}) filter (not o.is_return), 0)::DOUBLE as gross,
  count(*) filter (not o.is_return)::INTEGER as orders`;

async function totalsBy(context: InsightContext, ranges: readonly Range[]): Promise<ReadonlyMap<number, Totals>> {
  const each = ranges.map(
    ({ start, end }, period) => sql`select ${period}::INTEGER as period, ${sums(sql`${timestamp(start)}`)}
      from orders o left join ${context.features} f on f.profile = o.profile
      where ${countingUpTo(context)} and o.ordered_at >= ${timestamp(start)} and o.ordered_at < ${timestamp(end)}`,
  );
  const rows = await context.warehouse.rows<Totals & { period: number }>(each.reduce((one, next) => sql`${one} union all ${next}`));
  return new Map(rows.map((row) => [row.period, row]));
}

async function courseOf(context: InsightContext, { start, end }: Range, steps: Steps): Promise<ReadonlyMap<number, Totals>> {
  const rows = await context.warehouse.rows<Totals & { step: number }>(sql`
    select s.step, ${sums(sql`s.starts`)}
    from (select profile, total, gross, refunded, is_return, ordered_at from orders where ${countingUpTo(context)} and ordered_at >= ${timestamp(start)} and ordered_at < ${timestamp(end)}) o
    asof join ${stepTable(steps.instants)} s on o.ordered_at >= s.starts left join ${context.features} f on f.profile = o.profile
    group by s.step`);
  return new Map(rows.map((row) => [row.step, row]));
}

async function everybody(context: InsightContext, { end }: Range): Promise<{ readonly customers: number; readonly buyers: number }> {
  const row = await context.warehouse.row<{ customers: number; buyers: number }>(
    sql`select count(*)::INTEGER as customers, count(*) filter (first_order_at < ${timestamp(end)})::INTEGER as buyers from ${context.features}`,
  );
  return row ?? { customers: 0, buyers: 0 };
}

/** A period that began before the shop's first order would make any shop seem to grow: then there is nothing to compare with. A fiftieth of it may be missing, a week of a year: a shop rarely sells on the very first day. */
async function comparable(context: InsightContext, totals: Totals, { start, end }: Range): Promise<Totals | undefined> {
  const row = await context.warehouse.row<{ first: Instant | null }>(sql`select min(first_order_at) as first from ${context.features}`);
  const first = row?.first ?? null;
  return first !== null && localDate(first, context.workspace.zone) <= localDate(instant(start + (end - start) / 50), context.workspace.zone)
    ? totals
    : undefined;
}

function figuresOf(context: InsightContext, range: Range, now: Totals, past: Totals | undefined, course: readonly Totals[]): HomeFigure[] {
  const { zone } = context.workspace;
  const inside = facts('orders', { window: between(range.from, range.to) });
  const ordered = text(some(inside));
  const dayAfter = localDate(endOfDate(range.to, zone), zone);
  const again = text(all(some(inside), compare(distinct('ordered_at', facts('orders', { window: before(dayAfter) })), '>=', 2)));
  const fresh = text(dated('first_order_at', between(range.from, range.to)));
  const figure = (
    name: HomeFigure['name'],
    label: string,
    unit: HomeFigure['unit'],
    of: (totals: Totals) => number | null,
    group: { readonly people: number; readonly expression: string },
    how: string,
  ): HomeFigure => {
    const value = of(now);
    const previous = past === undefined ? null : of(past);
    const change = changeOf(unit, value, previous);
    return {
      name,
      label,
      unit,
      value,
      previous,
      change,
      spark: course.map(of),
      sentence: figureSentence(context.words, { label, unit, value, change }),
      how,
      ...group,
    };
  };
  const buyers = { people: now.customers, expression: ordered };
  return [
    figure('customers', 'Customers who ordered', 'people', ({ customers }) => customers, buyers, 'Different customers with an order in the period.'),
    figure(
      'new_customers',
      'New customers',
      'people',
      ({ fresh: people }) => people,
      { people: now.fresh, expression: fresh },
      'Customers whose first order of all lies in the period.',
    ),
    figure(
      'revenue',
      'Revenue',
      'money',
      ({ revenue }) => revenue,
      buyers,
      'What orders brought as the source tells it: without shipping and tax where those stand on their own, less refunds and returns; of a refund, where the total held shipping or tax, the share that was for the goods. Orders of unknown customers included.',
    ),
    figure('orders', 'Orders', 'count', ({ orders }) => orders, buyers, 'Orders that count; cancelled, void, test and draft ones do not.'),
    figure(
      'repeat_rate',
      'Repeat rate',
      'share',
      ({ customers, repeaters }) => ratio(repeaters, customers),
      { people: now.repeaters, expression: again },
      'Of the customers who ordered, those with an order that was not their first of all.',
    ),
    figure(
      'average_order_value',
      'Average order',
      'money',
      ({ gross, orders }) => ratio(gross, orders),
      buyers,
      'What the orders came to by their number, as they were ordered: what was refunded or returned later is not taken off.',
    ),
  ];
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function changeOf(unit: HomeFigure['unit'], value: number | null, previous: number | null): number | null {
  if (value === null || previous === null) return null;
  if (unit === 'share') return value - previous;
  return previous === 0 ? null : value / previous - 1;
}

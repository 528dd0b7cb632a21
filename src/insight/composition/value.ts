import type { SegmentMembers, SegmentValue } from '../../contract/index.ts';
import { shareOf, addCalendar, type Instant, instant, localDate, startOfPeriod, writtenDate } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { orderedValue } from '../../warehouse/index.ts';
import { countingUpTo, type InsightContext } from '../base/context.ts';
import { loadMembers } from '../scorecard/load-members.ts';

type Month = {
  readonly month: string;
  readonly revenue: number;
  readonly orders: number;
  readonly buyers: number;
  readonly base_revenue: number;
  readonly base_orders: number;
  readonly gross: number;
  readonly base_gross: number;
};

/** What today's members brought in each month of the last 12 beside all customers, those without an order too, and per head. */
export async function segmentValue(context: InsightContext, segment: SegmentMembers): Promise<SegmentValue> {
  const { warehouse, workspace, at } = context;
  await loadMembers(warehouse, [segment]);
  const start = instant(addCalendar(at, workspace.zone, { months: -12 }));
  const rows = await warehouse.rows<Month>(sql`
    select strftime(o.ordered_at at time zone 'UTC' at time zone ${workspace.zone}, '%Y-%m') as month,
      coalesce(sum(o.total) filter (m.profile is not null), 0)::DOUBLE as revenue, count(*) filter (m.profile is not null and not o.is_return) as orders,
      count(distinct o.profile) filter (m.profile is not null and not o.is_return) as buyers, coalesce(sum(o.total), 0)::DOUBLE as base_revenue,
      count(*) filter (not o.is_return) as base_orders,
      coalesce(sum(${orderedValue(sql`o`)}) filter (m.profile is not null and not o.is_return), 0)::DOUBLE as gross,
      coalesce(sum(${orderedValue(sql`o`)}) filter (not o.is_return), 0)::DOUBLE as base_gross
    from orders o left join insight_members m on m.profile = o.profile
    where ${countingUpTo(context)} and o.ordered_at > ${timestamp(start)} group by 1 order by 1`);
  const people = await warehouse.row<{ buyers: number }>(sql`
    select count(distinct profile) as buyers from orders where ${countingUpTo(context)} and not is_return and ordered_at > ${timestamp(start)}`);
  const total = (key: keyof Omit<Month, 'month'>): number => rows.reduce((sum, row) => sum + row[key], 0);
  const [revenue, base, orders] = [total('revenue'), total('base_revenue'), total('orders')];
  const members = segment.members.length;
  const { words } = context;
  const share = base > 0 ? revenue / base : null;
  return {
    as_of: context.asOf,
    sentence:
      members === 0
        ? 'Nobody is in this segment.'
        : `The people of ${segment.name} brought ${words.money(revenue)} in the last 12 months${share === null ? '' : `, ${shareOf(share)} of all revenue`}.`,
    how: `Orders net of returns since ${writtenDate(localDate(start, workspace.zone))}, of the people who are its members: they need not have been members when they ordered. The average order is as it was ordered, before refunds and returns.`,
    months: monthsOf(rows, workspace.zone, start, at),
    average_order_value: orders === 0 ? null : total('gross') / orders,
    base_average_order_value: total('base_orders') === 0 ? null : total('base_gross') / total('base_orders'),
    revenue_12_months: revenue,
    share_12_months: share,
    per_member_12_months: members === 0 ? null : revenue / members,
    base_per_customer_12_months: (people?.buyers ?? 0) === 0 ? null : base / (people?.buyers ?? 1),
  };
}

/** Every month that the time from `start` to `at` touches; those at its ends are whole only where it begins and ends with one. */
function monthsOf(rows: readonly Month[], zone: string, start: Instant, at: Instant): SegmentValue['months'] {
  const found = new Map(rows.map((row) => [row.month, row]));
  const months: SegmentValue['months'][number][] = [];
  for (let from = startOfPeriod(start, zone, 'month'); from < at; from = instant(addCalendar(from, zone, { months: 1 }))) {
    const month = localDate(from, zone).slice(0, 7);
    const row = found.get(month);
    months.push({
      month,
      whole: from >= start && addCalendar(from, zone, { months: 1 }) <= at,
      revenue: row?.revenue ?? 0,
      orders: row?.orders ?? 0,
      buyers: row?.buyers ?? 0,
      base_revenue: row?.base_revenue ?? 0,
    });
  }
  return months;
}

import type { CohortAnalysisAnswer } from '../../contract/schemas.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { countingUpTo, type InsightContext } from '../base/context.ts';
import { stepTable } from '../base/range.ts';
import type { Period } from './periods.ts';

type Row = {
  readonly step: number;
  readonly fresh: number;
  readonly active: number;
  readonly revenue_new: number;
  readonly revenue_returning: number;
};

/** What came in by calendar period, from new and from returning customers, and what the customers so far have brought each. One pass over the orders. */
export async function equityOf(context: InsightContext, periods: readonly Period[]): Promise<CohortAnalysisAnswer['equity']> {
  const [first] = periods;
  if (first === undefined) return [];
  const before = await context.warehouse.row<{ customers: number; revenue: number }>(sql`
    select (select count(*) from ${context.features} where first_order_at < ${timestamp(first.start)})::INTEGER as customers,
      (select coalesce(sum(total), 0)::DOUBLE from orders where ${countingUpTo(context)} and profile is not null and ordered_at < ${timestamp(first.start)}) as revenue`);
  const rows = await context.warehouse.rows<Row>(sql`
    select s.step, count(distinct o.profile) filter (f.first_order_at >= s.starts)::INTEGER as fresh, count(distinct o.profile) filter (not o.is_return)::INTEGER as active,
      coalesce(sum(o.total) filter (f.first_order_at >= s.starts), 0)::DOUBLE as revenue_new, coalesce(sum(o.total) filter (f.first_order_at < s.starts), 0)::DOUBLE as revenue_returning
    from (select profile, total, is_return, ordered_at from orders where ${countingUpTo(context)} and profile is not null and ordered_at >= ${timestamp(first.start)}) o
    asof join ${stepTable(periods.map(({ start }) => start))} s on o.ordered_at >= s.starts join ${context.features} f on f.profile = o.profile
    group by s.step`);
  const known = new Map(rows.map((row) => [row.step, row]));
  let [customers, revenue] = [before?.customers ?? 0, before?.revenue ?? 0];
  return periods.map(({ starts, complete }, step) => {
    const { fresh, active, revenue_new, revenue_returning } = known.get(step) ?? { fresh: 0, active: 0, revenue_new: 0, revenue_returning: 0 };
    customers += fresh;
    revenue += revenue_new + revenue_returning;
    return {
      starts,
      complete,
      new_customers: fresh,
      active_customers: active,
      customers,
      revenue_new,
      revenue_returning,
      revenue_so_far: revenue,
      per_customer: customers === 0 ? 0 : revenue / customers,
      by_orders_12m: null,
      expected_12m: null,
    };
  });
}

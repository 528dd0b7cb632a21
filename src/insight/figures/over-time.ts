import type { OverTime, TimePoint } from '../../contract/index.ts';
import { startOfPeriod } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { ReportContext } from './context.ts';
import { loadPeriods, unitFor } from './periods.ts';

type Found = Omit<TimePoint, 'starts'> & { readonly period: number };

/** Revenue, orders and customers per calendar period, periods without any included. */
export async function overTime({ warehouse, workspace, moment, span }: ReportContext): Promise<OverTime> {
  if (span === undefined) return { unit: 'month', points: [], lastIsPartial: false };
  const unit = unitFor(span.first, moment);
  const periods = await loadPeriods(warehouse, unit, [span.first, span.last], workspace, 48);
  const rows = await warehouse.rows<Found>(
    sql`with dated as (
          select p.period, o.profile, o.total, o.is_return, f.first_order_at >= p.starts as new
          from orders o asof join insight_periods p on o.ordered_at >= p.starts left join insight_features f on f.profile = o.profile
          where o.counts and o.ordered_at <= ${timestamp(moment)})
        select period, coalesce(sum(total), 0)::DOUBLE as revenue, count(*) filter (not is_return)::INTEGER as orders,
          count(distinct profile) filter (not is_return)::INTEGER as customers, count(distinct profile) filter (not is_return and new)::INTEGER as "newCustomers",
          coalesce(sum(total) filter (new), 0)::DOUBLE as "newRevenue"
        from dated group by period order by period`,
  );
  const found = new Map(rows.map((row) => [row.period, row]));
  const points = periods.starts.map((starts, period): TimePoint => {
    const { revenue, orders, customers, newCustomers, newRevenue } = found.get(period) ?? {
      revenue: 0,
      orders: 0,
      customers: 0,
      newCustomers: 0,
      newRevenue: 0,
    };
    return { starts, revenue, orders, customers, newCustomers, newRevenue };
  });
  return { unit, points, lastIsPartial: startOfPeriod(span.last, workspace.zone, unit, 1, workspace.weekStart) > moment };
}

import type { Cohort, Cohorts } from '../../contract/index.ts';
import { day, startOfPeriod } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { ReportContext } from './context.ts';
import { loadPeriods } from './periods.ts';

const mostCohorts = 12;

/** Retention by the month (quarter, beyond 18 months) of the first order: the newest 12 cohorts, periods that are over. */
export async function cohortRetention({ warehouse, workspace, moment, span }: ReportContext): Promise<Cohorts> {
  if (span === undefined) return { unit: 'month', cohorts: [] };
  const unit = (moment - span.first) / day > 548 ? 'quarter' : 'month';
  const periods = await loadPeriods(warehouse, unit, [span.first, moment], workspace, mostCohorts + 1);
  const [earliest] = periods.instants;
  if (earliest === undefined) return { unit, cohorts: [] };
  const rows = await warehouse.rows<{ started: number; period: number; customers: number }>(
    sql`with started as (select f.profile, p.period as started from insight_features f asof join insight_periods p on f.first_order_at >= p.starts where f.first_order_at >= ${timestamp(earliest)})
        select s.started, p.period, count(distinct o.profile)::INTEGER as customers
        from orders o join started s using (profile) asof join insight_periods p on o.ordered_at >= p.starts
        where o.counts and not o.is_return and o.ordered_at <= ${timestamp(moment)} group by all order by all`,
  );
  const customers = new Map(rows.map((row) => [`${row.started}:${row.period}`, row.customers]));
  const over = periods.instants.filter((at) => startOfPeriod(at, workspace.zone, unit, 1, workspace.weekStart) <= moment).length;
  // Customers of a cut-off first period may have started before it; the span tells whether it was cut.
  const cohorts = periods.starts.flatMap((starts, started): readonly Cohort[] => {
    const size = customers.get(`${started}:${started}`) ?? 0;
    if (size === 0 || started >= over) return [];
    const later = Array.from({ length: over - started - 1 }, (_, index) => (customers.get(`${started}:${started + 1 + index}`) ?? 0) / size);
    return [{ starts, customers: size, retained: later }];
  });
  return { unit, cohorts };
}

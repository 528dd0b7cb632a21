import type { Slipping, SlippingCustomer } from '../../contract/index.ts';
import { type Fragment, sql, timestamp } from '../../sql/index.ts';
import type { ReportContext } from './context.ts';
import { peopleNamed, unnamed } from './people.ts';

/** A usual gap below two weeks is a habit of one busy month, so nobody is overdue before three weeks of silence. */
const shortestGap = 14;

/**
 * Regulars (three orders or more) quiet for more than 1.5 times their own median gap, and at most half a year beyond it.
 * What is at stake is what they spent in the 12 months up to their last order.
 */
export async function slippingCustomers({ warehouse, moment }: ReportContext): Promise<Slipping> {
  const regulars = await warehouse.row<{ n: number }>(sql`select count(*)::INTEGER as n from insight_features where orders_count >= 3`);
  const totals = await warehouse.row<{ customers: number; perYear: number; highValue: number }>(
    sql`select count(*)::INTEGER as customers, coalesce(sum("perYear"), 0)::DOUBLE as "perYear", count(*) filter (value_tier = 'high')::INTEGER as "highValue" from (${slipping(moment)})`,
  );
  const rows = await warehouse.rows<Omit<SlippingCustomer, 'name' | 'contact'>>(
    sql`select profile, orders, "daysSince", "usualGap", "perYear"::DOUBLE as "perYear" from (${slipping(moment)}) order by "perYear" desc, profile limit 10`,
  );
  const people = await peopleNamed(
    warehouse,
    rows.map(({ profile }) => profile),
  );
  return {
    regulars: regulars?.n ?? 0,
    customers: totals?.customers ?? 0,
    perYear: totals?.perYear ?? 0,
    highValue: totals?.highValue ?? 0,
    list: rows.map((row) => ({ ...row, ...(people.get(row.profile) ?? unnamed(row.profile)) })),
  };
}

const slipping = (moment: ReportContext['moment']): Fragment => sql`
  select f.profile, any_value(f.orders_count) as orders, any_value(f.days_since_last_order) as "daysSince", any_value(f.median_days_between_orders) as "usualGap",
    any_value(f.value_tier) as value_tier, sum(o.total) as "perYear"
  from insight_features f join orders o on o.profile = f.profile and o.counts and o.ordered_at > f.last_order_at - interval 365 days and o.ordered_at <= ${timestamp(moment)}
  where f.orders_count >= 3 and f.median_days_between_orders is not null
    and f.days_since_last_order > 1.5 * greatest(f.median_days_between_orders, ${shortestGap})
    and f.days_since_last_order <= greatest(f.median_days_between_orders, ${shortestGap}) + 180
  group by f.profile having sum(o.total) > 0`;

import type { Slipping, SlippingCustomer } from '../../contract/index.ts';
import { sql } from '../../sql/index.ts';
import { isSlipping, pace } from '../next-steps/slipping.ts';
import type { ReportContext } from './context.ts';
import { peopleNamed, unnamed } from './people.ts';

/** Regulars who are overdue and not yet gone, as Home's step of them counts, those who spent most a year first. */
export async function slippingCustomers({ warehouse, moment }: ReportContext): Promise<Slipping> {
  const totals = await warehouse.row<Omit<Slipping, 'list'>>(sql`
    select count(*)::INTEGER as regulars, count(*) filter (${isSlipping(moment)})::INTEGER as customers,
      coalesce(sum(${pace}) filter (${isSlipping(moment)}), 0)::DOUBLE as "perYear"
    from insight_features f where f.orders_count >= 3`);
  const rows = await warehouse.rows<Omit<SlippingCustomer, 'name' | 'contact'>>(sql`
    select f.profile, f.orders_count as orders, f.days_since_last_order as "daysSince", f.median_days_between_orders as "usualGap", ${pace} as "perYear"
    from insight_features f where ${isSlipping(moment)} order by "perYear" desc, profile limit 10`);
  const people = await peopleNamed(
    warehouse,
    rows.map(({ profile }) => profile),
  );
  return {
    ...(totals ?? { regulars: 0, customers: 0, perYear: 0 }),
    list: rows.map((row) => ({ ...row, ...(people.get(row.profile) ?? unnamed(row.profile)) })),
  };
}

import type { BestCustomer } from '../../contract/index.ts';
import { sql } from '../../sql/index.ts';
import type { ReportContext } from './context.ts';
import { peopleNamed, unnamed } from './people.ts';

/** The ten who spent most in the last 12 months. */
export async function bestCustomers({ warehouse }: ReportContext): Promise<readonly BestCustomer[]> {
  const rows = await warehouse.rows<Omit<BestCustomer, 'name' | 'contact'>>(
    sql`select profile, orders_count as orders, total_spent::DOUBLE as spent, spent_last_12_months::DOUBLE as "spentLast12Months", days_since_last_order as "daysSince",
          case when orders_count >= 3 then median_days_between_orders end as "usualGap"
        from insight_features where spent_last_12_months > 0 order by spent_last_12_months desc, profile limit 10`,
  );
  const people = await peopleNamed(
    warehouse,
    rows.map(({ profile }) => profile),
  );
  return rows.map((row) => ({ ...row, ...(people.get(row.profile) ?? unnamed(row.profile)) }));
}

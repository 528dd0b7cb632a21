import { sql } from '../../sql/index.ts';
import { type InsightContext, ordersUpTo } from '../base/context.ts';

/** When those who came back made their second order, in days after the first, and what it came to. */
export type SecondOrders = {
  readonly customers: number;
  readonly early: number;
  readonly usual: number;
  readonly late: number;
  readonly value: number;
};

/** One pass over the orders. Orders of the same instant are one visit. Undefined while nobody has come back. */
export async function secondOrders(context: InsightContext): Promise<SecondOrders | undefined> {
  const row = await context.warehouse.row<{ customers: number; early: number | null; usual: number | null; late: number | null; value: number | null }>(sql`
    with second as (
      select o.profile, epoch(min(o.ordered_at) - any_value(f.first_order_at)) / 86400 as gap, arg_min(o.total, o.ordered_at)::DOUBLE as value
      from orders o join ${context.features} f on f.profile = o.profile and f.orders_count >= 2 where ${ordersUpTo(context)} and o.ordered_at > f.first_order_at group by o.profile)
    select count(*)::INTEGER as customers, quantile_cont(gap, 0.25) as early, quantile_cont(gap, 0.5) as usual, quantile_cont(gap, 0.75) as late, avg(value) as value from second`);
  if (row === undefined || row.early === null || row.usual === null || row.late === null) return undefined;
  return { customers: row.customers, early: row.early, usual: row.usual, late: row.late, value: row.value ?? 0 };
}

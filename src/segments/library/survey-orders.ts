import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Counted, OrderHabits } from './survey.ts';

type Habits = Omit<OrderHabits, 'usualGap' | 'longGap' | 'channels' | 'weekdays' | 'hours'> & { readonly usual: number | null; readonly long: number | null };

/** How the shop's customers order, from `features`. */
export async function surveyOrders(warehouse: Warehouse): Promise<OrderHabits | undefined> {
  const row = await warehouse.row<Habits>(
    sql`select count(*) filter (orders_count >= 2)::INTEGER as repeaters, count(*) filter (total_spent > 0)::INTEGER as paying,
          quantile_cont(median_days_between_orders, 0.5) as usual, quantile_cont(median_days_between_orders, 0.9) as long,
          quantile_cont(orders_last_12_months::DOUBLE, 0.8) filter (orders_last_12_months > 0) as "manyOrders",
          quantile_cont(average_order_value, 0.8) as "highOrderValue",
          avg((average_order_value >= (select quantile_cont(average_order_value, 0.8) from features where orders_count > 0))::INTEGER) as "highOrders",
          count(*) filter (discount_share >= 0.5 and orders_count >= 2)::INTEGER as "couponUsers",
          count(*) filter (return_share >= 0.2)::INTEGER as returners,
          avg((value_tier = 'high')::INTEGER) as "highTier", avg((value_tier = 'medium')::INTEGER) as "mediumTier",
          count(*) filter (days_since_first_order <= 90 and value_tier = 'high')::INTEGER as "risingStars"
        from features where orders_count > 0`,
  );
  if (row === undefined) return undefined;
  const { usual, long, ...habits } = row;
  const known = habits.repeaters >= 20;
  return {
    ...habits,
    highTier: habits.highTier ?? 0,
    mediumTier: habits.mediumTier ?? 0,
    manyOrders: habits.manyOrders ?? 3,
    highOrderValue: habits.highOrderValue ?? 0,
    highOrders: habits.highOrders ?? 0,
    usualGap: known ? (usual ?? undefined) : undefined,
    longGap: known ? (long ?? undefined) : undefined,
    channels: await counted(warehouse, 'favourite_channel'),
    weekdays: await counted(warehouse, 'favourite_weekday'),
    hours: await counted(warehouse, 'favourite_hour'),
  };
}

function counted(warehouse: Warehouse, column: 'favourite_channel' | 'favourite_weekday' | 'favourite_hour'): Promise<readonly Counted[]> {
  return warehouse.rows<Counted>(
    sql`select ${ident(column)}::VARCHAR as value, count(*)::INTEGER as customers from features where ${ident(column)} is not null and orders_count > 0
        group by value order by customers desc, value limit 30`,
  );
}

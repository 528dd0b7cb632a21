import { type Fragment, sql } from '../../sql/index.ts';

/**
 * The behaviours on which segments are compared. Money, counts and days are skewed, so they are taken as ln(1 + x);
 * shares as they are. Null where a customer has no such behaviour yet.
 */
export const behaviours: readonly { readonly name: string; readonly label: string; readonly value: Fragment; readonly natural: Fragment }[] = [
  logged('total_spent', 'money spent', sql`case when orders_count > 0 then greatest(total_spent, 0)::DOUBLE end`),
  logged('orders_count', 'orders', sql`orders_count::DOUBLE`),
  logged('days_since_last_order', 'days since the last order', sql`days_since_last_order`),
  logged('average_order_value', 'money per order', sql`greatest(average_order_value, 0)`),
  logged('median_days_between_orders', 'days between orders', sql`median_days_between_orders`),
  logged('distinct_categories', 'variety of categories', sql`nullif(distinct_categories, 0)::DOUBLE`),
  plain('discount_share', 'discounts', sql`discount_share::DOUBLE`),
  plain('return_share', 'returns', sql`least(return_share, 1)::DOUBLE`),
  logged('events_count', 'visits and clicks', sql`events_count::DOUBLE`),
];

function logged(name: string, label: string, natural: Fragment) {
  return { name, label, natural, value: sql`ln(1 + ${natural})` };
}

function plain(name: string, label: string, natural: Fragment) {
  return { name, label, natural, value: natural };
}

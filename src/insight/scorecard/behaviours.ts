import { type Fragment, sql } from '../../sql/index.ts';

export type Behaviour = {
  readonly name: string;
  readonly label: string;
  /** What is said of members who have more of it, and less. */
  readonly more: string;
  readonly less: string;
  /** On the scale that is compared. */
  readonly value: Fragment;
  /** As people know it. */
  readonly natural: Fragment;
};

/**
 * The behaviours on which segments are compared. Money, counts and days are skewed, so they are taken as ln(1 + x);
 * shares as they are. Null where a customer has no such behaviour yet, such as those who never ordered.
 */
export const behaviours: readonly Behaviour[] = [
  logged('total_spent', 'money spent', ['spent more', 'spent less'], ifOrdered(sql`greatest(total_spent, 0)::DOUBLE`)),
  logged('orders_count', 'number of orders', ['ordered more often', 'ordered less often'], ifOrdered(sql`orders_count::DOUBLE`)),
  logged('days_since_last_order', 'time since the last order', ['quiet for longer', 'ordered more lately'], sql`days_since_last_order`),
  logged('average_order_value', 'size of orders', ['larger orders', 'smaller orders'], ifOrdered(sql`greatest(average_order_value, 0)`)),
  logged('median_days_between_orders', 'time between orders', ['longer between orders', 'shorter between orders'], sql`median_days_between_orders`),
  logged(
    'distinct_categories',
    'variety of categories',
    ['buy from more categories', 'buy from fewer categories'],
    sql`nullif(distinct_categories, 0)::DOUBLE`,
  ),
  plain('discount_share', 'use of discounts', ['more discounts', 'fewer discounts'], ifOrdered(sql`discount_share::DOUBLE`)),
  plain('return_share', 'returns', ['more returns', 'fewer returns'], ifOrdered(sql`least(return_share, 1)::DOUBLE`)),
  logged('events_count', 'visits and clicks', ['more visits and clicks', 'fewer visits and clicks'], sql`events_count::DOUBLE`),
];

function ifOrdered(value: Fragment): Fragment {
  return sql`case when orders_count > 0 then ${value} end`;
}

function logged(name: string, label: string, [more, less]: readonly [string, string], natural: Fragment): Behaviour {
  return { name, label, more, less, natural, value: sql`ln(1 + ${natural})` };
}

function plain(name: string, label: string, [more, less]: readonly [string, string], natural: Fragment): Behaviour {
  return { name, label, more, less, natural, value: natural };
}

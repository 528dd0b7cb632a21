import { type Fragment, sql } from '../../sql/index.ts';
import { orderedValue } from '../../warehouse/index.ts';
import { localTime, type Moment } from './moment.ts';

/** Money and counts, one row per profile with an order or a return. Orders are rows that count and are no returns. */
export const orderFeatures = (moment: Moment): Fragment => sql`
  select profile,
    min(ordered_at) filter (where not is_return) as first_order_at,
    max(ordered_at) filter (where not is_return) as last_order_at,
    count(*) filter (where not is_return) as orders_count,
    sum(total) as total_spent,
    (sum(${orderedValue()}) filter (where not is_return))::DOUBLE / nullif(count(*) filter (where not is_return), 0) as average_order_value,
    count(*) filter (where is_return or all_refunded) as returns_count,
    (coalesce(-sum(total) filter (where is_return), 0) + coalesce(sum(${orderedValue()} - total) filter (where not is_return), 0))::DOUBLE
      / nullif(sum(${orderedValue()}) filter (where not is_return), 0) as return_share,
    (count(*) filter (where not is_return and (discount > 0 or coupon is not null)))::DOUBLE / nullif(count(*) filter (where not is_return), 0) as discount_share,
    sum(item_count) filter (where not is_return) as counted_items,
    coalesce(sum(total) filter (where ordered_at > ${moment.yearAgo}), 0) as spent_last_12_months,
    count(*) filter (where not is_return and ordered_at > ${moment.yearAgo}) as orders_last_12_months,
    min(ordered_at) as first_fact_at, max(ordered_at) as last_fact_at
  from orders where counts and profile is not null and ordered_at <= ${moment.asOf} group by profile`;

/**
 * Days between one purchase and the next, those shorter than `shortest` left out. Orders of one local day are one purchase, told by the first of them: two
 * baskets of an afternoon, or an order entered in three parts, are nobody's rhythm. Each profile's instants are sorted as one short list, which is quicker
 * than a window over all orders.
 */
export const gapFeatures = (moment: Moment, shortest = 0): Fragment => sql`
  select profile, list_avg(gaps) as mean_days_between_orders, list_median(gaps) as median_days_between_orders, len(gaps) as gaps from (
    select profile, [gap for gap in list_transform(list_zip(instants[2:], instants[:-2]), pair -> (pair[1] - pair[2]) / 86400000000.0) if gap >= ${shortest}] as gaps from (
      select profile, list_sort(list(purchase)) as instants from (
        select profile, min(epoch_us(ordered_at)) as purchase from orders where counts and not is_return and profile is not null and ordered_at <= ${moment.asOf}
        group by profile, ${localTime(sql`ordered_at`, moment.zone)}::DATE)
      group by profile having count(*) > 1))
  where len(gaps) > 0`;

import type { CohortAnalysisRequest } from '../../contract/schemas.ts';
import { type Fragment, sql, timestamp } from '../../sql/index.ts';
import { countingUpTo, type InsightContext, ordersUpTo } from '../base/context.ts';

export type CohortStart = NonNullable<CohortAnalysisRequest['start']>;

/** `(profile, began, label)`: when each customer began by this start; `label` is null where rows are periods. Nobody begins twice. */
export function startsQuery(context: InsightContext, start: CohortStart): Fragment {
  const { at } = context;
  switch (start.kind) {
    case 'first_order':
      return sql`select profile, first_order_at as began, null::VARCHAR as label from ${context.features} where first_order_at is not null`;
    case 'first_channel':
      return sql`select profile, min(ordered_at) as began, coalesce(nullif(trim(arg_min(channel, (ordered_at, source, order_id))), ''), 'unknown') as label
        from (select profile, ordered_at, source, order_id, coalesce(channel, '') as channel from orders where ${ordersUpTo(context)} and profile is not null) group by profile`;
    case 'first_category':
      // Of the first order's lines the one with the most money.
      return sql`select f.profile, f.first_order_at as began, coalesce(nullif(trim(arg_max(coalesce(i.category, ''), (coalesce(i.total, 0), -i.line))), ''), 'unknown') as label
        from ${context.features} f left join items i on i.profile = f.profile and i.ordered_at = f.first_order_at and ${sql`i.counts and not i.is_return`}
        where f.first_order_at is not null group by f.profile, f.first_order_at`;
    case 'segment':
      return sql`select profile, min("at") as began, null::VARCHAR as label from membership_changes
        where segment = ${start.segment} and entered and "at" <= ${timestamp(at)} group by profile`;
    case 'event':
      return sql`select profile, min(occurred_at) as began, null::VARCHAR as label from events
        where name = ${start.event} and profile is not null and occurred_at <= ${timestamp(at)} group by profile`;
  }
}

/** Net money of each counting order, and what is left of it after the cost of its lines where that is known. */
export const ordersWithMargin = (context: InsightContext): Fragment => sql`
  select o.profile, o.ordered_at, o.is_return, o.total, m.margin from orders o
  left join (select i.source, i.order_id, sum(i.total - i.quantity * p.cost) as margin from items i
      join (select product_id, any_value(cost) as cost from products where cost is not null group by product_id having count(distinct cost) = 1) p on p.product_id = i.product_id
      where ${countingUpTo(context)} and i.total is not null and i.quantity is not null group by i.source, i.order_id) m
    on m.source = o.source and m.order_id = o.order_id
  where o.counts and o.ordered_at <= ${timestamp(context.at)} and o.profile is not null`;

/** Share of the money of lines whose cost is known. */
export const marginKnown = (context: InsightContext): Fragment => sql`
  select (sum(i.total) filter (p.product_id is not null) / nullif(sum(i.total), 0))::DOUBLE as share from items i
  left join (select product_id from products where cost is not null group by product_id having count(distinct cost) = 1) p on p.product_id = i.product_id
  where ${countingUpTo(context)} and not i.is_return`;

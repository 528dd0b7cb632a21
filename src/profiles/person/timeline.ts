import { formatInstant, type Instant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** One thing that happened, newest first. `at` is ISO 8601 UTC; `amount` is money in the workspace's currency. */
export type TimelineEntry = {
  readonly at: string;
  readonly kind: string;
  readonly title: string;
  readonly detail: string | null;
  readonly amount: number | null;
  readonly source: string;
  readonly id: string | null;
};

export async function readTimeline(warehouse: Warehouse, profile: number, asOf: Instant, limit: number): Promise<readonly TimelineEntry[]> {
  const until = sql`${timestamp(asOf)}`;
  const rows = await warehouse.rows<Omit<TimelineEntry, 'at'> & { moment: Instant }>(sql`
    with lines as (
      select source, order_id, string_agg(coalesce(name, product_id), ', ' order by line) as products
      from items where profile = ${profile} and ordered_at <= ${until} group by source, order_id),
    entries as (
      select o.ordered_at as moment, case when o.is_return then 'return' else 'order' end as kind,
        case when o.is_return then 'Return ' when o.counts then 'Order ' else 'Order (' || coalesce(o.status, 'not counted') || ') ' end || o.order_id as title,
        coalesce(l.products, o.channel) as detail, o.total::DOUBLE as amount, o.source, o.order_id as id
      from orders o left join lines l on l.source = o.source and l.order_id = o.order_id where o.profile = ${profile} and o.ordered_at <= ${until}
      union all
      select occurred_at, 'event', name, nullif(concat_ws(' · ', coalesce(product, product_id), category, campaign, page), ''), value, source, null
      from events where profile = ${profile} and occurred_at <= ${until}
      union all
      select occurred_at, kind, coalesce(subject, product, upper(left(kind, 1)) || substr(kind, 2)), nullif(concat_ws(' · ', rating::VARCHAR, text), ''), null, source, record_id
      from feedback where profile = ${profile} and occurred_at <= ${until})
    select moment, kind, title, detail, amount, source, id from entries order by moment desc, kind, title limit ${limit}`);
  return rows.map(({ moment, ...row }) => ({ at: formatInstant(moment), ...row }));
}

import { formatInstant, type Instant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { orderedValue, type Warehouse } from '../../warehouse/index.ts';
import { standingOf } from './standing.ts';

/** One thing that happened, newest first. `at` is ISO 8601 UTC; `amount` is money in the workspace's currency, of an order what it came to before refunds. */
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
    with entries as (
      select ordered_at as moment, case when is_return then 'return' else 'order' end as kind,
        case ${standingOf} when 'refunded' then 'Order (refunded) ' when 'partly_refunded' then 'Order (partly refunded) '
          when 'not_counted' then 'Order (' || coalesce(status, 'not counted') || ') ' else case when is_return then 'Return ' else 'Order ' end end || order_id as title,
        channel as detail, case when is_return then total else ${orderedValue()} end::DOUBLE as amount, source, order_id as id
      from orders where profile = ${profile} and ordered_at <= ${until}
      union all
      select occurred_at, 'event', name, nullif(concat_ws(' · ', coalesce(product, product_id), category, campaign, page), ''), value, source, null
      from events where profile = ${profile} and occurred_at <= ${until}
      union all
      select occurred_at, kind, coalesce(subject, product, upper(left(kind, 1)) || substr(kind, 2)), nullif(concat_ws(' · ', rating::VARCHAR, text), ''), null, source, record_id
      from feedback where profile = ${profile} and occurred_at <= ${until})
    select moment, kind, title, detail, amount, source, id from entries order by moment desc, kind, title limit ${limit}`);
  const placed = rows.filter(isPlaced);
  const moments = placed.map(placeOf);
  // Orders that were left out by the limit may have been placed at the same instant as the last of these.
  const apart = rows.length < limit && new Set(moments).size === moments.length;
  const products = placed.length === 0 ? new Map<string, string>() : await readProducts(warehouse, profile, asOf, apart);
  // What came with an order from a live source happened at its instant, too.
  const bought = (row: (typeof rows)[number]): string | undefined => (isPlaced(row) ? products.get(apart ? placeOf(row) : orderOf(row)) : undefined);
  return rows.map((row) => {
    const { moment, ...told } = row;
    return { at: formatInstant(moment), ...told, detail: bought(row) ?? told.detail };
  });
}

const isPlaced = ({ kind }: { readonly kind: string }): boolean => kind === 'order' || kind === 'return';
const placeOf = ({ source, moment }: { readonly source: string; readonly moment: Instant }): string => JSON.stringify([source, moment]);
const orderOf = ({ source, id }: { readonly source: string; readonly id: string | null }): string => JSON.stringify([source, id]);

/**
 * What each order of a customer holds, by its number, or `apart` by its instant: lines have that of their order, and in a large shop it takes
 * two thirds of the time to read the numbers, of which there are as many as orders.
 */
async function readProducts(warehouse: Warehouse, profile: number, asOf: Instant, apart: boolean): Promise<ReadonlyMap<string, string>> {
  const order = apart ? sql`ordered_at` : sql`order_id`;
  // Put together here: for the lines of one customer the engine's grouping takes longer than reading them.
  const lines = await warehouse.rows<{ source: string; part: string | Instant; line: number; product: string }>(sql`
    select source, ${order} as part, line, coalesce(name, product_id) as product
    from items where profile = ${profile} and ordered_at <= ${timestamp(asOf)} and product is not null`);
  const products = new Map<string, string>();
  for (const { source, part, product } of lines.toSorted((one, other) => one.line - other.line)) {
    const key = JSON.stringify([source, part]);
    const before = products.get(key);
    products.set(key, before === undefined ? product : `${before}, ${product}`);
  }
  return products;
}

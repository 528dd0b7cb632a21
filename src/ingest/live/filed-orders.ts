import { instant } from '../../core/index.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { JsonObject, LiveItem } from '../../contract/index.ts';
import type { OrderState } from './fold-order.ts';
import { loadJson, wholeJson } from './json-rows.ts';
import { liveBatch } from './live-batch.ts';

const amounts = ['subtotal', 'discount', 'shipping', 'tax', 'refunded'] as const;
const details = ['channel', 'coupon', 'payment_method', 'country', 'region', 'city', 'postcode'] as const;

type FiledItem = LiveItem & { readonly total: number | null };
type Filed = Pick<OrderState, 'status' | 'currency' | 'total' | (typeof amounts)[number]> &
  Readonly<Record<(typeof details)[number] | 'namespace' | 'value' | 'properties' | 'items', string | null>> & {
    readonly order_id: string;
    readonly batch: number;
    readonly ordered_at: number;
    readonly stands: boolean;
    readonly tags: readonly string[] | null;
  };

/**
 * An order that a file of orders told, and of which something else is told now (a refund, say), is a state of it as well: as of when it was ordered, and of the file's batch. So
 * what is told leaves the rest as the file had it, and undoing the file takes it back. `which` is a query of the ids.
 */
export async function keepFiled(warehouse: Warehouse, source: string, which: Fragment): Promise<void> {
  const rows = await warehouse.rows<Filed>(filedOrders(source, which));
  for (const [batch, some] of Map.groupBy(rows, (row) => row.batch)) {
    const states = some.map((row) => [row.order_id, keyOf(batch), row.ordered_at, wholeJson(stateOf(row))] as const);
    await loadJson(warehouse, 'live_filed', ['VARCHAR', 'VARCHAR', 'BIGINT', 'VARCHAR'], states);
    await warehouse.run(sql`insert into live_orders (source, order_id, record_key, observed_at, state, batch)
      select ${source}, c0, c1, make_timestamp(c2), c3, ${batch} from live_filed`);
  }
}

/** Below the key of every message, and of two files the later above: of what was true at one instant, the last by its key stands. */
const keyOf = (batch: number): string => `\t${String(batch).padStart(10, '0')}`;

const filedOrders = (source: string, which: Fragment): Fragment => sql`
  with filed as (
    select o.* from orders o
    anti join (select order_id, batch from live_orders where source = ${source}) l on l.order_id = o.order_id and l.batch = o.batch
    where o.source = ${source} and o.batch <> ${liveBatch} and o.order_id in (${which})),
  lines as (
    select i.order_id, to_json(list({'product_id': product_id, 'product': i.name, 'category': category, 'brand': brand, 'variant': variant,
        'quantity': cast(i.quantity as DOUBLE), 'price': cast(i.price as DOUBLE), 'discount': cast(i.discount as DOUBLE), 'total': cast(i.total as DOUBLE)} order by line)) as items
    from items i where i.source = ${source} and i.order_id in (select order_id from filed) group by i.order_id)
  select f.order_id, f.batch, f.ordered_at, n.namespace, n.value, f.status, f.currency, f.tags, f.properties, l.items, coalesce(f.stands, f.counts) as stands,
    cast(coalesce(f.gross, f.total) + coalesce(f.shipping, 0) + coalesce(f.tax, 0) as DOUBLE) as total,
    ${join(amounts.map((name) => sql`cast(${ident('f', name)} as DOUBLE) as ${ident(name)}`))}, ${join(details.map((name) => ident('f', name)))}
  from filed f left join identifiers n on n.identifier = f.identifier left join lines l on l.order_id = f.order_id`;

function stateOf(row: Filed): OrderState {
  const { namespace, value } = row;
  const items = row.items === null ? [] : (JSON.parse(row.items) as readonly FiledItem[]).map(itemOf);
  return {
    kind: 'order',
    identifiers: namespace === null || value === null ? [] : [{ namespace, value }],
    orderId: row.order_id,
    orderedAt: instant(row.ordered_at),
    observedAt: instant(row.ordered_at),
    status: row.status,
    ...(row.stands ? {} : { neverSold: true }),
    currency: row.currency,
    total: row.total,
    subtotal: row.subtotal,
    discount: row.discount,
    shipping: row.shipping,
    tax: row.tax,
    refunded: row.refunded,
    ...(row.tags === null ? {} : { tags: row.tags }),
    fields: Object.fromEntries(details.flatMap((name) => (row[name] === null ? [] : [[name, row[name]]]))),
    ...(items.length === 0 ? {} : { items }),
    properties: row.properties === null ? {} : (JSON.parse(row.properties) as JsonObject),
  };
}

/** A line whose price the file left out is worth what it came to. */
function itemOf({ total, ...item }: FiledItem): LiveItem {
  const quantity = item.quantity ?? 1;
  return item.price !== null || total === null || quantity === 0 ? { ...item, quantity } : { ...item, quantity, price: total / quantity, discount: null };
}

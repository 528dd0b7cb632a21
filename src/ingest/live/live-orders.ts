import { sql } from '../../sql/index.ts';
import type { Workspace } from '../../core/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Checked } from '../check/check-rows.ts';
import { checkedRows, type LiveField } from './checked-rows.ts';
import { keepFiled } from './filed-orders.ts';
import { foldOrder, type OrderState, type ToldState } from './fold-order.ts';
import { loadJson, wholeJson } from './json-rows.ts';
import { liveBatch, type LiveRow } from './live-batch.ts';

export type OrderRow = LiveRow & { readonly record: OrderState };

/** Every order that the rows speak of, as all that was ever told of it says; what they tell is kept in `live_orders`. */
export async function foldOrders(warehouse: Warehouse, source: string, rows: readonly OrderRow[]): Promise<readonly OrderState[]> {
  const told = new Map<string, ToldState[]>();
  const add = (id: string, one: ToldState): void => {
    const known = told.get(id);
    if (known === undefined) told.set(id, [one]);
    else if (!known.some(({ key }) => key === one.key)) known.push(one);
  };
  for (const { key, record } of rows) add(record.orderId, { key, state: record });
  await loadJson(
    warehouse,
    'live_order_ids',
    ['VARCHAR'],
    [...told.keys()].map((id) => [id]),
  );
  await keepFiled(warehouse, source, sql`select c0 from live_order_ids`);
  const before = await warehouse.rows<{ order_id: string; record_key: string; state: string }>(
    sql`select order_id, record_key, state from live_orders where source = ${source} and order_id in (select c0 from live_order_ids)`,
  );
  for (const { order_id, record_key, state } of before) add(order_id, { key: record_key, state: JSON.parse(state) as OrderState });
  await loadJson(
    warehouse,
    'live_order_states',
    ['VARCHAR', 'VARCHAR', 'BIGINT', 'VARCHAR'],
    rows.map(({ key, record }) => [record.orderId, key, record.observedAt, wholeJson(record)]),
  );
  await warehouse.run(sql`insert into live_orders (source, order_id, record_key, observed_at, state, batch) select ${source}, c0, c1, make_timestamp(c2), c3, ${liveBatch}
    from live_order_states s
    anti join (select order_id, record_key from live_orders where source = ${source} and batch = ${liveBatch}) k on k.order_id = s.c0 and k.record_key = s.c1`);
  return [...told.values()].flatMap((states) => foldOrder(states) ?? []);
}

/** An order in another currency: its amounts can not be added to the others. */
export const isForeign = ({ currency }: OrderState, ours: string): boolean => currency !== null && currency.trim().toUpperCase() !== ours;

type Line<T> = { readonly of: T; readonly order: OrderState; readonly place: number };

const amounts = ['total', 'subtotal', 'discount', 'shipping', 'tax', 'refunded'] as const;

/** Checked rows of orders, one per line where they have lines; `who` are the fields that say whose they are. */
export function checkedOrders<T extends { readonly order: OrderState }>(
  warehouse: Warehouse,
  workspace: Workspace,
  who: readonly LiveField<T>[],
  orders: readonly T[],
): Promise<Checked> {
  const lines = orders.flatMap((of): readonly Line<T>[] =>
    ((of.order.items ?? []).length === 0 ? [undefined] : (of.order.items ?? [])).map((_, place) => ({ of, order: of.order, place })),
  );
  const item = ({ order, place }: Line<T>) => order.items?.[place];
  const fields: readonly LiveField<Line<T>>[] = [
    ...who.map(({ name, as, cell }): LiveField<Line<T>> => ({ name, as, cell: ({ of }) => cell(of) })),
    { name: 'order_id', as: 'text', cell: ({ order }) => order.orderId },
    { name: 'ordered_at', as: 'micros', cell: ({ order }) => order.orderedAt },
    { name: 'cancelled_at', as: 'micros', cell: ({ order }) => order.cancelledAt },
    { name: 'tags', as: 'list', cell: ({ order }) => (order.tags === undefined ? null : wholeJson(order.tags)) },
    { name: 'accepts_email', as: 'flag', cell: ({ order }) => order.acceptsEmail },
    { name: 'status', as: 'text', cell: ({ order }) => order.status },
    { name: 'currency', as: 'currency', cell: ({ order }) => order.currency },
    ...amounts.map((name): LiveField<Line<T>> => ({ name, as: 'amount', cell: ({ order }) => order[name] })),
    ...(['channel', 'coupon', 'payment_method', 'region', 'city', 'customer_name', 'company'] as const).map(
      (name): LiveField<Line<T>> => ({ name, as: 'text', cell: ({ order }) => order.fields[name] }),
    ),
    { name: 'country', as: 'country', cell: ({ order }) => order.fields.country },
    { name: 'postcode', as: 'identifier', cell: ({ order }) => order.fields.postcode },
    ...(['product_id', 'product', 'category', 'brand', 'variant'] as const).map(
      (name): LiveField<Line<T>> => ({ name, as: 'text', cell: (line) => item(line)?.[name] }),
    ),
    { name: 'quantity', as: 'amount', cell: (line) => item(line)?.quantity },
    { name: 'price', as: 'amount', cell: (line) => item(line)?.price },
    { name: 'line_discount', as: 'amount', cell: (line) => item(line)?.discount },
    { name: 'properties', as: 'json', cell: ({ order }) => (Object.keys(order.properties).length === 0 ? null : wholeJson(order.properties)) },
  ];
  return checkedRows(warehouse, workspace, fields, lines);
}

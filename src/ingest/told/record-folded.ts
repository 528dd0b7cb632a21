import { type Fragment, sql } from '../../sql/index.ts';
import type { Identity, Job } from '../context.ts';
import { keepFiled } from '../live/filed-orders.ts';
import { foldOrder, type OrderState, type ToldState } from '../live/fold-order.ts';
import { checkedOrders } from '../live/live-orders.ts';
import { fieldsOf } from '../live/live-people.ts';
import { recordOrders } from '../record/orders.ts';
import type { Recorded } from '../record/recorded.ts';

/** What folded orders came to. Warnings are of so many at once, which says nothing about all of them: they are left out. */
export type FoldedOrders = Pick<Recorded, 'orders' | 'items' | 'returns' | 'unattributedOrders' | 'duplicateLines' | 'warnings'>;

export const noOrders: FoldedOrders = { orders: 0, items: 0, returns: 0, unattributedOrders: 0, duplicateLines: 0, warnings: [] };

const atOnce = 5000;

/**
 * Orders of the job's source and batch as all that was told of them until then says (`live_orders`), recorded as those of any file are. `which` is a query of
 * the ids: orders are read, folded and recorded so many at once.
 */
export async function recordFolded(job: Job, identity: Identity, which: Fragment): Promise<FoldedOrders> {
  const { warehouse } = job.context;
  await warehouse.run(sql`create or replace temp table ingest_told as select order_id, row_number() over (order by order_id) as place from (${which})`);
  const count = await warehouse.row<{ n: number }>(sql`select count(*) as n from ingest_told`);
  let sum = noOrders;
  for (let from = 0; from < (count?.n ?? 0); from += atOnce) {
    const orders = await foldSome(job, sql`select order_id from ingest_told where place > ${from} and place <= ${from + atOnce}`);
    // Lines that an order has are lost where it is recorded among those that have none.
    for (const some of [orders.filter(hasLines), orders.filter((order) => !hasLines(order))]) {
      if (some.length > 0) sum = add(sum, await recordSome(job, identity, some));
    }
  }
  return sum;
}

async function foldSome(job: Job, ids: Fragment): Promise<readonly OrderState[]> {
  const { batch } = job.run;
  await keepFiled(job.context.warehouse, job.mapping.source, ids);
  const rows = await job.context.warehouse.rows<{ order_id: string; record_key: string; state: string }>(sql`
    select order_id, record_key, any_value(state) as state from live_orders
    where source = ${job.mapping.source} and order_id in (${ids}) ${batch === 0 ? sql`` : sql`and batch <= ${batch}`} group by order_id, record_key order by order_id`);
  const told = Map.groupBy(rows, ({ order_id }) => order_id);
  return [...told.values()].flatMap(
    (states) => foldOrder(states.map(({ record_key, state }): ToldState => ({ key: record_key, state: JSON.parse(state) as OrderState }))) ?? [],
  );
}

const hasLines = ({ items }: OrderState): boolean => (items ?? []).length > 0;

async function recordSome(job: Job, identity: Identity, orders: readonly OrderState[]): Promise<FoldedOrders> {
  const { warehouse, workspace } = job.context;
  const whose = orders.map((order) => ({ order, identifiers: order.identifiers }));
  return recordOrders(job, identity, await checkedOrders(warehouse, workspace, fieldsOf(whose), whose));
}

const add = (one: FoldedOrders, other: FoldedOrders): FoldedOrders => ({
  orders: one.orders + other.orders,
  items: one.items + other.items,
  returns: one.returns + other.returns,
  unattributedOrders: one.unattributedOrders + other.unattributedOrders,
  duplicateLines: one.duplicateLines + other.duplicateLines,
  warnings: [],
});

import { join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { type Checked, rejectLate } from '../check/check-rows.ts';
import { alignItems } from './align-items.ts';
import type { Identity, Job } from '../context.ts';
import { recordContacts } from './contacts.ts';
import { gatherOrders, holdsLines } from './order-rows.ts';
import { settleOrders } from './order-totals.ts';
import { orderWarnings } from './order-warnings.ts';
import { identityColumns, resolvePeople } from './people.ts';
import type { Recorded } from './recorded.ts';
import { readStatuses } from './read-statuses.ts';
import { makeRoom } from './versions.ts';

/** Checked rows → gathered by order → people found → totals settled → orders, items and the traits that stand on orders. */
export async function recordOrders(job: Job, identity: Identity, checked: Checked): Promise<Recorded> {
  const { warehouse } = job.context;
  const gathered = await gatherOrders(warehouse, checked, job.mapping);
  await rejectOrders(job, checked);
  const people = await resolvePeople(job, identity, 'ingest_raw_orders', identityColumns(checked));
  const settled = await settleOrders(warehouse, checked, job, people);
  const source = { batch: job.run.batch, source: job.mapping.source };
  const versions = await makeRoom(warehouse, {
    ...source,
    table: 'orders',
    alongside: holdsLines(checked) ? [{ table: 'items' }] : [],
    incoming: 'ingest_orders',
  });
  await insertOrders(warehouse, source, versions.skipped > 0, job.context.workspace.currency);
  if (holdsLines(checked)) await insertItems(warehouse, source, { someSkipped: versions.skipped > 0, ...settled });
  else if (versions.updated > 0) await alignItems(warehouse);
  await recordContacts(job, checked, people, { table: 'ingest_orders', at: 'ordered_at' });
  const statuses = await readStatuses(warehouse, checked, job.mapping);
  const told = statuses === undefined || statuses.warning === null ? [] : [statuses.warning];
  return {
    ...versions,
    ...(await countOrders(warehouse)),
    duplicateLines: gathered.duplicateLines,
    people,
    warnings: [...told, ...(await orderWarnings(warehouse, checked, { ...gathered, ...settled }, job.context.workspace.currency))],
    ...(statuses === undefined ? {} : { statuses }),
  };
}

/**
 * Orders that no row dates, and orders in another currency: their totals can not be added to the others. All rows of such an order are rejected.
 */
async function rejectOrders({ context, mapping }: Job, checked: Checked): Promise<void> {
  const { warehouse, workspace } = context;
  const currency = mapping.options.currency ?? workspace.currency;
  const wrong = [
    ['no-key', sql`order_id is null`],
    ['no-date', sql`ordered_at is null`],
    ['currency', sql`coalesce(currency, ${currency}) <> ${workspace.currency}`],
  ] as const;
  for (const [reason, when] of wrong) {
    const found = await warehouse.row<{ n: number }>(sql`select count(*) as n from ingest_raw_orders where ${when}`);
    if ((found?.n ?? 0) === 0) continue;
    const keys = sql`select order_id from ingest_raw_orders where ${when}`;
    const same = reason === 'no-key' ? sql`key is null` : sql`key in (${keys})`;
    await rejectLate(warehouse, checked, reason, sql`line in (select line from ingest_keyed_rows where ${same})`);
    if (holdsLines(checked)) await warehouse.run(sql`delete from ingest_numbered where ${same}`);
    await warehouse.run(sql`delete from ingest_gathered where line in (select line from ingest_raw_orders where ${when})`);
  }
}

type Source = { readonly batch: number; readonly source: string };

async function insertOrders(warehouse: Warehouse, { batch, source }: Source, someSkipped: boolean, currency: string): Promise<void> {
  await warehouse.run(sql`insert into orders select ${batch}, ${source}, o.order_id, o.fingerprint, o.identifier, o.profile, o.ordered_at, o.is_return, o.counts, o.status,
      coalesce(o.currency, ${currency}), o.net, o.subtotal, coalesce(o.discount, o.line_discounts), o.shipping, o.tax, o.refunded, coalesce(o.item_count, o.quantity), o.channel, o.coupon, o.payment_method,
      o.country, o.region, o.city, o.postcode, o.tags, o.properties, o.gross, o.stands, o.all_refunded
    from ingest_orders o ${someSkipped ? sql`semi join ingest_news n on n.key = o.order_id` : sql``}`);
}

type Lines = { readonly someSkipped: boolean; readonly totalPerLine: boolean };

/**
 * A line without an amount brought its own total where the file's totals are those of lines, else, where it is the only one, what its order came to; repeats of it
 * add nothing.
 */
async function insertItems(warehouse: Warehouse, { batch, source }: Source, { someSkipped, totalPerLine }: Lines): Promise<void> {
  const amount = sql`coalesce(l.amount, ${totalPerLine ? sql`l.total` : sql`case when o.alike then case when l.row = 1 then o.gross else 0 end end`})`;
  await warehouse.run(sql`insert into items select ${batch}, ${source}, l.key, l.row, o.identifier, o.profile, o.ordered_at, o.is_return, o.counts, l.product_id, l.name,
      l.category, l.brand, l.variant, l.quantity, l.price, l.discount, ${amount}, l.properties
    from ingest_lines l join (select order_id, line, alike, gross, identifier, profile, ordered_at, is_return, counts from ingest_orders o ${someSkipped ? sql`semi join ingest_news n on n.key = o.order_id` : sql``}) o on o.line = l.first`);
}

async function countOrders(warehouse: Warehouse): Promise<Pick<Recorded, 'orders' | 'items' | 'returns' | 'unattributedOrders'>> {
  const found = await warehouse.row<Pick<Recorded, 'orders' | 'items' | 'returns' | 'unattributedOrders'>>(sql`
    select ${join([
      sql`count(*) filter (counts and not is_return) as orders`,
      sql`coalesce(sum(lines), 0)::BIGINT as items`,
      sql`count(*) filter (is_return) as returns`,
      sql`count(*) filter (counts and not is_return and identifier is null) as "unattributedOrders"`,
    ])} from ingest_orders`);
  return found ?? { orders: 0, items: 0, returns: 0, unattributedOrders: 0 };
}

import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { alignItems } from '../record/align-items.ts';
import { passOn } from './versions.ts';

/**
 * The lines of orders once the batch's orders are gone: lines that it brought alone go, lines older than the first import of their order go with it,
 * and where an order has no lines left, the newest it had before stand again. Returns how many orders only lost lines.
 */
export async function settleItems(warehouse: Warehouse, batch: number): Promise<number> {
  await passOn(warehouse, 'items', batch);
  const lost = await warehouse.row<{ n: number }>(sql`select count(distinct (source, order_id)) as n from items where batch = ${batch}`);
  await warehouse.run(sql`delete from items where batch = ${batch}`);
  await warehouse.run(sql`delete from items_superseded where batch = ${batch}`);
  await warehouse.run(sql`create or replace temp table ingest_first as
    select source, order_id, min(batch) as first from (select source, order_id, batch from orders union all select source, order_id, batch from orders_superseded) group by all`);
  for (const name of ['items', 'items_superseded']) {
    await warehouse.run(sql`delete from ${ident(name)} t where (t.source, t.order_id, t.batch) in (
      select distinct i.source, i.order_id, i.batch from ${ident(name)} i left join ingest_first f on f.source = i.source and f.order_id = i.order_id where f.first is null or i.batch < f.first)`);
  }
  await bringBackItems(warehouse);
  return lost?.n ?? 0;
}

/** Where an order has no lines left, the newest it had before stand again. */
export async function bringBackItems(warehouse: Warehouse): Promise<void> {
  await warehouse.run(sql`create or replace temp table ingest_back as
    select v.source, v.order_id, max(v.batch) as batch from items_superseded v
      anti join (select distinct source, order_id from items) i on i.source = v.source and i.order_id = v.order_id
      semi join orders o on o.source = v.source and o.order_id = v.order_id group by v.source, v.order_id`);
  const back = sql`(source, order_id, batch) in (select source, order_id, batch from ingest_back)`;
  await warehouse.run(sql`insert into items select * from items_superseded where ${back}`);
  await warehouse.run(sql`delete from items_superseded where ${back}`);
}

/** Lines repeat what their order says, and every fact the profile of its identifier; after records came back both are made to agree. */
export async function alignFacts(warehouse: Warehouse): Promise<void> {
  for (const name of ['orders', 'feedback', 'customers', 'events', 'orders_superseded', 'items_superseded', 'feedback_superseded', 'customers_superseded']) {
    await warehouse.run(
      sql`update ${ident(name)} t set profile = i.profile from identifiers i where i.identifier = t.identifier and i.profile is distinct from t.profile`,
    );
  }
  await alignItems(warehouse);
}

import { type Fragment, sql } from '../../sql/index.ts';
import { counter, setCounter, type Warehouse } from '../../warehouse/index.ts';

/**
 * Fills what lines of orders leave blank (category, name, brand) from the product catalogue, by product id: the line's own source
 * first, then the newest of the others. A line without a product id is its own source's product of the same name. What was filled is noted, so
 * that it can be taken away again exactly: an import or an undo sees the lines as their source wrote them (`undescribeItems`). Does nothing while facts are as they were.
 */
export async function describeItems(warehouse: Warehouse): Promise<void> {
  const facts = await counter(warehouse, 'facts_version');
  if (facts === (await counter(warehouse, 'described_version'))) return;
  await undescribeItems(warehouse);
  if ((await warehouse.row(sql`select product_id from products limit 1`)) !== undefined) await fill(warehouse);
  await setCounter(warehouse, 'described_version', facts);
}

/** Lines as their own source wrote them. False where they were so already. */
export async function undescribeItems(warehouse: Warehouse): Promise<boolean> {
  if ((await warehouse.row(sql`select order_id from described_items limit 1`)) === undefined) return false;
  await warehouse.run(sql`
    update items i set category = case when d.category then null else i.category end, name = case when d.name then null else i.name end,
      brand = case when d.brand then null else i.brand end
    from described_items d where d.source = i.source and d.order_id = i.order_id and d.line = i.line`);
  await warehouse.run(sql`delete from described_items`);
  await setCounter(warehouse, 'described_version', -1);
  return true;
}

async function fill(warehouse: Warehouse): Promise<void> {
  await warehouse.run(sql`create or replace temp table items_to_describe as
    select * from (${described(sql`p.product_id = i.product_id`)} union all ${described(sql`i.product_id is null and p.source = i.source and p.name = i.name`)})
    qualify row_number() over (partition by source, order_id, line order by is_own desc, batch desc, told_by, product_id) = 1`);
  await warehouse.run(sql`
    update items i set category = coalesce(i.category, d.category), name = coalesce(i.name, d.name), brand = coalesce(i.brand, d.brand)
    from items_to_describe d where d.source = i.source and d.order_id = i.order_id and d.line = i.line`);
  await warehouse.run(sql`insert into described_items select source, order_id, line, fills_category, fills_name, fills_brand from items_to_describe`);
  await warehouse.run(sql`drop table items_to_describe`);
}

/** What products say of lines that leave something blank. */
const described = (on: Fragment): Fragment => sql`
  select i.source, i.order_id, i.line, p.category, p.name, p.brand, p.source = i.source as is_own, p.batch, p.source as told_by, p.product_id,
    i.category is null and p.category is not null as fills_category, i.name is null and p.name is not null as fills_name, i.brand is null and p.brand is not null as fills_brand
  from items i join products p on ${on}
  where (i.category is null and p.category is not null) or (i.name is null and p.name is not null) or (i.brand is null and p.brand is not null)`;

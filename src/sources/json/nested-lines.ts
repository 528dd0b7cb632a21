import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** What the stream of lines that stood inside orders is called. */
export const nestedLines = 'line_items';

/** Orders as WooCommerce's REST API gives them hold their lines as a list; other systems' lists are left as they are. */
const ordersWithLines: readonly string[] = ['id', 'order_key', nestedLines];

/**
 * The lines inside JSON orders as records of their own (`line`, `c0`), each with the id of its order; false where there are none. They are
 * numbered as they stand in the file, one after another.
 */
export async function takeNestedLines(warehouse: Warehouse, records: string, headers: readonly string[], table: string): Promise<boolean> {
  if (!ordersWithLines.every((header) => headers.includes(header))) return false;
  // A shop without stock numbers leaves them blank: then the product's own number says which it is.
  const code = sql`coalesce(nullif(trim(json_extract_string(item, '$.sku')), ''), json_extract_string(item, '$.product_id'))`;
  await warehouse.run(sql`
    create or replace temp table ${ident(table)} as
    select row_number() over (order by line, place) as line, json_merge_patch(item, json_object('order_id', id, 'product_code', ${code}))::varchar as c0
    from (
      select line, id, unnest(items) as item, generate_subscripts(items, 1) as place
      from (select line, json_extract_string(c0, '$.id') as id, json_extract(c0, '$.line_items[*]') as items from ${ident(records)})
    )
    where json_type(item) = 'OBJECT'
    order by 1`);
  const found = await warehouse.row<{ rows: number }>(sql`select count(*) as rows from ${ident(table)}`);
  if ((found?.rows ?? 0) > 0) return true;
  await warehouse.run(sql`drop table ${ident(table)}`);
  return false;
}

import { lineFields, type Mapping, type Staged } from '../../contract/index.ts';
import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** So many rows at most are looked at. */
const mostRows = 100_000;

/** A discount that differs between the lines of one order is each line's own; an order's stands on all of them alike, or on the first alone. */
export async function discountsOfLines(warehouse: Warehouse, staged: Staged, mapping: Mapping): Promise<Mapping> {
  const place = (field: string): number => mapping.columns.findIndex((column) => column.field === field);
  const [order, discount] = [place('order_id'), place('discount')];
  const inLines = lineFields.some((field) => place(field) >= 0);
  if (mapping.kind !== 'orders' || order < 0 || discount < 0 || !inLines || place('line_discount') >= 0) return mapping;
  const cell = sql`nullif(trim(${ident(`c${discount}`)}), '')`;
  const differs = await warehouse.row(sql`
    select 1 from (select ${ident(`c${order}`)} as key, ${cell} as discount, line from ${ident(staged.table)} where ${ident(`c${order}`)} <> '' limit ${mostRows})
    group by key having count(distinct discount) > 1 or (count(discount) between 1 and count(*) - 1 and arg_min(discount is null, line)) limit 1`);
  if (differs === undefined) return mapping;
  return {
    ...mapping,
    columns: mapping.columns.map((column) =>
      column.field === 'discount' ? { ...column, field: 'line_discount', reason: 'differs between the lines of an order' } : column,
    ),
  };
}

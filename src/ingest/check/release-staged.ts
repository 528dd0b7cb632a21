import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Checked, CheckRequest } from './check-rows.ts';

/**
 * Drops the staged rows when every one of them was accepted with all its cells and none can be rejected later, so that nobody will want to see
 * how a row was written. Only outside a transaction does that give the memory back.
 */
export async function releaseStaged(warehouse: Warehouse, request: CheckRequest, checked: Checked): Promise<void> {
  const { staged, mapping } = request;
  const { orderIdFrom, inheritRows } = mapping.options;
  if (!checked.copied || staged.unreadable.length > 0 || mapping.kind === 'items' || orderIdFrom !== undefined || inheritRows === true) return;
  const wanted = await warehouse.row(sql`select 1 from ingest_checked where reject is not null or dropped > 0 or ${foreign(request, checked)} limit 1`);
  if (wanted === undefined) await warehouse.run(sql`drop table ${ident(staged.table)}`);
}

/** Orders in another currency are rejected once they are gathered. */
function foreign({ mapping, workspace }: CheckRequest, checked: Checked) {
  if (mapping.kind !== 'orders') return sql`false`;
  const column = checked.fields.get('currency')?.column;
  const otherwise = mapping.options.currency ?? workspace.currency;
  return column === undefined ? sql`${otherwise} <> ${workspace.currency}` : sql`coalesce(${ident(column)}, ${otherwise}) <> ${workspace.currency}`;
}

import { type Fragment, ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** A column that lists are sorted by and show: of `people`, of the wide traits, or of a table of features. */
export type ListColumn = { readonly table: string; readonly column: string };

/** Every profile in the order of one column, those without a value last, equal ones by their numbers. Texts are sorted without regard to letter case. */
export function profileOrder(warehouse: Warehouse, { table, column }: ListColumn, descending: boolean): Promise<Int32Array> {
  const value = ident('c', column);
  const direction: Fragment = descending ? sql`desc` : sql`asc`;
  return warehouse.integers(
    sql`select p.profile from profiles p left join ${ident(table)} c using (profile)
      order by ${table === 'people' ? sql`lower(${value})` : value} ${direction} nulls last, p.profile`,
  );
}

import { type Fragment, ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { readTraitColumns } from '../traits/columns.ts';

/** A customer's name as one text, whatever columns of `attributes a` it came in; null when no source gave one. */
export async function nameOf(warehouse: Warehouse): Promise<Fragment> {
  const columns = new Map((await readTraitColumns(warehouse)).map(({ name, column }) => [name, sql`a.${ident(column)}::VARCHAR`]));
  const [whole, first, last] = [columns.get('name'), columns.get('first_name'), columns.get('last_name')];
  const parts = [first, last].filter((part) => part !== undefined);
  const joined = parts.length === 0 ? undefined : sql`nullif(concat_ws(' ', ${parts[0] ?? sql`null`}, ${parts[1] ?? sql`null`}), '')`;
  if (whole === undefined) return joined ?? sql`null::VARCHAR`;
  return joined === undefined ? whole : sql`coalesce(${whole}, ${joined})`;
}

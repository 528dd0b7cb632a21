import { factFields, type RecordedFields } from '../../language/index.ts';
import { ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

const tables = [
  ['orders', 'orders'],
  ['items', 'items'],
  ['feedback', 'reviews'],
] as const;

/** Of orders, items and feedback, where there are any: further columns that were kept, in a bounded sample, and fixed columns that none fills. */
export async function recordedFields(warehouse: Warehouse): Promise<readonly (readonly [string, RecordedFields])[]> {
  const found: (readonly [string, RecordedFields])[] = [];
  for (const [table, kind] of tables) {
    const columns = [...new Set(factFields(kind).map(({ word }) => word.column))];
    // Each ends at the first row that has something; a column without anything is told by the engine's own statistics.
    const filled = columns.map((column) => sql`exists (select 1 from ${ident(table)} where ${ident(column)} is not null) as ${ident(column)}`);
    const row = await warehouse.row<Readonly<Record<string, boolean>>>(sql`select exists (select 1 from ${ident(table)}) as "some row", ${join(filled)}`);
    if (row?.['some row'] !== true) continue;
    const properties = await warehouse.rows<{ key: string }>(sql`
      select key from (select unnest(json_keys(properties)) as key from (
        select properties from ${ident(table)} where properties is not null and properties <> '{}' using sample 5000 rows (reservoir, 7)) where json_valid(properties) and json_type(properties) = 'OBJECT')
      group by key order by count(*) desc, key limit 200`);
    found.push([table, { properties: properties.map(({ key }) => key), empty: columns.filter((column) => row[column] === false) }]);
  }
  return found;
}

import type { Staged } from '../contract/index.ts';
import { ident, sql } from '../sql/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import { matchesPreset, presets } from './presets/index.ts';

/** Some exports repeat headings below the first row. Where a preset that the headers match says how to tell those rows, they go. */
export async function withoutHeadings(warehouse: Warehouse, staged: Staged): Promise<Staged> {
  const preset = presets.find((one) => one.skipRowsWithout !== undefined && matchesPreset(one, staged.headers));
  const column = staged.headers.indexOf(preset?.skipRowsWithout ?? '');
  if (column === -1) return staged;
  const table = ident(staged.table);
  await warehouse.run(sql`delete from ${table} where coalesce(trim(${ident(`c${column}`)}), '') = ''`);
  const left = await warehouse.row<{ rows: number }>(sql`select count(*) as rows from ${table}`);
  return { ...staged, rows: left?.rows ?? 0 };
}

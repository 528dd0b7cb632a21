import type { Staged } from '../contract/index.ts';
import { ident, join, sql } from '../sql/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import { matchesPreset, plainHeader, presets } from './presets/index.ts';

/** Some exports have rows that are no records: headings again below the first row, further pictures of a product. Where a preset that the headers match says how to tell those rows, they go. */
export async function withoutHeadings(warehouse: Warehouse, staged: Staged): Promise<Staged> {
  const preset = presets.find((one) => one.skipRowsWithout !== undefined && matchesPreset(one, staged.headers));
  const wanted = new Set((preset?.skipRowsWithout ?? []).map(plainHeader));
  const cells = staged.headers.flatMap((header, index) => (wanted.has(plainHeader(header)) ? [ident(`c${index}`)] : []));
  if (cells.length === 0) return staged;
  const table = ident(staged.table);
  await warehouse.run(sql`delete from ${table} where trim(concat(${join(cells)})) = ''`);
  const left = await warehouse.row<{ rows: number }>(sql`select count(*) as rows from ${table}`);
  return { ...staged, rows: left?.rows ?? 0 };
}

import type { Staged } from '../../contract/index.ts';
import { ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** Which of these columns hold nothing in any row. */
export async function emptyColumns(warehouse: Warehouse, staged: Staged, headers: readonly string[]): Promise<ReadonlySet<string>> {
  if (headers.length === 0) return new Set();
  const holds = headers.map((header, at) => sql`bool_or(trim(${ident(`c${staged.headers.indexOf(header)}`)}) <> '') as ${ident(`h${at}`)}`);
  const found = await warehouse.row<Record<string, boolean | null>>(sql`select ${join(holds, ', ')} from ${ident(staged.table)}`);
  return new Set(headers.filter((_, at) => found?.[`h${at}`] !== true));
}

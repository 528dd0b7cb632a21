import { type Fragment, ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

export type JsonCell = string | number | boolean | null | undefined;

export type JsonType = 'VARCHAR' | 'BIGINT' | 'DOUBLE' | 'BOOLEAN';

/** A temp table of such rows. */
export async function loadJson(warehouse: Warehouse, table: string, types: readonly JsonType[], rows: readonly (readonly JsonCell[])[]): Promise<void> {
  await warehouse.run(sql`create or replace temp table ${ident(table)} as ${jsonRows(types, rows)}`);
}

/**
 * A query whose rows come as one JSON text: for hundreds of rows a third of the work of handing over cell by cell. Columns are `line` (from 0) and
 * `c0`, `c1` … in the types given, which are part of the text, so that another text stands for another shape.
 */
export function jsonRows(types: readonly JsonType[], rows: readonly (readonly JsonCell[])[]): Fragment {
  const shape = JSON.stringify([{ line: 'BIGINT', ...Object.fromEntries(types.map((type, index) => [`c${index}`, type])) }]);
  const text = `[${rows.map((cells, line) => `{"line":${line}${cells.map((cell, index) => (cell === null || cell === undefined ? '' : `,"c${index}":${jsonText(cell)}`)).join('')}}`).join()}]`;
  const named: Fragment = { kind: 'fragment', parts: [{ kind: 'text', text: `'${shape}'` }] };
  return sql`select unnest(from_json(${text}::JSON, ${named}), recursive := true)`;
}

/** Half a surrogate pair is no text that anything else could read. */
const jsonText = (cell: string | number | boolean): string => JSON.stringify(typeof cell === 'string' ? cell.toWellFormed() : cell);

/** JSON of a value that came from outside, with whole characters only. */
export function wholeJson(value: unknown): string {
  const text = JSON.stringify(value);
  return /\\ud[89a-f][0-9a-f]{2}/i.test(text) ? text.replaceAll(/(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/gi, '$1\\ufffd') : text;
}

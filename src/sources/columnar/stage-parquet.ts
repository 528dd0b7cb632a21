import type { Staged } from '../../contract/index.ts';
import { ClienteleError, type Effects } from '../../core/index.ts';
import { ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { headerNames } from '../header-names.ts';
import type { ReadOptions } from '../input.ts';
import { spreadRecords } from '../json/spread-records.ts';

/**
 * Reads Parquet with the engine's own reader. Flat columns become text as they are; files with nested columns go the way of JSON, so
 * that objects spread by dots and analytics' lists of key and value by key. `line` is the record's number: the format has no lines.
 */
export async function stageParquet(
  warehouse: Warehouse,
  file: { readonly path: string; readonly name: string },
  options: ReadOptions,
  effects: Pick<Effects, 'progress'>,
): Promise<Staged> {
  effects.progress({ label: `reading ${file.name}`, done: 0 });
  const table = options.table ?? 'staged';
  const columns = await describe(warehouse, file);
  const nested = columns.some((column) => /STRUCT|MAP|\[\]|UNION|JSON/.test(column.type));
  const headers = nested ? await readNested(warehouse, file.path, table) : await readFlat(warehouse, file.path, table, columns);
  const found = await warehouse.row<{ rows: number }>(sql`select count(*) as rows from ${ident(table)}`);
  if ((found?.rows ?? 0) === 0) throw new ClienteleError('file.empty', { file: file.name });
  return { table, headers, rows: found?.rows ?? 0, unreadable: [], format: { kind: 'parquet' }, name: file.name };
}

type ParquetColumn = { readonly name: string; readonly type: string };

async function describe(warehouse: Warehouse, file: { readonly path: string; readonly name: string }): Promise<readonly ParquetColumn[]> {
  try {
    const rows = await warehouse.rows<{ column_name: string; column_type: string }>(
      sql`describe select * from read_parquet(${file.path}, binary_as_string = true)`,
    );
    return rows.map((row) => ({ name: row.column_name, type: row.column_type }));
  } catch (cause) {
    const detail = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw new ClienteleError('file.unreadable', { file: file.name, detail, hint: 'The file seems damaged; export or fetch it again.' }, {}, cause);
  }
}

async function readFlat(warehouse: Warehouse, path: string, table: string, columns: readonly ParquetColumn[]): Promise<readonly string[]> {
  const cells = columns.map((column, index) => sql`${ident(column.name)}::varchar as ${ident(`c${index}`)}`);
  await warehouse.run(sql`
    create or replace temp table ${ident(table)} as
    select file_row_number + 1 as line, ${join(cells)} from read_parquet(${path}, binary_as_string = true, file_row_number = true)`);
  return headerNames(columns.map((column) => column.name));
}

async function readNested(warehouse: Warehouse, path: string, table: string): Promise<readonly string[]> {
  const records = `${table}_records`;
  await warehouse.run(sql`
    create or replace temp table ${ident(records)} as
    select row_number() over () as line, to_json(record)::varchar as c0 from read_parquet(${path}, binary_as_string = true) as record`);
  const headers = await spreadRecords(warehouse, records, table);
  await warehouse.run(sql`drop table ${ident(records)}`);
  return headers;
}

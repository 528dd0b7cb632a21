import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { type JsonColumn, jsonColumns } from './structure.ts';

/** Spreads a table of JSON objects (`line`, `c0`) into `line` and one text column for each value; returns the headers. */
export async function spreadRecords(warehouse: Warehouse, records: string, table: string): Promise<readonly string[]> {
  const columns = await jsonColumns(warehouse, records);
  const pointers = columns.flatMap((column) => (column.kind === 'value' ? [column.pointer] : []));
  const paths = [...new Set(columns.flatMap((column) => (column.kind === 'pair' ? [column.path] : [])))];
  const pairs = paths.flatMap((path, index): Fragment[] => [
    sql`json_extract_string(c0, ${`${path}[*].key`}) as ${ident(`keys${index}`)}`,
    sql`list_transform(json_extract(c0, ${`${path}[*].value`}), lambda pair: coalesce(
      pair->>'string_value', pair->>'int_value', pair->>'float_value', pair->>'double_value', pair->>'set_timestamp_micros')) as ${ident(`values${index}`)}`,
  ]);
  let place = 0;
  const cell = (column: JsonColumn): Fragment => {
    if (column.kind === 'value') return sql`found[${(place += 1)}]`;
    const index = paths.indexOf(column.path);
    return sql`${ident(`values${index}`)}[list_position(${ident(`keys${index}`)}, ${column.key})]`;
  };
  const cells = columns.map((column, index) => sql`${cell(column)} as ${ident(`c${index}`)}`);
  const values = sql`json_extract_string(c0, [${join(pointers.map((pointer) => sql`${pointer}`))}]) as found`;
  await warehouse.run(sql`
    create or replace temp table ${ident(table)} as
    select ${join([sql`line`, ...cells])}
    from (select ${join([sql`line`, ...(pointers.length === 0 ? [] : [values]), ...pairs])} from ${ident(records)})`);
  return columns.map((column) => column.header);
}

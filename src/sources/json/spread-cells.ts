import type { Staged } from '../../contract/index.ts';
import { ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { spreadRecords } from './spread-records.ts';

const sampleRows = 200;

/** Columns whose cells are JSON objects, as databases and analytics tools export properties, spread by dots like nested JSON. One cell that is none, and its column stays text. */
export async function spreadCells(warehouse: Warehouse, staged: Staged): Promise<Staged> {
  const nested = await objectColumns(warehouse, staged);
  if (nested.length === 0) return staged;
  const [objects, kept] = [`${staged.table}_objects`, `${staged.table}_kept`];
  const spread: { readonly index: number; readonly table: string; readonly headers: readonly string[] }[] = [];
  for (const index of nested) {
    const table = `${staged.table}_spread_${index}`;
    await warehouse.run(sql`
      create or replace temp table ${ident(objects)} as select line, ${ident(`c${index}`)} as c0 from ${ident(staged.table)} where trim(${ident(`c${index}`)}) <> ''`);
    const headers = await spreadRecords(warehouse, objects, table);
    // Objects without any key spread into nothing.
    spread.push({ index, table, headers: headers.every((header) => header !== '') ? headers : [] });
    await warehouse.run(sql`drop table ${ident(objects)}`);
  }
  const columns = staged.headers.flatMap((header, index) => {
    const own = spread.find((each) => each.index === index);
    if (own === undefined) return [{ header, cell: sql`kept.${ident(`c${index}`)}` }];
    return own.headers.map((name, at) => ({ header: `${header}.${name}`, cell: sql`${ident(own.table)}.${ident(`c${at}`)}` }));
  });
  await warehouse.run(sql`alter table ${ident(staged.table)} rename to ${ident(kept)}`);
  const joins = spread.map(({ table }) => sql`left join ${ident(table)} on ${ident(table)}.line = kept.line`);
  await warehouse.run(sql`
    create or replace temp table ${ident(staged.table)} as
    select ${join([sql`kept.line`, ...columns.map(({ cell }, index) => sql`${cell} as ${ident(`c${index}`)}`)])}
    from ${ident(kept)} as kept ${join(joins, ' ')} order by kept.line`);
  for (const table of [kept, ...spread.map((own) => own.table)]) await warehouse.run(sql`drop table ${ident(table)}`);
  return { ...staged, headers: columns.map(({ header }) => header) };
}

async function objectColumns(warehouse: Warehouse, staged: Staged): Promise<readonly number[]> {
  const looks = staged.headers.map((_, index) => {
    const filled = sql`nullif(trim(${ident(`c${index}`)}), '')`;
    return sql`coalesce(bool_and(${filled} like '{%}'), false) as ${ident(`c${index}`)}`;
  });
  if (looks.length === 0) return [];
  const sample = await warehouse.row<Record<string, boolean | null>>(sql`select ${join(looks)} from (from ${ident(staged.table)} limit ${sampleRows})`);
  const likely = staged.headers.flatMap((_, index) => (sample?.[`c${index}`] === true ? [index] : []));
  const found: number[] = [];
  for (const index of likely) {
    const cell = ident(`c${index}`);
    const row = await warehouse.row<{ others: number }>(sql`
      select count(*) as others from ${ident(staged.table)}
      where trim(${cell}) <> '' and not coalesce(json_valid(${cell}) and json_type(case when json_valid(${cell}) then ${cell} else 'null' end) = 'OBJECT', false)`);
    if (row?.others === 0) found.push(index);
  }
  return found;
}

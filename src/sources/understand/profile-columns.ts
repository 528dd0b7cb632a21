import type { Staged } from '../../contract/index.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** What a sample of a column's cells looks like; shares are of the cells that hold anything, 0 to 1. */
export type ColumnProfile = {
  readonly header: string;
  readonly filled: number;
  /** Distinct values ÷ filled cells. */
  readonly distinct: number;
  readonly values: number;
  readonly email: number;
  readonly number: number;
  readonly integer: number;
  readonly date: number;
  readonly phone: number;
  readonly long: number;
  readonly length: number;
  readonly digits: number;
  /** Up to a dozen of the commonest values, lower case. */
  readonly common: readonly string[];
};

export type TableProfile = { readonly rows: number; readonly columns: readonly ColumnProfile[] };

const sampleRows = 4000;

/** Looks at some 4,000 rows spread over the whole table. */
export async function profileColumns(warehouse: Warehouse, staged: Staged): Promise<TableProfile> {
  const step = Math.max(1, Math.floor(staged.rows / sampleRows));
  const sample = `${staged.table}_sample`;
  await warehouse.run(sql`
    create or replace temp table ${ident(sample)} as
    select * from ${ident(staged.table)} where (rowid + 1) % ${step} = 0 or ${staged.rows} <= ${sampleRows}`);
  const columns: ColumnProfile[] = [];
  for (const [index, header] of staged.headers.entries()) columns.push(await profileColumn(warehouse, sample, ident(`c${index}`), header));
  const found = await warehouse.row<{ rows: number }>(sql`select count(*) as rows from ${ident(sample)}`);
  await warehouse.run(sql`drop table ${ident(sample)}`);
  return { rows: found?.rows ?? 0, columns };
}

async function profileColumn(warehouse: Warehouse, sample: string, column: Fragment, header: string): Promise<ColumnProfile> {
  const share = (test: Fragment): Fragment => sql`coalesce(avg(case when ${test} then 1.0 else 0.0 end), 0)::double`;
  const number = sql`regexp_full_match(cell, ${String.raw`[-+(]?[$€£¥]?\s?[-+]?\d[\d.,' ]*\s?[$€£¥]?%?\)?`})`;
  const shares = join([
    sql`${share(sql`regexp_full_match(cell, ${String.raw`[^@\s,;]+@[^@\s,;]+\.[A-Za-z]{2,}`})`)} as email`,
    sql`${share(number)} as number`,
    sql`${share(sql`regexp_full_match(cell, ${String.raw`[-+]?\d+(\.0+)?`})`)} as integer`,
    sql`${share(sql`regexp_full_match(cell, ${String.raw`(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ](\d{1,2}|\.?( de)? ?[\p{L}]{3,10}\.?( de)?)[-/. ,]+\d{2,4}|(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01]))([T ,]+\d{1,2}:\d{2}.*)?`})`)} as date`,
    sql`${share(sql`regexp_full_match(cell, ${String.raw`'?(\+|00)[\d \-()./]{7,20}|\(?0\d[\d \-()./]{6,18}`})`)} as phone`,
    sql`${share(sql`length(cell) >= 25 and cell like '% % % %'`)} as long`,
    sql`${share(sql`regexp_matches(cell, '[0-9]')`)} as digits`,
  ]);
  const found = await warehouse.row<Record<string, number>>(sql`
    with cells as (select trim(${column}) as cell from ${ident(sample)} where trim(${column}) <> '')
    select count(*) as filled, count(distinct cell) as values, coalesce(avg(length(cell)), 0)::double as length, ${shares} from cells`);
  const common = await warehouse.rows<{ cell: string }>(sql`
    select lower(trim(${column})) as cell from ${ident(sample)} where trim(${column}) <> '' group by 1 order by count(*) desc, 1 limit 12`);
  const at = (name: string): number => found?.[name] ?? 0;
  const filled = at('filled');
  return {
    header,
    filled,
    distinct: filled === 0 ? 0 : at('values') / filled,
    values: at('values'),
    email: at('email'),
    number: at('number'),
    integer: at('integer'),
    date: at('date'),
    phone: at('phone'),
    long: at('long'),
    length: at('length'),
    digits: at('digits'),
    common: common.map((row) => row.cell),
  };
}

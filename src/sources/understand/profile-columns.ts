import type { Staged } from '../../contract/index.ts';
import { personalName } from '../../core/index.ts';
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
  /** Names of people: some words of letters and nothing else. */
  readonly personal: number;
  /** Times of day (`9:30`, `17.05 Uhr`). */
  readonly clock: number;
  /** Cells with a time of day in them that is not midnight. */
  readonly timed: number;
  readonly length: number;
  readonly digits: number;
  /** Up to a dozen of the commonest values, lower case. */
  readonly common: readonly string[];
};

export type TableProfile = { readonly rows: number; readonly columns: readonly ColumnProfile[] };

const sampleRows = 4000;

/** Looks at some 4,000 rows spread over the whole table. Each text is looked at once, however often it stands in its column: few columns hold as many as they have rows. */
export async function profileColumns(warehouse: Warehouse, staged: Staged): Promise<TableProfile> {
  const step = Math.max(1, Math.floor(staged.rows / sampleRows));
  const sample = ident(`${staged.table}_sample`);
  const cells = ident(`${staged.table}_cells`);
  const columns = staged.headers.map((_, index) => ident(`c${index}`));
  await warehouse.run(sql`
    create or replace temp table ${sample} as
    select ${join(columns)} from ${ident(staged.table)} where (rowid + 1) % ${step} = 0 or ${staged.rows} <= ${sampleRows}`);
  await warehouse.run(sql`
    create or replace temp table ${cells} as
    select position, trim(text) as cell, count(*)::INTEGER as times from (unpivot ${sample} on ${join(columns)} into name position value text)
    where trim(text) <> '' group by all`);
  const looks = await warehouse.rows<Look>(lookAt(cells));
  const common = await warehouse.rows<{ position: string; texts: readonly string[] }>(commonIn(cells));
  const found = await warehouse.row<{ rows: number }>(sql`select count(*) as rows from ${sample}`);
  await warehouse.run(sql`drop table ${sample}`);
  await warehouse.run(sql`drop table ${cells}`);
  const lookOf = new Map(looks.map(({ position, ...look }) => [position, look]));
  const commonOf = new Map(common.map(({ position, texts }) => [position, texts]));
  return {
    rows: found?.rows ?? 0,
    columns: staged.headers.map((header, index) => ({ header, ...(lookOf.get(`c${index}`) ?? nothing), common: commonOf.get(`c${index}`) ?? [] })),
  };
}

type Look = Omit<ColumnProfile, 'header' | 'common'> & { readonly position: string };

const nothing: Omit<Look, 'position'> = {
  filled: 0,
  distinct: 0,
  values: 0,
  email: 0,
  number: 0,
  integer: 0,
  date: 0,
  phone: 0,
  long: 0,
  personal: 0,
  clock: 0,
  timed: 0,
  length: 0,
  digits: 0,
};

function lookAt(cells: Fragment): Fragment {
  const share = (test: Fragment): Fragment => sql`sum(case when ${test} then times else 0 end)::double / sum(times)`;
  const number = sql`regexp_full_match(cell, ${String.raw`[-+(]?[$€£¥]?\s?[-+]?\d[\d.,' ]*\s?[$€£¥]?%?\)?`})`;
  const shares = join([
    sql`${share(sql`regexp_full_match(cell, ${String.raw`[^@\s,;]+@[^@\s,;]+\.[A-Za-z]{2,}`})`)} as email`,
    sql`${share(number)} as number`,
    sql`${share(sql`regexp_full_match(cell, ${String.raw`[-+]?\d+(\.0+)?`})`)} as integer`,
    sql`${share(sql`regexp_full_match(cell, ${String.raw`(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ](\d{1,2}|\.?( de)? ?[\p{L}]{3,10}\.?( de)?)[-/. ,]+\d{2,4}|(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01]))([T ,]+\d{1,2}:\d{2}.*)?`})`)} as date`,
    sql`${share(sql`regexp_full_match(cell, ${String.raw`'?(\+|00)[\d \-()./]{7,20}|\(?0\d[\d \-()./]{6,18}`})`)} as phone`,
    sql`${share(sql`length(cell) >= 25 and cell like '% % % %'`)} as long`,
    sql`${share(sql`regexp_full_match(cell, ${personalName})`)} as personal`,
    sql`${share(sql`regexp_full_match(cell, ${String.raw`(?i)([01]?\d|2[0-4])[:.h][0-5]\d([:.][0-5]\d(\.\d+)?)?\s*([ap]\.?m\.?|uhr)?`})`)} as clock`,
    sql`${share(sql`regexp_matches(cell, ':[0-9]{2}') and not regexp_matches(cell, '[ T]0?0:00(:00(\\.0+)?)?Z?$')`)} as timed`,
    sql`${share(sql`regexp_matches(cell, '[0-9]')`)} as digits`,
  ]);
  return sql`
    select position, sum(times)::BIGINT as filled, count(*)::double / sum(times) as "distinct", count(*) as values,
           sum(length(cell) * times)::double / sum(times) as length, ${shares}
    from ${cells} group by position`;
}

/** The dozen commonest of each column, whatever their case. */
const commonIn = (cells: Fragment): Fragment => sql`
  select position, list(text order by times desc, text) as texts
  from (select position, lower(cell) as text, sum(times) as times from ${cells} group by 1, 2
        qualify row_number() over (partition by position order by sum(times) desc, lower(cell)) <= 12)
  group by position`;

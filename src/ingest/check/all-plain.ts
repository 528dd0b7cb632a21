import type { Staged } from '../../contract/index.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { PlainCells } from './plain-cells.ts';
import type { TypedField } from './typed.ts';

export type PlainField = TypedField & { readonly plain: PlainCells };

/** The fields with their simple way of reading, when every one has it. */
export const plainFields = (typed: readonly TypedField[]): readonly PlainField[] | undefined => {
  const plain = typed.flatMap((one) => (one.plain === undefined ? [] : [{ ...one, plain: one.plain }]));
  return plain.length === typed.length ? plain : undefined;
};

/** Most files that are not plain show it early; and a column that has few values early has few in all. */
const first = 10_000;
const few = 200;

/**
 * Whether every cell of a staged table is written plainly and nothing is wrong with any row (`wrong` speaks of the typed row `f`): one pass
 * that keeps nothing, and for each column of few values one look at those.
 */
export async function allPlain(warehouse: Warehouse, staged: Staged, fields: readonly PlainField[], wrong: readonly Fragment[]): Promise<boolean> {
  const all = ident(staged.table);
  if (staged.rows <= first) return holds(warehouse, all, fields, fields, wrong);
  const early = sql`(select * from ${all} where line <= ${first})`;
  if (!(await holds(warehouse, early, fields, fields, wrong))) return false;
  const repeating = await withFewValues(warehouse, early, fields);
  for (const field of repeating) if (!(await holds(warehouse, sql`(select distinct ${cellOf(field)} from ${all})`, [field], [field], []))) return false;
  return holds(
    warehouse,
    all,
    fields,
    fields.filter((field) => !repeating.includes(field)),
    wrong,
  );
}

const cellOf = ({ field }: PlainField): Fragment => ident(`c${field.sources[0]?.index ?? 0}`);

/** Whether the cells of `asked` are plain in these rows; `wrong` may speak of any of `fields`. */
async function holds(
  warehouse: Warehouse,
  rows: Fragment,
  fields: readonly PlainField[],
  asked: readonly PlainField[],
  wrong: readonly Fragment[],
): Promise<boolean> {
  const found = await warehouse.row<{ plain: boolean | null }>(sql`
    select bool_and(${join([sql`true`, ...asked.map(({ plain }) => plain.holds), ...wrong.map((when) => sql`not coalesce(${when}, false)`)], ' and ')}) as plain
    from (select s.*, ${join(fields.map(({ field, plain }) => sql`${plain.typed} as ${ident(field.column)}`))} from ${rows} s) f`);
  return found?.plain !== false;
}

async function withFewValues(warehouse: Warehouse, rows: Fragment, fields: readonly PlainField[]): Promise<readonly PlainField[]> {
  const counts = await warehouse.row<Record<string, number>>(
    sql`select ${join(fields.map((field, index) => sql`count(distinct ${cellOf(field)}) as ${ident(`n${index}`)}`))} from ${rows} s`,
  );
  return fields.filter((_, index) => (counts?.[`n${index}`] ?? few) < few);
}

/** Rows of a plain table as `ingest_checked` shows them: nothing is copied, and every column is read where it is used. */
export const plainRows = (staged: Staged, fields: readonly PlainField[]): Fragment =>
  sql`select s.line, ${join(fields.map(({ field, plain }) => sql`${plain.typed} as ${ident(field.column)}`))}, cast(null as SMALLINT) as reject, cast(0 as BIGINT) as dropped
    from ${ident(staged.table)} s`;

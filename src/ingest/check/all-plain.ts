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

/** Most files that are not plain show it early. */
const first = 10_000;

/**
 * Whether every cell of a staged table is written plainly and nothing is wrong with any row (`wrong` speaks of the typed row `f`): one pass
 * that keeps nothing.
 */
export async function allPlain(warehouse: Warehouse, staged: Staged, fields: readonly PlainField[], wrong: readonly Fragment[]): Promise<boolean> {
  const holds = async (rows: Fragment): Promise<boolean> => {
    const found = await warehouse.row<{ plain: boolean | null }>(sql`
      select bool_and(${join([...fields.map(({ plain }) => plain.holds), ...wrong.map((when) => sql`not coalesce(${when}, false)`)], ' and ')}) as plain
      from (select s.*, ${join(fields.map(({ field, plain }) => sql`${plain.typed} as ${ident(field.column)}`))} from ${rows} s) f`);
    return found?.plain !== false;
  };
  if (staged.rows > first && !(await holds(sql`(select * from ${ident(staged.table)} where line <= ${first})`))) return false;
  return holds(ident(staged.table));
}

/** Rows of a plain table as `ingest_checked` shows them: nothing is copied, and every column is read where it is used. */
export const plainRows = (staged: Staged, fields: readonly PlainField[]): Fragment =>
  sql`select s.line, ${join(fields.map(({ field, plain }) => sql`${plain.typed} as ${ident(field.column)}`))}, cast(null as SMALLINT) as reject, cast(0 as BIGINT) as dropped
    from ${ident(staged.table)} s`;

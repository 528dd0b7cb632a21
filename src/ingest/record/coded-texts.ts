import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

export type Text = { readonly name: string; readonly value: Fragment };

/** Below this many rows the questions asked first cost more than they save. */
const many = 100_000;
/** A column that has few values early has few in all. */
const early = 10_000;
const few = 1000;

/**
 * Columns of text that repeat, as numbers while `work` sorts and writes them: with `name` → the type to cast the column to, and none for the others.
 * A sort then carries a number for each instead of the text, and the engine, which looks texts up when it writes them, finds them looked up: half the work
 * of recording ten million events. `rows` are those to be recorded, as `e`, numbered by `line`.
 */
export async function withCodedTexts<T>(
  warehouse: Warehouse,
  count: number,
  rows: Fragment,
  texts: readonly Text[],
  work: (types: ReadonlyMap<string, Fragment>) => Promise<T>,
): Promise<T> {
  if (count < many || texts.length === 0) return work(new Map());
  const counts = await warehouse.row<Record<string, number>>(
    sql`select ${join(texts.map(({ value }, index) => sql`count(distinct ${value}) as ${ident(`n${index}`)}`))} from ${rows} where e.line <= ${early}`,
  );
  const repeating = texts.filter((_, index) => (counts?.[`n${index}`] ?? few) < few);
  for (const { name, value } of repeating)
    await warehouse.run(
      sql`create or replace temp type ${typeOf(name)} as enum (select distinct text from (select ${value} as text from ${rows}) where text is not null)`,
    );
  const result = await work(new Map(repeating.map(({ name }) => [name, typeOf(name)])));
  for (const { name } of repeating) await warehouse.run(sql`drop type ${typeOf(name)}`);
  return result;
}

const typeOf = (name: string): Fragment => ident(`ingest_text_${name}`);

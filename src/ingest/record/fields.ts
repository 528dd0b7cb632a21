import type { Checked } from '../check/check-rows.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';

export type Shape = 'VARCHAR' | 'TIMESTAMP' | 'DATE' | 'DECIMAL(18,4)' | 'DOUBLE' | 'BOOLEAN' | 'VARCHAR[]';

export const has = (checked: Checked, name: string): boolean => checked.fields.has(name);

/** The typed column of a field in `alias`, or a NULL of its shape when the source has none. */
export function column(checked: Checked, name: string, shape: Shape, alias = 'c'): Fragment {
  const field = checked.fields.get(name);
  return field === undefined ? nothing(shape) : ident(alias, field.column);
}

export function nothing(shape: Shape): Fragment {
  switch (shape) {
    case 'VARCHAR':
      return sql`cast(null as VARCHAR)`;
    case 'TIMESTAMP':
      return sql`cast(null as TIMESTAMP)`;
    case 'DATE':
      return sql`cast(null as DATE)`;
    case 'DECIMAL(18,4)':
      return sql`cast(null as DECIMAL(18,4))`;
    case 'DOUBLE':
      return sql`cast(null as DOUBLE)`;
    case 'BOOLEAN':
      return sql`cast(null as BOOLEAN)`;
    case 'VARCHAR[]':
      return sql`cast(null as VARCHAR[])`;
  }
}

/** Custom columns as JSON text, blank cells left out; NULL when there is nothing. */
export function properties(checked: Checked, alias = 'c'): Fragment {
  if (checked.properties !== undefined) return ident(alias, checked.properties);
  const fields = [...checked.fields.values()].filter(({ custom }) => custom);
  if (fields.length === 0) return nothing('VARCHAR');
  const pairs = fields.map(({ name, column }) => sql`${`${JSON.stringify(name)}:`} || cast(to_json(${ident(alias, column)}) as VARCHAR)`);
  return sql`nullif('{' || concat_ws(',', ${join(pairs)}) || '}', '{}')`;
}

/** Whether rows have `properties` at all. */
export const hasProperties = (checked: Checked): boolean => checked.properties !== undefined || [...checked.fields.values()].some(({ custom }) => custom);

/** Columns one after another, told apart by their places; a column that is not there at all costs its separator and no more. */
function printed(columns: readonly (Fragment | undefined)[]): Fragment {
  const parts = columns.flatMap((one, index) => [...(index > 0 ? [sql`chr(31)`] : []), ...(one === undefined ? [] : [sql`cast(${one} as VARCHAR)`])]);
  return sql`concat(${join(parts)})`;
}

/** 127-bit MD5 over columns; those that a source does not have are left undefined. No column may be a HUGEINT: writing those out is very slow. */
export const fingerprint = (columns: readonly (Fragment | undefined)[]): Fragment => sql`cast(md5_number(${printed(columns)}) >> 1 as HUGEINT)`;

/** 64 bits of the same, where records are compared within one order only. (The engine's `md5_number_lower` costs four times as much.) */
export const shortPrint = (columns: readonly (Fragment | undefined)[]): Fragment =>
  sql`cast(md5_number(${printed(columns)}) & cast(${2n ** 63n - 1n} as UHUGEINT) as UBIGINT)`;

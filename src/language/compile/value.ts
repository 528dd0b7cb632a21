import { type Fragment, ident, sql } from '../../sql/index.ts';
import type { ValueType } from '../vocabulary.ts';
import type { TextColumn } from './compiled.ts';

/** Something that a condition compares: a column of known type, or a property of a fact, typed by how it is used. */
export type TypedValue =
  | {
      readonly kind: 'column';
      readonly table: string;
      readonly column: string;
      readonly type: ValueType;
      readonly alias: string | undefined;
      readonly decimal: boolean;
    }
  | { readonly kind: 'json'; readonly table: string; readonly property: string };

/** The column as it is stored. */
export const rawColumn = (value: Extract<TypedValue, { kind: 'column' }>): Fragment =>
  value.alias === undefined ? ident(value.column) : ident(value.alias, value.column);

/** The value as text, letter for letter. */
export function asText(value: TypedValue): Fragment {
  if (value.kind === 'json') return sql`json_extract_string(properties, ${pointer(value.property)})`;
  return value.type === 'text' ? rawColumn(value) : sql`cast(${rawColumn(value)} as varchar)`;
}

/** The value as a number; null where it is none. A text must be a plain decimal number: the engine alone would also read `inf` or `1_000`. */
export function asNumber(value: TypedValue): Fragment {
  if (value.kind === 'column' && value.type === 'number') return value.alias === undefined ? rawColumn(value) : sql`try_cast(${rawColumn(value)} as double)`;
  if (value.kind === 'column' && value.type !== 'text') return sql`cast(null as double)`;
  return textNumber(asText(value));
}

const textNumber = (text: Fragment): Fragment =>
  sql`case when regexp_full_match(${text}, '\\s*[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?\\s*') then try_cast(trim(${text}, ${blanks}) as double) end`;

/** A list of texts; null where the value is no list. */
export function asList(value: TypedValue): Fragment {
  if (value.kind === 'column') return value.type === 'list' ? rawColumn(value) : sql`cast(null as varchar[])`;
  return sql`try_cast(json_extract(properties, ${pointer(value.property)}) as varchar[])`;
}

export const isList = (value: TypedValue): boolean => value.kind === 'column' && value.type === 'list';

export const textColumn = (value: TypedValue): TextColumn =>
  value.kind === 'json'
    ? { table: value.table, column: 'properties', property: value.property }
    : { table: value.table, column: value.column, list: value.type === 'list' };

/** What surrounds a text and does not count. Blanks outside ASCII are a matter of `folded_texts`. */
export const blanks = ' \t\n\r\u000b\f';

/** RFC 6901, so that a name with dots, quotes or blanks is one key. */
export const pointer = (property: string): string => `/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;

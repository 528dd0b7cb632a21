import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** One column of a table of JSON records: where its value lies, as JSON pointer, or the list of key/value pairs it is taken from. */
export type JsonColumn =
  | { readonly kind: 'value'; readonly header: string; readonly pointer: string }
  | { readonly kind: 'pair'; readonly header: string; readonly path: string; readonly key: string };

/** Beyond this many columns objects stay JSON text: their keys are data (a map by id), not columns. */
const mostColumns = 600;
const mostKeys = 150;

/** The columns that the records of `table.c0` spread into: nested objects by dots, analytics' lists of key and value by key. */
export async function jsonColumns(warehouse: Warehouse, table: string): Promise<readonly JsonColumn[]> {
  const found = await warehouse.row<{ structure: string | null }>(sql`select json_group_structure(c0::json)::varchar as structure from ${ident(table)}`);
  const structure: unknown = JSON.parse(found?.structure ?? '{}');
  const columns: JsonColumn[] = [];
  for (const leaf of leaves(structure, [], { left: mostColumns })) {
    if (leaf.pairs) columns.push(...(await pairColumns(warehouse, table, leaf.path)));
    else columns.push({ kind: 'value', header: leaf.path.join('.'), pointer: pointerOf(leaf.path) });
  }
  return columns;
}

type Leaf = { readonly path: readonly string[]; readonly pairs: boolean };

function leaves(structure: unknown, path: readonly string[], room: { left: number }): readonly Leaf[] {
  if (isPairs(structure)) return [{ path, pairs: true }];
  if (isObject(structure)) {
    const keys = Object.keys(structure);
    if (keys.length > 0 && (path.length === 0 || (keys.length <= mostKeys && keys.length < room.left))) {
      return keys.flatMap((key) => leaves(structure[key], [...path, key], room));
    }
  }
  room.left -= 1;
  return [{ path, pairs: false }];
}

/** `[{key, value: {string_value, int_value, …}}]`, as Google Analytics exports its parameters. */
function isPairs(structure: unknown): boolean {
  if (!Array.isArray(structure)) return false;
  const [element]: unknown[] = structure;
  if (!isObject(element)) return false;
  const keys = Object.keys(element);
  const value = element['value'];
  return keys.length === 2 && keys.includes('key') && isObject(value) && Object.keys(value).some((name) => name.endsWith('_value'));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

async function pairColumns(warehouse: Warehouse, table: string, path: readonly string[]): Promise<readonly JsonColumn[]> {
  const found = await warehouse.rows<{ key: string }>(sql`
    select key from (select distinct unnest(json_extract_string(c0, ${`${jsonPath(path)}[*].key`})) as key from ${ident(table)})
    where key is not null order by key limit ${mostKeys}`);
  return found.map(({ key }) => ({ kind: 'pair', header: `${path.join('.')}.${key}`, path: jsonPath(path), key }));
}

const pointerOf = (path: readonly string[]): string => path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** A path whose keys are quoted, so that dots and brackets in them mean themselves. */
export const jsonPath = (path: readonly string[]): string => `$${path.map((key) => `."${key.replaceAll('"', String.raw`\"`)}"`).join('')}`;

import { fieldCatalogue } from '../../contract/index.ts';
import { type AttributeWord, nameKey, type ValueType } from '../../language/index.ts';
import { ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** Words that the language itself uses at the start of a condition: a trait of that name is called `imported_…`. */
const reserved = new Set(
  `all and any average avg before between can contains count days distinct does ends exactly event events false first for has in is item items known last
   max maximum min minimum next none not of on or order orders random receive return returns review reviews seed segment since starts sum survey surveys
   then this ticket tickets today true unknown where within yesterday`
    .trim()
    .split(/\s+/),
);

/** The traits there are data for, as words, with the most frequent values of texts. */
export async function traitWords(warehouse: Warehouse, features: readonly AttributeWord[], currency: string): Promise<readonly AttributeWord[]> {
  const taken = new Set(features.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]).map(nameKey));
  const columns = await warehouse.rows<{ name: string; label: string; column: string; type: ValueType }>(
    sql`select name, label, "column", type from trait_columns order by filled desc, name`,
  );
  const values = await topValues(
    warehouse,
    columns.filter(({ type }) => type === 'text').map(({ column }) => column),
  );
  return columns.map(({ name, label, column, type }): AttributeWord => {
    const clash = taken.has(nameKey(name)) || reserved.has(name);
    const top = values.get(column);
    return {
      name: clash ? `imported_${name}` : name,
      label: clash ? `imported ${label}` : label,
      type,
      table: 'attributes',
      column,
      ...(label === name || clash ? {} : { aliases: aliasesOf(name, label) }),
      ...(moneyTraits.has(name) ? { unit: currency } : {}),
      ...(top === undefined ? {} : { values: top }),
      ...(name === 'birthday' ? { anniversary: true } : {}),
    };
  });
}

const aliasesOf = (name: string, label: string): readonly string[] =>
  [...new Set([label.toLowerCase(), name.replaceAll('_', ' ')])].filter((alias) => alias !== name);

const moneyTraits: ReadonlySet<string> = new Set(Object.entries(fieldCatalogue.customers).flatMap(([name, { type }]) => (type === 'money' ? [name] : [])));

/** At most 50 values per text column, most frequent first; columns with mostly distinct values (names, addresses) have none worth suggesting. */
async function topValues(warehouse: Warehouse, columns: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (columns.length === 0) return new Map();
  const tops = columns.map((column) => sql`approx_top_k(${ident(column)}, 50) as ${ident(column)}`);
  const distinct = columns.map(
    (column) => sql`approx_count_distinct(${ident(column)}) as ${ident(`n${column}`)}, count(${ident(column)}) as ${ident(`f${column}`)}`,
  );
  const row = await warehouse.row<Record<string, unknown>>(sql`select ${join([...tops, ...distinct])} from (select * from attributes limit 100000)`);
  return new Map(
    columns.flatMap((column): [string, readonly string[]][] => {
      const found = row?.[column];
      const [different, filled] = [Number(row?.[`n${column}`] ?? 0), Number(row?.[`f${column}`] ?? 0)];
      if (!Array.isArray(found) || (different > 200 && different > filled / 2)) return [];
      return [[column, found.filter((value): value is string => typeof value === 'string')]];
    }),
  );
}

/** What the language would understand once there is data for it, so that a hint can say "no data for birthday yet": name → label. */
export const standardWords: ReadonlyMap<string, string> = new Map(Object.entries(fieldCatalogue.customers).map(([name, { label }]) => [name, label]));

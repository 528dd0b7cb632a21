import type { Mapping, MappingOptions, Staged } from '../../contract/index.ts';
import { type Fragment, ident, join, list, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

type Cells = { readonly cell: (header: string | undefined) => Fragment | undefined; readonly fieldCell: (field: string) => Fragment | undefined };

/** A catalogue in which rows lean on each other: each gets what stands on its product's first row or its parent, its variant's name, an id, and one plain category. Doing it twice changes nothing. */
export async function prepareCatalogue(warehouse: Warehouse, staged: Staged, { options }: Mapping, { cell, fieldCell }: Cells): Promise<void> {
  const table = ident(staged.table);
  if (options.inheritColumns !== undefined) await inherit(warehouse, table, options.inheritColumns, cell);

  const cells = (headers: readonly string[] | undefined): readonly Fragment[] => (headers ?? []).flatMap((header) => cell(header) ?? []);
  const id = fieldCell('product_id');
  const from = cells(options.productIdFrom);
  if (id !== undefined && from.length > 0) {
    const made = joined(from.map(filled), '/');
    await warehouse.run(sql`update ${table} set ${id} = ${made} where ${filled(id)} is null and ${made} <> ''`);
  }

  const name = fieldCell('name');
  const variants = cells(options.variantFrom);
  if (name !== undefined && variants.length > 0) {
    const told = variants.map((variant) => sql`case when lower(trim(${variant})) not in ${list(onlyVariants)} then ${filled(variant)} end`);
    const suffix = sql`' - ' || ${joined(told, ' / ')}`;
    await warehouse.run(sql`update ${table} set ${name} = trim(${name}) || ${suffix}
      where ${filled(name)} is not null and ${joined(told, '')} <> '' and not ends_with(${name}, ${suffix})`);
  }

  const category = fieldCell('category');
  if (category !== undefined && options.categoryPath !== undefined) {
    // A comma inside a category's own name is written with a backslash.
    const first = options.categoryPath === 'one' ? category : sql`replace(regexp_extract(${category}, '^(?:[^,\\\\]|\\\\.)*'), '\\,', ',')`;
    await warehouse.run(sql`update ${table} set ${category} = trim(regexp_extract(${first}, '([^>]*)$', 1)) where regexp_matches(${category}, '[>,]')`);
  }
}

/** What shops call the variant of a product that has only one. */
const onlyVariants = ['default title', 'regular'];

const filled = (value: Fragment): Fragment => sql`nullif(trim(${value}), '')`;
const joined = (values: readonly Fragment[], separator: string): Fragment => sql`concat_ws(${separator}, ${join(values)})`;

async function inherit(
  warehouse: Warehouse,
  table: Fragment,
  { by, from, columns }: NonNullable<MappingOptions['inheritColumns']>,
  cell: Cells['cell'],
): Promise<void> {
  const own = cell(by);
  const given = columns.flatMap((header) => cell(header) ?? []);
  const parents = from === undefined ? [own] : from.map(cell);
  const keys = parents.flatMap((one) => (one === undefined ? [] : [one]));
  if (own === undefined || given.length === 0 || keys.length === 0) return;
  // `id:12` is the row whose number is 12.
  const key = (value: Fragment): Fragment => sql`regexp_replace(trim(${value}), '^id:', '')`;
  const rows = keys.map((one) => sql`select ${key(one)} as key, line, ${join(given)} from ${table} where ${filled(one)} is not null`);
  const firsts = given.map((column) => sql`arg_min(${filled(column)}, line) as ${column}`);
  await warehouse.run(sql`create or replace temp table understood_families as select key, ${join(firsts)} from (${join(rows, ' union all ')}) group by key`);
  const sets = given.map((column) => sql`${column} = coalesce(nullif(trim(t.${column}), ''), f.${column})`);
  await warehouse.run(
    sql`update ${table} t set ${join(sets)} from understood_families f where f.key = ${key(sql`t.${own}`)} and ${filled(sql`t.${own}`)} is not null`,
  );
  await warehouse.run(sql`drop table understood_families`);
}

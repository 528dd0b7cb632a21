import { fieldOf } from '../../contract/index.ts';
import type { ValueType } from '../../language/index.ts';
import { ident, join, list, sql } from '../../sql/index.ts';
import { counter, setCounter, type Warehouse } from '../../warehouse/index.ts';
import { inferredType, knownType } from './types.ts';

/** A column of `attributes`: `t<n>` for a trait's name. */
export type TraitColumn = { readonly name: string; readonly column: string; readonly type: ValueType };

export async function readTraitColumns(warehouse: Warehouse): Promise<readonly TraitColumn[]> {
  return warehouse.rows<TraitColumn>(sql`select name, "column", type from trait_columns order by try_cast(substr("column", 2) as integer)`);
}

/** Columns for `names`: a name keeps the column it had, a new one gets the next number, none is reused. Types are read off `trait_observed`. */
export async function planColumns(warehouse: Warehouse, names: readonly string[]): Promise<readonly TraitColumn[]> {
  const had = new Map((await readTraitColumns(warehouse)).map((column) => [column.name, column]));
  const all = [...new Set(names)].toSorted();
  const inferred = await inferTypes(
    warehouse,
    all.filter((name) => knownType(name) === undefined),
  );
  let next = await counter(warehouse, 'next_trait_column');
  const columns = all.map((name): TraitColumn => {
    const column = had.get(name)?.column ?? `t${next++}`;
    return { name, column, type: knownType(name) ?? inferred.get(name) ?? 'text' };
  });
  await setCounter(warehouse, 'next_trait_column', next);
  return columns.toSorted((one, other) => Number(one.column.slice(1)) - Number(other.column.slice(1)));
}

async function inferTypes(warehouse: Warehouse, names: readonly string[]): Promise<ReadonlyMap<string, ValueType>> {
  if (names.length === 0) return new Map();
  const rows = await warehouse.rows<{ name: string; type: ValueType }>(
    sql`select name, ${inferredType(sql`value`)} as type from (select distinct name, value from trait_observed where name in ${list(names)}) group by name`,
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
}

/** Writes `trait_columns`. A refresh of some profiles (`keep`) has seen some sources only, and keeps those known before. */
export async function writeTraitColumns(
  warehouse: Warehouse,
  columns: readonly TraitColumn[],
  enriched: ReadonlyMap<string, unknown>,
  keep: boolean,
): Promise<void> {
  const counts = columns.map(({ column }) => sql`count(${ident(column)}) as ${ident(column)}`);
  const filled = columns.length === 0 ? {} : await warehouse.row(sql`select ${join(counts)} from attributes`);
  const sources = await warehouse.rows<{ name: string; sources: readonly string[] }>(sql`
    select name, list_sort(list(distinct source)) as sources from (
      select name, source from trait_observed union select name, unnest(sources) from trait_columns where ${keep}) group by name`);
  const bySource = new Map(sources.map(({ name, sources }) => [name, sources]));
  await warehouse.run(sql`delete from trait_columns`);
  const rows = columns.map(({ name, column, type }) => {
    const told = new Set([...(bySource.get(name) ?? []), ...(enriched.has(name) ? ['enrichment'] : [])]);
    const listed = join([...told].toSorted().map((source) => sql`${source}::VARCHAR`));
    return sql`(${name}, ${traitLabel(name)}, ${column}, ${type}, ${Number(filled?.[column] ?? 0)}, [${listed}])`;
  });
  // One statement: with live data this is written several times a second.
  if (rows.length > 0) await warehouse.run(sql`insert into trait_columns values ${join(rows)}`);
}

/** Traits that we fill ourselves and whose name makes no sentence. */
const enrichedLabels: ReadonlyMap<string, string> = new Map([['urban_rural', 'kind of place']]);

/** Human words for a trait: the catalogue's label, else its name with spaces. */
export const traitLabel = (name: string): string =>
  fieldOf('customers', name)?.label ?? enrichedLabels.get(name) ?? name.replace(/^predicted\./, 'predicted ').replaceAll('_', ' ');

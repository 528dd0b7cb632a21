import { fieldOf } from '../../contract/index.ts';
import type { ValueType } from '../../language/vocabulary.ts';
import { list, sql } from '../../sql/index.ts';
import { counter, setCounter, type Warehouse } from '../../warehouse/index.ts';
import { inferredType, knownType } from './types.ts';

/** A column of `attributes`: `t<n>` for a trait's name. */
export type TraitColumn = { readonly name: string; readonly column: string; readonly type: ValueType };

export async function readTraitColumns(warehouse: Warehouse): Promise<readonly TraitColumn[]> {
  return warehouse.rows<TraitColumn>(sql`select name, "column", type from trait_columns order by try_cast(substr("column", 2) as integer)`);
}

/** What the observations in temp table `trait_observed` need: a name keeps the column it had, a new one gets the next number, none is reused. */
export async function planColumns(warehouse: Warehouse): Promise<readonly TraitColumn[]> {
  const had = new Map((await readTraitColumns(warehouse)).map((column) => [column.name, column]));
  const names = await warehouse.rows<{ name: string }>(sql`select distinct name from trait_observed order by name`);
  const inferred = await inferTypes(
    warehouse,
    names.map(({ name }) => name).filter((name) => knownType(name) === undefined),
  );
  let next = await counter(warehouse, 'next_trait_column');
  const columns = names.map(({ name }): TraitColumn => {
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

/** Human words for a trait: the catalogue's label, else its name with spaces. */
export const traitLabel = (name: string): string => fieldOf('customers', name)?.label ?? name.replace(/^predicted\./, 'predicted ').replaceAll('_', ' ');

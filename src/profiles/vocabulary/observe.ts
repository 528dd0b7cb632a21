import type { RecordedFields, ValueType } from '../../language/index.ts';
import { ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { recordedFields } from './recorded-fields.ts';
import { inferredType } from '../traits/types.ts';

/** What there is to speak of, as found in the facts. Plain data, fit for JSON. */
export type Observations = {
  /** Fullest first. */
  readonly traits: readonly ObservedTrait[];
  /** Names of events, most frequent first. */
  readonly events: readonly string[];
  /** How many there are of each, in the same order. */
  readonly eventCounts?: readonly number[];
  readonly eventProperties: readonly (readonly [string, ValueType])[];
  /** By table, of those that have facts. */
  readonly recorded?: readonly (readonly [string, RecordedFields])[];
};

export type ObservedTrait = {
  readonly name: string;
  readonly label: string;
  readonly column: string;
  readonly type: ValueType;
  /** The most frequent values of a text that has not too many. */
  readonly values?: readonly string[];
  /** A number that is 0 or 1 wherever it is known, and both occur. */
  readonly zeroOrOne?: boolean;
};

/** Looks through traits and events. */
export async function observe(warehouse: Warehouse): Promise<Observations> {
  const named = await eventNames(warehouse);
  return {
    traits: await observedTraits(warehouse),
    events: named.map(({ name }) => name),
    eventCounts: named.map(({ count }) => count),
    eventProperties: await eventProperties(warehouse),
    recorded: await recordedFields(warehouse),
  };
}

async function observedTraits(warehouse: Warehouse): Promise<readonly ObservedTrait[]> {
  const columns = await warehouse.rows<{ name: string; label: string; column: string; type: ValueType }>(
    sql`select name, label, "column", type from trait_columns order by filled desc, name`,
  );
  const values = await topValues(
    warehouse,
    columns.filter(({ type }) => type === 'text').map(({ column }) => column),
  );
  const flags = await zeroOrOne(
    warehouse,
    columns.filter(({ type }) => type === 'number').map(({ column }) => column),
  );
  return columns.map((trait): ObservedTrait => {
    const top = values.get(trait.column);
    if (flags.has(trait.column)) return { ...trait, zeroOrOne: true };
    return top === undefined ? trait : { ...trait, values: top };
  });
}

/** Which of the columns are 0 or 1 and nothing else. */
async function zeroOrOne(warehouse: Warehouse, columns: readonly string[]): Promise<ReadonlySet<string>> {
  if (columns.length === 0) return new Set();
  const asked = columns.map(
    (column) => sql`coalesce(min(${ident(column)}) = 0 and max(${ident(column)}) = 1 and bool_and(${ident(column)} in (0, 1)), false) as ${ident(column)}`,
  );
  const row = await warehouse.row<Record<string, boolean>>(sql`select ${join(asked)} from attributes`);
  return new Set(columns.filter((column) => row?.[column] === true));
}

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

async function eventNames(warehouse: Warehouse): Promise<readonly { readonly name: string; readonly count: number }[]> {
  return warehouse.rows(sql`select name, count(*) as count from events where name is not null group by name order by count desc, name limit 1000`);
}

/** Keys of the JSON in `properties`, typed by the values of a bounded sample of events spread over the table. */
async function eventProperties(warehouse: Warehouse): Promise<Observations['eventProperties']> {
  await warehouse.run(
    sql`create or replace temp table event_sample as select properties from events where properties is not null and properties <> '{}' using sample 5000 rows (reservoir, 7)`,
  );
  const rows = await warehouse.rows<{ key: string; type: ValueType }>(sql`
    with pairs as (select unnest(json_keys(properties)) as key, properties from event_sample where json_valid(properties) and json_type(properties) = 'OBJECT'),
    valued as (select key, json_extract_string(properties, '$."' || replace(key, '"', '') || '"') as value from pairs where not contains(key, '"'))
    select key, ${inferredType(sql`value`)} as type from valued where value is not null and trim(value) <> '' group by key order by count(*) desc, key limit 500`);
  return rows.map(({ key, type }) => [key, type]);
}

import { type Fragment, ident, join, sql } from '../sql/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import type { PredictedTrait } from './value/index.ts';

/** What a model says of customers: a temp table with one row per `profile`, and the columns of `features` that come of it (its row is `s`). */
export type StagedScores = {
  readonly table: string;
  readonly customers: number;
  /** `listed` are texts of few values, which conditions and choices name. */
  readonly columns: readonly { readonly column: string; readonly value: (row: Fragment) => Fragment; readonly listed?: boolean }[];
};

/** More values than these are no list to choose from. */
const mostListed = 200;

/** The traits of staged scores, with the values that there are of those that are listed, in order. */
export async function withListedValues(
  warehouse: Warehouse,
  { table, columns }: StagedScores,
  traits: readonly PredictedTrait[],
): Promise<readonly PredictedTrait[]> {
  const found = new Map<string, readonly string[]>();
  for (const { column, value } of columns.filter(({ listed }) => listed === true)) {
    const rows = await warehouse.rows<{ value: string }>(
      sql`select distinct ${value(sql`s`)} as value from ${ident(table)} s where value is not null order by value limit ${mostListed + 1}`,
    );
    if (rows.length > 0 && rows.length <= mostListed)
      found.set(
        column,
        rows.map((row) => row.value),
      );
  }
  return traits.map((trait) => {
    const values = found.get(trait.column);
    return values === undefined ? trait : { ...trait, values };
  });
}

/** Adds the columns of several models to a features table in one pass. Who has no score has null. */
export async function addColumns(warehouse: Warehouse, table: string, temporary: boolean, staged: readonly StagedScores[]): Promise<void> {
  if (staged.length === 0) return;
  const alias = (place: number): Fragment => ident(`s${place}`);
  const columns = staged.flatMap(({ columns: own }, place) => own.map(({ column, value }) => sql`, ${value(alias(place))} as ${ident(column)}`));
  const joins = staged.map(({ table: own }, place) => sql`left join ${ident(own)} ${alias(place)} on ${alias(place)}.profile = f.profile`);
  await warehouse.run(sql`create or replace ${temporary ? sql`temp table` : sql`table`} ${ident(table)} as
    select f.* ${join(columns, '')} from ${ident(table)} f ${join(joins, ' ')} order by f.profile`);
  for (const { table: own } of staged) await warehouse.run(sql`drop table ${ident(own)}`);
}

/** Numbers per profile as a temp table `(profile, v0, v1, …)`. */
export async function stageNumbers(warehouse: Warehouse, table: string, profiles: Int32Array, values: readonly Float64Array[]): Promise<void> {
  await warehouse.loadNumbers(`${table}_loaded`, [
    { name: 'profile', values: Float64Array.from(profiles) },
    ...values.map((own, place) => ({ name: `v${place}`, values: own })),
  ]);
  await warehouse.run(sql`create or replace temp table ${ident(table)} as select * replace (profile::INTEGER as profile) from ${ident(`${table}_loaded`)}`);
  await warehouse.run(sql`drop table ${ident(`${table}_loaded`)}`);
}

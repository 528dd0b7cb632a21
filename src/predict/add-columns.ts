import { type Fragment, ident, join, sql } from '../sql/index.ts';
import type { Warehouse } from '../warehouse/index.ts';

/** What a model says of customers: a temp table with one row per `profile`, and the columns of `features` that come of it (its row is `s`). */
export type StagedScores = {
  readonly table: string;
  readonly customers: number;
  readonly columns: readonly { readonly column: string; readonly value: (row: Fragment) => Fragment }[];
};

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

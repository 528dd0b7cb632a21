import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { chosenPlaces, isPlaceName, placed, placeRecord } from './places.ts';

/**
 * Of several observations of one trait (`partition` names the group): the most trusted, then the newest, then the latest
 * batch, then the source first in the alphabet, then the value first in order. For `qualify`.
 */
export const winningObservation = (partition: Fragment): Fragment =>
  sql`row_number() over (partition by ${partition} order by trust desc nulls last, observed_at desc nulls last, batch desc, source, value) = 1`;

/** The same without looking at values: which of two equal ones said so is all the same to who asks for the source. */
export const leadingObservation = (partition: Fragment): Fragment =>
  sql`row_number() over (partition by ${partition} order by trust desc nulls last, observed_at desc nulls last, batch desc, source) = 1`;

/**
 * The winners of `trait_observed` as one row per profile: fills temp table `trait_told(profile, …)` with a VARCHAR column per name,
 * called after its place in `names`. An address stays together (`chosenPlaces`). Most traits are told once per profile: those need no ordering.
 */
export async function stageWinners(warehouse: Warehouse, names: readonly string[]): Promise<void> {
  await warehouse.run(sql`create or replace temp table trait_contested as select profile, name from trait_observed group by all having count(*) > 1`);
  const contested = (await warehouse.row(sql`select 1 from trait_contested limit 1`)) !== undefined;
  const rows = sql`select profile, name, value, ${placeRecord} as place from trait_observed`;
  const winners = contested
    ? sql`(${rows} anti join trait_contested using (profile, name) union all ${rows} semi join trait_contested using (profile, name) qualify ${winningObservation(sql`profile, name`)})`
    : sql`(${rows})`;
  const columns = names.map((name, index) => sql`, any_value(value) filter (where name = ${name}) as ${toldColumn(index)}`);
  await warehouse.run(sql`create or replace temp table trait_told as
    select profile ${join(columns, '')}, coalesce(min(place) <> max(place), false) as mixed from ${winners} group by profile`);
  await joinPlaces(warehouse, names);
}

/** Where the parts of an address won by themselves come from several records they are those of one instead. */
async function joinPlaces(warehouse: Warehouse, names: readonly string[]): Promise<void> {
  if ((await warehouse.row(sql`select 1 from trait_told where mixed limit 1`)) === undefined) return;
  await warehouse.run(sql`create or replace temp table trait_places as
    ${chosenPlaces(sql`(select * from trait_observed semi join (select profile from trait_told where mixed) using (profile))`)}`);
  const whole = names.flatMap((name, index) => (isPlaceName(name) ? [sql`${toldColumn(index)} = ${placed(name, sql`t.${toldColumn(index)}`)}`] : []));
  await warehouse.run(sql`update trait_told t set ${join(whole)} from trait_places p where p.profile = t.profile`);
}

export const toldColumn = (index: number): Fragment => ident(`n${index}`);

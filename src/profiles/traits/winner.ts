import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

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
 * called after its place in `names`. Most traits are told once per profile: those need no ordering.
 */
export async function stageWinners(warehouse: Warehouse, names: readonly string[]): Promise<void> {
  await warehouse.run(sql`create or replace temp table trait_contested as select profile, name from trait_observed group by all having count(*) > 1`);
  const contested = (await warehouse.row(sql`select 1 from trait_contested limit 1`)) !== undefined;
  const winners = contested
    ? sql`(select profile, name, value from trait_observed o anti join trait_contested c using (profile, name)
        union all select profile, name, value from trait_observed semi join trait_contested using (profile, name) qualify ${winningObservation(sql`profile, name`)})`
    : sql`trait_observed`;
  const columns = names.map((name, index) => sql`, any_value(value) filter (where name = ${name}) as ${toldColumn(index)}`);
  await warehouse.run(sql`create or replace temp table trait_told as select profile ${join(columns, '')} from ${winners} group by profile`);
}

export const toldColumn = (index: number): Fragment => ident(`n${index}`);

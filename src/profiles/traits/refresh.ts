import type { Instant, Workspace } from '../../core/index.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { planColumns, readTraitColumns, type TraitColumn, traitLabel } from './columns.ts';
import { castTrait, columnType } from './types.ts';
import { winningObservation } from './winner.ts';

export type AttributeRequest = {
  readonly workspace: Workspace;
  /** The instant for traits that move with time (age). */
  readonly now: Instant;
  /** A temp table `(profile INTEGER)` refreshes those profiles alone; default all. */
  readonly profiles?: string;
};

/**
 * Traits → wide `attributes`: observations → winners → columns.
 *
 * Of several observations of a trait the most trusted wins, then the newest, then the latest batch, then the source first in
 * the alphabet. `attributes` has one row per profile and one typed column per trait, as `trait_columns` says.
 */
export async function refreshAttributes(warehouse: Warehouse, request: AttributeRequest): Promise<void> {
  await warehouse.transaction(async () => {
    await observe(warehouse, request.profiles);
    if (request.profiles !== undefined && (await refreshSome(warehouse, request.profiles))) return;
    if (request.profiles !== undefined) await observe(warehouse, undefined);
    const columns = await planColumns(warehouse);
    await warehouse.run(sql`create or replace table attributes as ${wide(columns, sql`select profile from profiles`)}`);
    await catalogue(warehouse, columns);
  });
}

/** `trait_observed(profile, name, value, trust, observed_at, batch, source)`: every value seen, blank ones left out. */
async function observe(warehouse: Warehouse, profiles: string | undefined): Promise<void> {
  const only = profiles === undefined ? sql`` : sql`and i.profile in (select profile from ${ident(profiles)})`;
  await warehouse.run(sql`create or replace temp table trait_observed as
    select i.profile, t.name, t.value, t.trust, t.observed_at, t.batch, t.source
    from traits t join identifiers i using (identifier) where i.profile is not null and t.value is not null and trim(t.value) <> '' ${only}`);
}

/** Replaces the rows of some profiles when their values fit the columns there are; false when the layout must change. */
async function refreshSome(warehouse: Warehouse, profiles: string): Promise<boolean> {
  const columns = await readTraitColumns(warehouse);
  const fits = columns.map(({ name, type }) => sql`when ${name} then ${castTrait(type, sql`value`)} is not null`);
  const foreign = await warehouse.row<{ n: number }>(
    columns.length === 0
      ? sql`select count(*) as n from trait_observed`
      : sql`select count(*) as n from (select distinct name, value from trait_observed) where not (case name ${join(fits, ' ')} else false end)`,
  );
  if ((foreign?.n ?? 0) > 0) return false;
  await warehouse.run(sql`delete from attributes where profile in (select profile from ${ident(profiles)})`);
  await warehouse.run(
    sql`insert into attributes ${wide(columns, sql`select profile from profiles where profile in (select profile from ${ident(profiles)})`)}`,
  );
  await warehouse.run(sql`delete from attributes where profile not in (select profile from profiles)`);
  await catalogue(warehouse, columns);
  return true;
}

function wide(columns: readonly TraitColumn[], profiles: Fragment): Fragment {
  const typed = columns.map(
    ({ name, column, type }) => sql`(${castTrait(type, sql`(any_value(value) filter (where name = ${name}))`)})::${columnType(type)} as ${ident(column)}`,
  );
  return sql`with winners as (
      select profile, name, value from trait_observed
      qualify ${winningObservation(sql`profile, name`)})
    select p.profile ${columns.length === 0 ? sql`` : sql`, w.* exclude (profile)`} from (${profiles}) p
    left join (select profile ${typed.length === 0 ? sql`` : sql`, ${join(typed)}`} from winners group by profile) w using (profile) order by p.profile`;
}

async function catalogue(warehouse: Warehouse, columns: readonly TraitColumn[]): Promise<void> {
  const counts = columns.map(({ column }) => sql`count(${ident(column)}) as ${ident(column)}`);
  const filled = columns.length === 0 ? {} : await warehouse.row(sql`select ${join(counts)} from attributes`);
  await warehouse.run(sql`create or replace temp table trait_sources as select name, list_sort(list(distinct source)) as sources from traits group by name`);
  await warehouse.run(sql`delete from trait_columns`);
  for (const { name, column, type } of columns) {
    await warehouse.run(sql`insert into trait_columns
      select ${name}, ${traitLabel(name)}, ${column}, ${type}, ${Number(filled?.[column] ?? 0)}, coalesce((select sources from trait_sources where name = ${name}), [])`);
  }
}

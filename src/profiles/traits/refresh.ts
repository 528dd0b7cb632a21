import type { Instant, Workspace } from '../../core/index.ts';
import { enrich, type Enriched } from '../enrich/enrich.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { planColumns, readTraitColumns, type TraitColumn, writeTraitColumns } from './columns.ts';
import { castTrait, columnType } from './types.ts';
import { stageWinners, toldColumn } from './winner.ts';

export type AttributeRequest = {
  readonly workspace: Workspace;
  /** The instant for traits that move with time (age). */
  readonly now: Instant;
  /** `all`, or a temp table `(profile INTEGER)`: those profiles alone. Default all. */
  readonly profiles?: string;
};

/**
 * Traits → wide `attributes`: observations → winners → enrichment → typed columns.
 *
 * Of several observations of a trait the most trusted wins, then the newest, then the latest batch, then the source first in
 * the alphabet. `attributes` has one row per profile and one typed column per trait, as `trait_columns` says.
 */
export async function refreshAttributes(warehouse: Warehouse, request: AttributeRequest): Promise<void> {
  const some = request.profiles === undefined || request.profiles === 'all' ? undefined : request.profiles;
  await warehouse.transaction(async () => {
    if (some !== undefined && (await refreshSome(warehouse, request, some))) return;
    const told = await observe(warehouse, request, undefined);
    const columns = await planColumns(warehouse, [...told.names, ...told.enriched.keys()]);
    await warehouse.run(sql`create or replace table attributes as ${wide(columns, told, sql`select profile from profiles`)}`);
    await writeTraitColumns(warehouse, columns, told.enriched, false);
  });
}

/** What was staged: `trait_observed` (every value), `trait_told` (the winners, a column per name) and `trait_enriched`. */
type Told = { readonly names: readonly string[]; readonly enriched: Enriched };

async function observe(warehouse: Warehouse, { workspace, now }: AttributeRequest, profiles: string | undefined): Promise<Told> {
  const only = profiles === undefined ? sql`` : sql`and i.profile in (select profile from ${ident(profiles)})`;
  await warehouse.run(sql`create or replace temp table trait_observed as
    select i.profile, t.identifier, t.name, t.value, t.trust, t.observed_at, t.batch, t.source
    from traits t join identifiers i using (identifier) where i.profile is not null and t.value is not null and trim(t.value) <> '' ${only}`);
  const names = (await warehouse.rows<{ name: string }>(sql`select distinct name from trait_observed order by name`)).map(({ name }) => name);
  await stageWinners(warehouse, names);
  const toldBy = (name: string): Fragment => (names.includes(name) ? toldColumn(names.indexOf(name)) : sql`null::VARCHAR`);
  return { names, enriched: await enrich(warehouse, { workspace, now, profiles, told: toldBy }) };
}

/** Replaces the rows of some profiles when their values fit the columns there are; false when the layout must change. */
async function refreshSome(warehouse: Warehouse, request: AttributeRequest, profiles: string): Promise<boolean> {
  const told = await observe(warehouse, request, profiles);
  const columns = await readTraitColumns(warehouse);
  const known = new Set(columns.map(({ name }) => name));
  if (![...told.names, ...told.enriched.keys()].every((name) => known.has(name))) return false;
  const fits = columns.map(({ name, type }) => sql`when ${name} then ${castTrait(type, sql`value`)} is not null`);
  if (told.names.length > 0) {
    const foreign = await warehouse.row(
      sql`select 1 from (select distinct name, value from trait_observed) where not (case name ${join(fits, ' ')} end) limit 1`,
    );
    if (foreign !== undefined) return false;
  }
  await warehouse.run(sql`delete from attributes where profile in (select profile from ${ident(profiles)}) or profile not in (select profile from profiles)`);
  await warehouse.run(
    sql`insert into attributes ${wide(columns, told, sql`select profile from profiles where profile in (select profile from ${ident(profiles)})`)}`,
  );
  await writeTraitColumns(warehouse, columns, told.enriched, true);
  return true;
}

/** One row per profile: what was told and what was worked out, whichever goes first, in the column's type. */
function wide(columns: readonly TraitColumn[], { names, enriched }: Told, profiles: Fragment): Fragment {
  const typed = columns.map(({ name, column, type }) => {
    const place = names.indexOf(name);
    const said = place < 0 ? sql`null::VARCHAR` : sql`t.${toldColumn(place)}`;
    const worked = sql`e.${ident(name)}`;
    const precedence = enriched.get(name);
    const value = precedence === undefined ? said : precedence === 'first' ? sql`coalesce(${worked}, ${said})` : sql`coalesce(${said}, ${worked})`;
    return sql`, (${castTrait(type, sql`(${value})`)})::${columnType(type)} as ${ident(column)}`;
  });
  return sql`select p.profile ${join(typed, '')} from (${profiles}) p left join trait_told t using (profile) left join trait_enriched e using (profile) order by p.profile`;
}

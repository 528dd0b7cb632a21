import type { Instant, Workspace } from '../../core/index.ts';
import { localDate } from '../../core/index.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { ageFromBirthday, ageFromYear, climateZone, languageOfLocale, languageOfTag, urbanOrRural } from './derive.ts';
import { stageCities, stagePhones, stagePostcodes, stageRegionCodes, stageRegions } from './lookups.ts';

/** Names that were worked out for somebody, and whether they go before or after what sources said. */
export type Enriched = ReadonlyMap<string, 'first' | 'last'>;

export type EnrichRequest = {
  readonly workspace: Workspace;
  readonly now: Instant;
  /** Temp table of the profiles asked for; default all. */
  readonly profiles: string | undefined;
  /** The column of `trait_told` that holds a trait, a typed null where nobody told it. */
  readonly told: (name: string) => Fragment;
};

/**
 * What can be told from the traits that are there, offline, from data shipped with Clientele: fills `trait_enriched(profile, …)` with country, region,
 * latitude, longitude, population, urban or rural, climate zone, age and language as text. Looked up once per distinct value. Nobody's gender is guessed.
 */
export async function enrich(warehouse: Warehouse, request: EnrichRequest): Promise<Enriched> {
  const { told } = request;
  await stagePhones(warehouse, request.profiles);
  await stagePostcodes(warehouse, told('postcode'));
  // First what phone and postcode tell, since a city is only looked up inside its country.
  await warehouse.run(sql`create or replace temp table enrich_people as
    select t.profile, t.city, t.postcode, t.region_told, coalesce(t.country, c.country, n.country) as country_known, coalesce(c.country, n.country) as country, c.region, c.urban_rural as kind
    from (select coalesce(t.profile, n.profile) as profile, ${told('city')} as city, ${told('country')} as country, ${told('postcode')} as postcode, ${told('region')} as region_told
      from trait_told t full join enrich_phones n on n.profile = t.profile) t
    left join enrich_postcodes c on c.value = t.postcode left join enrich_phones n on n.profile = t.profile`);
  await stageCities(warehouse);
  await stageRegions(warehouse);
  await stageRegionCodes(warehouse);
  const today = localDate(request.now, request.workspace.zone);
  await warehouse.run(sql`create or replace temp table trait_enriched as
    select p.profile, p.country, coalesce(o.name, case when p.region_told is null then coalesce(p.region, g.region) end) as region, l.latitude, l.longitude, l.population, coalesce(p.kind, ${urbanOrRural(sql`l.population`)}) as urban_rural,
      ${climateZone(sql`coalesce(${told('latitude')}, l.latitude)`)} as climate_zone,
      coalesce(${ageFromBirthday(told('birthday'), today)}, case when ${told('age')} is null then ${ageFromYear(told('birth_year'), today)} end) as age,
      coalesce(${languageOfTag(told('language'))}, case when ${told('language')} is null then ${languageOfLocale(told('locale'))} end) as language
    from enrich_people p left join enrich_places l on l.city = p.city and l.country = p.country_known
      left join enrich_regions g on g.postcode = p.postcode and g.country = p.country_known
      left join enrich_region_codes o on o.code = p.region_told and o.country = p.country_known left join trait_told t on t.profile = p.profile`);
  return filledNames(warehouse);
}

const precedence = Object.freeze({
  country: 'last',
  latitude: 'last',
  longitude: 'last',
  population: 'last',
  urban_rural: 'last',
  climate_zone: 'last',
  // A region that was told as a code by its name.
  region: 'first',
  // From a birthday, an age is certain and moves with time; a language is the one that was told without its region.
  age: 'first',
  language: 'first',
} as const);

async function filledNames(warehouse: Warehouse): Promise<Enriched> {
  const names = Object.keys(precedence) as (keyof typeof precedence)[];
  const row = await warehouse.row(sql`select ${join(names.map((name) => sql`count(${ident(name)}) as ${ident(name)}`))} from trait_enriched`);
  return new Map(names.filter((name) => Number(row?.[name] ?? 0) > 0).map((name) => [name, precedence[name]]));
}

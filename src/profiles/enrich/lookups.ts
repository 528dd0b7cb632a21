import { type Fragment, ident, list, sql } from '../../sql/index.ts';
import type { LoadValue, Warehouse } from '../../warehouse/index.ts';
import { cityKey, placesOfCities } from './city-place.ts';
import { countriesOfPhones } from './phone-country.ts';
import { placeOfPostcode } from './postcode-place.ts';
import { regionOfCode } from './region-codes.ts';
import { countriesWithRegions, regionOfPostcode } from './postcode-region.ts';

/** `enrich_phones(profile, country)`: the country of those profiles whose valid numbers all lie in one. */
export async function stagePhones(warehouse: Warehouse, profiles: string | undefined): Promise<void> {
  const only = profiles === undefined ? sql`` : sql`and profile in (select profile from ${ident(profiles)})`;
  // Five digits after a two-digit calling code settle the country everywhere; area codes of +1 have three.
  await warehouse.run(sql`create or replace temp table enrich_numbers as
    select profile, value as phone, case when starts_with(value, '+1') then left(value, 5) else left(value, 8) end as prefix
    from identifiers where namespace = 'phone' and profile is not null and starts_with(value, '+') ${only}`);
  const found = await warehouse.rows<{ prefix: string; phone: string }>(
    sql`select prefix, min(phone) as phone from enrich_numbers group by prefix order by prefix`,
  );
  const countries = await countriesOfPhones(found.map(({ phone }) => phone));
  await loadTexts(
    warehouse,
    'enrich_prefixes',
    ['prefix', 'country'],
    found.map(({ prefix, phone }) => [prefix, countries.get(phone) ?? null]),
  );
  await warehouse.run(sql`create or replace temp table enrich_phones as
    select profile, min(country) as country from enrich_numbers join enrich_prefixes using (prefix) group by profile having count(distinct country) = 1`);
}

/** `enrich_postcodes(value, country, region, urban_rural)` for the distinct postcodes of `trait_told`. */
export async function stagePostcodes(warehouse: Warehouse, postcode: Fragment): Promise<void> {
  const codes = await warehouse.rows<{ value: string }>(sql`select distinct ${postcode} as value from trait_told where length(${postcode}) <= 12`);
  const places = codes.flatMap(({ value }) => {
    const place = placeOfPostcode(value);
    return place === null ? [] : [[value, place.country, place.region, place.urban_rural]];
  });
  await loadTexts(warehouse, 'enrich_postcodes', ['value', 'country', 'region', 'urban_rural'], places);
}

/** `enrich_regions(postcode, country, region)` for the distinct postcodes of `enrich_people` whose country is known and tells its region. */
export async function stageRegions(warehouse: Warehouse): Promise<void> {
  const codes = await warehouse.rows<{ postcode: string; country: string }>(
    sql`select distinct postcode, country_known as country from enrich_people where region is null and length(postcode) <= 12 and country_known in ${list(countriesWithRegions)}`,
  );
  const regions = codes.flatMap(({ postcode, country }) => {
    const region = regionOfPostcode(postcode, country);
    return region === undefined ? [] : [[postcode, country, region]];
  });
  await loadTexts(warehouse, 'enrich_regions', ['postcode', 'country', 'region'], regions);
}

/** `enrich_region_codes(code, country, name)` for the distinct regions of `enrich_people` that are codes of their country's. */
export async function stageRegionCodes(warehouse: Warehouse): Promise<void> {
  const told = await warehouse.rows<{ code: string; country: string }>(
    sql`select distinct region_told as code, country_known as country from enrich_people where length(region_told) <= 7 and country_known is not null`,
  );
  const named = told.flatMap(({ code, country }) => {
    const name = regionOfCode(code, country);
    return name === undefined ? [] : [[code, country, name]];
  });
  await loadTexts(warehouse, 'enrich_region_codes', ['code', 'country', 'name'], named);
}

/** `enrich_places(city, country, latitude, longitude, population)` for the distinct cities with a country in `enrich_people`. */
export async function stageCities(warehouse: Warehouse): Promise<void> {
  const wanted = await warehouse.rows<{ city: string; country: string }>(
    sql`select distinct city, country_known as country from enrich_people where city is not null and regexp_full_match(country_known, '[A-Z]{2}')`,
  );
  const places = placesOfCities(wanted);
  const rows = wanted.flatMap(({ city, country }) => {
    const place = places.get(cityKey(city, country));
    return place === undefined ? [] : [[city, country, String(place.latitude), String(place.longitude), String(place.population)]];
  });
  await loadTexts(warehouse, 'enrich_places', ['city', 'country', 'latitude', 'longitude', 'population'], rows);
}

async function loadTexts(warehouse: Warehouse, table: string, columns: readonly string[], rows: Iterable<readonly LoadValue[]>): Promise<void> {
  await warehouse.load(
    table,
    columns.map((name) => ({ name, type: 'VARCHAR' as const })),
    rows,
  );
}

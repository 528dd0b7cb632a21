import { type Fragment, ident, join, list, sql } from '../../sql/index.ts';

/** What says where somebody lives. */
export const placeNames = ['address', 'postcode', 'city', 'region', 'country', 'latitude', 'longitude'] as const;
export type PlaceName = (typeof placeNames)[number];

export const isPlaceName = (name: string): name is PlaceName => placeNames.some((each) => each === name);

/**
 * One address per profile, from the observations `observed(profile, identifier, name, value, trust, observed_at, batch, source)`: that of the most trusted, then newest record
 * that names a city or a postcode, whole. Street of one and postcode of another would be an address that does not exist. A record is what one source said of one
 * identifier at one moment; what arrives live bit by bit (batch 0) is one record of its source. Only profiles of whom several records say where they live are here: of one there
 * is nothing to choose.
 */
export const chosenPlaces = (observed: Fragment): Fragment => sql`
  select * exclude (several) from (
    select profile, source, trust, max(observed_at) as observed_at, max(batch) as batch,
      ${join(placeNames.map((name) => sql`arg_max(value, (observed_at, batch, value)) filter (name = ${name}) as ${ident(name)}`))}, count(*) over (partition by profile) > 1 as several
    from ${observed} where name in ${list(placeNames)}
    group by profile, identifier, source, trust, case when batch > 0 or trust = 0 then observed_at end)
  where several and (city is not null or postcode is not null)
  qualify row_number() over (partition by profile order by trust desc nulls last, observed_at desc nulls last, batch desc, source, ${text}) = 1`;

/** Which record an observation of a place belongs to, as a number; null for all else. */
export const placeRecord: Fragment = sql`case when name in ${list(placeNames)} then hash(identifier, source, trust, case when batch > 0 or trust = 0 then observed_at end) end`;

const text = sql`concat_ws(chr(31), ${join(placeNames.map((name) => ident(name)))})`;

/** A trait of the chosen address, in `p`; of a country as it won by itself, too: a country is taken from elsewhere where the address names none. */
export const placed = (name: string, won: Fragment): Fragment => {
  if (!isPlaceName(name)) return won;
  const own = sql`p.${ident(name)}`;
  return name === 'country' ? sql`coalesce(${own}, ${won})` : own;
};

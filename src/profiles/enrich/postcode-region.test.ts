import { expect, test } from 'vitest';
import { regionOfPostcode } from './postcode-region.ts';

test('regions of well-known addresses', () => {
  // City halls: Lyon 69001, Bordeaux 33000, Ajaccio 20000, Madrid 28014, Seville 41001, Los Angeles 90012, New York 10007, Boston 02201, Sydney 2000, Canberra 2601, Toronto M5H 2N2.
  expect(regionOfPostcode('69001', 'FR')).toBe('Auvergne-Rhône-Alpes');
  expect(regionOfPostcode('33000', 'FR')).toBe('Nouvelle-Aquitaine');
  expect(regionOfPostcode('20000', 'FR')).toBe('Corse');
  expect(regionOfPostcode('28014', 'ES')).toBe('Madrid');
  expect(regionOfPostcode('41001', 'ES')).toBe('Andalucía');
  expect(regionOfPostcode('90012-1234', 'US')).toBe('California');
  expect(regionOfPostcode('10007', 'US')).toBe('New York');
  expect(regionOfPostcode('2201', 'US')).toBe('Massachusetts');
  expect(regionOfPostcode('2000', 'AU')).toBe('New South Wales');
  expect(regionOfPostcode('2601', 'AU')).toBe('Australian Capital Territory');
  expect(regionOfPostcode('M5H 2N2', 'CA')).toBe('Ontario');
});

test('what tells nothing gives nothing', () => {
  expect(regionOfPostcode('80331', 'DE')).toBeUndefined();
  expect(regionOfPostcode('X0A 0H0', 'CA')).toBeUndefined();
  expect(regionOfPostcode('97110', 'FR')).toBeUndefined();
  expect(regionOfPostcode('abc', 'US')).toBeUndefined();
});

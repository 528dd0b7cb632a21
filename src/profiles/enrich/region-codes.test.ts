import { expect, test } from 'vitest';
import { regionOfPostcode } from './postcode-region.ts';
import { regionOfCode } from './region-codes.ts';

// ISO 3166-2, as published.
test.each([
  ['CA', 'US', 'California'],
  ['US-DC', 'US', 'District of Columbia'],
  ['qc', 'CA', 'Quebec'],
  ['NSW', 'AU', 'New South Wales'],
  ['OÖ', 'AT', 'Oberösterreich'],
  ['ST', 'AT', 'Steiermark'],
  ['ST', 'DE', 'Sachsen-Anhalt'],
  ['DE-BY', 'DE', 'Bayern'],
  ['ZH', 'CH', 'Zürich'],
])('%s in %s is %s', (code, country, name) => {
  expect(regionOfCode(code, country)).toBe(name);
});

test('a name is no code, and a code of another country is none', () => {
  expect([regionOfCode('Wien', 'AT'), regionOfCode('CA', 'FR'), regionOfCode('', 'AT'), regionOfCode('.*', 'US')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a code and a postcode tell a region by the same name', () => {
  const both = [
    ['NY', '10001', 'US'],
    ['WA', '98101', 'US'],
    ['VIC', '3000', 'AU'],
    ['BC', 'V5K 0A1', 'CA'],
  ] as const;
  for (const [code, postcode, country] of both) expect(regionOfCode(code, country)).toBe(regionOfPostcode(postcode, country));
});

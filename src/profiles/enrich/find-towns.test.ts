import { expect, test } from 'vitest';
import { findTowns } from './find-towns.ts';

// Where each lies, from an atlas.
test('towns are found by how they begin, at home first, the largest first', () => {
  const [norwich, ...others] = findTowns('norw', ['GB', 'US'], 5);
  expect(norwich).toMatchObject({ name: 'Norwich', country: 'GB' });
  expect([norwich?.latitude ?? 0, norwich?.longitude ?? 0].map((degrees) => degrees.toFixed(1))).toEqual(['52.6', '1.3']);
  expect(others.map(({ country }) => country)).toContain('US');
  expect(findTowns('muenchen', ['DE'], 3)[0]).toMatchObject({ name: 'Munich', country: 'DE' });
  expect(findTowns('st alb', ['GB'], 1)[0]?.name).toMatch(/St\.? Albans/);
  expect(
    [
      ['US', 'GB'],
      ['GB', 'US'],
    ].map((countries) => findTowns('Cambridge', countries, 2)[0]?.country),
  ).toEqual(['US', 'GB']);
});

test('nothing typed and nothing like it find nothing', () => {
  for (const typed of ['', ' -', 'Atlantis of the deep', '\u0000', '%']) expect(findTowns(typed, ['GB'], 5)).toEqual([]);
  expect(findTowns('London', [], 5)).toEqual([]);
});

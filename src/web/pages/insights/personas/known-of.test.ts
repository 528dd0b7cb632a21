import { expect, test } from 'vitest';
import { knownOf } from './known-of.ts';

test('a share tells of how many it is known, a middle is of all its people', () => {
  expect(knownOf({ people: 41, share: 41 / 61 })).toBe(61);
  expect(knownOf({ people: 155, share: 1 })).toBe(155);
  expect(knownOf({ people: 51, share: null })).toBe(51);
});

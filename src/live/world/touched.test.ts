import { expect, test } from 'vitest';
import { instant } from '../../core/index.ts';
import { areSame, withThose } from './touched.ts';

test('those who wait and those of a batch are told as the queue will tell of them', () => {
  const waiting = [
    { profile: 9, since: instant(50) },
    { profile: 4, since: instant(5) },
    { profile: 2, since: null },
    { profile: 7, since: instant(3) },
  ];
  expect(withThose(waiting, new Set([9, 4, 2, 11]), instant(20))).toEqual([
    { profile: 2, since: null },
    { profile: 4, since: instant(5) },
    { profile: 7, since: instant(3) },
    { profile: 9, since: instant(20) },
    { profile: 11, since: instant(20) },
  ]);
  expect(withThose([], new Set(), instant(20))).toEqual([]);
});

test('the same customers in the same order, with and without when something came about them', () => {
  const some = [
    { profile: 1, since: instant(1) },
    { profile: 2, since: null },
  ];
  const later = [some[0], { profile: 2, since: instant(9) }].filter((one) => one !== undefined);
  expect(areSame(some, [...some], true)).toBe(true);
  expect(areSame(some, later, true)).toBe(false);
  expect(areSame(some, later, false)).toBe(true);
  expect(areSame(some, some.slice(1), false)).toBe(false);
  expect(areSame(some, some.toReversed(), false)).toBe(false);
});

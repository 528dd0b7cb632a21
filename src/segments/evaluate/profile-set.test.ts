import { expect, test } from 'vitest';
import { difference, has, intersection, members, range, setOf, size, symmetricDifference, union } from './profile-set.ts';

const a = setOf([0, 1, 31, 32, 63, 64, 200_000], 200_000);
const b = setOf([1, 32, 65, 200_000], 200_000);

test('sets of profile numbers behave as sets, at the edges of words too', () => {
  expect([...members(a)]).toEqual([0, 1, 31, 32, 63, 64, 200_000]);
  expect([...members(intersection(a, b))]).toEqual([1, 32, 200_000]);
  expect([...members(difference(a, b))]).toEqual([0, 31, 63, 64]);
  expect([...members(symmetricDifference(a, b))]).toEqual([0, 31, 63, 64, 65]);
  expect(size(union(a, b))).toBe(8);
  expect([has(a, 63), has(a, 62), has(a, 9_999_999)]).toEqual([true, false, false]);
});

test('numbers beyond the largest profile are nobody', () => {
  expect(size(setOf([-1, 5, 5_000], 10))).toBe(1);
});

test('a range has all its numbers and no other, wherever its ends lie in their words', () => {
  for (const [least, largest] of [
    [0, 0],
    [3, 9],
    [0, 31],
    [31, 32],
    [5, 200],
    [64, 127],
  ] as const) {
    expect([...members(range(least, largest))]).toEqual(Array.from({ length: largest - least + 1 }, (_, index) => least + index));
  }
});

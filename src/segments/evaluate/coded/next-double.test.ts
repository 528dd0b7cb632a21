import { expect, test } from 'vitest';
import { nextDouble, starts } from './next-double.ts';

// IEEE 754: doubles from 1 to 2 lie 2⁻⁵² apart, those from ½ to 1 half as far, the least is 2⁻¹⁰⁷⁴.
test.each([
  [1, 1 + 2 ** -52],
  [-1, -1 + 2 ** -53],
  [0, 2 ** -1074],
  [-0, 2 ** -1074],
  [-(2 ** -1074), -0],
  [2 ** 53, 2 ** 53 + 2],
  [Number.MAX_VALUE, Number.POSITIVE_INFINITY],
])('the next number after %d is %d', (number, next) => {
  expect(nextDouble(number)).toBe(next);
});

test('limits become the numbers from which on something else holds, each once and in order', () => {
  const limits = [
    { at: 5, above: true },
    { at: 2, above: false },
    { at: 5, above: false },
    { at: 2, above: false },
  ];
  expect(starts(limits)).toEqual([2, 5, 5 + 2 ** -50]);
  expect(starts([{ at: Number.POSITIVE_INFINITY, above: true }])).toBeUndefined();
});

import { expect, test } from 'vitest';
import { apart } from './apart.ts';

test('names that do not touch stay where they are', () => {
  expect(apart([10, 50, 30], 14)).toEqual([10, 50, 30]);
});

test('names that touch move apart around their middle, in their order', () => {
  expect(apart([100, 100, 103], 14)).toEqual([87, 101, 115]);
  // The pair of 20 and 24 grows into 40, and all three share their middle, 28.
  expect(apart([40, 20, 24], 15)).toEqual([43, 13, 28]);
});

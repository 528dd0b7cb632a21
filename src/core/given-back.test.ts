import { expect, test } from 'vitest';
import { givenBack } from './given-back.ts';

test('what went back is what the orders came to less what is left of it', () => {
  // Three orders of 20, 30 and 40, of which 12.50 was refunded.
  expect(givenBack(3, 30, 77.5)).toEqual({ ordered: 90, back: 12.5 });
  expect(givenBack(3, 100 / 3, 100)).toBeUndefined();
  expect(givenBack(0, 0, 0)).toBeUndefined();
  // A return of goods that were bought before the data begins leaves less than nothing.
  expect(givenBack(1, 10, -5)).toEqual({ ordered: 10, back: 15 });
});

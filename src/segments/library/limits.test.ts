import { expect, test } from 'vitest';
import { movesLimit } from './limits.ts';

test('a limit moves where it moves by more than a tenth, and whatever is no number moves always', () => {
  // 43 to 47 is 4 of 47, 8.5 %; 43 to 48 is 5 of 48, 10.4 %.
  expect(movesLimit('average_order_value >= 43', 'average_order_value >= 47')).toBe(false);
  expect(movesLimit('average_order_value >= 43', 'average_order_value >= 48')).toBe(true);
  expect(movesLimit('average_order_value >= 48', 'average_order_value >= 43')).toBe(true);
  expect(movesLimit('orders >= 3', 'orders >= 4')).toBe(true);
  expect(movesLimit('orders >= 3 and days since last order > 90', 'orders >= 3 and days since last order > 100')).toBe(false);
  expect(movesLimit('orders >= 3', 'orders > 3')).toBe(true);
  // What stands in quotes is a name.
  expect(movesLimit('category = "Tea 100"', 'category = "Tea 101"')).toBe(true);
  expect(movesLimit('orders >= 3', 'orders >= 3')).toBe(false);
});

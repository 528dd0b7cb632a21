import { expect, test } from 'vitest';
import { usualRange } from './usual-range.ts';

test('of people the whole numbers inside are told, as in the notice; of money whole amounts', () => {
  expect(usualRange('people', { low: 23.4, high: 64.6 })).toEqual({ low: 24, high: 64 });
  expect(usualRange('people', { low: 0.2, high: 0.8 })).toEqual({ low: 0, high: 1 });
  expect(usualRange('money', { low: 0, high: 0.004 })).toEqual({ low: 0, high: 0 });
  expect(usualRange('share', { low: 0.234, high: 0.41 })).toEqual({ low: 0.234, high: 0.41 });
});

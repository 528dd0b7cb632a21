import { expect, test } from 'vitest';
import { weekly, weeklyBefore } from './weekly.ts';

test('how often somebody came before they stayed away, where there is a time before to tell of', () => {
  expect(weeklyBefore(38, 13)).toBe(2); // 13 visits in 90 − 38 = 52 days: 1.75 a week
  expect(weeklyBefore(36, 6)).toBe(1); // 6 in 54 days: 0.78 a week
  expect(weeklyBefore(20, 3)).toBeUndefined(); // 3 in 70 days: 0.3 a week
  expect(weeklyBefore(10, 13)).toBeUndefined(); // not away for long
  expect(weeklyBefore(75, 9)).toBeUndefined(); // two weeks before are too few
  expect(weeklyBefore(36, 9, 60)).toBe(3); // first seen 60 days ago: 9 in 24 days, 2.6 a week
  expect(weeklyBefore(36, 9, 50)).toBeUndefined();
  expect(weeklyBefore(Number.NaN, 9)).toBeUndefined();
  expect([weekly(1), weekly(2)]).toEqual(['about one visit a week', 'about 2 visits a week']);
});

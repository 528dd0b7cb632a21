import { expect, test } from 'vitest';
import { writtenRating } from './written-rating.ts';

test.each([
  ['4/5', 4],
  ['4 out of 5', 4],
  ['8,5 / 10', 8.5],
  ['5 stars', 5],
  ['1 star', 1],
  ['3★', 3],
  ['★★★★☆', 4],
  ['⭐️⭐️', 2],
  ['FIVE', 5],
  ['Very satisfied', 5],
  ['Dissatisfied', 2],
] as const)('%s is %d', (text, rating) => {
  expect(writtenRating(text)).toBe(rating);
});

test.each(['4', '4.5', '', '2026/01', 'Lovely', '☆☆', '1/2/2026', 'stars'])('%s is none', (text) => {
  expect(writtenRating(text)).toBeUndefined();
});

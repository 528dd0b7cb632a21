import { expect, test } from 'vitest';
import { alike, detailOf, joined } from './several.ts';

const pair = (a: number, b: number, reason = 'same name and city: ann lee, leeds', score = 0.6) => ({
  a: { profile: a, label: 'Ann' },
  b: { profile: b, label: 'Ann' },
  reason,
  score,
});

test('pairs of one reason and one certainty are together, the order stays', () => {
  const pairs = [pair(1, 2, 'mail domain misspelt: a@gmial.com, a@gmail.com', 0.9), pair(3, 4), pair(5, 6, 'same phone: +44', 0.5), pair(7, 8)];
  expect(alike(pairs).map(({ reason, score, pairs: { length } }) => [reason, score, length])).toEqual([
    ['mail domain misspelt', 0.9, 1],
    ['same name and city', 0.6, 2],
    ['same phone', 0.5, 1],
  ]);
  expect(detailOf('same phone: +44: 1')).toBe('+44: 1');
});

test('how many customers become how many, chains as one', () => {
  // 1, 2, 3 and 9 are a chain; 4 and 5 are two: six customers become two.
  expect(joined([pair(1, 2), pair(2, 3), pair(4, 5), pair(3, 9), pair(1, 9)])).toEqual({ before: 6, after: 2, largest: 4 });
  expect(joined([])).toEqual({ before: 0, after: 0, largest: 0 });
});

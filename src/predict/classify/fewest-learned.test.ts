import { expect, test } from 'vitest';
import { fewestLearned } from './fewest-learned.ts';

const of = (...labels: readonly number[]) => ({ labels: Uint8Array.from(labels) });

test('of rolling cut-offs, the oldest test learns from all that are older, and of one alone there is that', () => {
  // Tests are the newest three: the third learns from the two oldest.
  expect([...fewestLearned([of(1, 1, 1, 1), of(0, 0, 0), of(1, 0, 1), of(0, 1), of(1)])]).toEqual([0, 1, 1]);
  expect([...fewestLearned([of(1, 0), of(0)])]).toEqual([0]);
  expect([...fewestLearned([of(1, 0)])]).toEqual([1, 0]);
  expect(fewestLearned([]).length).toBe(0);
});

import { expect, test } from 'vitest';
import { ofFive } from './of-five.ts';

test('a review has stars of five; an answer to a survey, or a rating beyond five, has no scale that one of them tells', () => {
  expect(ofFive('review', 4)).toBe(true);
  expect(ofFive('review', 8)).toBe(false);
  expect(ofFive('survey', 4)).toBe(false);
});

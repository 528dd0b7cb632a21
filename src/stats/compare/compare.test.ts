import { expect, test } from 'vitest';
import { wilsonInterval } from '../classify/index.ts';
import { benjaminiHochberg, cliffsDelta, cohensD, normalCdf, twoProportions, twoSidedNormal, twoSidedStudent, welch } from './index.ts';

test('the normal and Student’s distribution at published points', () => {
  expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 12);
  expect(normalCdf(-1)).toBeCloseTo(0.158655253931457, 12);
  expect(twoSidedNormal(2.5758293035489)).toBeCloseTo(0.01, 12);
  // Two-sided 5% points of t: 12.706 (1), 2.228 (10), 1.984 (100).
  for (const [degrees, point] of [
    [1, 12.7062],
    [10, 2.22814],
    [100, 1.98397],
  ] as const)
    expect(twoSidedStudent(point, degrees)).toBeCloseTo(0.05, 5);
});

test('Welch’s test and Cohen’s d worked out by hand', () => {
  const a = { count: 4, mean: 10, variance: 4 };
  const b = { count: 9, mean: 7, variance: 9 };
  // Standard error √(1 + 1) = 1.414; t = 3 / 1.414; degrees 4 / (1/3 + 1/8) = 8.727.
  const found = welch(a, b);
  expect(found?.t).toBeCloseTo(3 / Math.SQRT2, 12);
  expect(found?.degrees).toBeCloseTo(4 / (1 / 3 + 1 / 8), 12);
  // Pooled variance (3·4 + 8·9) / 11.
  expect(cohensD(a, b)).toBeCloseTo(3 / Math.sqrt(84 / 11), 12);
});

test('two shares: 120 of 1,000 against 150 of 1,000 has the p-value of the reference page', () => {
  const found = twoProportions(150, 1000, 120, 1000, wilsonInterval);
  expect(found?.pValue).toBeCloseTo(0.04964, 4);
  // Newcombe 1998, table II, 56/70 against 48/80: the difference .2, between .0524 and .3339.
  const published = twoProportions(56, 70, 48, 80, wilsonInterval);
  expect(published?.low).toBeCloseTo(0.0524, 4);
  expect(published?.high).toBeCloseTo(0.3339, 4);
});

test('Cliff’s delta of 1, 2, 3 against 2, 4, 5 by counting pairs: one of nine above, seven below, one tie', () => {
  // Ranks together: 1 → 1, 2 and 2 → 2.5, 3 → 4, 4 → 5, 5 → 6; the first group's are 1 + 2.5 + 4.
  const found = cliffsDelta(7.5, 3, 3, 2 ** 3 - 2);
  expect(found.delta).toBeCloseTo((1 - 7) / 9, 12);
});

test('Benjamini & Hochberg’s own example: of fifteen p-values the four least are kept at 5%', () => {
  // 1995, section 3.2.
  const published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
  const adjusted = benjaminiHochberg(published);
  expect(adjusted.filter((p) => p <= 0.05)).toHaveLength(4);
  expect(adjusted[3]).toBeCloseTo((0.0095 * 15) / 4, 12);
  expect(adjusted.every((p, at) => at === 0 || p >= (adjusted[at - 1] ?? 0))).toBe(true);
});

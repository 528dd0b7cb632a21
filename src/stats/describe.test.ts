import { describe, expect, test } from 'vitest';
import { gini, mean, median, medianAbsoluteDeviation, quantile, standardDeviation, total, variance } from './index.ts';

describe('statistics of one sample', () => {
  test('mean and sums survive cancellation: 1 + 1e100 + 1 − 1e100 is 2 (Neumaier 1974)', () => {
    expect(total([1, 1e100, 1, -1e100])).toBe(2);
    expect(mean([2, 4, 9])).toBe(5);
    expect(mean([])).toBeNaN();
  });

  // R: quantile(c(1, 2, 4, 8, 16)) is 1 2 4 8 16; quantile(1:10, c(.1, .9)) is 1.9 9.1.
  test('quantiles are those of R by default', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((q) => quantile([16, 8, 4, 2, 1], q))).toEqual([1, 2, 4, 8, 16]);
    const ten = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    expect(quantile(ten, 0.1)).toBeCloseTo(1.9, 12);
    expect(quantile(ten, 0.9)).toBeCloseTo(9.1, 12);
    expect(median(ten)).toBe(5.5);
    expect(quantile([], 0.5)).toBeNaN();
  });

  // The example of Wikipedia's "Median absolute deviation": 1, 1, 2, 2, 4, 6, 9 has median 2 and MAD 1.
  test('median absolute deviation', () => expect(medianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9])).toBe(1));

  // The squares around 5 of 2, 4, 4, 4, 5, 5, 7, 9 sum to 32: 32 / 7.
  test('sample variance', () => {
    expect(variance([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(32 / 7, 12);
    expect(standardDeviation([1, 3])).toBeCloseTo(Math.SQRT2, 12);
  });

  // One of four has everything: 1 − 1/4.
  test('Gini', () => {
    expect(gini([0, 0, 0, 10])).toBeCloseTo(0.75, 12);
    expect(gini([5, 5, 5])).toBeCloseTo(0, 12);
  });
});

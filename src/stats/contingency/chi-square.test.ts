import { expect, test } from 'vitest';
import { independence, upperGamma } from './index.ts';

test('the upper incomplete gamma function gives the published quantiles of chi-square', () => {
  // 5% points of chi-square with 1, 2, 5, 10 and 100 degrees of freedom (NIST handbook, section 1.3.6.7.4).
  for (const [degrees, point] of [
    [1, 3.841],
    [2, 5.991],
    [5, 11.07],
    [10, 18.307],
    [100, 124.342],
  ] as const)
    expect(upperGamma(degrees / 2, point / 2)).toBeCloseTo(0.05, 4);
  // With two degrees of freedom Q is exp(−x/2).
  expect(upperGamma(1, 3)).toBeCloseTo(Math.exp(-3), 14);
  expect(upperGamma(2.5, 0)).toBe(1);
});

test('independence of a table worked out by hand', () => {
  // Rows 30 and 70, columns 40 and 60 of 100: 12, 18, 28, 42 expected, each 8 away: 64/12 + 64/18 + 64/28 + 64/42 = 12.698….
  const found = independence([
    [20, 10],
    [20, 50],
  ]);
  const chiSquare = 64 / 12 + 64 / 18 + 64 / 28 + 64 / 42;
  expect(found?.chiSquare).toBeCloseTo(chiSquare, 12);
  expect(found?.degreesOfFreedom).toBe(1);
  expect(found?.cramersV).toBeCloseTo(Math.sqrt(chiSquare / 100), 12);
  // R: pchisq(12.6984126984127, 1, lower.tail = FALSE)
  expect(found?.pValue).toBeCloseTo(0.000366, 5);
  expect(found?.thinCells).toBe(0);
});

test('one row is no table, an empty row is none, and a perfect match has V = 1', () => {
  expect(independence([[3, 4]])).toBeUndefined();
  expect(
    independence([
      [3, 4],
      [0, 0],
    ]),
  ).toBeUndefined();
  expect(
    independence([
      [7, 0],
      [0, 9],
    ])?.cramersV,
  ).toBeCloseTo(1, 12);
});

import { expect, test } from 'vitest';
import { randomNormal, seededRandom } from '../random/index.ts';
import { unusual } from './index.ts';

// Values 100 ± 2 in turn: the level before is 100, distances are ±2, so the median absolute deviation is 2 and a robust standard deviation 2.9652.
const steady = Array.from({ length: 24 }, (_, at) => 100 + (at % 2 === 0 ? 2 : -2) + 0.5);

test('a jump is told with its distance in robust standard deviations, worked out by hand', () => {
  const found = unusual([...steady, 130.5], { period: 1 });
  expect(found?.expected).toBeCloseTo(100.5, 12);
  expect(found?.score).toBeCloseTo(30 / 2.9652, 12);
  expect(found?.unusual).toBe(true);
  expect(unusual([...steady, 106.5], { period: 1 })?.unusual).toBe(false);
});

test('an outlier of the past neither hides nor makes one', () => {
  const spoiled = steady.map((value, at) => (at === 18 ? 5000 : value));
  const found = unusual([...spoiled, 130.5], { period: 1 });
  expect(found?.expected).toBeCloseTo(100.5, 0);
  expect(found?.unusual).toBe(true);
});

test('what the season does every year is not unusual, and its absence is', () => {
  const random = seededRandom(5);
  const year = (week: number): number => (week % 52 >= 46 && week % 52 <= 50 ? 200 : 0) + 500.5 + 10 * randomNormal(random);
  const values = Array.from({ length: 152 }, (_, week) => year(week));
  // Weeks 150 and 151 of the series are in the third year's season (150 % 52 = 46).
  expect(unusual(values.slice(0, 151), { period: 52 })?.unusual).toBe(false);
  expect(unusual([...values.slice(0, 150), 500], { period: 52 })?.unusual).toBe(true);
});

test('chance alone is seldom told: of 400 seeded series without anything in them at most one in fifty', () => {
  let told = 0;
  for (let seed = 0; seed < 400; seed += 1) {
    const random = seededRandom(seed);
    if (
      unusual(
        Array.from({ length: 60 }, () => 1000 + 100 * randomNormal(random)),
        { period: 1 },
      )?.unusual === true
    )
      told += 1;
  }
  expect(told).toBeLessThanOrEqual(8);
});

test('few values tell nothing', () => {
  expect(unusual([1, 2, 3, 900], { period: 1 })).toBeUndefined();
});

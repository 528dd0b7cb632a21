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

// A mailing every third week, after which some 250 fall under a limit of days until the next one.
const mailings = Array.from({ length: 24 }, (_, week) => (week % 3 === 2 ? 240 + week : 0));
const thirds = (length: number): readonly number[] => Array.from({ length }, (_, week) => week % 3);

test('what a rhythm brings is not unusual in it; that it does not come, or comes twice as large, is', () => {
  const told = (value: number, rhythms: readonly (readonly number[])[]) => unusual([...mailings, 0, 0, value], { period: 52, rhythms })?.unusual;
  expect(told(266, [thirds(27)])).toBe(false);
  expect(told(0, [thirds(27)])).toBe(true);
  expect(told(530, [thirds(27)])).toBe(true);
  expect(unusual([...mailings, 250], { period: 52, rhythms: [thirds(25)] })?.unusual).toBe(true);
  // Without a rhythm that fits, one week of three is too many to be a surprise.
  expect(told(266, [])).toBe(false);
  expect(told(266, [Array.from({ length: 27 }, (_, week) => week % 2)])).toBe(false);
});

test('counts of a few people, and few weeks to judge by, are seldom told by chance alone', () => {
  const drawn = (random: () => number, mean: number): number => {
    let [count, product] = [0, random()];
    for (const end = Math.exp(-mean); product > end; count += 1) product *= random();
    return count;
  };
  const told = [0.3, 1, 4, 20].map((mean) => {
    let found = 0;
    for (let seed = 1; seed <= 500; seed += 1) {
      const random = seededRandom(seed);
      const values = Array.from({ length: 20 }, () => drawn(random, mean));
      found += Number(unusual(values, { period: 52, rhythms: [2, 3, 4].map((round) => values.map((_, at) => at % round)) })?.unusual === true);
    }
    return found;
  });
  // Three and a half standard deviations are passed by one normal variable in 2,150.
  expect(Math.max(...told)).toBeLessThanOrEqual(3);
});

test('what has begun to move is told when it begins, and not week after week', () => {
  const random = seededRandom(3);
  const still = Array.from({ length: 60 }, () => 100 + Math.round(3 * randomNormal(random)));
  const growing = Array.from({ length: 16 }, (_, week) => 100 + 17 * (week + 1));
  const told = growing.map((_, week) => unusual([...still, ...growing.slice(0, week + 1)], { period: 52 })?.unusual === true);
  expect(told.some(Boolean)).toBe(true);
  expect(told.slice(8)).toEqual(Array.from({ length: 8 }, () => false));
});

test('what lies inside the range that is told is usual, and what lies outside is not: a change of less than a tenth is inside of it', () => {
  const lively = Array.from({ length: 24 }, (_, at) => 1000 + (at % 2 === 0 ? 4 : -4) + 0.5);
  const found = unusual([...lively, 1090], { period: 1 });
  expect(found?.unusual).toBe(false);
  expect(found?.high).toBeCloseTo(1.1 * (found?.expected ?? 0), 9);
  const fewer = unusual([...lively, 890], { period: 1 });
  expect(fewer?.unusual).toBe(true);
  expect(fewer?.low).toBeGreaterThan(890);
});

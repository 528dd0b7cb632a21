import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dataset } from '../../../test/datasets.ts';
import { randomNormal, seededRandom } from '../random/index.ts';
import { arimaPath, backtestForecasts, fitArima, fitSmoothing, forecastSeries, holidayFactors, smooth, smoothedPath } from './index.ts';
import { levelStationarity } from './stationarity.ts';

const file = dataset('timeseries', 'monthly-airline-passengers.csv');
const airline = (file === undefined ? '' : readFileSync(file, 'utf8'))
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => Number(line.split(',')[1]));
const [seen, held] = [airline.slice(0, 132), airline.slice(132)];
const mape = (path: ArrayLike<number>): number => (100 * held.reduce((sum, value, at) => sum + Math.abs((path[at] ?? 0) - value) / value, 0)) / held.length;

describe.skipIf(file === undefined)('airline passengers 1949 to 1960 (Box & Jenkins, series G), the last 12 months held out', () => {
  test('multiplicative Holt-Winters has a mean absolute percentage error of 2.21, the year before 9.99 (reference page)', () => {
    const { kind, weights, state } = fitSmoothing(seen, { trend: 'additive', season: 'multiplicative', period: 12 });
    expect(mape(smoothedPath(kind, weights, state, new Float64Array(12)))).toBeCloseTo(2.21, 1);
    expect(mape(seen.slice(120))).toBeCloseTo(9.99, 2);
  });

  test('ARIMA(0,1,1)(0,1,1) of the logarithms by conditional least squares is that of R: arima(log(AirPassengers), c(0,1,1), c(0,1,1), method = "CSS")', () => {
    const fitted = fitArima(airline, { p: 0, d: 1, q: 1, seasonalP: 0, seasonalD: 1, seasonalQ: 1, period: 12, log: true });
    expect(fitted?.ma[0]).toBeCloseTo(-0.3772, 3);
    expect(fitted?.ma[11]).toBeCloseTo(-0.5724, 3);
    expect(fitted?.ma[12]).toBeCloseTo(0.3772 * 0.5724, 3);
  });

  test('the choice is a model with a season, far better than the year before', () => {
    const { candidates, chosen } = backtestForecasts({ values: Float64Array.from(seen), period: 12, horizon: 12, seed: 1 });
    expect(['seasonal-additive', 'seasonal-multiplicative', 'arima']).toContain(chosen.kind);
    const before = candidates.find(({ kind }) => kind === 'seasonal-naive');
    expect(chosen.mae ?? 0).toBeLessThan((before?.mae ?? 0) * 0.6);
  });
});

test('simple smoothing by hand: levels 10, 11, 11.5 with a weight of a half', () => {
  const kind = { trend: 'none', season: 'none', period: 1 } as const;
  const start = { level: 10, trend: 0, season: new Float64Array(), next: 0 };
  const found = smooth([12, 12], kind, { level: 0.5, trend: 0, season: 0, damping: 1 }, start);
  expect([...found.fitted]).toEqual([10, 11]);
  expect(found.state.level).toBe(11.5);
});

test('an autoregression is found again, and goes on to its mean', () => {
  const random = seededRandom(4);
  const values = new Float64Array(600);
  for (let at = 1; at < 600; at += 1) values[at] = 0.7 * (values[at - 1] ?? 0) + randomNormal(random);
  const fitted = fitArima(values, { p: 1, d: 0, q: 0, seasonalP: 0, seasonalD: 0, seasonalQ: 0, period: 1, log: false });
  // Standard error √((1 − φ²) / n) = 0.029.
  expect(Math.abs((fitted?.ar[0] ?? 0) - 0.7)).toBeLessThan(0.09);
  if (fitted !== undefined) expect(arimaPath(fitted, new Float64Array(200)).at(-1)).toBeCloseTo(fitted.mean, 6);
  expect(levelStationarity(values)).toBeLessThan(0.463);
  let sum = 0;
  expect(levelStationarity(values.map((value) => (sum += value)))).toBeGreaterThan(0.463);
});

test('intervals of four in five hold about four in five of what comes, over sixteen seeded shops', () => {
  let held80 = 0;
  for (let shop = 0; shop < 16; shop += 1) {
    const random = seededRandom(100 + shop);
    const all = Float64Array.from({ length: 70 }, (_, week) => 500 + 3 * week + 60 * randomNormal(random));
    const found = forecastSeries({ values: all.slice(0, 62), period: 1, horizon: 8, seed: shop });
    found?.points.forEach(({ low, high }, step) => {
      const actual = all[62 + step] ?? 0;
      if (actual >= low && actual <= high) held80 += 1;
    });
  }
  // 128 looks, correlated within a shop: sixteen independent shops alone would give a standard error of 0.1.
  expect(held80 / 128).toBeGreaterThan(0.68);
  expect(held80 / 128).toBeLessThan(0.93);
});

test('short series: one value tells nothing, a few tell their average with a wide interval, never a confident number', () => {
  expect(forecastSeries({ values: Float64Array.of(5), period: 52, horizon: 4, seed: 1 })).toBeUndefined();
  const few = forecastSeries({ values: Float64Array.of(10, 14, 12, 16, 8), period: 52, horizon: 2, seed: 1 });
  expect(few?.chosen.kind).toBe('average');
  expect(few?.points[0]?.expected).toBe(12);
  expect(few?.coverage).toBeNull();
  // The values' own spread is 8 to 16.
  expect((few?.points[0]?.high ?? 0) - (few?.points[0]?.low ?? 0)).toBeGreaterThan(8);
});

// A bakery that sold cakes until September: about 715 a week, 220 since.
test('where the level fell for good thirteen weeks ago, what comes is foretold at the new one and not at the average of all weeks', () => {
  const cakes = [636, 726, 663, 1080, 713, 801, 678, 562, 845, 897, 685, 434, 765, 686, 670, 747, 906, 802, 657, 830, 893, 664, 572, 725, 619, 603];
  const summer = [605, 685, 638, 782, 792, 833, 780, 770, 594, 692, 546, 639, 789, 788, 1061, 807, 668, 687];
  const since = [241, 255, 149, 181, 266, 168, 243, 169, 281, 245, 284, 193, 193];
  const found = forecastSeries({ values: Float64Array.of(...cakes, ...summer, ...since), period: 52, horizon: 13, seed: 20 });
  expect(found?.chosen.kind).toBe('simple');
  for (const { expected } of found?.points ?? []) {
    expect(expected).toBeGreaterThan(149);
    expect(expected).toBeLessThan(284);
  }
  // By the rule of one standard error alone the average of all weeks would stand.
  const average = found?.candidates.find(({ kind }) => kind === 'average');
  expect(average?.above).toBeLessThan(average?.error ?? 0);
  // While the level stays, the average stays too.
  expect(forecastSeries({ values: Float64Array.of(...cakes, ...summer), period: 52, horizon: 13, seed: 20 })?.chosen.kind).toBe('average');
});

test('the same series and seed give the same answer, and what was never negative is not foretold to be', () => {
  const random = seededRandom(9);
  const values = Float64Array.from({ length: 60 }, () => Math.max(0, 3 * randomNormal(random)));
  const once = forecastSeries({ values, period: 52, horizon: 13, seed: 3 });
  expect(forecastSeries({ values, period: 52, horizon: 13, seed: 3 })).toEqual(once);
  for (const { low, low95, expected } of once?.points ?? []) expect(Math.min(low, low95, expected)).toBeGreaterThanOrEqual(0);
});

test('holidays: a step with a mark that doubled twice is expected to double again, one seen once is not', () => {
  const marks = Array.from({ length: 24 }, (_, at) => (at % 8 === 4 ? 'fair' : at === 1 ? 'once' : ''));
  const values = Float64Array.from({ length: 16 }, (_, at) => (at % 8 === 4 ? 200 : 100));
  const factors = holidayFactors(values, marks);
  // Two log ratios of log 2, leaning on one of 0: 2^(2/3).
  expect(factors[20]).toBeCloseTo(2 ** (2 / 3), 12);
  expect(factors[1]).toBe(1);
  expect(factors[2]).toBe(1);
});

test('intervals hold what they say after few weeks too: a level of 20 with noise of 3.4, whose true four in five are ±4.36, and a walk', () => {
  const random = seededRandom(11);
  const makers = [
    (length: number): number[] => Array.from({ length }, () => Math.max(0, 20 + 3.4 * randomNormal(random))),
    (length: number): number[] => {
      let level = 100;
      return Array.from({ length }, () => (level = Math.max(0, level + 4 * randomNormal(random))));
    },
  ];
  const [series, seenWeeks, ahead] = [40, 19, 4];
  let [inner, outer, width] = [0, 0, 0];
  for (const make of makers) {
    for (let at = 0; at < series; at += 1) {
      const all = make(seenWeeks + ahead);
      const points = forecastSeries({ values: Float64Array.from(all.slice(0, seenWeeks)), period: 52, horizon: ahead, seed: 20 })?.points ?? [];
      points.forEach(({ low, high, low95, high95 }, step) => {
        const came = all[seenWeeks + step] ?? 0;
        if (came >= low && came <= high) inner += 1;
        if (came >= low95 && came <= high95) outer += 1;
      });
      if (make === makers[0]) width += ((points[0]?.high ?? 0) - (points[0]?.low ?? 0)) / 2 / series;
    }
  }
  const all = makers.length * series * ahead;
  expect(inner / all).toBeGreaterThan(0.77);
  expect(inner / all).toBeLessThan(0.92);
  expect(outer / all).toBeGreaterThan(0.92);
  expect(width).toBeGreaterThan(4.36);
});

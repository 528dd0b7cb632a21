import { expect, test } from 'vitest';
import { randomNormal, seededRandom } from '../random/index.ts';
import { backtestHorizon, rollingOrigins } from './backtest.ts';
import { forecastSeries } from './forecast.ts';
import { seasonalLevel } from './seasonal-level.ts';

const [year, ahead, shops] = [52, 13, 12];

/** The truth of a shop of gifts: every December half as much again as usual, every late January two fifths less, and a tenth more from year to year. Its series begin in December. */
const truth = (week: number): number => {
  const place = week % year;
  const near = (centre: number, width: number): number => Math.exp(-((Math.min(Math.abs(place - centre), year - Math.abs(place - centre)) / width) ** 2));
  return 1000 * (1 + 0.5 * near(1, 3) - 0.4 * near(7, 3)) * 1.1 ** (week / year);
};

/** By how much the total of the thirteen weeks to come is missed, in parts of its truth, on average over shops that differ by chance alone (a sixth of a week); and how it was found. */
function missed(weeks: number, mean: (week: number) => number) {
  let [chosen, flat] = [0, 0];
  const kinds: string[] = [];
  for (let shop = 0; shop < shops; shop += 1) {
    const random = seededRandom(40 + shop);
    const values = Float64Array.from({ length: weeks }, (_, week) => mean(week) * Math.max(0, 1 + randomNormal(random) / 6));
    const coming = Array.from({ length: ahead }, (_, step) => mean(weeks + step)).reduce((sum, value) => sum + value, 0);
    const found = forecastSeries({ values, period: year, horizon: ahead, seed: shop });
    const total = (found?.points ?? []).reduce((sum, { expected }) => sum + expected, 0);
    const recent = values.slice(-8).reduce((sum, value) => sum + value, 0) / 8;
    chosen += Math.abs(total / coming - 1) / shops;
    flat += Math.abs((recent * ahead) / coming - 1) / shops;
    kinds.push(found?.chosen.kind ?? '');
  }
  return { chosen, flat, kinds };
}

// At the top of December, with the slump to come: the level of the last two months is a quarter too high.
test.each([
  [2, 8],
  [3, 10],
])(
  'the slump after the top is foretold from %s years, by what was nearest over the thirteen weeks that are asked',
  (years, seasonal) => {
    const { chosen, flat, kinds } = missed(years * year + 2, truth);
    expect(flat).toBeGreaterThan(0.1);
    expect(chosen).toBeLessThan(0.06);
    expect(kinds.filter((kind) => kind.startsWith('seasonal')).length).toBeGreaterThanOrEqual(seasonal);
  },
  120_000,
);

test('where there is no season none is found, and the level is not missed by more', () => {
  const { chosen, kinds } = missed(3 * year, () => 1000);
  expect(chosen).toBeLessThan(0.05);
  expect(kinds.filter((kind) => kind.startsWith('seasonal')).length).toBeLessThanOrEqual(2);
}, 120_000);

test('the back-test looks as far ahead as is asked, and over a whole year where two lie before it', () => {
  const task = { values: new Float64Array(180), horizon: 13, period: 52 };
  expect(backtestHorizon(task)).toBe(13);
  const origins = rollingOrigins(task);
  expect([origins[0], origins.at(-1), origins.length]).toEqual([180 - 13 - 52, 180 - 13, 10]);
  // With two years and a half the season that needs two of them is asked from the first week on that it can answer.
  expect(rollingOrigins({ ...task, values: new Float64Array(155) })[0]).toBe(104);
});

// Two seasons of four steps, 10, 20, 30, 20 and twice that, and the last step is the end of the second: on the level of today the course is 20, 40, 60, 40. A season of four has no neighbours to lean on.
test('by hand: the course of the seasons so far on the level of the last quarter, growth taken off', () => {
  const { expected } = seasonalLevel(Float64Array.of(10, 20, 30, 20, 20, 40, 60, 40), 4);
  const course = [...expected(4)];
  expect(course.map((value) => value / (course[3] ?? 1))).toEqual([
    expect.closeTo((20 * 2 ** 0.75) / 40, 6),
    expect.closeTo((40 * 2 ** 0.5) / 40, 6),
    expect.closeTo((60 * 2 ** 0.25) / 40, 6),
    1,
  ]);
  expect(course[3]).toBeCloseTo(40, 6);
});

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { dataset } from '../../../test/datasets.ts';
import { categoryColumn, type FeatureTable, takenLabels, takeRows } from '../classify/index.ts';
import { welch } from '../compare/index.ts';
import { mean } from '../mean.ts';
import { randomNormal, seededRandom } from '../random/index.ts';
import { variance } from '../variance.ts';
import { calibrateUplift, fitUplift, qini, upliftBetween, upliftScores } from './index.ts';

test('the Qini curve of four rows by hand', () => {
  // By score: treated 1, control 0, treated 0, control 1. After two: (1 − 0·1/1)/4 = ¼; after all four: (1 − 1·2/2)/4 = 0.
  const found = qini({ scores: [4, 3, 2, 1], treated: [1, 0, 1, 0], outcomes: [1, 0, 0, 1] });
  expect(found.points.map(({ gain }) => gain)).toEqual([0, 0, 0.25, 0.25, 0]);
  // Trapezes of a quarter: 0 + ⅛ + ¼ + ⅛, times ¼; the straight line is flat.
  expect(found.qini).toBeCloseTo(0.5 / 4, 12);
});

test('scores that tell nothing have the area of chance, whatever the order of the rows', () => {
  const random = seededRandom(3);
  const treated = Array.from({ length: 400 }, () => (random() < 0.5 ? 1 : 0));
  const outcomes = treated.map((own) => (random() < 0.2 + 0.1 * own ? 1 : 0));
  expect(qini({ scores: treated.map(() => 0), treated, outcomes }).qini).toBeCloseTo(0, 12);
});

describe('who is changed by a treatment is found where it was planted', () => {
  const random = seededRandom(8);
  const rows = 6000;
  const x = Float64Array.from({ length: rows }, () => randomNormal(random));
  const noise = Float64Array.from({ length: rows }, () => randomNormal(random));
  const treated = Uint8Array.from({ length: rows }, () => (random() < 0.5 ? 1 : 0));
  // The treatment changes only those with x above 0, by .3.
  const outcomes = Uint8Array.from(treated, (own, row) => (random() < 0.2 + ((x[row] ?? 0) > 0 ? 0.3 * own : 0) ? 1 : 0));
  const table: FeatureTable = {
    rows,
    columns: [
      { kind: 'number', name: 'x', values: x },
      { kind: 'number', name: 'noise', values: noise },
    ],
  };
  test.each(['two-model', 'transformed'] as const)('%s', (kind) => {
    const half = Uint32Array.from({ length: rows / 2 }, (_, at) => 2 * at);
    const other = half.map((row) => row + 1);
    const model = fitUplift(kind, takeRows(table, half), takenLabels(treated, half), takenLabels(outcomes, half));
    const judged = { scores: upliftScores(model, takeRows(table, other)), treated: takenLabels(treated, other), outcomes: takenLabels(outcomes, other) };
    // Standard error of a difference of shares among 1,500: about .025.
    expect(upliftBetween(judged, 0, 0.5).uplift).toBeGreaterThan(0.22);
    expect(upliftBetween(judged, 0.5, 1).uplift).toBeLessThan(0.08);
    // The best that can be had is .01875: .075 gained by the first half, less half of it.
    expect(qini(judged).qini).toBeGreaterThan(0.012);
  });
});

const file = dataset('hillstrom', 'hillstrom.csv.gz');
describe.skipIf(file === undefined)('Hillstrom’s e-mail experiment (2008), women’s e-mail against none', () => {
  const [head = [], ...rows] =
    file === undefined
      ? []
      : gunzipSync(readFileSync(file))
          .toString()
          .trim()
          .split('\n')
          .map((line) =>
            line
              .trim()
              .replaceAll(/"[^"]*"/g, 'quoted')
              .split(','),
          );
  const column = (name: string): readonly string[] => rows.map((row) => row[head.indexOf(name)] ?? '');
  const numbers = (name: string): Float64Array => Float64Array.from(column(name), Number);
  const number = (name: string) => ({ kind: 'number', name, values: numbers(name) }) as const;
  const group = column('segment');
  const of = (name: string): Uint32Array => Uint32Array.from(group.keys()).filter((row) => group[row] === name);
  const [women, none, men] = [of('Womens E-Mail'), of('No E-Mail'), of('Mens E-Mail')];
  const take = (values: Float64Array, chosen: Uint32Array): Float64Array => Float64Array.from(chosen, (row) => values[row] ?? 0);

  test('visit rates of the reference page, the women’s e-mail’s effect on visits and spending (Welch’s t 3.256)', () => {
    const visit = numbers('visit');
    expect([men, none, women].map((chosen) => Number(mean(take(visit, chosen)).toFixed(6)))).toEqual([0.182757, 0.106167, 0.1514]);
    const spend = numbers('spend');
    const moments = (chosen: Uint32Array) => ({ count: chosen.length, mean: mean(take(spend, chosen)), variance: variance(take(spend, chosen)) });
    const found = welch(moments(women), moments(none));
    expect(found?.difference).toBeCloseTo(0.4244, 4);
    expect(found?.t).toBeCloseTo(3.256, 3);
  });

  test('two models trained on even rows and tested on odd ones: uplift in the top 30 % .075, in the bottom half .013', () => {
    const table: FeatureTable = {
      rows: rows.length,
      columns: [
        number('recency'),
        number('history'),
        number('mens'),
        number('womens'),
        categoryColumn('zip_code', column('zip_code')),
        number('newbie'),
        categoryColumn('channel', column('channel')),
      ],
    };
    const treated = Uint8Array.from(group, (name) => (name === 'Womens E-Mail' ? 1 : 0));
    const visit = Uint8Array.from(column('visit'), Number);
    const parity = (wanted: number): Uint32Array => Uint32Array.from(group.keys()).filter((row) => group[row] !== 'Mens E-Mail' && row % 2 === wanted);
    const [even, odd] = [parity(0), parity(1)];
    const model = fitUplift('two-model', takeRows(table, even), takenLabels(treated, even), takenLabels(visit, even));
    const judged = { scores: upliftScores(model, takeRows(table, odd)), treated: takenLabels(treated, odd), outcomes: takenLabels(visit, odd) };
    // The published learner is another (scikit-learn's); the standard error of the top's uplift is .009.
    expect(Math.abs(upliftBetween(judged, 0, 0.3).uplift - 0.075)).toBeLessThan(0.002);
    expect(Math.abs(upliftBetween(judged, 0.5, 1).uplift - 0.013)).toBeLessThan(0.002);
  });
});

describe('what a score promises is drawn to what comes', () => {
  test('four rows by hand, and scores that are all alike', () => {
    // Effects of 1 at score 1 and of 0 at score 0: a slope of one, nothing beside it.
    const found = calibrateUplift({ scores: [1, 1, 0, 0, 1, 1, 0, 0], treated: [1, 0, 1, 0, 1, 0, 1, 0], outcomes: [1, 0, 0, 0, 1, 0, 0, 0] });
    expect(found.slope).toBeCloseTo(1, 9);
    expect(found.offset).toBeCloseTo(0, 9);
    // Twice as bold a score has half the slope.
    expect(calibrateUplift({ scores: [2, 2, 0, 0], treated: [1, 0, 1, 0], outcomes: [1, 0, 0, 0] }).slope).toBeCloseTo(0.5, 9);
    expect(calibrateUplift({ scores: [3, 3, 3, 3], treated: [1, 1, 0, 0], outcomes: [1, 1, 1, 0] })).toMatchObject({ offset: 0.5, slope: 0 });
    // One that falls where the effect rises tells nothing.
    expect(calibrateUplift({ scores: [0, 0, 1, 1], treated: [1, 0, 1, 0], outcomes: [1, 0, 0, 0] }).slope).toBe(0);
  });

  test('the slope and its error are those of least squares with White’s errors (HC0), by the same draws a hundred times', () => {
    const slopes: number[] = [];
    const errors: number[] = [];
    for (let seed = 1; seed <= 100; seed += 1) {
      const random = seededRandom(seed);
      const scores = Array.from({ length: 800 }, () => randomNormal(random) / 5);
      const treated = scores.map(() => (random() < 0.4 ? 1 : 0));
      // Of a point of score .6 come.
      const outcomes = scores.map((score, row) => (random() < 0.4 + (treated[row] ?? 0) * Math.min(0.5, Math.max(-0.3, 0.1 + 0.6 * score)) ? 1 : 0));
      const { slope, slopeError } = calibrateUplift({ scores, treated, outcomes });
      slopes.push(slope);
      errors.push(slopeError);
    }
    expect(mean(slopes)).toBeCloseTo(0.6, 1);
    expect(Math.abs(mean(errors) / Math.sqrt(variance(slopes)) - 1)).toBeLessThan(0.2);
  });
});

import { describe, expect, test } from 'vitest';
import {
  areaUnderRoc,
  aucStandardError,
  averagePrecision,
  brierScore,
  calibrationError,
  calibrationTable,
  evenCalibration,
  liftTable,
  logLoss,
  wilsonInterval,
} from './index.ts';

const scores = Float64Array.of(0.1, 0.4, 0.35, 0.8);
const labels = Uint8Array.of(0, 0, 1, 1);

describe('quality of scores', () => {
  // scikit-learn's manual: roc_auc_score and average_precision_score of this example are 0.75 and 0.83….
  test('area under the ROC curve and average precision of the manual of scikit-learn', () => {
    expect(areaUnderRoc(scores, labels)).toBe(0.75);
    expect(averagePrecision(scores, labels)).toBeCloseTo(0.8333333333333333, 15);
  });

  // Positives 0.5, 0.5, 0.9; negatives 0.5, 0.1: wins 0 + 1, 0 + 1, 1 + 1, ties 1, 1, 0 → (4 + 2 / 2) / 6.
  test('equal scores count half', () => {
    expect(areaUnderRoc(Float64Array.of(0.5, 0.5, 0.9, 0.5, 0.1), Uint8Array.of(1, 1, 1, 0, 0))).toBeCloseTo(5 / 6, 15);
    expect(areaUnderRoc(new Float64Array(6), Uint8Array.of(1, 0, 1, 0, 0, 0))).toBe(0.5);
    expect(averagePrecision(new Float64Array(6), Uint8Array.of(1, 0, 1, 0, 0, 0))).toBeCloseTo(1 / 3, 15);
    expect(areaUnderRoc(scores, Uint8Array.of(1, 1, 1, 1))).toBeNaN();
  });

  // The images of Hanley & McNeil (1982), AUC .893 of 51 and 58: Q1 .8067, Q2 .8425, √((.0956 + 50 × .0093 + 57 × .0450) / 2958) = .0325.
  test('standard error of an AUC from its size alone', () => {
    expect(aucStandardError(0.893, 51, 58)).toBeCloseTo(0.0325, 4);
  });

  // −(ln .9 + ln .9 + ln .8 + ln .65) / 4, scikit-learn's manual: 0.21616…. Brier: (.01 + .01 + .04 + .1225) / 4 = 0.045625.
  test('log-loss and Brier score', () => {
    const probabilities = Float64Array.of(0.9, 0.1, 0.2, 0.65);
    expect(logLoss(probabilities, Uint8Array.of(1, 0, 0, 1))).toBeCloseTo(0.21616187468057912, 12);
    expect(brierScore(probabilities, Uint8Array.of(1, 0, 0, 1))).toBeCloseTo(0.045625, 15);
    expect(logLoss(Float64Array.of(0), Uint8Array.of(1))).toBeCloseTo(34.538776394910684, 9);
  });

  // Reference page: 19 of 38 lies between .3485 and .6515.
  test('Wilson interval', () => {
    const { low, high } = wilsonInterval(19, 38);
    expect(low).toBeCloseTo(0.3485, 4);
    expect(high).toBeCloseTo(0.6515, 4);
  });

  test('calibration bins keep equal probabilities together', () => {
    const table = calibrationTable(Float64Array.of(0.2, 0.2, 0.2, 0.2, 0.2, 0.8, 0.8, 0.8, 0.8, 0.8), Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 1, 1, 0), 4);
    expect(table.map(({ count, observed }) => [count, observed])).toEqual([
      [5, 0.2],
      [5, 0.8],
    ]);
    expect(calibrationError(table)).toBeCloseTo(0, 12);
    expect(calibrationError(calibrationTable(Float64Array.of(0.5, 0.5), Uint8Array.of(1, 1)))).toBe(0.5);
  });

  // p(1 − p) adds up to 2.495 for 252 at .01 and to 2.5 for ten at .5: each half tells as much. By numbers of rows the ten would stand with 121 of the others.
  test('even calibration holds the few who are likely against each other', () => {
    const probabilities = Float64Array.from({ length: 262 }, (_, row) => (row < 252 ? 0.01 : 0.5));
    const labels = Uint8Array.from(probabilities, (probability, row) => (probability === 0.5 && row % 2 === 0 ? 1 : 0));
    expect(evenCalibration(probabilities, labels, 2).map(({ count, predicted, observed }) => [count, Number(predicted.toFixed(12)), observed])).toEqual([
      [252, 0.01, 0],
      [10, 0.5, 0.5],
    ]);
    expect(evenCalibration(new Float64Array(), new Uint8Array())).toEqual([]);
  });

  // 20 customers, 4 positives at ranks 1, 2, 3 and 11: the first tenth has 2 of 2 (lift 1 / 0.2 = 5), the second 1 of 2, the sixth 1 of 2.
  test('lift and gain by decile', () => {
    const falling = Float64Array.from({ length: 20 }, (_, index) => 1 - index / 20);
    const table = liftTable(
      falling,
      Uint8Array.from({ length: 20 }, (_, index) => ([0, 1, 2, 10].includes(index) ? 1 : 0)),
    );
    expect(table.map(({ positives }) => positives)).toEqual([2, 1, 0, 0, 0, 1, 0, 0, 0, 0]);
    expect(table[0]?.lift).toBeCloseTo(5, 12);
    expect(table.map(({ gain }) => gain).slice(0, 6)).toEqual([0.5, 0.75, 0.75, 0.75, 0.75, 1]);
  });

  test('whoever has the same score lifts the same, whatever the order of the rows', () => {
    const table = liftTable(
      new Float64Array(20).fill(0.7),
      Uint8Array.from({ length: 20 }, (_, index) => (index < 4 ? 1 : 0)),
    );
    for (const { lift, rate } of table) expect([lift, rate]).toEqual([expect.closeTo(1, 12), expect.closeTo(0.2, 12)]);
    expect(table.map(({ gain }) => gain)).toEqual(Array.from({ length: 10 }, (_, tenth) => expect.closeTo((tenth + 1) / 10, 12)));
  });
});

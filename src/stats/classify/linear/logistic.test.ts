import { expect, test } from 'vitest';
import { type CategoryColumn, categoryColumn, type FeatureTable, linearContributions, type NumberColumn } from '../index.ts';
import { fitLogistic, logisticScores } from './logistic.ts';

const labels = Uint8Array.of(0, 0, 0, 1, 0, 1, 0, 1, 1, 1);
const number: NumberColumn = { kind: 'number', name: 'orders', values: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10) };
const category: CategoryColumn = categoryColumn('channel', ['a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c', 'a']);
const table: FeatureTable = { rows: 10, columns: [number, category] };

// scikit-learn 1.2.1, LogisticRegression(C=1) on the standardised number and the three levels: intercept 0, 1.03385797, 0, −.238889075, .238889075.
test('coefficients are those of scikit-learn', () => {
  const { coefficients } = fitLogistic(table, labels);
  [0, 1.03385797, 0, -0.238889075, 0.238889075].forEach((expected, place) => expect(coefficients[place]).toBeCloseTo(expected, 6));
});

// Without a penalty the intercept of a model without columns is the log-odds of the rate: ln(.2 / .8).
test('without columns it answers with the rate', () => {
  const model = fitLogistic({ rows: 5, columns: [] }, Uint8Array.of(1, 0, 0, 0, 0));
  expect(model.coefficients[0]).toBeCloseTo(Math.log(0.25), 8);
});

test('an unknown number, an unseen level and an absent column are scored, not refused', () => {
  const gaps: FeatureTable = { rows: 10, columns: [{ ...number, values: number.values.map((value) => (value === 5 ? Number.NaN : value)) }, category] };
  const model = fitLogistic(gaps, labels);
  const scores = logisticScores(model, { rows: 2, columns: [categoryColumn('channel', ['never seen', null])] });
  expect([...scores].every(Number.isFinite)).toBe(true);
});

test('separable classes keep finite coefficients', () => {
  const model = fitLogistic({ rows: 10, columns: [number] }, Uint8Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 1), { penalty: 1e-3 });
  expect(model.coefficients.every(Number.isFinite)).toBe(true);
});

test('contributions add up to the score', () => {
  const model = fitLogistic(table, labels);
  const scores = logisticScores(model, table);
  linearContributions(model, table, Uint32Array.of(0, 7)).forEach(({ base, contributions }, place) => {
    expect(base + contributions.reduce((sum, own) => sum + own, 0)).toBeCloseTo(scores[[0, 7][place] ?? 0] ?? 0, 10);
  });
});

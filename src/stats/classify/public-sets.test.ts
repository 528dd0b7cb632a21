import { expect, test } from 'vitest';
import { bank, type LabelledTable, telco } from '../../../test/public-tables.ts';
import {
  areaUnderRoc,
  boostingScores,
  brierScore,
  type FeatureTable,
  fitBoosting,
  fitLogistic,
  logisticScores,
  sigmoid,
  stratifiedFolds,
  takenLabels,
  takeRows,
} from './index.ts';

type Learner = (train: FeatureTable, labels: Uint8Array, test: FeatureTable) => Float64Array;
const logistic: Learner = (train, labels, test) => logisticScores(fitLogistic(train, labels), test);
const boosting: Learner = (train, labels, test) => boostingScores(fitBoosting(train, labels, { mostTrees: 120, learningRate: 0.05, mostLeaves: 15 }), test);

/** Scores of each row by a model that has not seen it. */
function outOfFold({ table, labels }: LabelledTable, learner: Learner): { readonly auc: number; readonly brier: number } {
  const folds = stratifiedFolds(labels, 5, 1).map(({ train, test }) => {
    const scores = learner(takeRows(table, train), takenLabels(labels, train), takeRows(table, test));
    const own = takenLabels(labels, test);
    return { auc: areaUnderRoc(scores, own), brier: brierScore(scores.map(sigmoid), own) };
  });
  const mean = (key: 'auc' | 'brier'): number => folds.reduce((sum, fold) => sum + fold[key], 0) / folds.length;
  return { auc: mean('auc'), brier: mean('brier') };
}

// Five-fold figures of scikit-learn, LightGBM and InterpretML for these sets: .845 and .847 (Brier .136); .765 and .800.
test('telco churn: as good as the published figures', () => {
  const data = telco();
  if (data === undefined) return;
  expect(outOfFold(data, logistic).auc).toBeCloseTo(0.845, 2);
  const boosted = outOfFold(data, boosting);
  expect(boosted.auc).toBeGreaterThan(0.842);
  expect(boosted.auc).toBeLessThan(0.86);
  expect(boosted.brier).toBeCloseTo(0.136, 2);
}, 60_000);

test('bank marketing: as good as the published figures', () => {
  const data = bank();
  if (data === undefined) return;
  const [fold] = stratifiedFolds(data.labels, 5, 1);
  if (fold === undefined) return;
  const [train, labels] = [takeRows(data.table, fold.train), takenLabels(data.labels, fold.train)];
  const [rest, truth] = [takeRows(data.table, fold.test), takenLabels(data.labels, fold.test)];
  expect(Math.abs(areaUnderRoc(logistic(train, labels, rest), truth) - 0.765)).toBeLessThan(0.012);
  expect(Math.abs(areaUnderRoc(boosting(train, labels, rest), truth) - 0.8)).toBeLessThan(0.012);
}, 60_000);

import { shareOf } from '../../core/index.ts';
import type { ClassifierQuality, ModelFigure } from '../../contract/index.ts';
import type { Quality } from './quality.ts';

const known = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Quality as the contract says it. */
export const qualityAnswer = (quality: Quality): ClassifierQuality => ({
  customers: quality.rows,
  positives: quality.positives,
  auc: known(quality.auc),
  auc_error: known(quality.aucStandardError),
  average_precision: known(quality.averagePrecision),
  log_loss: quality.logLoss,
  brier: quality.brier,
  calibration_error: quality.calibrationError,
  calibration: quality.calibration.map(({ count, predicted, observed, low, high }) => ({ customers: count, predicted, observed, low, high })),
  lift: quality.lift.map(({ decile, count, positives, rate, lift, gain }) => ({
    tenth: decile,
    customers: count,
    positives,
    rate,
    lift: known(lift),
    gain: known(gain),
  })),
});

/** The figures of the newest customers, each beside that of saying the same share of everybody. */
export function classifierFigures(newest: Quality, baseline: Quality | undefined): readonly ModelFigure[] {
  if (newest.rows === 0) return [];
  const share = newest.positives / newest.rows;
  const spread = 1.96 * newest.aucStandardError;
  const top = newest.lift[0];
  const chance = 'everybody alike';
  return [
    {
      measure: 'auc',
      label: 'Puts the right one first (area under the ROC curve)',
      value: known(newest.auc),
      low: known(newest.auc - spread),
      high: known(Math.min(1, newest.auc + spread)),
      baseline: 0.5,
      baseline_label: chance,
      better: 'higher',
      meaning: Number.isFinite(newest.auc)
        ? `Of one who did it and one who did not, the model puts the right one first in ${Math.round(100 * newest.auc)} of 100 cases.`
        : 'Everybody or nobody did it, so there was nobody to tell apart.',
    },
    {
      measure: 'average_precision',
      label: 'Right among those named first (average precision)',
      value: known(newest.averagePrecision),
      low: null,
      high: null,
      baseline: share,
      baseline_label: chance,
      better: 'higher',
      meaning: 'How many of those named first did it, over all lengths of the list.',
    },
    {
      measure: 'log_loss',
      label: 'Chances against what happened (log-loss)',
      value: newest.logLoss,
      low: null,
      high: null,
      baseline: baseline?.logLoss ?? null,
      baseline_label: 'the share of all',
      better: 'lower',
      meaning: 'How far probabilities were from what happened; by it the candidates compete.',
    },
    {
      measure: 'calibration_error',
      label: 'Percentages off by (calibration error)',
      value: newest.calibrationError,
      low: null,
      high: null,
      baseline: baseline?.calibrationError ?? null,
      baseline_label: 'the share of all',
      better: 'lower',
      meaning: `Where the model said so many per cent, it was ${(100 * newest.calibrationError).toFixed(1)} points more or fewer on average.`,
    },
    {
      measure: 'lift',
      label: 'First tenth beside chance (lift)',
      value: top === undefined ? null : known(top.lift),
      low: null,
      high: null,
      baseline: 1,
      baseline_label: chance,
      better: 'higher',
      meaning:
        top === undefined || !Number.isFinite(top.gain) || !Number.isFinite(top.lift)
          ? 'Not known.'
          : `The tenth that the model names first holds ${shareOf(top.gain)} of all who did it, ${top.lift.toFixed(1)} times what chance would find.`,
    },
  ];
}

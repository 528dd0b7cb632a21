import {
  areaUnderRoc,
  aucStandardError,
  averagePrecision,
  brierScore,
  type CalibrationBin,
  calibrationError,
  calibrationTable,
  evenCalibration,
  type LiftRow,
  liftTable,
  logLoss,
} from '../../stats/index.ts';

/** How good probabilities were for customers whose outcome is known by now. AUC and its like are NaN where everybody or nobody was positive. */
export type Quality = {
  readonly rows: number;
  readonly positives: number;
  readonly auc: number;
  readonly aucStandardError: number;
  readonly averagePrecision: number;
  readonly logLoss: number;
  readonly brier: number;
  readonly calibration: readonly CalibrationBin[];
  /** The same in groups that tell equally much, for what is said of one customer. */
  readonly even: readonly CalibrationBin[];
  readonly calibrationError: number;
  readonly lift: readonly LiftRow[];
};

export function qualityOf(probabilities: Float64Array, labels: Uint8Array): Quality {
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const auc = areaUnderRoc(probabilities, labels);
  const calibration = calibrationTable(probabilities, labels);
  return {
    rows: labels.length,
    positives,
    auc,
    aucStandardError: aucStandardError(auc, positives, labels.length - positives),
    averagePrecision: averagePrecision(probabilities, labels),
    logLoss: logLoss(probabilities, labels),
    brier: brierScore(probabilities, labels),
    calibration,
    even: evenCalibration(probabilities, labels),
    calibrationError: calibrationError(calibration),
    lift: liftTable(probabilities, labels),
  };
}

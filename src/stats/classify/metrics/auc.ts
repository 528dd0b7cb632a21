import { eachTie } from './descending.ts';

/**
 * Area under the ROC curve: the chance that a positive scores above a negative, equal scores counting half (Hanley & McNeil, Radiology 143,
 * 1982). Labels are 0 or 1. NaN where one of the two is absent.
 */
export function areaUnderRoc(scores: Float64Array, labels: Uint8Array): number {
  let positives = 0;
  let negatives = 0;
  let pairs = 0;
  eachTie(scores, labels, (tiedPositives, tiedNegatives) => {
    pairs += tiedNegatives * (positives + tiedPositives / 2);
    positives += tiedPositives;
    negatives += tiedNegatives;
  });
  return pairs / (positives * negatives);
}

/**
 * Standard error of an AUC by the exponential approximation of Hanley & McNeil (1982), from the AUC and the numbers of positives and
 * negatives alone.
 */
export function aucStandardError(auc: number, positives: number, negatives: number): number {
  const q1 = auc / (2 - auc);
  const q2 = (2 * auc * auc) / (1 + auc);
  return Math.sqrt((auc * (1 - auc) + (positives - 1) * (q1 - auc * auc) + (negatives - 1) * (q2 - auc * auc)) / (positives * negatives));
}

import { eachTie } from './descending.ts';

/**
 * Average precision: Σ (recall gained at a threshold) × (precision there), without interpolation, equal scores sharing a threshold (as
 * scikit-learn's `average_precision_score`). A random order scores the share of positives. NaN without positives.
 */
export function averagePrecision(scores: Float64Array, labels: Uint8Array): number {
  let found = 0;
  let seen = 0;
  let area = 0;
  eachTie(scores, labels, (positives, negatives) => {
    found += positives;
    seen += positives + negatives;
    area += positives * (found / seen);
  });
  return area / found;
}

import { mean } from '../../mean.ts';

/** Probabilities are kept this far from 0 and 1, so that one confident mistake does not make the mean infinite. */
const furthest = 1e-15;

/** Mean negative log-likelihood of labels (0 or 1) under the probabilities, in nats. */
export function logLoss(probabilities: Float64Array, labels: Uint8Array): number {
  return mean(
    probabilities.map((probability, row) => {
      const kept = Math.min(1 - furthest, Math.max(furthest, probability));
      return -Math.log((labels[row] ?? 0) === 1 ? kept : 1 - kept);
    }),
  );
}

/** Mean squared distance of probabilities from labels (Brier, Monthly Weather Review 78, 1950, for two outcomes). */
export function brierScore(probabilities: Float64Array, labels: Uint8Array): number {
  return mean(probabilities.map((probability, row) => (probability - (labels[row] ?? 0)) ** 2));
}

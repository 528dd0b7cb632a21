import { columnMasker } from '../access/index.ts';
import type { CustomerPredictions, PredictionReason } from '../contract/index.ts';

/** A score whose reasons tell of no personal value. */
export const maskedScore = <Score extends { readonly reasons: readonly PredictionReason[] }>(score: Score): Score => ({
  ...score,
  reasons: score.reasons.map(masked),
});

export const maskedScores = (found: CustomerPredictions): CustomerPredictions => ({ ...found, scores: found.scores.map(maskedScore) });

function masked(reason: PredictionReason): PredictionReason {
  if (reason.value === null) return reason;
  const value = String(columnMasker(reason.column)(reason.value));
  if (value === reason.value) return reason;
  return {
    ...reason,
    value,
    fact: `${reason.label}.`,
    sentence: `${reason.label}: it is ${reason.effect > 0 ? 'likelier' : 'less likely'} with such customers.`,
  };
}

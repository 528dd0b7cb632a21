import type { BoostingModel, Calibration, ForestModel, LogisticModel } from '../../../stats/index.ts';

/** From simple to rich; of equally good ones the first is taken. */
export const candidateKinds = ['rate', 'recency', 'logistic', 'forest', 'boosting'] as const;
export type CandidateKind = (typeof candidateKinds)[number];

/** A fitted candidate as plain JSON. */
export type Candidate =
  /** Everybody's share, whoever they are. */
  | { readonly kind: 'rate'; readonly rate: number }
  /** From the time since the last order (or other fact) alone. */
  | { readonly kind: 'recency'; readonly model: LogisticModel }
  | { readonly kind: 'logistic'; readonly model: LogisticModel }
  | { readonly kind: 'forest'; readonly model: ForestModel; readonly calibration: Calibration }
  | { readonly kind: 'boosting'; readonly model: BoostingModel; readonly calibration: Calibration };

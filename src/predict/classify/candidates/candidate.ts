import type { BoostingModel, Calibration, ForestModel, LogisticModel } from '../../../stats/index.ts';

/** From simple to rich; of equally good ones the first is taken. */
export const candidateKinds = ['rate', 'recency', 'event', 'buyer', 'logistic', 'forest', 'boosting', 'blend'] as const;
export type CandidateKind = (typeof candidateKinds)[number];

/** What a blend is the mean of. */
export const blendedKinds = ['buyer', 'forest', 'boosting'] as const satisfies readonly CandidateKind[];

/** A fitted candidate as plain JSON. */
export type Candidate =
  /** Everybody's share, whoever they are. */
  | { readonly kind: 'rate'; readonly rate: number }
  /** From the time since the last order and other fact alone; where customers come, since the last visit, and how often they came lately. */
  | { readonly kind: 'recency'; readonly model: LogisticModel }
  /** The same, and how long ago that kind of event was which tells most. */
  | { readonly kind: 'event'; readonly model: LogisticModel }
  /** What the buying model says, and how the silence compares with the customer's own gaps: a logistic regression on these alone. */
  | { readonly kind: 'buyer'; readonly model: LogisticModel }
  | { readonly kind: 'logistic'; readonly model: LogisticModel }
  | { readonly kind: 'forest'; readonly model: ForestModel; readonly calibration: Calibration }
  | { readonly kind: 'boosting'; readonly model: BoostingModel; readonly calibration: Calibration }
  /** Mean of the log-odds of those that err differently: the small regression on the rhythm, the forest and the boosted trees on everything (Bates & Granger, Operational Research Quarterly 20, 1969). */
  | { readonly kind: 'blend'; readonly parts: readonly Candidate[] };

const labels: Readonly<Record<CandidateKind, string>> = {
  rate: 'the share of all',
  recency: 'the time since the last order or visit',
  event: 'the time since the last order or visit, and since the event that tells most',
  buyer: 'the buying model (BG/NBD) and their own rhythm',
  logistic: 'logistic regression',
  forest: 'random forest',
  boosting: 'gradient boosting',
  blend: 'the mean of the buying model, a random forest and gradient boosting',
};

/** What a candidate is called. */
export const candidateLabel = (kind: CandidateKind): string => labels[kind];

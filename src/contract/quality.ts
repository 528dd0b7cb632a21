/** What `clientele quality --json` prints: how good the recorded data is, each figure with its rule and the rows behind it. */
export type QualityReport = {
  /** ISO 8601 UTC. */
  readonly as_of: string;
  readonly figures: readonly QualityFigure[];
  /** Records by source and kind, with the time that they span. */
  readonly sources: readonly QualitySource[];
};

export const qualityDimensions = ['completeness', 'validity', 'uniqueness', 'freshness', 'consistency'] as const;
export type QualityDimension = (typeof qualityDimensions)[number];

export type QualityFigure = {
  readonly dimension: QualityDimension;
  /** Null where a figure spans all sources. */
  readonly source: string | null;
  /** `orders`, `items`, `customers`, `profiles`, `events`, `feedback`, `products`, `traits`. */
  readonly kind: string;
  /** The field it is about; null for whole records. */
  readonly field: string | null;
  /** Stable name of the rule, such as `orders-without-customer`. */
  readonly rule: string;
  /** The rule in a sentence. */
  readonly explanation: string;
  /** Good rows out of all rows, 0 to 1; null where there are none. Freshness: see `age_days`. */
  readonly score: number | null;
  readonly rows: number;
  readonly bad: number;
  /** Days since the newest record, for freshness. */
  readonly age_days: number | null;
  /** Some of the bad rows: their ids, with the import that brought them and what is wrong with them. */
  readonly sample: readonly QualitySample[];
  readonly fix: string;
  readonly severity: 'good' | 'look' | 'act';
};

export type QualitySample = { readonly id: string; readonly import: string | null; readonly detail: string };

export type QualitySource = {
  readonly source: string;
  readonly kind: string;
  readonly records: number;
  readonly first: string | null;
  readonly last: string | null;
};

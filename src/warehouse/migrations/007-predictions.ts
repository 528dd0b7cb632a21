/**
 * Predicted traits: which columns of `features` a model filled, as words of the segment language, and every run of scoring. The scores themselves lie
 * in `features` with the other traits of the same moment.
 */
export const createPredictions: readonly string[] = [
  'create table prediction_words (model VARCHAR, place INTEGER, name VARCHAR, label VARCHAR, "column" VARCHAR, type VARCHAR, unit VARCHAR, "values" VARCHAR[])',
  'create table score_runs (model VARCHAR, version INTEGER, as_of TIMESTAMP, facts_version BIGINT, scored_at TIMESTAMP, customers BIGINT)',
];

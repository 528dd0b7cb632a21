import { type FeatureTable, fitLogistic, logisticScores, type LogisticModel, sigmoid, takenLabels, takeRows } from '../classify/index.ts';
import type { UpliftScale } from './calibrate.ts';
import { fitRidge, type RidgeModel, ridgeScores } from './ridge.ts';

export type UpliftKind = 'none' | 'two-model' | 'transformed';

/** A fitted model of what a treatment changes, as plain JSON; with a `scale`, what its scores come to. */
export type UpliftModel = UpliftLearner & { readonly scale?: UpliftScale };
type UpliftLearner =
  /** The same for everybody. */
  | { readonly kind: 'none'; readonly effect: number }
  | { readonly kind: 'two-model'; readonly treated: LogisticModel; readonly control: LogisticModel }
  | { readonly kind: 'transformed'; readonly model: RidgeModel };

const settings = { logAboveSkewness: 2, fewestOfLevel: 10, mostLevels: 30 } as const;

/**
 * Fits one way to tell whom a treatment changes. `two-model` (T-learner: Hansotia & Rukstales 2002; named so by Künzel et al., PNAS 116, 2019): one model of the outcome among the treated, one among the others, and the
 * difference. `transformed` (Athey & Imbens, PNAS 113, 2016, their transformed outcome): Y·(W − p) / (p (1 − p)) has the effect for its mean, and is regressed on the
 * features. Treatment must have been given by chance, with the share p.
 */
export function fitUplift(kind: UpliftKind, table: FeatureTable, treated: Uint8Array, outcomes: Uint8Array): UpliftModel {
  const rowsOf = (wanted: number): Uint32Array => Uint32Array.from(treated.keys()).filter((row) => treated[row] === wanted);
  const [given, kept] = [rowsOf(1), rowsOf(0)];
  switch (kind) {
    case 'none':
      return { kind, effect: meanOf(takenLabels(outcomes, given)) - meanOf(takenLabels(outcomes, kept)) };
    case 'two-model': {
      const fit = (rows: Uint32Array): LogisticModel => fitLogistic(takeRows(table, rows), takenLabels(outcomes, rows), settings);
      return { kind, treated: fit(given), control: fit(kept) };
    }
    case 'transformed': {
      const share = given.length / Math.max(1, treated.length);
      const target = Float64Array.from(outcomes, (outcome, row) => (outcome * ((treated[row] ?? 0) - share)) / (share * (1 - share)));
      return { kind, model: fitRidge(table, target) };
    }
  }
}

/** What the treatment is expected to add to each row's outcome. */
export function upliftScores(model: UpliftModel, table: FeatureTable): Float64Array {
  const { scale } = model;
  const scores = plainScores(model, table);
  return scale === undefined ? scores : scores.map((score) => scale.offset + scale.slope * score);
}

function plainScores(model: UpliftLearner, table: FeatureTable): Float64Array {
  switch (model.kind) {
    case 'none':
      return new Float64Array(table.rows).fill(model.effect);
    case 'two-model': {
      const control = logisticScores(model.control, table).map(sigmoid);
      return logisticScores(model.treated, table).map((score, row) => sigmoid(score) - (control[row] ?? 0));
    }
    case 'transformed':
      return ridgeScores(model.model, table);
  }
}

const meanOf = (values: Uint8Array): number => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length);

import type { Instant } from '../../core/index.ts';
import {
  areaUnderRoc,
  aucStandardError,
  calibrateUplift,
  type FeatureTable,
  fitLogistic,
  fitUplift,
  logisticScores,
  qini,
  type Qini,
  type ShareDifference,
  stratifiedFolds,
  takenLabels,
  takeRows,
  twoProportions,
  type UpliftCalibration,
  upliftBetween,
  type UpliftKind,
  type UpliftModel,
  upliftScores,
  wilsonInterval,
} from '../../stats/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { type Matrix, readMatrix, type Shop, steadyColumns, withColumns, withoutHalfKnown } from '../classify/index.ts';

export type UpliftWish = {
  readonly treated: ReadonlySet<number>;
  readonly control: ReadonlySet<number>;
  readonly outcome: ReadonlySet<number>;
  readonly since: Instant;
  readonly seed: number;
};

export type JudgedUplift = {
  readonly kind: UpliftKind;
  readonly qini: Qini;
  readonly error: number;
  readonly top30: number;
  readonly bottomHalf: number;
  readonly chosen: boolean;
};
export type UpliftFound = {
  readonly treated: { readonly people: number; readonly positives: number };
  readonly control: { readonly people: number; readonly positives: number };
  readonly effect: ShareDifference | undefined;
  /** How well the features tell who was treated: half, where chance decided. */
  readonly balance: { readonly auc: number; readonly suspicious: boolean };
  readonly models: readonly JudgedUplift[];
  /** Of a point that the chosen model's scores tell apart, how much came among people it had not seen; undefined where none is chosen that tells anybody apart. */
  readonly calibration: UpliftCalibration | undefined;
  /** By what was expected after that: what came, between which bounds (undefined where nobody is to be compared). */
  readonly tenths: readonly Tenth[];
};
type Tenth = {
  readonly expected: number;
  readonly uplift: number;
  readonly bounds: { readonly low: number; readonly high: number } | undefined;
  readonly treated: number;
  readonly control: number;
};

/** The chosen way fitted on everybody of the experiment, and from which score on such a share of them lies. */
export type FittedUplift = { readonly model: UpliftModel; readonly limits: readonly { readonly share: number; readonly atLeast: number }[] };

const shares = [0.1, 0.2, 0.3, 0.5];
const kinds: readonly UpliftKind[] = ['none', 'two-model', 'transformed'];
const folds = 2;
const pieces = 10;
/** Of either outcome in either group before anything is fitted. */
const fewest = 25;

/**
 * Features as of the treatment → two ways to tell whom it changed, each fitted on one half and judged on the other and the other way round, so that no customer judges the model that
 * has seen them (honest: Athey & Imbens 2016). What it promises is then drawn to what came of such people (`calibrateUplift`). The best by Qini is chosen only where it is better than treating people at random by more than its own standard error.
 */
export async function findUplift(
  warehouse: Warehouse,
  shop: Shop,
  { treated: given, control, outcome, since, seed }: UpliftWish,
): Promise<UpliftFound & FittedUplift> {
  const matrix = await readMatrix(warehouse, since, shop);
  const rows = Uint32Array.from(matrix.profiles.keys()).filter((row) => given.has(matrix.profiles[row] ?? -1) !== control.has(matrix.profiles[row] ?? -1));
  const known = withoutHalfKnown({ told: matrix.told, table: takeRows(matrix.table, rows) }, shop.vocabulary).table;
  const table = withColumns(known, steadyColumns([known]));
  const treated = Uint8Array.from(rows, (row) => (given.has(matrix.profiles[row] ?? -1) ? 1 : 0));
  const outcomes = Uint8Array.from(rows, (row) => (outcome.has(matrix.profiles[row] ?? -1) ? 1 : 0));
  const found = judgeUplift(table, treated, outcomes, seed);
  const fitted = fitUplift(found.models.find(({ chosen }) => chosen)?.kind ?? 'none', table, treated, outcomes);
  const model = found.calibration === undefined ? fitted : { ...fitted, scale: { offset: found.calibration.offset, slope: found.calibration.slope } };
  const scores = upliftScores(model, table).toSorted((a, b) => b - a);
  return { ...found, model, limits: shares.map((share) => ({ share, atLeast: scores[Math.ceil(share * scores.length) - 1] ?? 0 })) };
}

/** What a treatment is expected to add for everybody now, by a kept model. */
export function scoreUplift(
  model: UpliftModel,
  { profiles, table }: Pick<Matrix, 'profiles' | 'table'>,
): {
  readonly profiles: Int32Array;
  readonly scores: Float64Array;
} {
  return { profiles, scores: upliftScores(model, table) };
}

/** The same on a table: pure, so that it can be held against published experiments. */
export function judgeUplift(table: FeatureTable, treated: Uint8Array, outcomes: Uint8Array, seed: number): UpliftFound {
  const sides = [1, 0].map((side) => {
    const own = outcomes.filter((_, row) => treated[row] === side);
    return { people: own.length, positives: own.reduce((sum, value) => sum + value, 0) };
  });
  const [t = { people: 0, positives: 0 }, c = { people: 0, positives: 0 }] = sides;
  const effect = twoProportions(t.positives, t.people, c.positives, c.people, wilsonInterval);
  const enough = [t, c].every(({ people, positives }) => Math.min(positives, people - positives) >= fewest);
  const split = enough
    ? stratifiedFolds(
        treated.map((own, row) => 2 * own + (outcomes[row] ?? 0)),
        folds,
        seed,
      )
    : [];
  const judged = kinds.map((kind) => {
    const scores = new Float64Array(table.rows);
    for (const { train, test } of split) {
      const model = fitUplift(kind, takeRows(table, train), takenLabels(treated, train), takenLabels(outcomes, train));
      upliftScores(model, takeRows(table, test)).forEach((score, place) => {
        scores[test[place] ?? 0] = score;
      });
    }
    const all = { scores, treated, outcomes };
    // Each half's promises are made to hold by what came of the other's.
    const promised = new Float64Array(table.rows);
    for (const { train, test } of split) {
      const { offset, slope } = calibrateUplift(takenRows(all, train));
      for (const row of test) promised[row] = offset + slope * (scores[row] ?? 0);
    }
    return {
      kind,
      scores,
      promised,
      qini: qini(all),
      error: errorOf(all),
      top30: upliftBetween(all, 0, 0.3).uplift,
      bottomHalf: upliftBetween(all, 0.5, 1).uplift,
    };
  });
  const [best] = judged.filter(({ kind, qini: own, error }) => kind !== 'none' && enough && own.qini > error).toSorted((a, b) => b.qini.qini - a.qini.qini);
  const chosen = best ?? judged[0];
  return {
    treated: t,
    control: c,
    effect,
    balance: balanceOf(table, treated, seed),
    models: judged.map(({ kind, qini: own, error, top30, bottomHalf }) => ({ kind, qini: own, error, top30, bottomHalf, chosen: kind === chosen?.kind })),
    calibration: chosen === undefined || chosen.kind === 'none' || !enough ? undefined : calibrateUplift({ scores: chosen.scores, treated, outcomes }),
    tenths: chosen === undefined || !enough ? [] : tenthsOf({ scores: chosen.promised, treated, outcomes }),
  };
}

type Rows = { readonly scores: Float64Array; readonly treated: Uint8Array; readonly outcomes: Uint8Array };

const takenRows = ({ scores, treated, outcomes }: Rows, rows: Uint32Array): Rows => ({
  scores: Float64Array.from(rows, (row) => scores[row] ?? 0),
  treated: takenLabels(treated, rows),
  outcomes: takenLabels(outcomes, rows),
});

/** Standard error of the Qini value by a jackknife over twenty groups of rows (Tukey 1958). */
function errorOf({ scores, treated, outcomes }: Rows): number {
  const groups = 20;
  const without = Array.from({ length: groups }, (_, group) => {
    const rows = Uint32Array.from(scores.keys()).filter((row) => row % groups !== group);
    return qini(takenRows({ scores, treated, outcomes }, rows)).qini;
  });
  const centre = without.reduce((sum, value) => sum + value, 0) / groups;
  return Math.sqrt(((groups - 1) / groups) * without.reduce((sum, value) => sum + (value - centre) ** 2, 0));
}

/** How well a simple model tells who was treated among people it has not seen. */
function balanceOf(table: FeatureTable, treated: Uint8Array, seed: number): UpliftFound['balance'] {
  const positives = treated.reduce((sum, own) => sum + own, 0);
  if (Math.min(positives, treated.length - positives) < fewest) return { auc: Number.NaN, suspicious: false };
  const scores = new Float64Array(table.rows);
  for (const { train, test } of stratifiedFolds(treated, folds, seed)) {
    const model = fitLogistic(takeRows(table, train), takenLabels(treated, train), { logAboveSkewness: 2, fewestOfLevel: 10, mostLevels: 30, penalty: 10 });
    logisticScores(model, takeRows(table, test)).forEach((score, place) => {
      scores[test[place] ?? 0] = score;
    });
  }
  const auc = areaUnderRoc(scores, treated);
  return { auc, suspicious: auc - 0.5 > 2.807 * aucStandardError(0.5, positives, treated.length - positives) };
}

function tenthsOf(rows: Rows): UpliftFound['tenths'] {
  const sorted = rows.scores.toSorted((a, b) => b - a);
  return Array.from({ length: pieces }, (_, piece) => {
    const own = sorted.subarray(Math.round((piece / pieces) * sorted.length), Math.round(((piece + 1) / pieces) * sorted.length));
    const { uplift, treated, control, sums } = upliftBetween(rows, piece / pieces, (piece + 1) / pieces);
    const bounds = twoProportions(sums.treated, treated, sums.control, control, wilsonInterval);
    return { expected: own.reduce((sum, value) => sum + value, 0) / Math.max(1, own.length), uplift, bounds, treated, control };
  });
}

import type { Workspace } from '../../../core/index.ts';
import { sql } from '../../../sql/index.ts';
import { type FeatureColumn, fitPoisson, poissonFactors, type PoissonModel, quantileSorted, signedLog, takeRows } from '../../../stats/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import { type Matrix, readMatrix, type Shop, withoutHalfKnown } from '../../classify/index.ts';
import type { Need } from '../choose/enough.ts';
import { deviance, floor, type OrderQuality } from '../choose/measure.ts';
import { columns, inWeeks } from '../histories/read.ts';
import { type CutOff, stageHistories, stageOutcomes } from '../histories/stage.ts';
import { expectedOrders, noOrderProbability, type OrderModel } from '../orders/model.ts';

/**
 * A regression on all features, on top of what a buying model expects: who opens e-mails, what is bought, on whose terms, when. It bends each customer's expectation by a factor and leaves the shape of time to the
 * buying model.
 */
export type Lean = PoissonModel & {
  /** Between which factors nearly all lay whom it was learned from. */
  readonly within?: readonly [number, number];
};

/** Nobody is bent by more than this either way, whatever was learned. */
const most = 4;
/** Of those learned from, so many on either side are bent by as much as the next. */
const outermost = 0.01;
/** Where more than this part of the customers would be bent beyond all whom it was learned from, they are others than those. */
const mostStrangers = 0.1;

/** By how much the expectation of each row is bent: by no more than those were whom it was learned from. Beyond that it has met somebody whom it has not seen the like of. */
export function leansOf(lean: Lean, table: Matrix['table']): Float64Array {
  const [low, high] = lean.within ?? [1 / most, most];
  return poissonFactors(lean, table).map((factor) => Math.min(high, Math.max(low, factor)));
}

/** Whether so many customers would be bent beyond all whom it was learned from that it can not speak of them. */
export function isStrangeTo(lean: Lean, table: Matrix['table']): boolean {
  const [low, high] = lean.within ?? [1 / most, most];
  const beyond = poissonFactors(lean, table).reduce((sum, factor) => sum + Number(factor < low || factor > high), 0);
  return beyond > mostStrangers * table.rows;
}

export const leanNeeds: Need['needs'] = { customers: 500, repeat_customers: 200, weeks: 39 };
/** Above this many customers reading all features at four moments costs more than it can bring. */
export const mostLeaning = 200_000;

/** Everybody who had ordered by one cut-off: what was known then, what the buying model expected of the horizon, and what came. */
export type LeanLook = {
  readonly profiles: Int32Array;
  readonly table: Matrix['table'];
  readonly orders: Float64Array;
  readonly expected: (model: OrderModel) => Float64Array;
  readonly none: (model: OrderModel) => Float64Array;
};

export async function leanLook(warehouse: Warehouse, shop: Shop, workspace: Workspace, from: CutOff, until: CutOff, weeks: number): Promise<LeanLook> {
  const matrix = await readMatrix(warehouse, from.at, shop);
  await stageHistories(warehouse, 'value_lean', from, workspace);
  await stageOutcomes(warehouse, 'value_lean_outcomes', from, until, workspace);
  const names = ['profile', 'repeats', 'recency_days', 'age_days', 'active', 'orders'] as const;
  const found = await columns(
    warehouse,
    sql`select h.profile, h.repeats, h.recency_days, h.age_days, h.active, coalesce(o.orders, 0)::INTEGER as orders
      from value_lean h left join value_lean_outcomes o using (profile) order by h.profile`,
    names,
  );
  const rowOf = new Map(Array.from(matrix.profiles, (profile, row) => [profile, row]));
  const rows = Array.from(found.profile.keys()).filter((row) => rowOf.has(found.profile[row] ?? -1));
  const [recency, age] = [inWeeks(found.recency_days), inWeeks(found.age_days)];
  const each = (value: (history: { repeats: number; recency: number; age: number; active: number }) => number): Float64Array =>
    Float64Array.from(rows, (row) =>
      value({ repeats: found.repeats[row] ?? 0, recency: recency[row] ?? 0, age: age[row] ?? 0, active: found.active[row] ?? 0 }),
    );
  const table = takeRows(
    matrix.table,
    Uint32Array.from(rows, (row) => rowOf.get(found.profile[row] ?? -1) ?? 0),
  );
  return {
    profiles: Int32Array.from(rows, (row) => found.profile[row] ?? -1),
    table: withoutHalfKnown({ told: matrix.told, table }, shop.vocabulary).table,
    orders: Float64Array.from(rows, (row) => found.orders[row] ?? 0),
    expected: (model) => each((history) => Math.max(floor, expectedOrders(model, history, weeks))),
    none: (model) => each((history) => noOrderProbability(model, history, weeks)),
  };
}

/**
 * Learned from how those of one look went on. Columns that have become others between the look and `now` (what it will be asked about) are left out: e-mails that were not sent yet tell nothing of those who
 * get them.
 */
export function fitLean(look: LeanLook, model: OrderModel, now: Matrix['table']): Lean {
  const columns = look.table.columns.filter((column) =>
    isSteady(
      column,
      now.columns.find(({ name }) => name === column.name),
    ),
  );
  const fitted = fitPoisson({ rows: look.table.rows, columns }, look.orders, look.expected(model).map(Math.log), { penalty });
  const factors = poissonFactors(fitted, look.table).sort();
  const end = (share: number): number => Math.min(most, Math.max(1 / most, quantileSorted(factors, share)));
  return factors.length === 0 ? fitted : { ...fitted, within: [end(outermost), end(1 - outermost)] };
}

const penalty = 100;
/** More than this part of the customers alike, and a column tells of a few alone. */
const mostAlike = 0.9;
/** In standard deviations, or as a share: how far the middle of a column may move. */
const mostMoved = 0.35;

function isSteady(before: FeatureColumn, after: FeatureColumn | undefined): boolean {
  const [a, b] = [momentsOf(before), after === undefined ? undefined : momentsOf(after)];
  return (
    b !== undefined &&
    a.alike < mostAlike &&
    b.alike < mostAlike &&
    Math.abs(a.known - b.known) < mostMoved &&
    Math.abs(a.mean - b.mean) < mostMoved * a.deviation
  );
}

/** Mean and deviation after a logarithm, the share of the commonest value, and that of known ones. A category is asked for the last two alone. */
function momentsOf(column: FeatureColumn): { readonly mean: number; readonly deviation: number; readonly alike: number; readonly known: number } {
  const values = column.kind === 'number' ? column.values.map(signedLog) : Float64Array.from(column.codes, (code) => (code < 0 ? Number.NaN : code));
  const known = values.filter(Number.isFinite);
  const counts = new Map<number, number>();
  let commonest = 0;
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    commonest = Math.max(commonest, count);
  }
  const alike = commonest / Math.max(1, values.length);
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  const deviation = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length));
  const whole = { alike, known: known.length / Math.max(1, values.length) };
  return column.kind === 'number' ? { mean, deviation, ...whole } : { mean: 0, deviation: 1, ...whole };
}

/** Bent beside not bent, customer by customer, at a look that the regression has not seen. */
export type LeanJudged = { readonly quality: OrderQuality; readonly mean: number; readonly square: number; readonly customers: number };

export function judgeLean(look: LeanLook, model: OrderModel, lean: Lean): LeanJudged {
  const [plain, none, factors] = [look.expected(model), look.none(model), leansOf(lean, look.table)];
  let [actual, predicted, absolute, squares, loss, brier, mean, square] = [0, 0, 0, 0, 0, 0, 0, 0];
  const customers = plain.length;
  plain.forEach((expected, row) => {
    const orders = look.orders[row] ?? 0;
    const factor = factors[row] ?? 1;
    const bent = Math.max(floor, expected * factor);
    const above = deviance(orders, bent) - deviance(orders, expected);
    actual += orders;
    predicted += bent;
    absolute += Math.abs(bent - orders);
    squares += (bent - orders) ** 2;
    loss += deviance(orders, bent);
    brier += (1 - (none[row] ?? 1) ** factor - (orders > 0 ? 1 : 0)) ** 2;
    mean += above;
    square += above * above;
  });
  const quality = {
    customers,
    actual,
    predicted,
    mae: absolute / customers,
    rmse: Math.sqrt(squares / customers),
    deviance: loss / customers,
    brier: brier / customers,
  };
  return { quality, mean: mean / customers, square: square / customers, customers };
}

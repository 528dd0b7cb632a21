import { addCalendar, type Instant, localDate, startOfDate, type Workspace } from '../../../core/index.ts';
import { sql } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import type { Compute } from '../../compute.ts';
import { customersIn } from '../histories/history.ts';
import { type Outcomes, readHistories, readOutcomes } from '../histories/read.ts';
import { type CutOff, cutOffAfter, stageHistories, stageOutcomes } from '../histories/stage.ts';
import type { FittedOrders, Training } from '../orders/fit.ts';
import { type OrderModelKind, orderModelKinds } from '../orders/model.ts';
import { calibrationOf, type CalibrationRow, type Judged, lossAbove, type OrderQuality, qualityOf } from './measure.ts';
import { enoughFor, type Need } from './enough.ts';
import type { OrderLook } from './judge-looks.ts';

type Progress = (share: number) => void;

export type Candidate = {
  readonly kind: OrderModelKind;
  readonly quality: OrderQuality;
  /** Mean loss above the best candidate's and the standard error of that difference. */
  readonly above: number;
  readonly error: number;
  readonly cut_offs: readonly { readonly date: string; readonly quality: OrderQuality }[];
};

/** What the rolling cut-offs said. `candidates` are in order of simplicity; empty when the history is too short to look back. */
export type OrderBacktest = {
  readonly weeks: number;
  readonly cut_offs: readonly string[];
  readonly candidates: readonly Candidate[];
  readonly best: OrderModelKind;
  readonly chosen: OrderModelKind;
  readonly needs: readonly Need[];
  /** On the newest cut-off, which no parameter has seen. */
  readonly calibration: readonly CalibrationRow[];
};

export type Held = { readonly cutOff: CutOff; readonly training: Training; readonly fitted: ReadonlyMap<OrderModelKind, FittedOrders> };

/** Back-tests and what was fitted at the newest cut-off, for whoever wants to look closer. */
export type BacktestRun = { readonly backtest: OrderBacktest; readonly newest: Held | undefined };

const mostCutOffs = 3;
/** Less than this part of the loss is no difference to anybody. */
const alike = 1e-4;

/**
 * Every candidate fitted at up to three cut-offs, a horizon apart, and held against what the customers did in the horizon after each; the simplest whose loss
 * is within one standard error of the best, or nothing above it, is chosen. `end` is the last date that counts. Fits are long sums: they are done where `compute` says.
 */
export async function backtestOrders(warehouse: Warehouse, workspace: Workspace, end: CutOff, compute: Compute, progress: Progress): Promise<BacktestRun> {
  const span = await historySpan(warehouse, workspace, end);
  const weeks = horizonFor(span.weeks);
  const looked: { readonly cutOff: CutOff; readonly look: OrderLook }[] = [];
  let needs: readonly Need[] = [];
  const looks = weeks === 0 ? 0 : Math.min(mostCutOffs, Math.floor(span.weeks / weeks) - 1);
  for (let back = 1; back <= looks; back += 1) {
    const cutOff = weeksBefore(end, back * weeks, workspace);
    const training = await trainingAt(warehouse, workspace, cutOff, weeks);
    const outcomes = await outcomesAfter(warehouse, workspace, cutOff, weeksBefore(end, (back - 1) * weeks, workspace));
    if (customersIn(outcomes) === 0) break;
    needs = needs.length === 0 ? enoughFor(training, span.weeks) : needs;
    const kinds = enoughFor(training, span.weeks)
      .filter(({ enough }) => enough)
      .map(({ kind }) => kind);
    looked.push({ cutOff, look: { kinds, training, outcomes } });
  }
  const { judged, newest } = await compute('orders', { looks: looked.map(({ look }) => look), weeks }, progress);
  const dates = looked.map(({ cutOff }) => cutOff.date);
  const byDate = new Map([...judged].map(([kind, byLook]) => [kind, new Map([...byLook].map(([place, found]) => [dates[place] ?? '', found]))] as const));
  const [first] = looked;
  return {
    backtest: chooseOrders(byDate, dates, weeks, needs),
    newest: first === undefined ? undefined : { cutOff: first.cutOff, training: first.look.training, fitted: newest },
  };
}

/** Pasts at a cut-off, and those of one horizon earlier with how they went on. */
export async function trainingAt(warehouse: Warehouse, workspace: Workspace, cutOff: CutOff, weeks: number): Promise<Training> {
  const before = weeksBefore(cutOff, weeks, workspace);
  const earlier = await outcomesAfter(warehouse, workspace, before, cutOff);
  await stageHistories(warehouse, 'value_histories', cutOff, workspace);
  const histories = await readHistories(warehouse, 'value_histories');
  return { histories, earlier: customersIn(earlier) === 0 ? undefined : earlier, weeks };
}

async function outcomesAfter(warehouse: Warehouse, workspace: Workspace, from: CutOff, until: CutOff): Promise<Outcomes> {
  await stageHistories(warehouse, 'value_past', from, workspace);
  await stageOutcomes(warehouse, 'value_outcomes', from, until, workspace);
  return readOutcomes(warehouse, 'value_past', 'value_outcomes');
}

/** A candidate counts where it could be fitted at every cut-off; the averages always can. */
export function chooseOrders(
  judged: ReadonlyMap<OrderModelKind, ReadonlyMap<string, Judged>>,
  dates: readonly string[],
  weeks: number,
  needs: readonly Need[],
): OrderBacktest {
  const whole = orderModelKinds.flatMap((kind) => {
    const runs = dates.map((date) => judged.get(kind)?.get(date));
    return dates.length > 0 && runs.every((run) => run !== undefined) ? [{ kind, runs }] : [];
  });
  const losses = whole.map(({ kind, runs }) => ({ kind, runs, quality: qualityOf(runs) }));
  const best = losses.toSorted((a, b) => a.quality.deviance - b.quality.deviance)[0];
  if (best === undefined) return { weeks, cut_offs: [], candidates: [], best: 'average', chosen: 'average', needs, calibration: [] };
  const candidates = losses.map(({ kind, runs, quality }): Candidate => {
    const { mean, error } = lossAbove(runs, best.runs);
    return { kind, quality, above: mean, error, cut_offs: runs.map((run, index) => ({ date: dates[index] ?? '', quality: qualityOf([run]) })) };
  });
  // Two models that come to the same say so to the last digits: then the error of their difference is nothing as well.
  const same = alike * best.quality.deviance;
  const chosen = candidates.find(({ above, error }) => above <= Math.max(error, same))?.kind ?? best.kind;
  const newest = judged.get(chosen)?.get(dates[0] ?? '');
  return { weeks, cut_offs: dates, candidates, best: best.kind, chosen, needs, calibration: newest === undefined ? [] : calibrationOf(newest) };
}

/** Weeks of orders there are. */
export async function historySpan(warehouse: Warehouse, { zone }: Workspace, end: CutOff): Promise<{ readonly weeks: number }> {
  const found = await warehouse.row<{ first: Instant | null }>(
    sql`select min(ordered_at) as first from orders where counts and not is_return and profile is not null`,
  );
  if (found?.first === null || found?.first === undefined || found.first > end.at) return { weeks: 0 };
  return { weeks: (end.at - startOfDate(localDate(found.first, zone), zone)) / 6.048e11 };
}

/** A quarter, or a third of a shorter history; below two weeks there is nothing to look back on. */
const horizonFor = (weeks: number): number => {
  const whole = Math.min(13, Math.floor(weeks / 3));
  return whole < 2 ? 0 : whole;
};

export const weeksBefore = (cutOff: CutOff, weeks: number, workspace: Workspace): CutOff =>
  cutOffAfter(localDate(addCalendar(startOfDate(cutOff.date, workspace.zone), workspace.zone, { days: -7 * weeks }), workspace.zone), workspace);

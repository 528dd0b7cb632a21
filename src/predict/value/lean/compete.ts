import type { ModelCandidate, ModelNeed, ValueBacktest } from '../../../contract/index.ts';
import type { Workspace } from '../../../core/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import { type Matrix, readMatrix, type Shop } from '../../classify/index.ts';
import { takeRows } from '../../../stats/index.ts';
import type { Compute } from '../../compute.ts';
import { type BacktestRun, trainingAt, weeksBefore } from '../choose/backtest.ts';
import type { CutOff } from '../histories/stage.ts';
import { labelOf } from '../labels.ts';
import type { OrderModel } from '../orders/model.ts';
import { fitLean, isStrangeTo, judgeLean, type Lean, type LeanJudged, type LeanLook, leanLook, leanNeeds, mostLeaning } from './lean.ts';

export type LeanContest = {
  readonly candidate: ModelCandidate | null;
  readonly need: ModelNeed;
  /** By how much its error was smaller than the buying model's. */
  readonly gain: number;
  /** Where it won: what was learned before the newest cut-off, the look that it was judged at, and customers as they are now. */
  readonly held: { readonly lean: Lean; readonly look: LeanLook; readonly known: Matrix } | undefined;
  /** True where it would have won, and customers are others now than those it was learned from. */
  readonly strange: boolean;
};

const mostLooks = 2;
const kind = 'regression';
const label = 'a regression on all features';

/**
 * The regression against the buying model that was chosen: learned from the horizon before each cut-off, held against the horizon after it. It wins only where the buying model is not within one standard
 * error of it, since it is the least simple of all.
 */
export async function competeLean(
  warehouse: Warehouse,
  shop: Shop,
  workspace: Workspace,
  { backtest, newest }: BacktestRun,
  end: CutOff,
  compute: Compute,
): Promise<LeanContest | undefined> {
  const { weeks, chosen } = backtest;
  const [has] = backtest.needs.map((need) => need.has);
  const model = newest?.fitted.get(chosen)?.model;
  if (has === undefined || model === undefined) return undefined;
  const enough =
    has.customers >= leanNeeds.customers && has.customers <= mostLeaning && has.repeat_customers >= leanNeeds.repeat_customers && has.weeks >= leanNeeds.weeks;
  const need: ModelNeed = { kind, label, enough, needs: leanNeeds, has };
  if (!enough) return { candidate: null, need, gain: 0, held: undefined, strange: false };
  const count = Math.min(mostLooks, backtest.cut_offs.length);
  const looks: LeanLook[] = [];
  for (let back = 1; back <= count + 1; back += 1) {
    const [from, until] = [weeksBefore(end, back * weeks, workspace), weeksBefore(end, (back - 1) * weeks, workspace)];
    looks.push(await leanLook(warehouse, shop, workspace, from, until, weeks));
  }
  const judged: LeanJudged[] = [];
  let held: Omit<NonNullable<LeanContest['held']>, 'known'> | undefined;
  for (let place = 0; place < count; place += 1) {
    const [look, before] = [looks[place], looks[place + 1]];
    const own: OrderModel | undefined =
      place === 0
        ? model
        : (
            await compute(
              'order',
              { kind: chosen, training: await trainingAt(warehouse, workspace, weeksBefore(end, (place + 1) * weeks, workspace), weeks) },
              () => undefined,
            )
          )?.model;
    if (look === undefined || before === undefined || own === undefined) continue;
    const lean = fitLean(before, own, look.table);
    judged.push(judgeLean(look, own, lean));
    if (place === 0) held = { lean, look };
  }
  const customers = judged.reduce((sum, one) => sum + one.customers, 0);
  const mean = judged.reduce((sum, one) => sum + one.mean * one.customers, 0) / customers;
  const square = judged.reduce((sum, one) => sum + one.square * one.customers, 0) / customers;
  const error = Math.sqrt(Math.max(0, square - mean * mean) / customers);
  const better = mean < -error && held !== undefined;
  const known = better ? await readMatrix(warehouse, end.at, shop, undefined, 'ever') : undefined;
  const strange = held !== undefined && known !== undefined && isStrangeTo(fitLean(held.look, model, known.table), buyersOf(known));
  const won = better && !strange;
  const candidate: ModelCandidate = {
    kind,
    label,
    chosen: won,
    quality: wholeOf(judged),
    above: Math.max(0, mean),
    error,
    cut_offs: judged.map(({ quality }, place) => ({ date: backtest.cut_offs[place] ?? '', quality })),
  };
  return {
    candidate: Number.isFinite(mean) ? candidate : null,
    need,
    gain: -mean,
    held: won && held !== undefined && known !== undefined ? { ...held, known } : undefined,
    strange,
  };
}

/** Of those alone who have ordered is anything foretold. */
function buyersOf({ table }: Pick<Matrix, 'table'>): Matrix['table'] {
  const orders = table.columns.find(({ name }) => name === 'orders_count');
  if (orders?.kind !== 'number') return table;
  return takeRows(
    table,
    Uint32Array.from(orders.values.keys()).filter((row) => (orders.values[row] ?? 0) >= 1),
  );
}

function wholeOf(judged: readonly LeanJudged[]): ModelCandidate['quality'] {
  const customers = judged.reduce((sum, { customers: own }) => sum + own, 0);
  const mean = (value: (quality: LeanJudged['quality']) => number): number =>
    judged.reduce((sum, { quality, customers: own }) => sum + own * value(quality), 0) / customers;
  return {
    customers,
    actual: judged.reduce((sum, { quality }) => sum + quality.actual, 0),
    predicted: judged.reduce((sum, { quality }) => sum + quality.predicted, 0),
    mae: mean(({ mae }) => mae),
    rmse: Math.sqrt(mean(({ rmse }) => rmse * rmse)),
    deviance: mean(({ deviance }) => deviance),
    brier: mean(({ brier }) => brier),
  };
}

/** The back-test as it is told, with the regression among the candidates. */
export function withLean(report: ValueBacktest, { candidate, need, gain, strange }: LeanContest, chosen: Parameters<typeof labelOf>[0]): ValueBacktest {
  const needs = [...report.needs, need];
  if (candidate === null) return { ...report, needs };
  const against = `${label}, bending what ${labelOf(chosen)} expects,`;
  if (!candidate.chosen) {
    const why = strange
      ? 'but customers are others now than those it was learned from, so it does not act'
      : 'and did not beat it by more than one standard error';
    const because = `${report.because} ${against.charAt(0).toUpperCase()}${against.slice(1)} came to ${candidate.quality.deviance.toFixed(4)} ${why}.`;
    return { ...report, needs, candidates: [...report.candidates, candidate], because };
  }
  // The others stood beside the best buying model; now they stand beside it bent.
  const others = report.candidates.map((own) => ({ ...own, chosen: false, above: own.above + gain, error: Math.hypot(own.error, candidate.error) }));
  return {
    ...report,
    needs,
    candidates: [...others, candidate],
    chosen: label,
    because: `${against.charAt(0).toUpperCase()}${against.slice(1)} had a smaller error by more than one standard error over ${candidate.cut_offs.length} cut-offs.`,
  };
}

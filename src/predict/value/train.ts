import type { Backtest, ValueDetails, WrittenCard } from '../../contract/index.ts';
import { formatInstant, type Instant, localDate, type Workspace, instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { auditBy, labelOfColumn, readMarked, type Shop } from '../classify/index.ts';
import { type Compute, computeHere } from '../compute.ts';
import { backtestReport, intervalsOf, limitsOf, parameterRows } from './card.ts';
import { backtestOrders, historySpan, trainingAt } from './choose/backtest.ts';
import { dateChoice, datesSentence } from './dates/judge.ts';
import { type Beside, type HeldOut, holdOut } from './hold-out.ts';
import { competeLean, withLean } from './lean/compete.ts';
import { fitLean, leansOf } from './lean/lean.ts';
import { type CutOff, cutOffAfter, dateBefore, stageHistories } from './histories/stage.ts';
import { labelOf, meaningOf } from './labels.ts';
import { seenOf, valueBacktestAnswer, valueFigures } from './figures.ts';
import { fitOrders, type FittedOrders } from './orders/fit.ts';
import { stageLeans, stageScores, type ValueModel } from './score.ts';
import { competeRhythm, rhythmSentence } from './rhythm/compete.ts';
import { learnRhythm, rhythmAt } from './rhythm/learn.ts';
import { fitSpend, meanSpend, type SpendModel } from './spend/model.ts';
import { totalsOf } from './totals.ts';
import { valueTraits } from './words.ts';

export type TrainRequest = {
  readonly at: Instant;
  readonly workspace: Workspace;
  /** A label and the share that is done. */
  readonly progress?: (label: string, share: number) => void;
  /** The words of the shop: with them a regression on all features takes part. */
  readonly shop?: Shop;
  /** Where long sums are done; without it, here. */
  readonly compute?: Compute;
  /** The other model that what is served goes by, where one acts. */
  readonly beside?: Beside | undefined;
};

/** Everything that training brings forth. */
export type TrainedValue = {
  readonly method: string;
  readonly content: ValueModel;
  readonly card: WrittenCard & { readonly details: ValueDetails };
  readonly backtest: Backtest;
};

/**
 * Facts until a moment → back-test → choice → fit on everything until then → totals → card. Nothing later than the moment is seen, and there is no chance in
 * it: the same facts give the same model.
 */
export async function trainValue(
  warehouse: Warehouse,
  { at, workspace, shop, progress = () => undefined, compute = computeHere, beside }: TrainRequest,
): Promise<TrainedValue> {
  const end = lastWholeDay(at, workspace);
  progress('looking back', 0);
  const run = await backtestOrders(warehouse, workspace, end, compute, (share) => progress('looking back', 0.4 * share));
  const { backtest, newest } = run;
  progress('looking at everything else', 0.4);
  const contest = shop === undefined ? undefined : await competeLean(warehouse, shop, workspace, run, end, compute);
  progress('hold-out', 0.5);
  if (contest?.held !== undefined) await stageLeans(warehouse, contest.held.look.profiles, leansOf(contest.held.lean, contest.held.look.table));
  const chosen = newest?.fitted.get(backtest.chosen)?.model;
  const bentBy = contest?.held === undefined ? {} : { lean: contest.held.lean };
  const rhythms =
    shop === undefined || newest === undefined || chosen === undefined
      ? undefined
      : await competeRhythm(
          warehouse,
          shop,
          workspace,
          { orders: chosen, spend: await meanSpend(warehouse, 'value_histories'), ...bentBy },
          { from: newest.cutOff, end, weeks: backtest.weeks },
        );
  const held =
    newest === undefined ? null : await holdOut(warehouse, workspace, backtest, newest, end, { lean: contest?.held?.lean, rhythm: rhythms?.held, beside });
  progress('fitting', 0.6);
  const rhythm = shop === undefined || rhythms?.held === undefined ? undefined : await learnRhythm(warehouse, shop, end.at);
  const training = await trainingAt(warehouse, workspace, end, Math.max(1, backtest.weeks));
  const fitted = (await compute('order', { kind: backtest.chosen, training }, () => undefined)) ?? averageOf(training);
  const spend = await fitSpend(warehouse, 'value_histories');
  progress('scoring', 0.8);
  // Learned anew from the newest look, which it was judged at.
  const known = contest?.held?.known;
  const lean = contest?.held === undefined ? undefined : fitLean(contest.held.look, fitted.model, contest.held.known.table);
  const content: ValueModel = {
    orders: fitted.model,
    spend,
    dates: held?.dates.choice ?? dateChoice,
    ...(lean === undefined ? {} : { lean }),
    ...(rhythm === undefined ? {} : { rhythm }),
  };
  if (lean !== undefined && known !== undefined) await stageLeans(warehouse, known.profiles, leansOf(lean, known.table));
  await stageHistories(warehouse, 'value_histories', end, workspace);
  const silence = shop === undefined || rhythm === undefined ? undefined : await rhythmAt(warehouse, shop, rhythm, end.at);
  await stageScores(warehouse, 'value_scores', 'value_histories', content, { silence });
  const totals = await totalsOf(warehouse, fitted, training.histories);
  const told = backtestReport(backtest, formatInstant(at));
  const leant = contest === undefined ? told : withLean(told, contest, backtest.chosen);
  const report = rhythms === undefined ? leant : { ...leant, because: `${leant.because} ${rhythmSentence(rhythms)}` };
  const audited = await auditOf(warehouse, shop, held);
  const data = await dataUsed(warehouse, workspace, end);
  const details: ValueDetails = {
    kind: 'value',
    data,
    candidates: report.candidates,
    parameters: parameterRows(fitted, spend),
    hold_out: held?.figures ?? null,
    totals,
    intervals: intervalsOf(fitted.model, lean !== undefined || rhythm !== undefined),
  };
  const card: TrainedValue['card'] = {
    model: 'value',
    kind: 'value',
    title: 'What each customer will order and spend',
    question: 'How many orders will each customer make, and for how much, in 3, 6 and 12 months?',
    horizon_days: 365,
    method: `${methodOf(fitted, spend)}${lean === undefined ? '' : '; bent by a regression on all features'}${rhythm === undefined ? '' : '; chances of an order by each customer’s own rhythm'}`,
    seed: 0,
    as_of: formatInstant(end.at),
    predicts: valueTraits(workspace.currency).map(({ name, label, meaning }) => ({ trait: name, label, meaning })),
    seen: seenOf(data),
    enough: report.needs,
    chosen_because: [report.because, meaningOf(fitted.model.kind), spendMeanings[spend.kind]].filter((part) => part !== '').join(' '),
    quality: valueFigures(held?.figures ?? null),
    drivers: [],
    limits: [
      ...limitsOf(fitted.model, spend, lean !== undefined, shareAlive(totals.active_customers, data.customers), held?.figures.served?.beside),
      ...(held === null ? [] : [datesSentence(held.dates)]),
      ...audited.limits,
    ],
    fairness: audited.fairness,
    details,
  };
  return {
    method: [fitted.model.kind, ...(lean === undefined ? [] : ['regression']), ...(rhythm === undefined ? [] : ['own rhythm'])].join(' and '),
    content,
    card,
    backtest: valueBacktestAnswer(report, details),
  };
}

const shareAlive = (active: number | null, customers: number): number | null => (active === null || customers === 0 ? null : active / customers);

/** Whether those who were promised to come back did, by what the owner marked. */
async function auditOf(warehouse: Warehouse, shop: Shop | undefined, held: HeldOut | null): Promise<ReturnType<typeof auditBy>> {
  if (shop === undefined || held === null || held.judged === undefined) return { fairness: [], limits: [] };
  const marked = await readMarked(warehouse, shop, held.profiles, held.at);
  return auditBy(marked, held.judged, (name) => labelOfColumn(name, shop.vocabulary));
}

/** The back-test alone; the fit at its end costs little beside it. */
export async function backtestValue(warehouse: Warehouse, request: TrainRequest): Promise<Backtest> {
  return (await trainValue(warehouse, request)).backtest;
}

/** The day that is not over yet would look like a day without orders. */
const lastWholeDay = (at: Instant, workspace: Workspace): CutOff => cutOffAfter(localDate(instant(at - 86_400_000_000), workspace.zone), workspace);

function averageOf(training: Parameters<typeof fitOrders>[1]): FittedOrders {
  return fitOrders('average', training) ?? { model: { kind: 'past-rate' }, customers: 0 };
}

const spendMeanings: Readonly<Record<SpendModel['kind'], string>> = {
  'gamma-gamma': 'The Gamma-Gamma model takes each to spend around an amount of their own, which few orders tell only roughly.',
  credibility:
    'Each is taken to spend the mean of their own orders, drawn towards the mean of all where their orders are few and vary: prices lie too far apart here for a distribution.',
  'mean-spend': '',
};
const spendNames: Readonly<Record<SpendModel['kind'], string>> = {
  'gamma-gamma': 'the Gamma-Gamma model',
  credibility: 'each customer’s own mean (credibility)',
  'mean-spend': 'one mean for all',
};

const methodOf = ({ model, customers }: FittedOrders, { kind }: SpendModel): string =>
  `Orders by ${labelOf(model.kind)}, learnt from ${customers.toLocaleString('en-GB')} customers; money per order by ${spendNames[kind]}`;

async function dataUsed(warehouse: Warehouse, workspace: Workspace, end: CutOff): Promise<ValueDetails['data']> {
  const { weeks } = await historySpan(warehouse, workspace, end);
  const found = await warehouse.row<{
    customers: number;
    repeat_customers: number;
    orders: number;
    spend_customers: number;
    first: number | null;
    last: number | null;
  }>(sql`
    select count(*) as customers, count(*) filter (where repeats > 0) as repeat_customers, coalesce(sum(repeats + 1), 0)::DOUBLE as orders,
      count(*) filter (where repeats > 0 and repeat_spend > 0) as spend_customers, max(age_days) as first, min(age_days - recency_days) as last from value_histories`);
  const daysBefore = (days: number | null | undefined): string | null => (days === null || days === undefined ? null : dateBefore(end.date, days));
  return {
    customers: found?.customers ?? 0,
    repeat_customers: found?.repeat_customers ?? 0,
    orders: found?.orders ?? 0,
    first_order: daysBefore(found?.first),
    last_order: daysBefore(found?.last),
    weeks: Math.round(weeks * 10) / 10,
    spend_customers: found?.spend_customers ?? 0,
    currency: workspace.currency,
  };
}

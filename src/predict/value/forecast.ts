import type { CustomerForecast } from '../../contract/index.ts';
import { chanceOf, formatInstant, instant, type Instant, localDate, type Workspace, writtenDate } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { historyAt } from './histories/history.ts';
import { readHistories } from './histories/read.ts';
import { dateBefore, stageHistories } from './histories/stage.ts';
import { noOrderProbability } from './orders/model.ts';
import type { Matrix } from '../classify/index.ts';
import { leansOf } from './lean/lean.ts';
import { knowsNoLeaving, stageLeans, stageScores, type ValueModel } from './score.ts';
import { shownScores, stageDates } from './shown.ts';
import { boundedBy, lateness, shifted, shiftOf } from './silence.ts';

export type ForecastRequest = {
  readonly profile: number;
  readonly at: Instant;
  readonly workspace: Workspace;
  readonly name: string /** What is known of them then; asked only by a model that learned from all of it. */;
  readonly matrix?: () => Promise<Pick<Matrix, 'profiles' | 'table'>>;
  /** What is believed of them: the probability of no order in so many days, by a model that knows their rhythm. */
  /** Orders are charges of a member, of whom is told how likely they leave: whether they are still a customer by their orders is not told beside it. */
  readonly charged?: boolean;
  readonly silence?: ToldSilence | undefined;
};

/** Without a title it is the value model's own, by each customer's rhythm; with `ended` that of those who said that they leave, and came back or did not. */
export type ToldSilence = { readonly title: string | null; readonly days: number; readonly probability: number; readonly ended?: true };

type Row = Readonly<Record<'repeats' | 'recency_days' | 'age_days' | 'first_spent' | 'spend' | 'value_12m' | 'value_12m_low' | 'value_12m_high', number>> &
  Readonly<Record<'orders_90d' | 'orders_90d_low' | 'orders_90d_high' | 'orders_12m' | 'orders_12m_low' | 'orders_12m_high', number>> & {
    readonly alive: number | null;
    readonly next_days: number | null;
    readonly rhythm_days: number | null;
    readonly repeat_spend: number | null;
  };

const spans = [7, 14, 30, 60, 90, 180, 365] as const;
const dayLength = 86_400_000_000;

/** What one customer will do, and why, in sentences; undefined for someone who had not ordered by then. The same statements as for everyone. */
export async function forecastCustomer(warehouse: Warehouse, model: ValueModel, request: ForecastRequest): Promise<CustomerForecast | undefined> {
  const { profile, at, workspace, name } = request;
  const today = localDate(at, workspace.zone);
  await stageHistories(warehouse, 'value_customer', { date: today, at }, workspace, { profile });
  const known = model.lean === undefined ? undefined : await request.matrix?.();
  const place = known?.profiles.indexOf(profile) ?? -1;
  const lean = model.lean === undefined || known === undefined || place < 0 ? 1 : (leansOf(model.lean, known.table)[place] ?? 1);
  if (model.lean !== undefined) await stageLeans(warehouse, Int32Array.of(profile), Float64Array.of(lean));
  const { silence } = request;
  if (silence !== undefined)
    await warehouse.loadNumbers('value_customer_silence', [
      { name: 'profile', values: Float64Array.of(profile) },
      { name: 'v0', values: Float64Array.of(silence.probability) },
    ]);
  const told = { table: 'value_customer_silence', days: silence?.days ?? 0 };
  const scoring = silence === undefined ? {} : { silence: silence.ended === true ? { ...told, ended: told.table } : told };
  await stageScores(warehouse, 'value_customer_scores', 'value_customer', model, scoring);
  await stageDates(warehouse, model, { at }, workspace, profile);
  const found = await warehouse.row<Row>(sql`select * from value_customer join (${shownScores(sql`from value_customer_scores`)}) using (profile)`);
  if (found === undefined) return undefined;
  const row = request.charged === true ? { ...found, alive: null } : found;
  const history = historyAt(await readHistories(warehouse, 'value_customer'), 0);
  const random = (days: number): number => 1 - noOrderProbability(model.orders, history, days / 7) ** lean;
  const shift = silence === undefined ? 0 : shiftOf(random(silence.days), 1 - silence.probability);
  const late = silence?.ended === true ? 1 : silence === undefined || !knowsNoLeaving(model.orders) ? 0 : lateness(history);
  const chanceWithin = (days: number): number => {
    const chance = random(days);
    return silence === undefined ? chance : boundedBy(shifted(chance, shift), chance, { told: 1 - silence.probability, bought: random(silence.days), late });
  };
  const lastOrder = dateBefore(today, row.age_days - row.recency_days);
  return {
    profile,
    as_of: formatInstant(at),
    model: name,
    orders: row.repeats + 1,
    first_order: dateBefore(today, row.age_days),
    last_order: lastOrder,
    alive: row.alive,
    orders_90d: { expected: row.orders_90d, low: row.orders_90d_low, high: row.orders_90d_high },
    orders_12m: { expected: row.orders_12m, low: row.orders_12m_low, high: row.orders_12m_high },
    value_12m: { expected: row.value_12m, low: row.value_12m_low, high: row.value_12m_high },
    spend: row.spend,
    next_order_date: row.next_days === null ? null : formatInstant(instant(at + row.next_days * dayLength)),
    next_order_by: row.rhythm_days === null ? 'model' : 'rhythm',
    chances: spans.map((days) => ({ days, probability: chanceWithin(days) })),
    because: [
      ...reasons(row, lastOrder, workspace.currency),
      ...leanReason(lean),
      ...(silence === undefined ? [] : silenceReason(silence, random(silence.days))),
    ],
  };
}

/** The last order by its date: counted in days by the calendar it would be another number than the silence, which counts whole days. */
function reasons(row: Row, last: string, currency: string): readonly string[] {
  const since = row.age_days - row.recency_days;
  const said = [`Ordered on ${count(row.repeats + 1, 'day')} in ${count(row.age_days, 'day')}, the last ${since === 0 ? 'today' : `on ${writtenDate(last)}`}.`];
  if (row.repeats === 0) said.push('One order tells little: how customers in general go on after their first weighs most here.');
  else said.push(rhythm(since, row.recency_days / row.repeats, row.alive));
  if (row.repeat_spend !== null && row.repeats > 0) {
    const own = amount(row.repeat_spend, currency);
    const leans = Math.abs(row.spend / row.repeat_spend - 1) > 0.05 ? ', drawn towards the mean of all since their orders are few' : '';
    said.push(`Spent ${own} an order after the first; ${amount(row.spend, currency)} is expected of the next${leans}.`);
  } else said.push(`${amount(row.spend, currency)} an order is what customers spend on average.`);
  return said;
}

/** What the regression adds, where it is worth a word. */
function leanReason(lean: number): readonly string[] {
  if (Math.abs(lean - 1) < 0.05) return [];
  return [`What else is known of them speaks for ${Math.round(100 * Math.abs(lean - 1))}% ${lean > 1 ? 'more' : 'fewer'} orders than their dates alone.`];
}

/** Two models of one thing differ by some points; by more, whoever reads the dates is told which of them is believed. */
const clearlyOther = 0.1;

function silenceReason({ title, days, probability, ended }: ToldSilence, random: number): readonly string[] {
  const order = 1 - probability;
  if (ended === true || Math.abs(order - random) <= clearlyOther) return [];
  const says = title === null ? `By a rhythm of their own it is ${chanceOf(order)}` : `“${title}” knows their rhythm, too, and says ${chanceOf(order)}`;
  return [`Orders that come at random would make one within ${days} days ${chanceOf(random)} likely. ${says}: all that is expected here goes by that.`];
}

/** How the silence compares with their own gaps. It names no day: the one day that is told is the model's. */
function rhythm(since: number, gap: number, alive: number | null): string {
  const times = since / Math.max(gap, 1);
  const usual = `They ordered every ${count(Math.max(1, Math.round(gap)), 'day')} on average, long pauses included`;
  const chance = alive === null ? '' : ` (${chanceOf(alive)} likely still a customer)`;
  if (times < 1) return `${usual}; the silence is shorter than that so far${chance}.`;
  if (times < 2) return `${usual}; the silence is longer than that, but not twice as long${chance}.`;
  return `${usual}; the silence is ${times.toFixed(1)} times that${chance}.`;
}

const count = (value: number, one: string): string => `${value} ${value === 1 ? one : `${one}s`}`;
const amount = (value: number, currency: string): string => new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(value);

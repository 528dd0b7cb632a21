import type { PredictionReason } from '../../../contract/index.ts';
import { chanceOf } from '../../../core/index.ts';
import type { FeatureColumn } from '../../../stats/index.ts';
import { buyerColumn, rhythmColumn } from '../buyer-name.ts';
import { eventOfColumn } from '../event-name.ts';
import { amountOf, capital, daysOf, isDate, passed } from './amount.ts';
import { lastEvent } from './event.ts';
import { feedbackSaid } from './feedback.ts';
import { type Looked, medianOf, numberIn } from './looked.ts';
import { besideOwn, besides, isOdd } from './odd.ts';
import { pullOf, whomOf } from './outcome.ts';
import { datePhrases, kindPhrases, notKnown, phrases } from './phrases.ts';
import { weekly, weeklyBefore } from './weekly.ts';

/** What is so of this customer in one column (shown as `value`), and what that does to their score, in a sentence; `fact` is the first half of it, `odd` says that it pulls the other way than one would expect. */
export function sayReason(column: FeatureColumn, label: string, effect: number, looked: Looked): Pick<PredictionReason, 'value' | 'fact' | 'odd' | 'sentence'> {
  const odd = isOdd(column.name, effect, looked);
  const { value, fact } = factOf(column, label, effect, looked);
  return { value, fact: `${fact}.`, odd, sentence: `${fact}; ${pullOf(looked.asked, effect, odd)}.` };
}

function factOf(column: FeatureColumn, label: string, effect: number, looked: Looked): { readonly value: string | null; readonly fact: string } {
  const { row, asked, shop } = looked;
  const unknown = { value: null, fact: unknownOf(column.name, label, looked) };
  if (column.kind === 'category') {
    const level = column.levels[column.codes[row] ?? -1];
    if (level === undefined) return unknown;
    const said = kindPhrases[column.name]?.(level) ?? `${capital(label)} is ${level === 'true' ? 'yes' : level === 'false' ? 'no' : level}`;
    return { value: level, fact: said };
  }
  const value = column.values[row] ?? Number.NaN;
  if (!Number.isFinite(value)) return unknown;
  if (column.name === buyerColumn)
    return {
      value: chanceOf(value),
      fact: `By how often and how lately they ordered, an order within ${daysOf(asked.horizonDays)} is ${chanceOf(value)} likely${usualChance(column.name, looked)}`,
    };
  if (column.name === rhythmColumn) return { value: chanceOf(value), fact: rhythmOf(value, looked) };
  const event = eventOfColumn(column.name);
  if (event !== undefined) {
    const { value: last, said } = lastEvent(event, value, medianOf(column.name, looked.reference), whomOf(asked));
    return { value: last, fact: said };
  }
  if (shop.vocabulary.attributes.get(column.name)?.yesNo === true && (value === 0 || value === 1)) {
    const answer = value === 1 ? 'yes' : 'no';
    return { value: answer, fact: `${capital(label)} is ${answer}` };
  }
  const shown = amountOf(column.name, value, shop.vocabulary);
  const said = isDate(column.name, shop.vocabulary)
    ? dateOf(column.name, label, value, shown)
    : column.name === 'feedback_count'
      ? feedbackSaid(shown, shop.feedback ?? [])
      : (phrases[column.name]?.own(shown) ?? `${capital(label)}: ${shown}`);
  return { value: shown, fact: `${said}${besideOthers(column.name, value, effect, looked)}` };
}

function dateOf(column: string, label: string, value: number, shown: string): string {
  const phrase = datePhrases[column];
  if (phrase === undefined) return value < 0 ? `${capital(label)} in ${shown}` : `${capital(label)} ${shown} ago`;
  return value < 0 ? phrase.soon(shown) : phrase.own(shown);
}

/** What is not known of a customer, as what it means where that is plain. */
function unknownOf(column: string, label: string, { table, row }: Looked): string {
  const once = numberIn(table, 'orders_count', row) === 1;
  return (once ? notKnown.once[column] : undefined) ?? notKnown.ever[column] ?? `${capital(label)} is not known`;
}

/** How long ago: half of all customers were nearer. */
const isAgo = (column: string, words: Looked['shop']['vocabulary']): boolean => column.startsWith('days_since_') || isDate(column, words);

/** What is usual, and whose usual it is: the customer's own where it is known, else that of everybody whom the model learned from. */
function besideOthers(column: string, value: number, effect: number, looked: Looked): string {
  const gap = numberIn(looked.table, 'median_days_between_orders', looked.row);
  if (column === 'days_since_last_order' && gap !== undefined && Number.isFinite(gap)) return `, and they usually order every ${daysOf(Math.max(1, gap))}`;
  const beside = column === 'visits_30d' ? besides(effect, looked) : 'both';
  return `${beside === 'own' ? '' : usualOf(column, value, looked)}${beside === 'all' ? '' : cameBefore(column, value, looked)}`;
}

/** Of everybody whom the model learned from. */
function usualOf(column: string, value: number, { reference, shop, asked }: Looked): string {
  const middle = medianOf(column, reference);
  const ago = isAgo(column, shop.vocabulary);
  // When others are due says nothing of whether this customer is.
  if (middle === null || column === 'expected_next_order_at' || (ago && Math.sign(middle) !== Math.sign(value))) return '';
  const shown = amountOf(column, middle, shop.vocabulary);
  return ago ? ` (half of all ${whomOf(asked)}: ${shown} or less)` : usualAmong(asked, column === 'favourite_hour' ? `${shown}:00` : shown);
}

/** Whether the customer is in this column as most are, as far as is told: then it is no reason that an owner could see. */
export function isAsUsual(column: string, looked: Looked): boolean {
  const { table, row, reference, shop } = looked;
  const [value, middle] = [numberIn(table, column, row), medianOf(column, reference)];
  if (value === undefined || middle === null || !Number.isFinite(value) || column === buyerColumn || column === rhythmColumn) return false;
  if (column === 'visits_30d' && besideOwn(looked) !== undefined) return false;
  if (column === 'days_since_last_order' && Number.isFinite(numberIn(table, 'median_days_between_orders', row) ?? Number.NaN)) return false;
  return amountOf(column, value, shop.vocabulary) === amountOf(column, middle, shop.vocabulary);
}

const usualAmong = (asked: Looked['asked'], shown: string): string => ` (usual among all ${whomOf(asked)}: ${shown})`;

function usualChance(column: string, { reference, asked }: Looked): string {
  const middle = medianOf(column, reference);
  return middle === null ? '' : usualAmong(asked, chanceOf(middle));
}

/** The silence beside the customer's own usual pause; of whoever ordered once, beside everybody's. */
function rhythmOf(chance: number, looked: Looked): string {
  const { table, row, reference, asked } = looked;
  const [quiet, gap] = ['days_since_last_order', 'median_days_between_orders'].map((name) => numberIn(table, name, row));
  if (quiet !== undefined && gap !== undefined && Number.isFinite(quiet) && Number.isFinite(gap))
    return `Last order ${passed(quiet)} ago, and they usually order every ${daysOf(Math.max(1, gap))}: by that alone an order within ${daysOf(asked.horizonDays)} is ${chanceOf(chance)} likely${usualChance(rhythmColumn, looked)}`;
  const everybody = medianOf('median_days_between_orders', reference);
  return `Only one order so far, so no rhythm of their own yet${everybody === null ? '' : ` (customers who come back usually order every ${daysOf(Math.max(1, everybody))})`}`;
}

/** Beside visits, what they were before: it is the fall that an owner knows somebody by. */
function cameBefore(column: string, value: number, { table, row }: Looked): string {
  const ninety = numberIn(table, 'visits_90d', row);
  if (column === 'visits_30d') return ninety !== undefined && ninety > value ? `, after ${ninety - value} in the 60 days before` : '';
  if (column !== 'last_visit_at') return '';
  const rate = weeklyBefore(value, ninety, numberIn(table, 'first_seen_at', row));
  return rate === undefined ? '' : `, after ${weekly(rate)}`;
}

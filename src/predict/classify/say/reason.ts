import { chanceOf } from '../../../core/index.ts';
import type { FeatureColumn, FeatureTable } from '../../../stats/index.ts';
import { buyerColumn, rhythmColumn } from '../buyer-name.ts';
import type { Reference } from '../reference.ts';
import type { Shop } from '../task.ts';
import { amountOf, capital, daysOf, isDate, passed } from './amount.ts';
import { type AskedOf, pullOf } from './outcome.ts';
import { datePhrases, kindPhrases, phrases } from './phrases.ts';
import { weekly, weeklyBefore } from './weekly.ts';

export type Looked = {
  readonly table: FeatureTable;
  readonly row: number;
  readonly reference: Reference;
  readonly shop: Pick<Shop, 'vocabulary'>;
  readonly asked: AskedOf;
};

/** What is so of this customer in one column (shown as `value`), and what that does to their score, in a sentence. */
export function sayReason(column: FeatureColumn, label: string, effect: number, looked: Looked): { readonly value: string | null; readonly sentence: string } {
  const { row, asked, shop } = looked;
  const pull = pullOf(asked, effect);
  const unknown = { value: null, sentence: `${capital(label)} is not known, ${pull}.` };
  if (column.kind === 'category') {
    const level = column.levels[column.codes[row] ?? -1];
    if (level === undefined) return unknown;
    const said = kindPhrases[column.name]?.(level) ?? `${capital(label)} is ${level === 'true' ? 'yes' : level === 'false' ? 'no' : level}`;
    return { value: level, sentence: `${said}, ${pull}.` };
  }
  const value = column.values[row] ?? Number.NaN;
  if (!Number.isFinite(value)) return unknown;
  if (column.name === buyerColumn)
    return {
      value: chanceOf(value),
      sentence: `By how often and how lately they ordered, an order within ${daysOf(asked.horizonDays)} is ${chanceOf(value)} likely${usualChance(column.name, looked)}, ${pull}.`,
    };
  if (column.name === rhythmColumn) return { value: chanceOf(value), sentence: `${rhythmOf(value, looked)}, ${pull}.` };
  if (shop.vocabulary.attributes.get(column.name)?.yesNo === true && (value === 0 || value === 1)) {
    const answer = value === 1 ? 'yes' : 'no';
    return { value: answer, sentence: `${capital(label)} is ${answer}, ${pull}.` };
  }
  const shown = amountOf(column.name, value, shop.vocabulary);
  const said = isDate(column.name, shop.vocabulary)
    ? dateOf(column.name, label, value, shown)
    : (phrases[column.name]?.own(shown) ?? `${capital(label)}: ${shown}`);
  return { value: shown, sentence: `${said}${usualOf(column.name, value, looked)}${cameBefore(column.name, value, looked)}, ${pull}.` };
}

function dateOf(column: string, label: string, value: number, shown: string): string {
  const phrase = datePhrases[column];
  if (phrase === undefined) return value < 0 ? `${capital(label)} in ${shown}` : `${capital(label)} ${shown} ago`;
  return value < 0 ? phrase.soon(shown) : phrase.own(shown);
}

/** What is usual here: of everybody whom the model learned from. */
function usualOf(column: string, value: number, { reference, shop }: Looked): string {
  const middle = medianOf(column, reference);
  if (middle === null || (isDate(column, shop.vocabulary) && Math.sign(middle) !== Math.sign(value))) return '';
  const shown = amountOf(column, middle, shop.vocabulary);
  return column === 'days_since_last_order' ? ` (half of all customers: ${shown} or less)` : ` (usual: ${column === 'favourite_hour' ? `${shown}:00` : shown})`;
}

function usualChance(column: string, { reference }: Looked): string {
  const middle = medianOf(column, reference);
  return middle === null ? '' : ` (usual: ${chanceOf(middle)})`;
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

function numberIn({ columns }: FeatureTable, name: string, row: number): number | undefined {
  const found = columns.find((own) => own.name === name);
  return found?.kind === 'number' ? found.values[row] : undefined;
}

function medianOf(column: string, { columns }: Reference): number | null {
  const found = columns.find(({ name }) => name === column);
  return found?.kind === 'number' ? found.median : null;
}

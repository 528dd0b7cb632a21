import type { PredictionReason } from '../../contract/index.ts';
import type { FeatureTable } from '../../stats/index.ts';
import { buyerColumn, rhythmColumn } from './buyer-name.ts';
import type { Candidate } from './candidates/candidate.ts';
import { explainCandidate } from './candidates/score.ts';
import { labelOfColumn } from './card.ts';
import type { Reference } from './reference.ts';
import type { Shop } from './task.ts';

const mostReasons = 5;
/** Less than this share of the largest is not worth a sentence. */
const worthSaying = 0.1;

/** Why customers (rows of the table) score as they do: plain sentences, what weighs most first. */
export function reasonsOf(
  candidate: Candidate,
  table: FeatureTable,
  rows: Uint32Array,
  reference: Reference,
  shop: Shop,
): readonly (readonly PredictionReason[])[] {
  return explainCandidate(candidate, table, rows, reference).map(({ drivers }, place) => {
    const most = Math.abs(drivers[0]?.contribution ?? 0);
    const felt = drivers.filter(({ contribution }) => Math.abs(contribution) >= worthSaying * most).slice(0, mostReasons);
    return felt.map(({ name, contribution }) => reasonOf(name, contribution, table, rows[place] ?? 0, reference, shop));
  });
}

function reasonOf(name: string, effect: number, table: FeatureTable, row: number, reference: Reference, shop: Shop): PredictionReason {
  // Linear models have a term of their own for "unknown", and one for each level.
  const columnName = table.columns.some((own) => own.name === name) ? name : (table.columns.find((own) => name.startsWith(own.name))?.name ?? name);
  const column = table.columns.find((own) => own.name === columnName);
  const label = labelOfColumn(columnName, shop.vocabulary);
  const pulls = effect > 0 ? 'makes it likelier' : 'makes it less likely';
  const base = { column: columnName, label, effect };
  if (column === undefined) return { ...base, value: null, sentence: `${capital(label)} ${pulls}.` };
  if (column.kind === 'category') {
    const value = column.levels[column.codes[row] ?? -1] ?? null;
    return { ...base, value, sentence: value === null ? `${capital(label)} is not known, which ${pulls}.` : `${capital(label)} is ${value}, which ${pulls}.` };
  }
  const value = column.values[row] ?? Number.NaN;
  if (!Number.isFinite(value)) return { ...base, value: null, sentence: `${capital(label)} is not known, which ${pulls}.` };
  const isChance = columnName === buyerColumn || columnName === rhythmColumn;
  const shown = isChance ? chance(value) : numberOf(value, isDate(columnName, shop));
  const own = reference.columns.find((known) => known.name === columnName);
  const middle = own?.kind === 'number' ? own.median : null;
  if (columnName === buyerColumn)
    return { ...base, label, value: shown, sentence: `By how often and when they ordered alone, the chance of an order is ${shown}, which ${pulls}.` };
  if (columnName === rhythmColumn)
    return { ...base, label, value: shown, sentence: `${silenceOf(table, row)} the chance of an order is ${shown}, which ${pulls}.` };
  const usual = middle === null ? '' : ` (usual: ${numberOf(middle, isDate(columnName, shop))})`;
  return { ...base, value: shown, sentence: `${capital(label)}: ${shown}${usual}, which ${pulls}.` };
}

const chance = (value: number): string => (value < 0.005 ? 'less than 1%' : value > 0.995 ? 'more than 99%' : `${Math.round(100 * value)}%`);

/** The silence beside the customer's own usual gap, where there is one. */
function silenceOf(table: FeatureTable, row: number): string {
  const number = (name: string): number => {
    const found = table.columns.find((own) => own.name === name);
    return found?.kind === 'number' ? (found.values[row] ?? Number.NaN) : Number.NaN;
  };
  const [quiet, gap] = [number('days_since_last_order'), number('median_days_between_orders')].map(Math.round);
  if (!Number.isFinite(quiet) || !Number.isFinite(gap)) return 'By how long everybody’s pauses are,';
  const days = (count = 0): string => `${count} ${count === 1 ? 'day' : 'days'}`;
  return `Quiet for ${days(quiet)}, where they usually order every ${days(gap)}: by their own rhythm`;
}

const isDate = (name: string, { vocabulary }: Shop): boolean => ['date', 'instant'].includes(vocabulary.attributes.get(name)?.type ?? '');

/** Dates are columns of days before the moment that is looked from. */
function numberOf(value: number, date: boolean): string {
  const shown = Number(value.toPrecision(3)).toLocaleString('en-GB', { maximumFractionDigits: 2 });
  if (!date) return shown;
  return value < 0 ? `in ${Number((-value).toPrecision(3)).toLocaleString('en-GB')} days` : `${shown} days ago`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

import type { FieldType, Kind } from '../../contract/index.ts';
import { type Instant, formatInstant, day } from '../../core/index.ts';
import { type Fragment, ident, sql, timestamp } from '../../sql/index.ts';
import { inForeignMoney } from './numbers.ts';
import type { PlannedField } from './plan.ts';

/** Something wrong with one field of a row of `f` (typed columns `f…`, clean cells `v…`); either the row goes, or only the cell. */
export type Fault = {
  readonly field: PlannedField;
  readonly action: 'reject' | 'drop';
  readonly reason: string;
  readonly fix: string;
  readonly when: Fragment;
};

/** Largest amount taken for one; beyond it somebody's decimal separator or a test row is at work. */
const absurd = 1_000_000_000;
const absurdWithoutDecimals = 1_000_000_000_000;
const withoutDecimals: ReadonlySet<string> = new Set([
  'BIF',
  'CLP',
  'DJF',
  'GNF',
  'IDR',
  'IRR',
  'JPY',
  'KMF',
  'KRW',
  'LAK',
  'LBP',
  'PYG',
  'RWF',
  'UGX',
  'UZS',
  'VND',
  'VUV',
  'XAF',
  'XOF',
  'XPF',
]);

export function faultsOf(kind: Kind, field: PlannedField, fallible: boolean, now: Instant, currency: string): readonly Fault[] {
  const typed = ident('f', field.column);
  const raw = ident('f', `v${field.column}`);
  const unread: readonly Fault[] = fallible
    ? [{ field, action: unreadAction(kind, field), ...unreadWords(field.type), when: sql`(${typed} is null and ${raw} is not null)` }]
    : [];
  const foreign: readonly Fault[] =
    fallible && field.type === 'money'
      ? [
          {
            field,
            action: unreadAction(kind, field),
            reason: `an amount that is not in ${currency}`,
            fix: `This workspace counts in ${currency}: convert the amounts, or import the file into a workspace of their currency (clientele init --currency).`,
            when: sql`(${typed} is not null and ${inForeignMoney(raw, currency)})`,
          },
        ]
      : [];
  return [...unread, ...foreign, ...rangeFaults(kind, field, typed, now, withoutDecimals.has(currency) ? absurdWithoutDecimals : absurd)];
}

const recordsOfFact: ReadonlySet<Kind> = new Set(['orders', 'items', 'products', 'events', 'messages', 'feedback']);

/** A wrong identifier, date or amount of a fact falsifies it; a wrong e-mail, phone or detail is left out and reported. */
function unreadAction(kind: Kind, field: PlannedField): Fault['action'] {
  if (field.required || field.type === 'identifier') return 'reject';
  if (kind !== 'orders' && kind !== 'items' && kind !== 'products') return 'drop';
  return field.type === 'money' || field.type === 'number' || field.type === 'instant' || field.type === 'currency' ? 'reject' : 'drop';
}

function unreadWords(type: FieldType): { readonly reason: string; readonly fix: string } {
  switch (type) {
    case 'identifier':
      return { reason: 'a number whose digits a spreadsheet has dropped', fix: 'Export again with the column as text, so that 1.23E+11 is written out.' };
    case 'email':
      return { reason: 'not an e-mail address', fix: 'Correct the address, or leave the cell empty.' };
    case 'phone':
      return { reason: 'not a phone number', fix: 'Write it with its country code (+44 …), or set the country with --country.' };
    case 'instant':
    case 'date':
      return { reason: 'not a date', fix: 'Write 2026-01-31 or 2026-01-31 09:30, or say the order of day and month with --date-order.' };
    case 'money':
      return { reason: 'not an amount', fix: 'Write 1234.56, or say the decimal separator with --decimal.' };
    case 'number':
    case 'integer':
    case 'latitude':
    case 'longitude':
      return { reason: 'not a number', fix: 'Write 1234.56, or say the decimal separator with --decimal.' };
    case 'boolean':
    case 'consent':
      return { reason: 'neither yes nor no', fix: 'Write yes or no, or say what the word means with --means "WORD=yes".' };
    case 'currency':
      return { reason: 'not a currency code', fix: 'Write the three-letter code, such as GBP.' };
    case 'country':
    case 'list':
    case 'text':
      return { reason: 'not understood', fix: 'Correct the cell, or leave it empty.' };
  }
}

/** The reason by which lines of nothing are rejected. */
export const quantityOfNothing = 'a quantity of 0';

/** When the fact happened, by kind. */
export const factTime: Readonly<Partial<Record<Kind, string>>> = {
  orders: 'ordered_at',
  events: 'occurred_at',
  messages: 'occurred_at',
  feedback: 'occurred_at',
};

function rangeFaults(kind: Kind, field: PlannedField, typed: Fragment, now: Instant, limit: number): readonly Fault[] {
  const fault = (reason: string, fix: string, when: Fragment, action: Fault['action'] = 'reject'): readonly Fault[] => [{ field, action, reason, fix, when }];
  // Only fields have a range: a column kept under the name of one (`Age` of a review) is text.
  if (field.custom) return [];
  if (field.type === 'instant' && factTime[kind] === field.name) {
    return [
      ...fault('before 1970', 'Correct the date; a zero date usually means that it is unknown.', sql`${typed} < timestamp '1970-01-02'`),
      ...fault(
        `in the future (after ${formatInstant(now)})`,
        'Correct the date, or import again once it has come.',
        sql`${typed} > ${timestamp((now + day) as Instant)}`,
      ),
    ];
  }
  if (field.name === 'quantity' && recordsOfFact.has(kind))
    return fault(quantityOfNothing, 'Leave out lines of nothing, or correct the quantity.', sql`${typed} = 0`);
  if (field.type === 'money')
    return fault('an amount beyond belief', 'Look for a lost decimal separator.', sql`abs(${typed}) >= ${limit}`, kind === 'customers' ? 'drop' : 'reject');
  if (field.type === 'latitude') return fault('not between -90 and 90', 'Correct the latitude.', sql`abs(${typed}) > 90`, 'drop');
  if (field.type === 'longitude') return fault('not between -180 and 180', 'Correct the longitude.', sql`abs(${typed}) > 180`, 'drop');
  if (field.name === 'birthday')
    return fault('not a possible birthday', 'Correct the date.', sql`(${typed} < date '1900-01-01' or ${typed} > cast(${timestamp(now)} as DATE))`, 'drop');
  if (field.name === 'birth_year')
    return fault('not a possible year of birth', 'Correct the year.', sql`(${typed} < 1900 or ${typed} > year(${timestamp(now)}))`, 'drop');
  if (field.name === 'age') return fault('not a possible age', 'Correct the age.', sql`(${typed} < 0 or ${typed} > 120)`, 'drop');
  return [];
}

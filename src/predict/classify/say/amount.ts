import { shareOf } from '../../../core/index.ts';
import type { Vocabulary } from '../../../language/index.ts';

type Words = Pick<Vocabulary, 'attributes'>;

export const isDate = (column: string, { attributes }: Words): boolean => ['date', 'instant'].includes(attributes.get(column)?.type ?? '');

export const daysOf = (value: number): string => {
  const whole = Math.round(value);
  return `${whole.toLocaleString('en-GB')} ${whole === 1 ? 'day' : 'days'}`;
};

/** Of days that have passed only whole ones count, as on a calendar; a gap between orders is an average and is rounded. */
export const passed = (days: number): string => daysOf(Math.floor(Math.abs(days)));

/** A number with its unit: money as money, a share as percent, days as whole days, anything else to three digits. Dates are columns of days before the moment that is looked from. */
export function amountOf(column: string, value: number, words: Words): string {
  const unit = words.attributes.get(column)?.unit;
  if (isDate(column, words) || (unit === 'days' && column.startsWith('days_since_'))) return passed(value);
  if (unit === 'days') return daysOf(Math.abs(value));
  if (unit !== undefined && /^[A-Z]{3}$/.test(unit)) {
    const whole = Math.abs(value) >= 100 || Number.isInteger(value);
    return value.toLocaleString('en-GB', { style: 'currency', currency: unit, ...(whole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}) });
  }
  if (column.endsWith('_share')) return shareOf(value);
  const shown = Number(value.toPrecision(3)).toLocaleString('en-GB', { maximumFractionDigits: 2 });
  return unit === undefined ? shown : `${shown} ${unit}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

import { shareOf } from '../../../core/index.ts';
import type { Vocabulary } from '../../../language/index.ts';
import { isMix } from '../habits/names.ts';
import { type Distinction, havingIt } from './distinction.ts';
import type { GroupProfile } from './profiles.ts';

/** How a column is said: its name as people say it, and an amount in it with its unit. */
export type ColumnWords = { readonly label: (column: string) => string; readonly amount: (column: string, value: number) => string };

/** A group in a sentence: how many, and in which numbers it differs. */
export function describeGroup({ customers, share, distinctions }: GroupProfile, words: ColumnWords): string {
  const size = `${customers.toLocaleString('en-GB')} customers (${(100 * share).toFixed(share < 0.1 ? 1 : 0)}%)`;
  const clauses = distinctions
    .filter((own) => differsAsShown(own, words))
    .slice(0, 4)
    .map((own) => clauseOf(own, words));
  return clauses.length === 0 ? `${size}, in nothing far from everybody else.` : `${size}: ${clauses.join('; ')}.`;
}

/** Two medians can be alike where the means lie apart: "0 against 0" tells nobody anything. */
export function differsAsShown(own: Distinction, { amount }: ColumnWords): boolean {
  return own.kind === 'category' ? shareOf(own.inside) !== shareOf(own.outside) : amount(own.column, own.inside) !== amount(own.column, own.outside);
}

/** Money as money, shares as percent, days as days; anything else to three digits. */
export function amountsIn({ attributes }: Pick<Vocabulary, 'attributes'>): ColumnWords['amount'] {
  return (column, value) => {
    const unit = attributes.get(column)?.unit;
    if (unit !== undefined && /^[A-Z]{3}$/.test(unit))
      return value.toLocaleString('en-GB', {
        style: 'currency',
        currency: unit,
        ...(Math.abs(value) >= 100 || Number.isInteger(value) ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}),
      });
    if (column.endsWith('_share') || isMix(column)) return shareOf(value);
    const shown = Number(value.toPrecision(3)).toLocaleString('en-GB');
    return unit === undefined ? shown : `${shown} ${unit}`;
  };
}

const clauseOf = (own: Distinction, { label, amount }: ColumnWords): string =>
  own.kind === 'number'
    ? `${label(own.column)} ${amount(own.column, own.inside)} (others ${amount(own.column, own.outside)})`
    : `${label(own.column)}${own.level === havingIt ? '' : ` ${own.level}`}: ${shareOf(own.inside)} (others ${shareOf(own.outside)})`;

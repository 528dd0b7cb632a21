import type { Distinction } from './distinction.ts';
import type { GroupProfile } from './profiles.ts';

/** A group in a sentence: how many, and in which numbers it differs. `label` says a column as people do. */
export function describeGroup({ customers, share, distinctions }: GroupProfile, label: (column: string) => string): string {
  const size = `${customers.toLocaleString('en-GB')} customers (${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %)`;
  const clauses = distinctions.slice(0, 4).map((own) => clauseOf(own, label(own.column)));
  return clauses.length === 0 ? `${size}, in nothing far from everybody else.` : `${size}: ${clauses.join('; ')}.`;
}

const clauseOf = (own: Distinction, label: string): string =>
  own.kind === 'number'
    ? `${label} ${rounded(own.inside)} (others ${rounded(own.outside)})`
    : `${label} ${own.level}: ${Math.round(100 * own.inside)} % (others ${Math.round(100 * own.outside)} %)`;

const rounded = (value: number): string => Number(value.toPrecision(3)).toLocaleString('en-GB');

import type { Vocabulary } from '../../language/index.ts';
import type { FeatureTable } from '../../stats/index.ts';
import { rankCorrelation } from '../rank-correlation.ts';

/** What the orders say of a customer as of now, in numbers that a list may have counted too. */
const counted: ReadonlySet<string> = new Set([
  'orders_count',
  'total_spent',
  'items_count',
  'average_order_value',
  'orders_last_12_months',
  'spent_last_12_months',
  'days_since_last_order',
]);
/** Rank correlation from which a trait is one of those numbers as of another day, whatever its name. */
const theSame = 0.9;
/** Of fewer nothing is said. */
const fewest = 30;

/** Numbers among the traits that count the orders again: as of the day of an export, so beside the real ones they are a little wrong. */
export function restatedColumns({ columns }: FeatureTable, { attributes }: Pick<Vocabulary, 'attributes'>): ReadonlySet<string> {
  const real = columns.filter(({ name }) => counted.has(name));
  return new Set(
    columns.flatMap((column) => {
      if (column.kind !== 'number' || attributes.get(column.name)?.table !== 'attributes') return [];
      if (column.values.filter(Number.isFinite).length < fewest) return [];
      return real.some((own) => own.kind === 'number' && Math.abs(rankCorrelation(column.values, own.values)) >= theSame) ? [column.name] : [];
    }),
  );
}

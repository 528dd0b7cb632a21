import { type FeatureTable, logOdds, type NumberColumn } from '../../../stats/index.ts';
import { buyerColumn, rhythmColumn } from '../buyer-name.ts';

/**
 * What the candidate `buyer` looks at: the buying model's probability and that of the customer's own rhythm as log-odds, and the silence in units of the customer's own usual gap, as a line that may bend at one, one and
 * a half, two and three gaps. BG/NBD takes orders to come at random; who orders by the calendar and is late by half a gap has left, and only the bends can tell.
 */
export function rhythmTable({ rows, columns }: FeatureTable): FeatureTable {
  const numbers = (name: string): Float64Array => {
    const found = columns.find((own) => own.name === name);
    return found?.kind === 'number' ? found.values : new Float64Array(rows).fill(Number.NaN);
  };
  const [silence, gap, orders] = [numbers('days_since_last_order'), numbers('median_days_between_orders'), numbers('orders_count')];
  const gaps = silence.map((days, row) => Math.min(20, days / Math.max(1, gap[row] ?? Number.NaN)));
  const bend = (from: number, to: number): Float64Array => gaps.map((own) => (Number.isNaN(own) ? own : Math.min(to, Math.max(from, own)) - from));
  const column = (name: string, values: Float64Array): NumberColumn => ({ kind: 'number', name, values });
  return {
    rows,
    columns: [
      column(buyerColumn, logOdds(numbers(buyerColumn))),
      column(rhythmColumn, logOdds(numbers(rhythmColumn))),
      column(
        'days_since_last_order',
        silence.map((days) => Math.log1p(Math.max(0, days))),
      ),
      column(
        'orders_count',
        orders.map((count) => Math.log1p(Math.max(0, count))),
      ),
      ...limits.map(([from, to]) => column(`gaps ${from} to ${to}`, bend(from, to))),
    ],
  };
}

const limits = [
  [0, 1],
  [1, 1.5],
  [1.5, 2],
  [2, 3],
  [3, 20],
] as const;

/** The columns of the matrix that it is made from, for whoever explains a score. */
export const rhythmSource = (name: string): string => (name.startsWith('gaps ') ? 'days_since_last_order' : name);

/** The features that it is made from, beside what the buying model and their own rhythm say. */
export const rhythmColumns: ReadonlySet<string> = new Set(['days_since_last_order', 'median_days_between_orders', 'orders_count']);

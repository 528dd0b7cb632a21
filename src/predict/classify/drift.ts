import type { FeatureTable } from '../../stats/index.ts';
import { categoryShares, type ColumnReference, numberShares, type Reference } from './reference.ts';

export type Drift = {
  /** Of what it says of them; null for a model without scores of its own to compare. */
  readonly score: number | null;
  readonly columns: readonly { readonly name: string; readonly psi: number }[];
  readonly level: 'none' | 'some' | 'strong';
};

/** Usual limits of the population stability index (Siddiqi, Credit Risk Scorecards, 2006): below 0.1 hardly changed, above 0.25 strongly. */
const limits = { some: 0.1, strong: 0.25 } as const;
/** Of fewer customers the index is chance. */
export const fewestRows = 100;

/** How customers and their scores now differ from those at training. Columns that name a time of the calendar move by themselves and are the caller's to leave out. */
export function driftOf(reference: Reference, table: FeatureTable, scores?: Float64Array): Drift | undefined {
  if (table.rows < fewestRows || reference.rows < fewestRows) return undefined;
  const columns = reference.columns
    .flatMap((own) => {
      const column = table.columns.find(({ name, kind }) => name === own.name && kind === own.kind);
      if (column === undefined)
        return [
          {
            name: own.name,
            psi: stability(
              own.shares,
              own.shares.map((_, place) => Number(place === own.shares.length - 1)),
            ),
          },
        ];
      return [{ name: own.name, psi: stability(own.shares, sharesOf(own, column)) }];
    })
    .sort((a, b) => b.psi - a.psi);
  const own = reference.scores;
  const score = scores === undefined || own === null ? null : stability(own.shares, own.kind === 'number' ? numberShares(scores, own.limits) : []);
  // One or two columns move for many reasons (a source that stopped, a new field); three that moved are other customers.
  const most = Math.max(score ?? 0, ...columns.slice(2, 3).map(({ psi }) => psi));
  return { score, columns, level: most >= limits.strong ? 'strong' : most >= limits.some ? 'some' : 'none' };
}

function sharesOf(own: ColumnReference, column: FeatureTable['columns'][number]): readonly number[] {
  if (own.kind === 'number') return column.kind === 'number' ? numberShares(column.values, own.limits) : [];
  return column.kind === 'category' ? categoryShares(column, own.levels) : [];
}

/** Σ (now − then) · ln(now / then) over the bins; empty bins count as one in a thousand. */
export function stability(then: readonly number[], now: readonly number[]): number {
  const floor = (share: number | undefined): number => Math.max(0.001, share ?? 0);
  return then.reduce((sum, share, place) => sum + (floor(now[place]) - floor(share)) * Math.log(floor(now[place]) / floor(share)), 0);
}

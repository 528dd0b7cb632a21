import type { FeatureTable } from '../../../stats/index.ts';
import { knownShare } from './half-known.ts';

/** As a share of the customers: how far it may differ of how many a column is known. */
const mostMoved = 0.35;

/**
 * Names of the columns that are known at every moment that is learned from, and at the one that is asked about, of about as many. Others would be learned as something that nobody has, and met as something that everybody has.
 */
export function steadyColumns(tables: readonly FeatureTable[]): ReadonlySet<string> {
  const asked = tables.filter(({ rows }) => rows > 0);
  const shares = new Map<string, number[]>();
  for (const { columns } of asked)
    for (const column of columns) {
      const own = shares.get(column.name) ?? [];
      own.push(knownShare(column));
      shares.set(column.name, own);
    }
  return new Set(
    [...shares].flatMap(([name, own]) =>
      own.length === asked.length && Math.min(...own) > 0 && Math.max(...own) - Math.min(...own) < mostMoved ? [name] : [],
    ),
  );
}

/** A table with the columns of these names alone. */
export const withColumns = ({ rows, columns }: FeatureTable, names: ReadonlySet<string>): FeatureTable => ({
  rows,
  columns: columns.filter(({ name }) => names.has(name)),
});

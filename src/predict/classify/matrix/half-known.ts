import type { Vocabulary } from '../../../language/index.ts';
import type { FeatureColumn } from '../../../stats/index.ts';
import type { Matrix } from './read.ts';
import { standingOf } from './standing.ts';

/** Of so many a lasting trait must be known to be learned from: whether it is known may come of what they did later. */
const nearlyAll = 0.95;

/** Of a past moment, the matrix without lasting traits that are not known of nearly everybody in it. */
export function withoutHalfKnown<M extends Pick<Matrix, 'table' | 'told'>>(matrix: M, { attributes }: Pick<Vocabulary, 'attributes'>): M {
  if (matrix.told === 'ever') return matrix;
  const { rows, columns } = matrix.table;
  const isLasting = (name: string): boolean => {
    const word = attributes.get(name);
    return word?.table === 'attributes' && standingOf(word) === 'lasting';
  };
  return { ...matrix, table: { rows, columns: columns.filter((column) => !isLasting(column.name) || knownShare(column) >= nearlyAll) } };
}

/** Of no rows, none. */
export function knownShare(column: FeatureColumn): number {
  const known =
    column.kind === 'number'
      ? column.values.reduce((sum, value) => sum + Number(Number.isFinite(value)), 0)
      : column.codes.reduce((sum, code) => sum + Number(code >= 0), 0);
  return known / Math.max(1, column.kind === 'number' ? column.values.length : column.codes.length);
}

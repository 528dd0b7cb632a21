import type { LookedAt } from '../../../../contract/index.ts';

/** One or two are quicker read than unfolded. */
const worthFolding = 3;

/** Columns that hold nothing and mean nothing: an export of fifty columns is not read for the twenty that say something. */
export function foldedColumns({ headers, samples, columns }: Pick<LookedAt, 'headers' | 'samples' | 'columns'>): ReadonlySet<string> {
  const meant = new Set(columns.filter(({ field }) => field !== 'ignore').map(({ header }) => header));
  const folded = headers.filter((header, index) => !meant.has(header) && (samples[index] ?? []).every((value) => value === null || value.trim() === ''));
  return new Set(folded.length < worthFolding ? [] : folded);
}

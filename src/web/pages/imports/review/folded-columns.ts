import type { LookedAt } from '../../../../contract/index.ts';

/** One or two are quicker read than unfolded. */
const worthFolding = 3;

/**
 * Columns that hold nothing and mean nothing: an export of fifty columns is not read for the twenty that say something. Of an export that
 * was recognised, also those that are kept as they are or left out: their meaning is not in doubt.
 */
export function foldedColumns({
  headers,
  samples,
  columns,
  recognised,
}: Pick<LookedAt, 'headers' | 'samples' | 'columns' | 'recognised'>): ReadonlySet<string> {
  const meant = new Set(columns.filter(({ field }) => field !== 'ignore').map(({ header }) => header));
  const kept = new Set(columns.filter(({ field }) => field === 'custom').map(({ header }) => header));
  const isEmpty = (index: number): boolean => (samples[index] ?? []).every((value) => value === null || value.trim() === '');
  const folded = headers.filter((header, index) => (recognised === null ? !meant.has(header) && isEmpty(index) : !meant.has(header) || kept.has(header)));
  return new Set(folded.length < worthFolding ? [] : folded);
}

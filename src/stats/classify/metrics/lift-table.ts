import { eachTie } from './descending.ts';

/** One slice of the customers, best scores first. */
export type LiftRow = {
  /** 1 is the slice with the highest scores. */
  readonly decile: number;
  readonly count: number;
  readonly positives: number;
  /** Share of positives in the slice. */
  readonly rate: number;
  /** Rate over the rate among all: 2 means twice as many as by chance. */
  readonly lift: number;
  /** Share of all positives in this slice and those above it. */
  readonly gain: number;
};

/**
 * Positives by tenths (or `slices`) of the customers from the highest score down; NaN lifts where there are no positives. Of customers with one score, nobody can
 * say who comes first: each counts as all of them do on average, so that a score that is the same for everybody lifts nothing.
 */
export function liftTable(scores: Float64Array, labels: Uint8Array, slices = 10): readonly LiftRow[] {
  const shares = sharesOf(scores, labels);
  const total = labels.reduce((sum, label) => sum + label, 0);
  let before = 0;
  return Array.from({ length: slices }, (_, slice) => {
    const rows = shares.subarray(Math.round((shares.length * slice) / slices), Math.round((shares.length * (slice + 1)) / slices));
    const positives = rows.reduce((sum, share) => sum + share, 0);
    before += positives;
    const rate = positives / rows.length;
    return { decile: slice + 1, count: rows.length, positives, rate, lift: rate / (total / shares.length), gain: before / total };
  });
}

/** By place from the highest score down, the share of positives among all who have that place's score. */
function sharesOf(scores: Float64Array, labels: Uint8Array): Float64Array {
  const shares = new Float64Array(scores.length);
  let start = 0;
  eachTie(scores, labels, (positives, negatives) => {
    const end = start + positives + negatives;
    shares.fill(positives / (end - start), start, end);
    start = end;
  });
  return shares;
}

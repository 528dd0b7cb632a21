import { byFallingScore } from './descending.ts';

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

/** Positives by tenths (or `slices`) of the customers from the highest score down; NaN lifts where there are no positives. */
export function liftTable(scores: Float64Array, labels: Uint8Array, slices = 10): readonly LiftRow[] {
  const order = byFallingScore(scores);
  const total = labels.reduce((sum, label) => sum + label, 0);
  let before = 0;
  return Array.from({ length: slices }, (_, slice) => {
    const rows = order.subarray(Math.round((order.length * slice) / slices), Math.round((order.length * (slice + 1)) / slices));
    const positives = rows.reduce((sum, row) => sum + (labels[row] ?? 0), 0);
    before += positives;
    const rate = positives / rows.length;
    return { decile: slice + 1, count: rows.length, positives, rate, lift: rate / (total / order.length), gain: before / total };
  });
}

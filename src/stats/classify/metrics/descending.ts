/** Row numbers by falling score; equal scores in the order of the rows. A score that is not a number comes last. */
export function byFallingScore(scores: Float64Array): Uint32Array {
  const key = (row: number): number => {
    const score = scores[row] ?? 0;
    return Number.isNaN(score) ? Number.NEGATIVE_INFINITY : score;
  };
  return Uint32Array.from(scores, (_, row) => row).sort((a, b) => key(b) - key(a) || a - b);
}

/** Calls `visit` once for each group of rows with equal scores, from the highest score down. */
export function eachTie(scores: Float64Array, labels: Uint8Array, visit: (positives: number, negatives: number) => void): void {
  const order = byFallingScore(scores);
  for (let start = 0; start < order.length; ) {
    const score = scores[order[start] ?? 0];
    let end = start;
    let positives = 0;
    while (end < order.length && Object.is(scores[order[end] ?? 0], score)) {
      positives += labels[order[end] ?? 0] ?? 0;
      end += 1;
    }
    visit(positives, end - start - positives);
    start = end;
  }
}

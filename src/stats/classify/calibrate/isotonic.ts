/** Probabilities at rising scores; straight lines between, level beyond the ends. */
export type IsotonicCalibration = { readonly kind: 'isotonic'; readonly scores: readonly number[]; readonly probabilities: readonly number[] };

/**
 * The rising step function nearest to the labels in squares, by pooling adjacent violators (Ayer et al., Annals of Mathematical Statistics 26,
 * 1955; Zadrozny & Elkan, KDD 2002). Equal scores are pooled first.
 */
export function fitIsotonic(scores: Float64Array, labels: ArrayLike<number>): IsotonicCalibration {
  const order = Uint32Array.from(scores, (_, row) => row).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0) || a - b);
  const pools: { sum: number; count: number; first: number; last: number }[] = [];
  for (const row of order) {
    const score = scores[row] ?? 0;
    const label = labels[row] ?? 0;
    const top = pools.at(-1);
    if (top !== undefined && top.last === score && top.first === score) {
      top.sum += label;
      top.count += 1;
    } else pools.push({ sum: label, count: 1, first: score, last: score });
  }
  const rising: typeof pools = [];
  for (const pool of pools) {
    let merged = pool;
    for (let below = rising.at(-1); below !== undefined && below.sum * merged.count >= merged.sum * below.count; below = rising.at(-1)) {
      merged = { sum: below.sum + merged.sum, count: below.count + merged.count, first: below.first, last: merged.last };
      rising.pop();
    }
    rising.push(merged);
  }
  const knots = rising.flatMap(({ sum, count, first, last }) =>
    first === last ? [{ at: first, value: sum / count }] : [first, last].map((at) => ({ at, value: sum / count })),
  );
  return { kind: 'isotonic', scores: knots.map(({ at }) => at), probabilities: knots.map(({ value }) => value) };
}

/** The calibrated probability of one score. */
export function isotonicAt({ scores, probabilities }: IsotonicCalibration, score: number): number {
  let low = 0;
  let high = scores.length - 1;
  if (score <= (scores[0] ?? 0)) return probabilities[0] ?? Number.NaN;
  if (score >= (scores[high] ?? 0)) return probabilities[high] ?? Number.NaN;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((scores[middle] ?? 0) <= score) low = middle;
    else high = middle;
  }
  const from = scores[low] ?? 0;
  const share = (score - from) / ((scores[high] ?? 0) - from);
  return (probabilities[low] ?? 0) + share * ((probabilities[high] ?? 0) - (probabilities[low] ?? 0));
}

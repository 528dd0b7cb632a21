/** Predicted uplift of each row, whether it was treated, and what came of it (0/1 or an amount). */
export type UpliftRows = { readonly scores: ArrayLike<number>; readonly treated: ArrayLike<number>; readonly outcomes: ArrayLike<number> };

export type QiniPoint = {
  /** Share of all rows that are targeted, those with the highest scores first. */
  readonly targeted: number;
  /** Treated outcomes more than there would have been: Y_t − Y_c · n_t / n_c among the targeted, for each row of the whole. */
  readonly gain: number;
};

export type Qini = {
  readonly points: readonly QiniPoint[];
  /** Area between the curve and the straight line of treating people at random. */
  readonly qini: number;
  /** The same, in parts of the overall gain: 0 for random targeting; undefined where there is no gain overall. */
  readonly relative: number | undefined;
  /** Area under the uplift curve: the mean, over all shares targeted, of (mean outcome treated − mean outcome not) × share. */
  readonly auuc: number;
};

/**
 * Qini curve (Radcliffe, Direct Marketing Analytics Journal, 2007) and the area under the uplift curve (Rzepakowski & Jaroszewicz, Knowledge and Information Systems 32, 2012). Rows with equal
 * scores enter together, so that their order in the file does not flatter anybody.
 */
export function qini({ scores, treated, outcomes }: UpliftRows): Qini {
  const n = scores.length;
  const order = Uint32Array.from({ length: n }, (_, row) => row).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  let [countT, countC, sumT, sumC, auuc] = [0, 0, 0, 0, 0];
  const points: QiniPoint[] = [{ targeted: 0, gain: 0 }];
  let uplift = 0;
  for (let place = 0; place < n; ) {
    const score = scores[order[place] ?? 0];
    const from = place;
    for (; place < n && scores[order[place] ?? 0] === score; place += 1) {
      const row = order[place] ?? 0;
      const outcome = outcomes[row] ?? 0;
      if ((treated[row] ?? 0) > 0) [countT, sumT] = [countT + 1, sumT + outcome];
      else [countC, sumC] = [countC + 1, sumC + outcome];
    }
    const gain = countC === 0 ? 0 : (sumT - (sumC * countT) / countC) / n;
    const next = countT === 0 || countC === 0 ? 0 : (sumT / countT - sumC / countC) * (place / n);
    auuc += ((uplift + next) / 2) * ((place - from) / n);
    uplift = next;
    points.push({ targeted: place / n, gain });
  }
  const overall = points.at(-1)?.gain ?? 0;
  let area = 0;
  for (let at = 1; at < points.length; at += 1) {
    const [a, b] = [points[at - 1], points[at]];
    if (a !== undefined && b !== undefined) area += ((a.gain + b.gain) / 2) * (b.targeted - a.targeted);
  }
  const value = area - overall / 2;
  return { points, qini: value, relative: Math.abs(overall) < 1e-12 ? undefined : value / Math.abs(overall), auuc };
}

/** Difference of the mean outcomes, treated less not, among the rows from one share to another by score, highest first. */
export function upliftBetween(
  { scores, treated, outcomes }: UpliftRows,
  from: number,
  to: number,
): { readonly uplift: number; readonly treated: number; readonly control: number; readonly sums: { readonly treated: number; readonly control: number } } {
  const order = Uint32Array.from({ length: scores.length }, (_, row) => row).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  let [countT, countC, sumT, sumC] = [0, 0, 0, 0];
  for (const row of order.subarray(Math.round(from * order.length), Math.round(to * order.length))) {
    const outcome = outcomes[row] ?? 0;
    if ((treated[row] ?? 0) > 0) [countT, sumT] = [countT + 1, sumT + outcome];
    else [countC, sumC] = [countC + 1, sumC + outcome];
  }
  return {
    uplift: countT === 0 || countC === 0 ? Number.NaN : sumT / countT - sumC / countC,
    treated: countT,
    control: countC,
    sums: { treated: sumT, control: sumC },
  };
}

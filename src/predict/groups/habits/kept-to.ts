/** What each customer did, over and over: how often, the sum of what it was each time, and of its square. */
export type Repeated = { readonly counts: ArrayLike<number>; readonly sums: ArrayLike<number>; readonly squares: ArrayLike<number> };

/**
 * How much people keep to what they do: the part of all differences between single orders that lies between customers, not within them (intraclass correlation by one-way analysis of variance; Shrout &
 * Fleiss, Psychological Bulletin 86, 1979). About 0 where each order is a matter of chance, 1 where everybody always does their own. Of those who did it twice or more; 0 where nothing differs.
 */
export function keptTo({ counts, sums, squares }: Repeated): number {
  let [people, times, timesSquared, sum, between, all] = [0, 0, 0, 0, 0, 0];
  for (let row = 0; row < counts.length; row += 1) {
    const [count, own] = [counts[row] ?? 0, sums[row] ?? 0];
    if (count < 2) continue;
    people += 1;
    times += count;
    timesSquared += count * count;
    sum += own;
    between += (own * own) / count;
    all += squares[row] ?? 0;
  }
  if (people < 2 || times <= people) return 0;
  const meanBetween = (between - (sum * sum) / times) / (people - 1);
  const meanWithin = (all - between) / (times - people);
  const usual = (times - timesSquared / times) / (people - 1);
  const whole = meanBetween + (usual - 1) * meanWithin;
  return whole > 1e-12 ? (meanBetween - meanWithin) / whole : 0;
}

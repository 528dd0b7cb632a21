/**
 * Adjusted p-values of many comparisons (Benjamini & Hochberg, Journal of the Royal Statistical Society B 57, 1995), in the order given: those at or below q are found with a share of
 * false ones of at most q on average.
 */
export function benjaminiHochberg(pValues: readonly number[]): readonly number[] {
  const order = pValues.map((_, place) => place).toSorted((a, b) => (pValues[b] ?? 1) - (pValues[a] ?? 1));
  const adjusted = Array.from(pValues, () => 1);
  let least = 1;
  order.forEach((place, fromAbove) => {
    const rank = pValues.length - fromAbove;
    least = Math.min(least, ((pValues[place] ?? 1) * pValues.length) / rank);
    adjusted[place] = least;
  });
  return adjusted;
}

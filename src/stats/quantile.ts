/**
 * The `q`-quantile (0 to 1) by linear interpolation between order statistics: type 7 of Hyndman & Fan (The American
 * Statistician 50, 1996), the default of R and NumPy. NaN over nothing.
 */
export function quantile(values: ArrayLike<number>, q: number): number {
  return quantileSorted(Float64Array.from(values).sort(), q);
}

/** The same over values that are sorted already, for asking several quantiles of one sample. */
export function quantileSorted(sorted: ArrayLike<number>, q: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = (sorted.length - 1) * Math.min(1, Math.max(0, q));
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low + (place - below) * (high - low);
}

/** The value in the middle; between the two middle ones when their number is even. */
export const median = (values: ArrayLike<number>): number => quantile(values, 0.5);

import { total } from './mean.ts';

/** Gini coefficient of non-negative values: 0 when all are equal, towards 1 when one has everything; NaN over nothing or all zero. */
export function gini(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const weighted = total(sorted.map((value, index) => (index + 1) * value));
  return (2 * weighted) / (sorted.length * total(sorted)) - (sorted.length + 1) / sorted.length;
}

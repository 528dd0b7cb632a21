import { median } from './quantile.ts';

/** Median of the absolute distances from the median, not scaled: a spread that outliers can not stretch. */
export function medianAbsoluteDeviation(values: ArrayLike<number>): number {
  const centre = median(values);
  return median(Array.from(values, (value) => Math.abs(value - centre)));
}

import { mean } from './mean.ts';

/** Sample variance (divisor n − 1), two passes; NaN for fewer than two values. */
export function variance(values: ArrayLike<number>): number {
  if (values.length < 2) return Number.NaN;
  const centre = mean(values);
  let squares = 0;
  for (let index = 0; index < values.length; index += 1) squares += ((values[index] ?? 0) - centre) ** 2;
  return squares / (values.length - 1);
}

/** Sample standard deviation. */
export const standardDeviation = (values: ArrayLike<number>): number => Math.sqrt(variance(values));

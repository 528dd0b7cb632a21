import { median } from '../quantile.ts';

/** Fewest weeks with a holiday before anything is said of it, and how many weeks' worth of "no effect" each effect leans on. */
const fewest = 2;
const leaning = 1;
const around = 3;

/**
 * By what a step's value is multiplied when it holds these marks (holidays), for each step of `marks`, of which the first `values.length` have been seen: the
 * mean of log ratios to the median of the three steps to either side, pulled towards 1. Steps without a mark, or with one seen once, have 1.
 */
export function holidayFactors(values: Float64Array, marks: readonly string[]): Float64Array {
  const ratios = new Map<string, number[]>();
  for (let at = 0; at < values.length; at += 1) {
    const mark = marks[at] ?? '';
    const value = values[at] ?? 0;
    if (mark === '' || value <= 0) continue;
    const beside = neighbours(values, marks, at);
    const usual = median(beside);
    if (beside.length < 2 || !(usual > 0)) continue;
    ratios.set(mark, [...(ratios.get(mark) ?? []), Math.log(value / usual)]);
  }
  return Float64Array.from(marks, (mark) => {
    const known = mark === '' ? undefined : ratios.get(mark);
    if (known === undefined || known.length < fewest) return 1;
    return Math.exp(known.reduce((sum, ratio) => sum + ratio, 0) / (known.length + leaning));
  });
}

function neighbours(values: Float64Array, marks: readonly string[], at: number): readonly number[] {
  const found: number[] = [];
  for (const direction of [-1, 1]) {
    for (let other = at + direction, taken = 0; other >= 0 && other < values.length && taken < around; other += direction) {
      if ((marks[other] ?? '') !== '') continue;
      found.push(values[other] ?? 0);
      taken += 1;
    }
  }
  return found;
}

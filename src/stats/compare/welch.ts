import { twoSidedStudent } from './student.ts';

/** What a test of two means needs of each group. */
export type Moments = { readonly count: number; readonly mean: number; readonly variance: number };
export type MeanDifference = {
  readonly difference: number;
  readonly standardError: number;
  readonly t: number;
  readonly degrees: number;
  readonly pValue: number;
};

/** Welch's test of two means with spreads of their own (Biometrika 34, 1947). Undefined where a group has fewer than two, or nothing varies. */
export function welch(a: Moments, b: Moments): MeanDifference | undefined {
  if (a.count < 2 || b.count < 2) return undefined;
  const [left, right] = [a.variance / a.count, b.variance / b.count];
  const standardError = Math.sqrt(left + right);
  if (!(standardError > 0)) return undefined;
  const difference = a.mean - b.mean;
  const degrees = (left + right) ** 2 / (left ** 2 / (a.count - 1) + right ** 2 / (b.count - 1));
  const t = difference / standardError;
  return { difference, standardError, t, degrees, pValue: twoSidedStudent(t, degrees) };
}

import { twoSidedNormal } from './normal.ts';

export type ShareDifference = {
  readonly difference: number;
  /** Without pooling: for the interval. */
  readonly standardError: number;
  /** With the shares pooled, as if there were no difference. */
  readonly z: number;
  readonly pValue: number;
  readonly low: number;
  readonly high: number;
};

/** Two shares: the pooled z-test, and Newcombe's hybrid interval of the difference from Wilson's of each (Statistics in Medicine 17, 1998, method 10). */
export function twoProportions(
  successesA: number,
  countA: number,
  successesB: number,
  countB: number,
  interval: (successes: number, count: number) => { readonly low: number; readonly high: number },
): ShareDifference | undefined {
  if (countA === 0 || countB === 0) return undefined;
  const [a, b] = [successesA / countA, successesB / countB];
  const pooled = (successesA + successesB) / (countA + countB);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / countA + 1 / countB));
  const z = error > 0 ? (a - b) / error : 0;
  const [ofA, ofB] = [interval(successesA, countA), interval(successesB, countB)];
  return {
    difference: a - b,
    standardError: Math.sqrt((a * (1 - a)) / countA + (b * (1 - b)) / countB),
    z,
    pValue: twoSidedNormal(z),
    low: a - b - Math.sqrt((a - ofA.low) ** 2 + (ofB.high - b) ** 2),
    high: a - b + Math.sqrt((ofA.high - a) ** 2 + (b - ofB.low) ** 2),
  };
}

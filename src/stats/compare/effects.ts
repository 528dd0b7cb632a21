import type { Moments } from './welch.ts';

/** Cohen's d (1988): distance of the means in pooled standard deviations; NaN where nothing varies. */
export function cohensD(a: Moments, b: Moments): number {
  const pooled = ((a.count - 1) * a.variance + (b.count - 1) * b.variance) / (a.count + b.count - 2);
  return (a.mean - b.mean) / Math.sqrt(pooled);
}

/**
 * Cliff's delta (Psychological Bulletin 114, 1993), P(a > b) − P(a < b), from the average ranks of both groups together, and the p-value of the rank-sum test with ties
 * (Mann & Whitney 1947): z with the variance corrected for ties. `rankSum` is of group a; `ties` is Σ (t³ − t) over the sizes of ties.
 */
export function cliffsDelta(rankSum: number, countA: number, countB: number, ties: number): { readonly delta: number; readonly z: number } {
  const u = rankSum - (countA * (countA + 1)) / 2;
  const all = countA + countB;
  const variance = ((countA * countB) / 12) * (all + 1 - ties / (all * (all - 1)));
  return { delta: (2 * u) / (countA * countB) - 1, z: variance > 0 ? (u - (countA * countB) / 2) / Math.sqrt(variance) : 0 };
}

/** How large an effect is called: Cohen's limits of d, and those of Cliff's delta by Romano et al. (2006). */
export type EffectSize = 'negligible' | 'small' | 'medium' | 'large';
export function sizeOfDelta(delta: number): EffectSize {
  const size = Math.abs(delta);
  return size < 0.147 ? 'negligible' : size < 0.33 ? 'small' : size < 0.474 ? 'medium' : 'large';
}
/** Cohen's limits of w for one degree of freedom, where V = w. */
export function sizeOfV(v: number): EffectSize {
  return v < 0.1 ? 'negligible' : v < 0.3 ? 'small' : v < 0.5 ? 'medium' : 'large';
}

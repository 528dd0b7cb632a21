import { upperGamma } from '../contingency/index.ts';

/** Probability that a standard normal variable lies below: through the incomplete gamma function, about fifteen digits. */
export function normalCdf(z: number): number {
  const half = upperGamma(0.5, (z * z) / 2) / 2;
  return z > 0 ? 1 - half : half;
}

/** Probability of a distance from 0 at least this large, to either side. */
export const twoSidedNormal = (z: number): number => upperGamma(0.5, (z * z) / 2);

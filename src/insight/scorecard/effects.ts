import type { Measured, Moments, Profile } from './moments.ts';

const fewest = 5;

/**
 * Hedges' g: difference of means in pooled standard deviations, corrected for small samples (Hedges, Journal of
 * Educational Statistics 6, 1981). Undefined with fewer than five on a side or without any spread.
 */
export function hedgesG(one: Moments, other: Moments): number | undefined {
  if (one.n < fewest || other.n < fewest) return undefined;
  const freedom = one.n + other.n - 2;
  const deviation = Math.sqrt((one.squares + other.squares) / freedom);
  if (!(deviation > 1e-9)) return undefined;
  return ((one.mean - other.mean) / deviation) * (1 - 3 / (4 * freedom - 1));
}

/**
 * The part of two normal distributions d standard deviations apart that does not overlap, 2Φ(d/2) − 1 (Cohen, Statistical
 * Power Analysis, 1988, section 2.2; as one minus the coefficient of Inman and Bradley, 1989): 0 at d = 0, 0.31 at 0.8, 0.68 at 2.
 */
export const apart = (d: number): number => Math.max(0, 2 * normalCdf(Math.abs(d) / 2) - 1);

/** Share of the variance of all customers that is left inside a group, mean over behaviours; undefined where nothing varies. */
export function varianceWithin(all: Profile, group: Profile): number | undefined {
  const ratios = all.flatMap((whole, index) => {
    const part = group[index];
    if (part === undefined || part.n < fewest || whole.n < 2 * fewest || !(whole.squares > 1e-9)) return [];
    return [part.squares / part.n / (whole.squares / whole.n)];
  });
  return ratios.length === 0 ? undefined : ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
}

/**
 * Root mean square over behaviours of how far two groups are apart, in standard deviations of all customers. A behaviour that not
 * everybody has counts in two parts, as in a two-part model (Duan et al., Journal of Business & Economic Statistics 1, 1983): how
 * many have it, and how much of it those have. So those who never ordered are far from regulars, whom nothing else compares them
 * with. Undefined with fewer than five people on a side or without any spread.
 */
export function distance(all: Profile, one: Profile, other: Profile): number | undefined {
  const squares = all.flatMap((whole, index) => {
    const [a, b] = [one[index], other[index]];
    if (a === undefined || b === undefined || a.people < fewest || b.people < fewest) return [];
    const parts = [betweenShares(whole, a, b), betweenMeans(whole, a, b)].filter((part) => part !== undefined);
    return parts.length === 0 ? [] : [parts.reduce((sum, part) => sum + part, 0)];
  });
  return squares.length === 0 ? undefined : Math.sqrt(squares.reduce((sum, each) => sum + each, 0) / squares.length);
}

/** How many have it: shares, whose variance is p(1−p). */
function betweenShares(all: Measured, a: Measured, b: Measured): number | undefined {
  const share = all.n / all.people;
  const variance = share * (1 - share);
  return variance > 1e-9 ? (a.n / a.people - b.n / b.people) ** 2 / variance : undefined;
}

/** How much of it those who have it have. */
function betweenMeans(all: Measured, a: Measured, b: Measured): number | undefined {
  if (a.n < fewest || b.n < fewest || !(all.squares > 1e-9)) return undefined;
  return (a.mean - b.mean) ** 2 / (all.squares / all.n);
}

/** Φ by Abramowitz and Stegun 26.2.17; absolute error below 7.5e-8. */
function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z >= 0 ? 1 - tail : tail;
}

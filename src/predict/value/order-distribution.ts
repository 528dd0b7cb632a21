/**
 * What may happen in a horizon: the probability of no order, mean and variance of their number, and the interval of `endsOf`. `held` is the probability that the
 * interval holds: orders are whole numbers, so it is 0.8 or more.
 */
export type OrderDistribution = {
  readonly none: number;
  readonly mean: number;
  readonly variance: number;
  readonly low: number;
  readonly high: number;
  readonly held: number;
};

/** The least share of outcomes that intervals hold. */
export const coverage = 0.8;
/** Masses are summed until this little is left. */
export const negligible = 1e-6;
const tail = (1 - coverage) / 2;

/**
 * Between which shares of the outcomes an interval lies: a tenth is left on either side. Where no order at all has more than that tenth, the interval begins with it: nothing is below, and all that is left
 * lies above. Two tails there would promise four in five and hold nine in ten.
 */
export const endsOf = (none: number): { readonly low: number; readonly high: number } =>
  none > tail ? { low: 0, high: coverage } : { low: tail, high: 1 - tail };

/** Sums of shares of a few customers come out a little below the share that they are. */
const rounding = 1e-12;

/** Summarises P(0), P(1), …; what is missing to one is taken to lie at the last number. */
export function distributionOf(masses: Float64Array, count: number): OrderDistribution {
  const none = masses[0] ?? 1;
  const ends = endsOf(none);
  let [sum, mean, squares, low, high, held] = [0, 0, 0, -1, -1, 0];
  for (let orders = 0; orders < count; orders += 1) {
    const mass = masses[orders] ?? 0;
    sum += mass;
    mean += orders * mass;
    squares += orders * orders * mass;
    if (low < 0 && sum >= ends.low) low = orders;
    if (low >= 0 && high < 0) held += mass;
    if (high < 0 && sum >= ends.high - rounding) high = orders;
  }
  const rest = Math.max(0, 1 - sum);
  const last = Math.max(0, count - 1);
  mean += rest * last;
  squares += rest * last * last;
  return { none, mean, variance: Math.max(0, squares - mean * mean), low: low < 0 ? last : low, high: high < 0 ? last : high, held };
}

/** Puts a probability of being gone for good before masses that hold for those who are not. */
export function mixWithGone(masses: Float64Array, count: number, alive: number): void {
  for (let orders = 0; orders < count; orders += 1) masses[orders] = alive * (masses[orders] ?? 0);
  masses[0] = (masses[0] ?? 0) + 1 - alive;
}

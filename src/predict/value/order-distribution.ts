/**
 * What may happen in a horizon: the probability of no order, mean and variance of their number, and an interval that holds it with
 * probability 0.8 or a little more (`low` and `high` are possible numbers of orders, the 10% and 90% points).
 */
export type OrderDistribution = { readonly none: number; readonly mean: number; readonly variance: number; readonly low: number; readonly high: number };

/** The share of outcomes that intervals are made to hold, half of the rest on either side. */
export const coverage = 0.8;
/** Masses are summed until this little is left. */
export const negligible = 1e-6;
/** What is left on either side. */
export const intervalTail = (1 - coverage) / 2;

/** Summarises P(0), P(1), …; what is missing to one is taken to lie at the last number. */
export function distributionOf(masses: Float64Array, count: number): OrderDistribution {
  let [sum, mean, squares, low, high] = [0, 0, 0, -1, -1];
  for (let orders = 0; orders < count; orders += 1) {
    const mass = masses[orders] ?? 0;
    sum += mass;
    mean += orders * mass;
    squares += orders * orders * mass;
    if (low < 0 && sum >= intervalTail) low = orders;
    if (high < 0 && sum >= 1 - intervalTail) high = orders;
  }
  const rest = Math.max(0, 1 - sum);
  const last = Math.max(0, count - 1);
  mean += rest * last;
  squares += rest * last * last;
  return { none: masses[0] ?? 1, mean, variance: Math.max(0, squares - mean * mean), low: low < 0 ? last : low, high: high < 0 ? last : high };
}

/** Puts a probability of being gone for good before masses that hold for those who are not. */
export function mixWithGone(masses: Float64Array, count: number, alive: number): void {
  for (let orders = 0; orders < count; orders += 1) masses[orders] = alive * (masses[orders] ?? 0);
  masses[0] = (masses[0] ?? 0) + 1 - alive;
}

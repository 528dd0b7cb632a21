/** Arithmetic mean; NaN over nothing. Neumaier's compensated sum, so that the order of the values does not show. */
export function mean(values: ArrayLike<number>): number {
  return total(values) / values.length;
}

/** Sum with Neumaier's compensation (ZAMM 54, 1974). */
export function total(values: ArrayLike<number>): number {
  let sum = 0;
  let lost = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

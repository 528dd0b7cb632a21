/**
 * Derivative of the logarithm of the gamma function for positive arguments: the recurrence up to 8, then the asymptotic series
 * (Abramowitz & Stegun 6.3.5 and 6.3.18).
 */
export function digamma(value: number): number {
  let shifted = value;
  let below = 0;
  while (shifted < 8) {
    below -= 1 / shifted;
    shifted += 1;
  }
  const inverse = 1 / (shifted * shifted);
  const series = inverse * (1 / 12 - inverse * (1 / 120 - inverse * (1 / 252 - inverse * (1 / 240 - inverse * (1 / 132 - (inverse * 691) / 32760)))));
  return below + Math.log(shifted) - 0.5 / shifted - series;
}

/** Coefficients of Lanczos' approximation for g = 7, n = 9 (Godfrey 2001): about fifteen digits for positive arguments. */
const lanczos = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905, -0.13857109526572012,
  0.000009984369578019572, 1.5056327351493116e-7,
] as const;
const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

/**
 * Natural logarithm of the absolute value of the gamma function (Lanczos, SIAM Journal on Numerical Analysis B 1, 1964; the
 * reflection formula below ½). Infinity at 0 and the negative whole numbers.
 */
export function logGamma(value: number): number {
  if (value < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * value))) - logGamma(1 - value);
  if (value > 1e7) return (value - 0.5) * Math.log(value) - value + halfLogTwoPi + 1 / (12 * value);
  const shifted = value - 1;
  let sum: number = lanczos[0];
  for (let index = 1; index < lanczos.length; index += 1) sum += (lanczos[index] ?? 0) / (shifted + index);
  const base = shifted + 7.5;
  return halfLogTwoPi + (shifted + 0.5) * Math.log(base) - base + Math.log(sum);
}

/** Natural logarithm of the beta function B(a, b) = Γ(a)Γ(b)/Γ(a+b), both positive. */
export const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

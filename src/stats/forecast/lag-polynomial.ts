/** Product of two polynomials in the lag, coefficients from lag 0 on. */
export function multiplied(a: Float64Array, b: Float64Array): Float64Array<ArrayBuffer> {
  const product = new Float64Array(a.length + b.length - 1);
  for (const [i, left] of a.entries()) for (const [j, right] of b.entries()) product[i + j] = (product[i + j] ?? 0) + left * right;
  return product;
}

/** The same polynomial in whole seasons: lag k becomes lag k · period. */
export function seasonal(polynomial: Float64Array, period: number): Float64Array {
  const spread = new Float64Array((polynomial.length - 1) * period + 1);
  for (const [lag, value] of polynomial.entries()) spread[lag * period] = value;
  return spread;
}

/**
 * Free numbers → autoregressive coefficients of a stationary series, through partial autocorrelations (Monahan, Biometrika 71, 1984), which are kept a little
 * below 1 in size.
 */
export function stationary(free: Float64Array): Float64Array {
  let coefficients: number[] = [];
  for (const value of free) {
    const partial = 0.99 * Math.tanh(value);
    const before = coefficients;
    coefficients = [...before.map((own, place) => own - partial * (before[before.length - 1 - place] ?? 0)), partial];
  }
  return Float64Array.from(coefficients);
}

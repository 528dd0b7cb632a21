import { logGamma } from './log-gamma.ts';

/**
 * Gauss' hypergeometric function ₂F₁(a, b; c; z) for real z < 1 and c no negative whole number.
 *
 * The power series where it converges quickly; for z < 0 Pfaff's transformation; near 1 the transformation to 1 − z
 * (Abramowitz & Stegun 15.3.4, 15.3.6), which needs c − a − b not to be a whole number: there the series runs on, more slowly.
 * Arguments of the buy-till-you-die models, c − a − b moderate, keep about ten digits. NaN for z ≥ 1.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  if (z === 0 || a === 0 || b === 0) return 1;
  if (z >= 1 || Number.isNaN(z)) return Number.NaN;
  if (z < 0) return (1 - z) ** -a * hypergeometric(a, c - b, c, z / (z - 1));
  if (z <= 0.9) return series(a, b, c, z);
  const excess = c - a - b;
  return Math.abs(excess - Math.round(excess)) < 1e-3 || terminates(a) || terminates(b) ? series(a, b, c, z) : aroundOne(a, b, c, z);
}

const terminates = (value: number): boolean => value < 0 && Number.isInteger(value);

/** Ends when a term no longer changes the sum and the terms are past every turn of their ratio. */
function series(a: number, b: number, c: number, z: number): number {
  const turns = Math.max(0, -a, -b, -c);
  let term = 1;
  let sum = 1;
  for (let k = 0; k < 1e6; k += 1) {
    const ratio = (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
    term *= ratio;
    sum += term;
    if (term === 0 || (k > turns && Math.abs(ratio) < 1 && Math.abs(term) <= 1e-17 * Math.abs(sum))) break;
  }
  return sum;
}

function aroundOne(a: number, b: number, c: number, z: number): number {
  const excess = c - a - b;
  const near = gammaRatio(c, excess, c - a, c - b) * series(a, b, 1 - excess, 1 - z);
  const far = (1 - z) ** excess * gammaRatio(c, -excess, a, b) * series(c - a, c - b, excess + 1, 1 - z);
  return near + far;
}

/** Γ(p)Γ(q) / (Γ(r)Γ(s)) with the signs of negative arguments; 0 where the denominator has a pole. */
function gammaRatio(p: number, q: number, r: number, s: number): number {
  if (isPole(r) || isPole(s)) return 0;
  const sign = gammaSign(p) * gammaSign(q) * gammaSign(r) * gammaSign(s);
  return sign * Math.exp(logGamma(p) + logGamma(q) - logGamma(r) - logGamma(s));
}

const isPole = (value: number): boolean => value <= 0 && Number.isInteger(value);
const gammaSign = (value: number): number => (value > 0 || Math.floor(value) % 2 === 0 ? 1 : -1);

/** Modified Lentz: what stands for a denominator of nothing. */
const tiny = 1e-300;

/**
 * ₂F₁(1, b; c; z) for 0 ≤ z < 1 and 0 < b ≤ c by Gauss' continued fraction (DLMF 15.7.5; modified Lentz, Thompson & Barnett, Journal of Computational Physics 64, 1986). Its terms fall as ((1 − √(1 − z)) / (1 + √(1 − z)))²ᵏ where
 * those of the series fall as zᵏ, and nothing in it cancels, so that it is as exact near 1 and for arguments of tens of thousands as elsewhere.
 */
export function hypergeometricOfOne(b: number, c: number, z: number): number {
  let [value, up, down, numerator] = [tiny, tiny, 0, 1];
  for (let step = 1; step < 1e6; step += 1) {
    down = 1 / (1 + numerator * down || tiny);
    up = 1 + numerator / up || tiny;
    value *= up * down;
    if (step > 1 && Math.abs(up * down - 1) <= 1e-15) break;
    const m = step >> 1;
    const [top, below] = step % 2 === 1 ? [(b + m) * (c - 1 + m), (c + 2 * m - 1) * (c + 2 * m)] : [m * (c - b + m - 1), (c + 2 * m - 2) * (c + 2 * m - 1)];
    numerator = (-top / below) * z;
  }
  return value;
}

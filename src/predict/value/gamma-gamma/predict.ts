import type { GammaGamma } from './fit.ts';

/**
 * Expected spend per order of a customer with `repeats` repeat orders of that mean (Fader & Hardie 2013, equation 5): a weighted mean of their own and
 * of everyone's. Infinite where the model has no mean (q ≤ 1 and no repeat orders).
 */
export function expectedSpend({ p, q, gamma }: GammaGamma, repeats: number, mean: number): number {
  const weight = p * repeats + q - 1;
  return weight > 0 ? (p * (gamma + repeats * mean)) / weight : Number.POSITIVE_INFINITY;
}

/** Mean and variance of a customer's own mean spend 1/ν · p, and the variance of one order around it. */
export function spendMoments(model: GammaGamma, repeats: number, mean: number): { readonly mean: number; readonly between: number; readonly within: number } {
  const { p, q, gamma } = model;
  const expected = expectedSpend(model, repeats, mean);
  const shape = p * repeats + q;
  // Second moment of p/ν with ν gamma (shape, γ + x m̄); without one (shape ≤ 2) the spread is taken as the mean itself.
  const second = shape > 2 ? (p * (gamma + repeats * mean)) ** 2 / ((shape - 1) * (shape - 2)) : 2 * expected * expected;
  return { mean: expected, between: second - expected * expected, within: second / p };
}

import { type Differentiable, digamma, logGamma } from '../../../stats/index.ts';
import { fitPositive, type Likelihood } from '../maximum-likelihood.ts';

/**
 * Gamma-Gamma spend (Fader & Hardie 2013, "The Gamma-Gamma Model of Monetary Value"): what a customer pays per order varies around a mean of
 * their own (gamma, shape p), and the means vary over customers (inverse gamma, q and γ). Assumes that how much and how often are not related.
 */
export type GammaGamma = { readonly kind: 'gamma-gamma'; readonly p: number; readonly q: number; readonly gamma: number };

/** Mean spend of `repeats` repeat orders; rows with no repeat or no positive spend say nothing and are left out by the caller. */
export type Spends = { readonly repeats: ArrayLike<number>; readonly mean: ArrayLike<number> };

export function fitGammaGamma(spends: Spends): { readonly model: GammaGamma; readonly likelihood: Likelihood } {
  const typical = Array.from(spends.mean).reduce((sum, mean) => sum + mean, 0) / spends.mean.length || 1;
  const likelihood = fitPositive(negativeLikelihood(spends), [2, 3, typical], spends.repeats.length);
  const [p = 1, q = 1, gamma = 1] = likelihood.parameters;
  return { model: { kind: 'gamma-gamma', p, q, gamma }, likelihood };
}

/** Minus the log-likelihood per customer (equation 1a) and its gradient by ln p, ln q, ln γ. Gamma functions are computed once per number of orders. */
function negativeLikelihood({ repeats, mean }: Spends): Differentiable {
  const customers = repeats.length;
  const counts = new Map<number, { customers: number; logMean: number }>();
  for (let row = 0; row < customers; row += 1) {
    const x = repeats[row] ?? 1;
    const known = counts.get(x) ?? { customers: 0, logMean: 0 };
    counts.set(x, { customers: known.customers + 1, logMean: known.logMean + Math.log(mean[row] ?? 1) });
  }
  return (point, gradient) => {
    const [p = 1, q = 1, gamma = 1] = Array.from(point, Math.exp);
    let [value, byP, byQ, byGamma] = [0, 0, 0, 0];
    for (const [x, { customers: n, logMean }] of counts) {
      const shape = p * x;
      value += n * (logGamma(shape + q) - logGamma(shape) - logGamma(q) + q * Math.log(gamma) + shape * Math.log(x)) + (shape - 1) * logMean;
      byP += n * x * (digamma(shape + q) - digamma(shape) + Math.log(x)) + x * logMean;
      byQ += n * (digamma(shape + q) - digamma(q) + Math.log(gamma));
      byGamma += (n * q) / gamma;
    }
    for (let row = 0; row < customers; row += 1) {
      const x = repeats[row] ?? 1;
      const sum = gamma + (mean[row] ?? 0) * x;
      const log = Math.log(sum);
      value -= (p * x + q) * log;
      byP -= x * log;
      byQ -= log;
      byGamma -= (p * x + q) / sum;
    }
    gradient[0] = (-p * byP) / customers;
    gradient[1] = (-q * byQ) / customers;
    gradient[2] = (-gamma * byGamma) / customers;
    return -value / customers;
  };
}

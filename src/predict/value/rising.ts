import { logGamma } from '../../stats/index.ts';

/**
 * ln Γ(base + n) − ln Γ(base) for n = 0 … `most`, and its derivative by `base`. Counts of orders are whole numbers, so that
 * a likelihood over a million customers needs no gamma function but these sums.
 */
export function risingLogs(base: number, most: number): { readonly logs: Float64Array; readonly slopes: Float64Array } {
  const logs = new Float64Array(most + 1);
  const slopes = new Float64Array(most + 1);
  for (let n = 1; n <= most; n += 1) {
    logs[n] = (logs[n - 1] ?? 0) + Math.log(base + n - 1);
    slopes[n] = (slopes[n - 1] ?? 0) + 1 / (base + n - 1);
  }
  return { logs, slopes };
}

/**
 * ln Γ(base + n) − ln Γ(base) for one n: a product, taken apart before it overflows. Quicker than two gamma functions for the counts that customers have.
 */
export function logRising(base: number, n: number): number {
  if (n > 2000) return logGamma(base + n) - logGamma(base);
  let [log, product] = [0, 1];
  for (let k = 0; k < n; k += 1) {
    product *= base + k;
    if (product > 1e290 || product < 1e-290) {
      log += Math.log(product);
      product = 1;
    }
  }
  return log + Math.log(product);
}

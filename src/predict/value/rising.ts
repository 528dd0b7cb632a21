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

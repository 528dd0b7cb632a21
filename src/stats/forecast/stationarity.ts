import { mean } from '../mean.ts';

/**
 * Statistic of Kwiatkowski, Phillips, Schmidt & Shin (Journal of Econometrics 54, 1992) for a series around a level, with Bartlett's weights over
 * ⌊4 (n/100)^¼⌋ lags: above 0.463 the level wanders (5%).
 */
export function levelStationarity(values: ArrayLike<number>): number {
  const n = values.length;
  if (n < 3) return 0;
  const centre = mean(values);
  const rest = Float64Array.from(values, (value) => value - centre);
  const lags = Math.floor(4 * (n / 100) ** 0.25);
  let longRun = rest.reduce((sum, value) => sum + value * value, 0) / n;
  for (let lag = 1; lag <= lags; lag += 1) {
    let product = 0;
    for (let at = lag; at < n; at += 1) product += (rest[at] ?? 0) * (rest[at - lag] ?? 0);
    longRun += (2 / n) * (1 - lag / (lags + 1)) * product;
  }
  let [running, squares] = [0, 0];
  for (const value of rest) {
    running += value;
    squares += running * running;
  }
  return longRun <= 0 ? 0 : squares / (n * n * longRun);
}

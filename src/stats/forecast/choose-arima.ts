import { standardDeviation } from '../variance.ts';
import { type ArimaOrder, fitArima, type FittedArima } from './arima.ts';
import { levelStationarity } from './stationarity.ts';

const plain: readonly (readonly [p: number, q: number])[] = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
  [2, 0],
  [0, 2],
  [2, 1],
];
const besideSeason: readonly (readonly [p: number, q: number])[] = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
/** 5% point of the test of stationarity around a level (Kwiatkowski, Phillips, Schmidt & Shin 1992). */
const critical = 0.463;
/** From three whole seasons on a seasonal difference leaves enough to learn from. */
const seasonsNeeded = 3;

/**
 * A small automatic choice in the manner of Hyndman & Khandakar (Journal of Statistical Software 27, 2008): logarithms where the spread grows with the level, a seasonal
 * difference where the season is strong, one difference where the level wanders, then the order with the least corrected Akaike criterion.
 */
export function chooseArima(values: ArrayLike<number>, period: number): FittedArima | undefined {
  const log = growsWithLevel(values);
  const series = Float64Array.from(values, (value) => (log ? Math.log(value) : value));
  const yearly = period > 1 && values.length >= seasonsNeeded * period && seasonalStrength(series, period) > 0.64;
  const settled = yearly ? Float64Array.from({ length: series.length - period }, (_, at) => (series[at + period] ?? 0) - (series[at] ?? 0)) : series;
  const d = levelStationarity(settled) > critical ? 1 : 0;
  let best: FittedArima | undefined;
  for (const [p, q] of yearly ? besideSeason : plain) {
    const order: ArimaOrder = { p, d, q, seasonalP: 0, seasonalD: yearly ? 1 : 0, seasonalQ: yearly ? 1 : 0, period, log };
    const fitted = fitArima(values, order);
    if (fitted !== undefined && (best === undefined || fitted.aicc < best.aicc)) best = fitted;
  }
  return best;
}

/** Whether the spread of short stretches grows about in step with their mean: then logarithms even it out. */
function growsWithLevel(values: ArrayLike<number>): boolean {
  const all = Array.from(values);
  if (all.length < 24 || all.some((value) => value <= 0)) return false;
  const size = Math.max(6, Math.floor(all.length / 10));
  const stretches = Array.from({ length: Math.floor(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
  const xs = stretches.map((stretch) => Math.log(stretch.reduce((sum, value) => sum + value, 0) / stretch.length));
  const ys = stretches.map((stretch) => Math.log(standardDeviation(stretch) + 1e-9));
  const centre = xs.reduce((sum, x) => sum + x, 0) / xs.length;
  const middle = ys.reduce((sum, y) => sum + y, 0) / ys.length;
  const spread = xs.reduce((sum, x) => sum + (x - centre) ** 2, 0);
  const slope = spread < 1e-9 ? 0 : xs.reduce((sum, x, at) => sum + (x - centre) * ((ys[at] ?? 0) - middle), 0) / spread;
  return slope > 0.5;
}

/** 1 − var(rest) / var(season and rest): Wang, Smith & Hyndman (Data Mining and Knowledge Discovery 13, 2006), with a plain moving average for the trend. */
export function seasonalStrength(series: ArrayLike<number>, period: number): number {
  const half = Math.floor(period / 2);
  const detrended: { readonly place: number; readonly value: number }[] = [];
  for (let at = half; at + half < series.length; at += 1) {
    let sum = 0;
    for (let other = at - half; other <= at + half; other += 1) sum += (series[other] ?? 0) * (period % 2 === 0 && Math.abs(other - at) === half ? 0.5 : 1);
    detrended.push({ place: at % period, value: (series[at] ?? 0) - sum / period });
  }
  const means = Map.groupBy(detrended, ({ place }) => place);
  const rest = detrended.map(({ place, value }) => {
    const same = means.get(place) ?? [];
    return value - same.reduce((sum, each) => sum + each.value, 0) / same.length;
  });
  const whole = standardDeviation(detrended.map(({ value }) => value)) ** 2;
  return whole > 0 ? Math.max(0, 1 - standardDeviation(rest) ** 2 / whole) : 0;
}

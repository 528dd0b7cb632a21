import { mean } from '../mean.ts';
import { nelderMead } from '../nelder-mead.ts';
import { multiplied, seasonal, stationary } from './lag-polynomial.ts';

/** ARIMA(p, d, q)(0 or 1, seasonal differences, 0 or 1) of a period (Box & Jenkins 1970). `log`: of the logarithms. */
export type ArimaOrder = {
  readonly p: number;
  readonly d: number;
  readonly q: number;
  readonly seasonalP: number;
  readonly seasonalD: number;
  readonly seasonalQ: number;
  readonly period: number;
  readonly log: boolean;
};

export type FittedArima = {
  readonly order: ArimaOrder;
  /** Coefficients of one lag and more: w_t = Σ ar·w_{t−i} + e_t + Σ ma·e_{t−j}, seasons multiplied in. */
  readonly ar: Float64Array;
  readonly ma: Float64Array;
  /** Of the differenced series: 0 once it is differenced, so that no trend is promised for ever. */
  readonly mean: number;
  readonly variance: number;
  /** Small-sample Akaike criterion (Hurvich & Tsai 1989) of the conditional likelihood. */
  readonly aicc: number;
  readonly errors: Float64Array;
  /** The series as it was modelled (logarithms where asked), for going on. */
  readonly series: Float64Array;
};

/** Least conditional sum of squares: errors before the first that can be told count as 0 (Box & Jenkins, chapter 7). Undefined where the series is too short. */
export function fitArima(values: ArrayLike<number>, order: ArimaOrder): FittedArima | undefined {
  const series = Float64Array.from(values, (value) => (order.log ? Math.log(value) : value));
  const differenced = differences(series, order);
  const count = order.p + order.q + order.seasonalP + order.seasonalQ;
  const lost = order.p + order.seasonalP * order.period;
  const used = differenced.length - lost;
  if (used < count + 6 || !series.every(Number.isFinite)) return undefined;
  const centre = order.d + order.seasonalD === 0 ? mean(differenced) : 0;
  const centred = differenced.map((value) => value - centre);
  const objective = (point: Float64Array): number => {
    const { ar, ma } = polynomials(point, order);
    return Math.log(squares(residuals(centred, ar, ma, lost)) / used + Number.MIN_VALUE);
  };
  const start = new Float64Array(count).fill(0.1);
  const point = count === 0 ? start : nelderMead(objective, start, { iterations: 600, tolerance: 1e-9, size: 0.3 }).point;
  const { ar, ma } = polynomials(point, order);
  const errors = residuals(centred, ar, ma, lost);
  const variance = squares(errors) / used;
  const parameters = count + 1 + (centre === 0 ? 0 : 1);
  const aicc = used * Math.log(variance + Number.MIN_VALUE) + 2 * parameters * (used / Math.max(1, used - parameters - 1));
  return { order, ar, ma, mean: centre, variance, aicc, errors, series };
}

/** One way on from the end of the series, with these errors; with zeros it is the forecast (the median where logarithms were taken). */
export function arimaPath({ order, ar, ma, mean: centre, errors, series }: FittedArima, shocks: Float64Array): Float64Array {
  const past = differences(series, order).map((value) => value - centre);
  const known = past.length;
  const moves = Float64Array.of(...past, ...shocks.map(() => 0));
  const noise = Float64Array.of(...errors, ...shocks);
  for (let at = known; at < moves.length; at += 1) moves[at] = oneStep(moves, noise, ar, ma, at) + (noise[at] ?? 0);
  const grown = Float64Array.of(...series, ...shocks.map(() => 0));
  const whole = differencing(order);
  for (let step = 0; step < shocks.length; step += 1) {
    const at = series.length + step;
    let value = (moves[known + step] ?? 0) + centre;
    // The differences' polynomial, turned to the newest value.
    for (let lag = 1; lag < whole.length; lag += 1) value -= (whole[lag] ?? 0) * (grown[at - lag] ?? 0);
    grown[at] = value;
  }
  return grown.slice(series.length).map((value) => (order.log ? Math.exp(value) : value));
}

function oneStep(moves: Float64Array, noise: Float64Array, ar: Float64Array, ma: Float64Array, at: number): number {
  let value = 0;
  for (let lag = 1; lag <= ar.length && lag <= at; lag += 1) value += (ar[lag - 1] ?? 0) * (moves[at - lag] ?? 0);
  for (let lag = 1; lag <= ma.length && lag <= at; lag += 1) value += (ma[lag - 1] ?? 0) * (noise[at - lag] ?? 0);
  return value;
}

function residuals(moves: Float64Array, ar: Float64Array, ma: Float64Array, lost: number): Float64Array {
  const errors = new Float64Array(moves.length);
  for (let at = lost; at < moves.length; at += 1) errors[at] = (moves[at] ?? 0) - oneStep(moves, errors, ar, ma, at);
  return errors;
}

function polynomials(point: Float64Array, { p, q, seasonalP, seasonalQ, period }: ArimaOrder): { readonly ar: Float64Array; readonly ma: Float64Array } {
  const [own, moving] = [stationary(point.slice(0, p)), stationary(point.slice(p, p + q))];
  const [yearly, yearlyMoving] = [stationary(point.slice(p + q, p + q + seasonalP)), stationary(point.slice(p + q + seasonalP, p + q + seasonalP + seasonalQ))];
  const minus = (coefficients: Float64Array): Float64Array => Float64Array.of(1, ...coefficients.map((value) => -value));
  const plus = (coefficients: Float64Array): Float64Array => Float64Array.of(1, ...coefficients);
  const left = multiplied(minus(own), seasonal(minus(yearly), period));
  // Invertible where −ma is stationary.
  const right = multiplied(plus(moving.map((value) => -value)), seasonal(plus(yearlyMoving.map((value) => -value)), period));
  return { ar: left.slice(1).map((value) => -value), ma: right.slice(1) };
}

/** (1 − B)^d (1 − B^m)^D as coefficients of lags 0, 1, …. */
function differencing({ d, seasonalD, period }: ArimaOrder): Float64Array {
  let whole = Float64Array.of(1);
  for (let times = 0; times < d; times += 1) whole = multiplied(whole, Float64Array.of(1, -1));
  for (let times = 0; times < seasonalD; times += 1) whole = multiplied(whole, seasonal(Float64Array.of(1, -1), period));
  return whole;
}

function differences(series: Float64Array, order: ArimaOrder): Float64Array {
  const whole = differencing(order);
  const lost = whole.length - 1;
  return Float64Array.from({ length: Math.max(0, series.length - lost) }, (_, at) =>
    whole.reduce((sum, factor, lag) => sum + factor * (series[at + lost - lag] ?? 0), 0),
  );
}

const squares = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0);

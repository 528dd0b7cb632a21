import { mean } from '../mean.ts';
import { arimaPath } from './arima.ts';
import { chooseArima } from './choose-arima.ts';
import { fitSmoothing } from './fit-smoothing.ts';
import { seasonalLevel, seasonalLevelNeeds } from './seasonal-level.ts';
import { type SmoothingKind, smoothedPath } from './smoothing.ts';

/** From the simplest to the most elaborate. */
export const forecastKinds = [
  'naive',
  'average',
  'seasonal-naive',
  'simple',
  'trend',
  'damped',
  'seasonal-level',
  'seasonal-additive',
  'seasonal-multiplicative',
  'arima',
] as const;
export type ForecastKind = (typeof forecastKinds)[number];

/** A fitted candidate: its errors of one step, and one way on with given errors (with zeros, the forecast). */
export type FittedForecast = { readonly kind: ForecastKind; readonly errors: Float64Array; readonly path: (shocks: Float64Array) => Float64Array };

/** How many values a candidate must have seen. */
export function valuesNeeded(kind: ForecastKind, period: number): number {
  switch (kind) {
    case 'naive':
      return 2;
    case 'average':
      return 4;
    case 'simple':
      return 8;
    case 'trend':
      return 12;
    case 'damped':
      return 16;
    case 'seasonal-naive':
      return period + 1;
    case 'seasonal-level':
      return seasonalLevelNeeds(period);
    case 'seasonal-additive':
    case 'seasonal-multiplicative':
      return 2 * period;
    case 'arima':
      return 24;
  }
}

/** Undefined where there is too little to fit it on, or nothing to fit (a season that multiplies, through 0). */
export function fitForecast(kind: ForecastKind, values: Float64Array, period: number): FittedForecast | undefined {
  if (values.length < valuesNeeded(kind, period)) return undefined;
  switch (kind) {
    case 'naive':
      return repeated(kind, values, 1);
    case 'seasonal-naive':
      return period < 2 ? undefined : repeated(kind, values, period);
    case 'average': {
      const centre = mean(values);
      return { kind, errors: values.map((value) => value - centre), path: (shocks) => shocks.map((shock) => centre + shock) };
    }
    case 'simple':
      return smoothing(kind, values, { trend: 'none', season: 'none', period: 1 });
    case 'trend':
      return smoothing(kind, values, { trend: 'additive', season: 'none', period: 1 });
    case 'damped':
      return smoothing(kind, values, { trend: 'damped', season: 'none', period: 1 });
    case 'seasonal-level': {
      if (period < 2) return undefined;
      const { errors, expected } = seasonalLevel(values, period);
      return { kind, errors, path: (shocks) => expected(shocks.length).map((value, step) => value + (shocks[step] ?? 0)) };
    }
    case 'seasonal-additive':
      return period < 2 ? undefined : smoothing(kind, values, { trend: 'additive', season: 'additive', period });
    case 'seasonal-multiplicative':
      return period < 2 || values.some((value) => value <= 0) ? undefined : smoothing(kind, values, { trend: 'additive', season: 'multiplicative', period });
    case 'arima': {
      const fitted = chooseArima(values, period);
      return fitted === undefined ? undefined : { kind, errors: fitted.errors, path: (shocks) => arimaPath(fitted, shocks) };
    }
  }
}

/** The same as one step, or one season, before. */
function repeated(kind: ForecastKind, values: Float64Array, lag: number): FittedForecast {
  const errors = Float64Array.from({ length: values.length - lag }, (_, at) => (values[at + lag] ?? 0) - (values[at] ?? 0));
  const path = (shocks: Float64Array): Float64Array => {
    const grown = Float64Array.of(...values, ...shocks);
    for (let at = values.length; at < grown.length; at += 1) grown[at] = (grown[at - lag] ?? 0) + (shocks[at - values.length] ?? 0);
    return grown.slice(values.length);
  };
  return { kind, errors, path };
}

function smoothing(kind: ForecastKind, values: Float64Array, parts: SmoothingKind): FittedForecast {
  const fitted = fitSmoothing(values, parts);
  return { kind, errors: fitted.errors, path: (shocks) => smoothedPath(parts, fitted.weights, fitted.state, shocks) };
}

/** Which parts an exponential smoothing has: the families of Gardner's survey (Journal of Forecasting 4, 1985). */
export type SmoothingKind = {
  readonly trend: 'none' | 'additive' | 'damped';
  readonly season: 'none' | 'additive' | 'multiplicative';
  /** Steps of one season; ignored without one. */
  readonly period: number;
};

/** How quickly each part follows the newest value (0 to 1), and what is kept of a damped trend at each step. */
export type SmoothingWeights = { readonly level: number; readonly trend: number; readonly season: number; readonly damping: number };

/** Where the parts stand after a step. `season` is a ring; the factor of the next step is at `next`. */
export type SmoothingState = { readonly level: number; readonly trend: number; readonly season: Float64Array; readonly next: number };

export type Smoothed = {
  readonly state: SmoothingState;
  /** Forecast of each value from those before it. */
  readonly fitted: Float64Array;
  /** Value less its forecast, or relative to it where the season multiplies. */
  readonly errors: Float64Array;
};

/**
 * Exponential smoothing in its form of error correction (Hyndman, Koehler, Ord & Snyder, Forecasting with Exponential Smoothing, 2008): simple, Holt's trend,
 * damped trend (Gardner & McKenzie 1985), Holt-Winters additive and multiplicative (Winters 1960).
 */
export function smooth(values: ArrayLike<number>, kind: SmoothingKind, weights: SmoothingWeights, start: SmoothingState): Smoothed {
  const fitted = new Float64Array(values.length);
  const errors = new Float64Array(values.length);
  let { level, trend, next } = start;
  const season = start.season.slice();
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    const flow = damping(kind, weights) * trend;
    const base = level + flow;
    const factor = season[next] ?? 0;
    const forecast = kind.season === 'multiplicative' ? base * factor : base + factor;
    const error = value - forecast;
    fitted[at] = forecast;
    errors[at] = kind.season === 'multiplicative' ? error / nonZero(forecast) : error;
    const scale = kind.season === 'multiplicative' ? nonZero(factor) : 1;
    level = base + (weights.level * error) / scale;
    if (kind.trend !== 'none') trend = flow + (weights.level * weights.trend * error) / scale;
    if (kind.season === 'multiplicative') season[next] = factor + (weights.season * error) / nonZero(base);
    if (kind.season === 'additive') season[next] = factor + weights.season * error;
    next = season.length === 0 ? 0 : (next + 1) % season.length;
  }
  return { state: { level, trend, season, next }, fitted, errors };
}

/** One way on from a state, with these errors (relative where the season multiplies); with zeros it is the forecast. */
export function smoothedPath(kind: SmoothingKind, weights: SmoothingWeights, state: SmoothingState, errors: Float64Array): Float64Array {
  let { level, trend, next } = state;
  const season = state.season.slice();
  return errors.map((error) => {
    const flow = damping(kind, weights) * trend;
    const base = level + flow;
    const factor = season[next] ?? 0;
    const multiplied = kind.season === 'multiplicative';
    const forecast = multiplied ? base * factor : base + factor;
    const value = multiplied ? forecast * (1 + error) : forecast + error;
    const step = multiplied ? base * error : error;
    level = base + weights.level * step;
    if (kind.trend !== 'none') trend = flow + weights.level * weights.trend * step;
    if (multiplied) season[next] = factor * (1 + weights.season * error);
    else if (kind.season === 'additive') season[next] = factor + weights.season * error;
    next = season.length === 0 ? 0 : (next + 1) % season.length;
    return value;
  });
}

const damping = ({ trend }: SmoothingKind, weights: SmoothingWeights): number => (trend === 'damped' ? weights.damping : 1);
const nonZero = (value: number): number => (Math.abs(value) < 1e-12 ? 1e-12 : value);

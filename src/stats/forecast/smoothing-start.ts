import { mean } from '../mean.ts';
import type { SmoothingKind, SmoothingState } from './smoothing.ts';

/**
 * Where smoothing begins, by Hyndman et al. (2008, section 2.6.1): the season as the average distance from a centred moving average over the first
 * seasons, then level and trend as a line through the first values without their season.
 */
export function smoothingStart(values: ArrayLike<number>, { trend, season, period }: SmoothingKind): SmoothingState {
  const factors = season === 'none' ? new Float64Array() : seasonOf(values, period, season);
  const plain = Float64Array.from({ length: Math.min(values.length, Math.max(10, season === 'none' ? 10 : period)) }, (_, at) => {
    const value = values[at] ?? 0;
    if (season === 'none') return value;
    const factor = factors[at % period] ?? 0;
    return season === 'additive' ? value - factor : value / (Math.abs(factor) < 1e-9 ? 1 : factor);
  });
  const line = lineThrough(plain);
  return trend === 'none'
    ? { level: mean(plain), trend: 0, season: factors, next: 0 }
    : { level: line.at - line.slope, trend: line.slope, season: factors, next: 0 };
}

/** At most the first five seasons; the factors of a season add up to nothing, or average one. */
function seasonOf(values: ArrayLike<number>, period: number, kind: 'additive' | 'multiplicative'): Float64Array {
  const length = Math.min(values.length, 5 * period);
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  for (let at = 0; at < length; at += 1) {
    const trend = centred(values, at, period, length);
    if (Number.isNaN(trend)) continue;
    const value = values[at] ?? 0;
    const place = at % period;
    sums[place] = (sums[place] ?? 0) + (kind === 'additive' ? value - trend : trend === 0 ? 1 : value / trend);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const neutral = kind === 'additive' ? 0 : 1;
  const factors = sums.map((sum, place) => ((counts[place] ?? 0) === 0 ? neutral : sum / (counts[place] ?? 1)));
  const average = mean(factors);
  return factors.map((factor) => (kind === 'additive' ? factor - average : factor / (average === 0 ? 1 : average)));
}

/** The 2 × m moving average; NaN where it would look over an end. */
function centred(values: ArrayLike<number>, at: number, period: number, length: number): number {
  const half = Math.floor(period / 2);
  if (at < half || at + half >= length) return Number.NaN;
  let sum = 0;
  for (let place = at - half; place <= at + half; place += 1) {
    const end = period % 2 === 0 && (place === at - half || place === at + half);
    sum += (values[place] ?? 0) * (end ? 0.5 : 1);
  }
  return sum / period;
}

/** Least squares; `at` is the line's value at the first point. */
function lineThrough(values: Float64Array): { readonly at: number; readonly slope: number } {
  const centre = (values.length - 1) / 2;
  const average = mean(values);
  let [above, below] = [0, 0];
  for (const [place, value] of values.entries()) {
    above += (place - centre) * (value - average);
    below += (place - centre) ** 2;
  }
  const slope = below === 0 ? 0 : above / below;
  return { at: average - slope * centre, slope };
}

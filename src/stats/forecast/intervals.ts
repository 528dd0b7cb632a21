import { quantileSorted } from '../quantile.ts';
import { type Random, randomInteger } from '../random/index.ts';
import type { FittedForecast } from './candidates.ts';

/** What is expected, and the ends of the intervals made to hold four in five (`low`, `high`) and nineteen in twenty. */
export type ForecastPoint = { readonly expected: number; readonly low: number; readonly high: number; readonly low95: number; readonly high95: number };

export type Simulation = { readonly random: Random; readonly paths: number; readonly floor: number };

/**
 * Points and intervals from ways on that draw their errors from those of the past (the residual bootstrap of Thombs & Schucany 1990): no assumption that
 * errors are normal, and the doubt adds up over the steps as the model says.
 */
export function simulatedPoints({ errors, path }: FittedForecast, horizon: number, { random, paths, floor }: Simulation): readonly ForecastPoint[] {
  const expected = path(new Float64Array(horizon));
  const usable = errors.filter((error) => Number.isFinite(error));
  const centre = usable.length === 0 ? 0 : usable.reduce((sum, error) => sum + error, 0) / usable.length;
  const ends = Array.from({ length: horizon }, () => new Float64Array(paths));
  for (let way = 0; way < paths; way += 1) {
    const shocks = Float64Array.from({ length: horizon }, () => (usable[randomInteger(random, Math.max(1, usable.length))] ?? 0) - centre);
    path(shocks).forEach((value, step) => {
      const column = ends[step];
      if (column !== undefined) column[way] = value;
    });
  }
  return ends.map((column, step) => {
    const sorted = column.sort();
    const at = (share: number): number => Math.max(floor, quantileSorted(sorted, share));
    return { expected: Math.max(floor, expected[step] ?? 0), low: at(0.1), high: at(0.9), low95: at(0.025), high95: at(0.975) };
  });
}

import { quantile } from '../quantile.ts';
import { seededRandom } from '../random/index.ts';
import { backtestHorizon, type ForecastCandidate } from './backtest.ts';
import { fitWithHolidays } from './fit-with-holidays.ts';
import { simulatedPoints } from './intervals.ts';
import type { ForecastTask } from './task.ts';

export type IntervalCoverage = {
  /** Steps of the back-test that were looked at. */
  readonly steps: number;
  /** Share of them inside the model's own interval of four in five, and inside it once it is as wide as the other origins asked for. */
  readonly raw: number;
  readonly calibrated: number;
  /** By what the model's own intervals are stretched. */
  readonly factor: number;
};

const aim = 0.8;

/**
 * How wide the intervals have to be, by what came after each origin: distances from the expected value in parts of the half interval, and their 80% point
 * (split-conformal scaling; Vovk, Gammerman & Shafer 2005). The share that holds is measured with factors from the other origins only, so it is no self-praise.
 */
export function coverageOf(
  task: ForecastTask,
  { kind, holidays }: Pick<ForecastCandidate, 'kind' | 'holidays'>,
  origins: readonly number[],
  paths: number,
): IntervalCoverage | undefined {
  const ahead = backtestHorizon(task);
  const distances = origins.flatMap((length) => {
    const fitted = fitWithHolidays(kind, holidays, task, length);
    if (fitted === undefined) return [];
    const points = simulatedPoints(fitted, ahead, { random: seededRandom(task.seed + length), paths: Math.min(paths, 400), floor: Number.NEGATIVE_INFINITY });
    return [
      points.map(({ expected, low, high }, step) => {
        const actual = task.values[length + step] ?? 0;
        const half = actual >= expected ? high - expected : expected - low;
        return actual === expected ? 0 : Math.abs(actual - expected) / Math.max(half, 1e-9);
      }),
    ];
  });
  const all = distances.flat();
  if (all.length < 8) return undefined;
  const held = distances.map((own, at) => {
    const factor = calibrationFactor(
      distances.flatMap((other, place) => (place === at ? [] : other)),
      aim,
    );
    return own.filter((distance) => distance <= factor).length;
  });
  return {
    steps: all.length,
    raw: all.filter((distance) => distance <= 1).length / all.length,
    calibrated: held.reduce((sum, count) => sum + count, 0) / all.length,
    factor: calibrationFactor(all, aim),
  };
}

/**
 * The factor that makes so many of the scaled distances lie inside. Never less than one: the origins overlap and are few, so that they are narrow by luck as often as they are wide, and intervals
 * that are narrowed by luck hold less than they say (76 of 100 instead of 80 over 200 series of 60 weeks made for it).
 */
const calibrationFactor = (distances: readonly number[], share: number): number => Math.min(3, Math.max(1, quantile(distances, share)));

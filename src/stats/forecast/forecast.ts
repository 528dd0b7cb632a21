import { seededRandom } from '../random/index.ts';
import { backtestForecasts, type ForecastCandidate } from './backtest.ts';
import { coverageOf, type IntervalCoverage } from './coverage.ts';
import { fitWithHolidays } from './fit-with-holidays.ts';
import type { ForecastTask } from './task.ts';
import { type ForecastPoint, simulatedPoints } from './intervals.ts';

export type SeriesForecast = {
  readonly points: readonly ForecastPoint[];
  readonly chosen: ForecastCandidate;
  /** From the simplest to the most elaborate, those that could be tried. */
  readonly candidates: readonly ForecastCandidate[];
  /** Null where the series is too short to look back. */
  readonly coverage: IntervalCoverage | null;
};

const paths = 800;

/**
 * Series → candidates held against what came after earlier steps → the simplest within one standard error of the best → points with
 * intervals, as wide as the back-test showed them to have to be. Undefined for fewer than two values. The same series and seed give the same answer.
 */
export function forecastSeries(task: ForecastTask): SeriesForecast | undefined {
  if (task.values.length < 2) return undefined;
  const { candidates, chosen, origins } = backtestForecasts(task);
  const fitted = fitWithHolidays(chosen.kind, chosen.holidays, task, task.values.length);
  if (fitted === undefined) return undefined;
  const raw = simulatedPoints(fitted, task.horizon, { random: seededRandom(task.seed), paths, floor: floorOf(task.values) });
  const coverage = origins.length === 0 ? undefined : coverageOf(task, chosen, origins, paths);
  return {
    points: raw.map((point) => {
      const short = shortSeriesFactor(task.values.length);
      const factor = coverage?.factor ?? short;
      return widened(point, factor, coverage === undefined ? factor : factor * short, floorOf(task.values));
    }),
    chosen,
    candidates,
    coverage: coverage ?? null,
  };
}

/** What was never negative is not foretold to be. */
const floorOf = (values: Float64Array): number => (values.every((value) => value >= 0) ? 0 : Number.NEGATIVE_INFINITY);

/** A few values hide most of what can happen, above all at the ends: the ratio of Student's t to the normal 90% point, roughly. */
const shortSeriesFactor = (length: number): number => 1 + 2 / Math.max(1, length - 1);

function widened(point: ForecastPoint, inner: number, outer: number, floor: number): ForecastPoint {
  const stretch = (end: number, factor: number): number => Math.max(floor, point.expected + factor * (end - point.expected));
  return {
    expected: point.expected,
    low: stretch(point.low, inner),
    high: stretch(point.high, inner),
    low95: stretch(point.low95, outer),
    high95: stretch(point.high95, outer),
  };
}

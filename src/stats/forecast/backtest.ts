import { mean } from '../mean.ts';
import { standardDeviation } from '../variance.ts';
import { fitWithHolidays } from './fit-with-holidays.ts';
import { type ForecastKind, forecastKinds } from './candidates.ts';
import { seasonalLevelNeeds } from './seasonal-level.ts';
import type { ForecastTask } from './task.ts';

export type ForecastCandidate = {
  readonly kind: ForecastKind;
  /** Whether the effect of holidays is taken into account. */
  readonly holidays: boolean;
  /** Mean absolute error over the back-test's horizons, and in parts of what was to be foretold; null where nothing could be looked back on. */
  readonly mae: number | null;
  readonly wape: number | null;
  /** Mean of the differences to the best, origin by origin, and their standard error. */
  readonly above: number;
  readonly error: number;
  readonly chosen: boolean;
};

export type ForecastBacktest = { readonly candidates: readonly ForecastCandidate[]; readonly chosen: ForecastCandidate; readonly origins: readonly number[] };

const mostOrigins = 10;
const longestBack = 26;
/** Values that must lie before the oldest origin. */
const fewestBefore = 6;

/** Steps ahead that the back-test looks: as far as asked, but no further than a sixth of the series. */
export const backtestHorizon = ({ values, horizon }: Pick<ForecastTask, 'values' | 'horizon'>): number =>
  Math.max(1, Math.min(horizon, longestBack, Math.floor(values.length / 6)));

/**
 * Lengths of what each origin has seen, newest last; none for a series too short to look back on. With a season they lie over a whole one, so that its turns are among what was to be foretold and not the last months alone; where there are two seasons before that
 * for those candidates that need them, only as far back as these can answer. Otherwise they are apart by half a horizon.
 */
export function rollingOrigins(task: Pick<ForecastTask, 'values' | 'horizon' | 'period'>): readonly number[] {
  const ahead = backtestHorizon(task);
  const newest = task.values.length - ahead;
  const season = seasonOrigins(newest, task.period);
  if (season !== undefined) return season;
  const apart = Math.max(1, Math.floor(ahead / 2));
  const origins: number[] = [];
  for (let length = newest; length >= fewestBefore && origins.length < mostOrigins; length -= apart) origins.unshift(length);
  return origins.length < 2 ? [] : origins;
}

/** Evenly over the last season; undefined where a season can not be held against anything for at least half of that. */
function seasonOrigins(newest: number, period: number): readonly number[] | undefined {
  if (period < 2 * mostOrigins) return undefined;
  const wanted = newest - period;
  const half = newest - Math.floor(period / 2);
  const oldest = [2 * period, seasonalLevelNeeds(period)].find((needed) => needed <= half);
  if (oldest === undefined) return undefined;
  const first = Math.max(wanted, oldest);
  const origins = Array.from({ length: mostOrigins }, (_, place) => Math.round(first + ((newest - first) * place) / (mostOrigins - 1)));
  return [...new Set(origins)];
}

/**
 * Rolling origins (Tashman, International Journal of Forecasting 16, 2000): every candidate is fitted on what had been seen by then alone and held against what came
 * after. The simplest within one standard error of the best is chosen (Breiman et al. 1984), the errors being those of the origins, unless it is clearly worse than the best after the newest of them.
 */
export function backtestForecasts(task: ForecastTask): ForecastBacktest {
  const origins = rollingOrigins(task);
  const ahead = backtestHorizon(task);
  const entrants = forecastKinds.flatMap((kind) => [{ kind, holidays: false }, ...(task.marks === undefined ? [] : [{ kind, holidays: true }])]);
  if (origins.length === 0) {
    const kind: ForecastKind = task.values.length < 4 ? 'naive' : 'average';
    const only: ForecastCandidate = { kind, holidays: false, mae: null, wape: null, above: 0, error: 0, chosen: true };
    return { candidates: [only], chosen: only, origins };
  }
  const tried = entrants.flatMap((entrant) => {
    const errors = errorsOf(task, entrant, origins, ahead);
    if (errors === undefined) return [];
    const byOrigin = errors.map((steps) => mean(steps));
    return [{ ...entrant, errors: byOrigin, newest: errors.at(-1) ?? [], mean: mean(byOrigin) }];
  });
  const best = tried.reduce((least, each) => (each.mean < least.mean ? each : least));
  const volume = mean(origins.map((length) => mean(task.values.slice(length, length + ahead).map(Math.abs))));
  const measured = tried.map(({ kind, holidays, errors, mean: mae }): ForecastCandidate => {
    const differences = errors.map((error, at) => error - (best.errors[at] ?? 0));
    return {
      kind,
      holidays,
      mae,
      wape: volume > 0 ? mae / volume : null,
      above: mean(differences),
      error: standardDeviation(differences) / Math.sqrt(differences.length),
      chosen: false,
    };
  });
  const place = measured.findIndex(({ above, error }, at) => above <= error && !isWorseLately(tried[at]?.newest ?? [], best.newest));
  const candidates = measured.map((candidate, at) => ({ ...candidate, chosen: at === place }));
  const chosen = candidates[place];
  if (chosen === undefined) throw new RangeError('the best candidate is within its own error');
  return { candidates, chosen, origins };
}

/** Fewer steps tell nothing of how the differences vary. */
const fewestLately = 6;
/** Standard errors: with two the example's choices changed with chance, to no gain. */
const clearly = 3;

/**
 * Whether the errors after the newest origin are clearly larger than the best one's, step by step. Where the level has moved for good, a candidate that does not follow it is wrong by much at the last origins alone: over all of them
 * such a difference has a standard error as large as itself, and the simplest would be chosen by what was, though all that comes is as it is now.
 */
function isWorseLately(own: readonly number[], best: readonly number[]): boolean {
  if (own.length < fewestLately) return false;
  const differences = own.map((error, step) => error - (best[step] ?? 0));
  return mean(differences) > (clearly * standardDeviation(differences)) / Math.sqrt(differences.length);
}

/** Absolute errors of each step after each origin; undefined where the candidate could not be fitted at one of them. */
function errorsOf(
  task: ForecastTask,
  { kind, holidays }: Pick<ForecastCandidate, 'kind' | 'holidays'>,
  origins: readonly number[],
  ahead: number,
): readonly (readonly number[])[] | undefined {
  const errors: number[][] = [];
  for (const length of origins) {
    const path = fitWithHolidays(kind, holidays, task, length)?.path(new Float64Array(ahead));
    if (path === undefined || !path.every(Number.isFinite)) return undefined;
    errors.push(Array.from(path, (value, step) => Math.abs(value - (task.values[length + step] ?? 0))));
  }
  return errors;
}

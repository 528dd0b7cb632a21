import { fitForecast, type FittedForecast, type ForecastKind } from './candidates.ts';
import { holidayFactors } from './holiday-factors.ts';
import type { ForecastTask } from './task.ts';

/** Fits on the first `length` values alone; with holidays their effect, as it was until then, is taken off before and put back after. */
export function fitWithHolidays(kind: ForecastKind, holidays: boolean, { values, period, marks }: ForecastTask, length: number): FittedForecast | undefined {
  const seen = values.slice(0, length);
  if (!holidays || marks === undefined) return fitForecast(kind, seen, period);
  const factors = holidayFactors(seen, marks);
  // Without an effect it would be the plain candidate under another name.
  if (factors.every((factor) => factor === 1)) return undefined;
  const fitted = fitForecast(
    kind,
    seen.map((value, at) => value / (factors[at] ?? 1)),
    period,
  );
  if (fitted === undefined) return undefined;
  return { ...fitted, path: (shocks) => fitted.path(shocks).map((value, step) => value * (factors[length + step] ?? 1)) };
}

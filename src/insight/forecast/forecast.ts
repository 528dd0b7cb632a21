import { writtenDate } from '../../core/index.ts';
import type { ForecastAnswer, ForecastRequest } from '../../contract/schemas.ts';
import { type ForecastCandidate, forecastKinds, forecastSeries, type ForecastPoint, type SeriesForecast, valuesNeeded } from '../../stats/index.ts';
import type { InsightContext } from '../base/context.ts';
import { count as plainCount, share } from '../report/words.ts';
import { type Holidays, holidaysOf } from './holidays.ts';
import { holidayMarks, holidaysIn, type Week, weeklySales, weeksAfter } from './weeks.ts';
import { forecastLabel, measureNoun, unitOf } from './words.ts';

type Measure = NonNullable<ForecastRequest['measure']>;
/** Whole weeks with their values, oldest first. */
export type WeeklySeries = {
  readonly weeks: readonly (Week & { readonly value: number; readonly reconstructed: boolean })[];
  readonly running: (Week & { readonly value: number }) | undefined;
};
export type ForecastWish = {
  readonly measure: Measure;
  readonly segment: { readonly slug: string; readonly name: string } | undefined;
  readonly weeks: number;
};

/** Weeks of a year: what a season is here. */
const year = 52;
/** The draws of the intervals: the same facts give the same answer. */
const seed = 20;

/** Revenue, orders or customers by week, as far as the facts tell them. */
export async function salesSeries(context: InsightContext, measure: Exclude<Measure, 'segment'>): Promise<WeeklySeries> {
  const { whole, running } = await weeklySales(context);
  return {
    weeks: whole.map(({ values, ...week }) => ({ ...week, value: values[measure], reconstructed: false })),
    running:
      running === undefined
        ? undefined
        : { start: running.start, end: running.end, starts: running.starts, ends: running.ends, value: running.values[measure] },
  };
}

/** The weeks to come, by the candidate that the back-test chose, and how the newest whole week stood against what was foretold at its start. */
export async function forecast(context: InsightContext, series: WeeklySeries, wish: ForecastWish): Promise<ForecastAnswer> {
  const { workspace } = context;
  const { weeks, running } = series;
  const last = weeks.at(-1);
  const years = weeks.map(({ starts }) => Number(starts.slice(0, 4)));
  const holidays = await holidaysOf(workspace.country, Math.min(...years, 9999), Math.max(...years, 0) + 1);
  const coming = last === undefined ? [] : weeksAfter(last, wish.weeks, workspace);
  const found = last === undefined ? undefined : forecastWeeks(weeks, coming, holidays);
  const check = checkOf(weeks, holidays);
  return {
    as_of: context.asOf,
    sentence: sentenceOf(context, wish, weeks, found, coming[0]),
    how: `Whole weeks${holidays.country === null ? '' : `, with the public holidays of ${holidays.country}`}. ${forecastKinds.length} ways to foretell are held against what came in as many weeks after earlier ones as are asked for (26 at most), over a year where there are two; the simplest within one standard error of the best answers, unless the best was clearly closer in the newest of these weeks. Intervals hold four in five (the outer ones nineteen in twenty): drawn from past errors, and as wide as the back-test asked for.`,
    measure: wish.measure,
    segment: wish.segment ?? null,
    unit: unitOf(wish.measure),
    holidays_of: holidays.country,
    history: weeks.map((week) => ({ ...dates(week, holidays), value: week.value, reconstructed: week.reconstructed })),
    running: running === undefined ? null : { ...dates(running, holidays), value: running.value },
    points: found === undefined ? [] : coming.map((week, at) => ({ ...dates(week, holidays), ...pointAt(found, at) })),
    total: found === undefined || wish.measure === 'segment' ? null : { expected: found.points.reduce((sum, { expected }) => sum + expected, 0) },
    chosen:
      found === undefined
        ? null
        : {
            kind: found.chosen.kind,
            label: forecastLabel(found.chosen.kind, found.chosen.holidays),
            holidays: found.chosen.holidays,
            because: becauseOf(found),
          },
    candidates: (found?.candidates ?? []).map(({ kind, holidays: marked, mae, wape, above, error, chosen }) => ({
      kind,
      label: forecastLabel(kind, marked),
      holidays: marked,
      mae,
      wape,
      above_best: above,
      standard_error: error,
      chosen,
    })),
    coverage:
      found === undefined || found.coverage === null
        ? null
        : { weeks: found.coverage.steps, raw: found.coverage.raw, shown: found.coverage.calibrated, factor: found.coverage.factor },
    enough: forecastKinds.map((kind) => {
      const needs = valuesNeeded(kind, year);
      return { kind, label: forecastLabel(kind, false), needs, has: weeks.length, enough: weeks.length >= needs };
    }),
    last_week: check ?? null,
  };
}

function forecastWeeks(weeks: WeeklySeries['weeks'], coming: readonly Week[], holidays: Holidays): SeriesForecast | undefined {
  const marks = holidayMarks([...weeks, ...coming], holidays);
  return forecastSeries({
    values: Float64Array.from(weeks, ({ value }) => value),
    period: year,
    horizon: coming.length,
    seed,
    ...(marks.some((mark) => mark !== '') ? { marks } : {}),
  });
}

/** The newest whole week against the forecast made from the weeks before it alone. Undefined with fewer than eight of these: nothing is unusual yet. */
function checkOf(weeks: WeeklySeries['weeks'], holidays: Holidays): NonNullable<ForecastAnswer['last_week']> | undefined {
  const last = weeks.at(-1);
  const before = weeks.slice(0, -1);
  if (last === undefined || before.length < 8) return undefined;
  const found = forecastWeeks(before, [last], holidays);
  if (found === undefined) return undefined;
  const point = pointAt(found, 0);
  return { ...dates(last, holidays), ...point, actual: last.value, outside: last.value < point.low95 || last.value > point.high95 };
}

const dates = (week: Pick<Week, 'starts' | 'ends'>, holidays: Holidays): { readonly starts: string; readonly ends: string; readonly holidays: string[] } => ({
  starts: week.starts,
  ends: week.ends,
  holidays: [...holidaysIn(week, holidays)],
});

const none: ForecastPoint = { expected: 0, low: 0, high: 0, low95: 0, high95: 0 };
const pointAt = ({ points }: SeriesForecast, at: number): ForecastPoint => points[at] ?? none;

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function becauseOf({ chosen, candidates }: SeriesForecast): string {
  if (chosen.mae === null) return 'There are too few weeks to look back on: this is their own level, with a wide interval.';
  const best = candidates.reduce<ForecastCandidate>(
    (least, each) => ((each.mae ?? Number.POSITIVE_INFINITY) < (least.mae ?? Number.POSITIVE_INFINITY) ? each : least),
    chosen,
  );
  const wrong = chosen.wape === null ? '' : ` It was off by ${share(chosen.wape)} in the back-test.`;
  if (best.kind === chosen.kind && best.holidays === chosen.holidays)
    return `${capital(forecastLabel(chosen.kind, chosen.holidays))} was the closest in the back-test.${wrong}`;
  const own = forecastLabel(chosen.kind, chosen.holidays);
  return `${capital(own)}: the closest in the back-test (${forecastLabel(best.kind, best.holidays)}) was not clearly better, and this is simpler.${wrong}`;
}

function sentenceOf(
  { words }: InsightContext,
  { measure, segment, weeks: ahead }: ForecastWish,
  weeks: WeeklySeries['weeks'],
  found: SeriesForecast | undefined,
  first: Week | undefined,
): string {
  const noun = measureNoun(measure, segment?.name);
  if (found === undefined || first === undefined)
    return `${noun} can not be foretold yet: that takes two whole weeks of facts, and there ${weeks.length === 1 ? 'is 1' : 'are none'}.`;
  const shown = (value: number): string => (measure === 'revenue' ? words.money(Math.round(value)) : plainCount(Math.round(value)));
  const next = pointAt(found, 0);
  const start = `${noun} in the week of ${writtenDate(first.starts)}: about ${shown(next.expected)}, four times in five between ${shown(next.low)} and ${shown(next.high)}.`;
  if (measure === 'segment') {
    const end = pointAt(found, ahead - 1);
    return `${start} In ${ahead} weeks about ${shown(end.expected)} (${shown(end.low)} to ${shown(end.high)}).`;
  }
  const recent = weeks.slice(-ahead);
  const before = recent.reduce((sum, { value }) => sum + value, 0);
  const total = found.points.reduce((sum, { expected }) => sum + expected, 0);
  if (measure === 'customers' || recent.length < ahead || before <= 0) return start;
  const change = total / before - 1;
  const against = Math.abs(change) < 0.005 ? 'as much as' : `${share(Math.abs(change))} ${change > 0 ? 'more' : 'less'} than`;
  return `${start} The next ${ahead} weeks together about ${shown(total)}, ${against} the ${ahead} before.`;
}

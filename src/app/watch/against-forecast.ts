import type { NoticeDraft } from '../../contract/index.ts';
import type { ForecastAnswer } from '../../contract/schemas.ts';
import { writtenDate } from '../../core/index.ts';
import { contributorsTo, forecast as foretell, happenedAt, type InsightContext, type WatchedSeries } from '../../insight/index.ts';
import { forecast } from '../insight/forecast.ts';
import type { App } from '../open.ts';
import type { WatchedShop } from './series.ts';

/** There are dozens of segments, and one in twenty would leave its interval every week: they have to be this many times as far from what was expected. */
const timesAsFar = 2;
/** A change of fewer people is none. */
const fewestPeople = 5;

/** Revenue or orders of the newest whole week where they left what was foretold for nineteen weeks in twenty. */
export async function metricAgainstForecast(
  app: App,
  context: InsightContext,
  measure: 'revenue' | 'orders',
  weeks: WatchedShop['weeks'],
): Promise<NoticeDraft | undefined> {
  const { last_week: last, chosen, unit } = await forecast(app, { measure, weeks: 1, as_of: context.asOf });
  if (last === null || !last.outside) return undefined;
  const shown = (value: number): string => (unit === 'money' ? context.words.money(Math.round(value)) : String(Math.round(value)));
  const explained = await contributorsTo(context, measure, weeks);
  const below = last.actual < last.low95;
  return {
    key: `forecast:${measure}:${last.starts}`,
    kind: 'forecast',
    severity: below ? 'warning' : 'info',
    subject: { type: 'metric', id: measure, name: measure },
    title: `${measure === 'revenue' ? 'Revenue' : 'Orders'} came out ${below ? 'lower' : 'higher'} than foretold`,
    sentence: `The week of ${writtenDate(last.starts)} brought ${shown(last.actual)}${measure === 'orders' ? ` ${last.actual === 1 ? 'order' : 'orders'}` : ''}; ${shown(last.low95)} to ${shown(last.high95)} was foretold for nineteen weeks in twenty${chosen === null ? '' : ` (${chosen.label})`}.`,
    at: new Date((weeks.at(-1)?.end ?? context.at) / 1000).toISOString(),
    figure: { unit, actual: last.actual, expected: last.expected, low: last.low95, high: last.high95 },
    contributors: explained,
  };
}

/** A segment whose size went clearly further than was foretold for nineteen weeks in twenty. */
export async function segmentAgainstForecast(context: InsightContext, series: WatchedSeries, weeks: WatchedShop['weeks']): Promise<NoticeDraft | undefined> {
  const { subject, measure, points } = series;
  if (subject.type !== 'segment' || measure !== 'size') return undefined;
  const wish = { measure: 'segment', segment: { slug: subject.id, name: subject.name }, weeks: 1 } as const;
  const sizes = new Map(points.map(({ starts, value }) => [starts, value]));
  const known = weeks.flatMap(({ start, end, starts, ends }) => {
    const value = sizes.get(starts);
    return value === undefined ? [] : [{ start, end, starts, ends, value, reconstructed: false }];
  });
  const { last_week: last, chosen } = await foretell(context, { weeks: known, running: undefined }, wish);
  if (last === null || !isFarOut(last)) return undefined;
  const below = last.actual < last.low95;
  return {
    key: `forecast:segment:${subject.id}:${last.starts}`,
    kind: 'forecast',
    severity: 'info',
    subject,
    title: `${subject.name} came out ${below ? 'smaller' : 'larger'} than foretold`,
    sentence: `At the end of the week of ${writtenDate(last.starts)} it held ${last.actual} customers; ${Math.ceil(last.low95)} to ${Math.floor(last.high95)} was foretold for nineteen weeks in twenty${chosen === null ? '' : ` (${chosen.label})`}.`,
    at: happenedAt({ series }),
    figure: { unit: 'people', actual: last.actual, expected: last.expected, low: last.low95, high: last.high95 },
    contributors: [],
  };
}

function isFarOut({ actual, expected, low95, high95 }: NonNullable<ForecastAnswer['last_week']>): boolean {
  const reach = actual < expected ? expected - low95 : high95 - expected;
  const away = Math.abs(actual - expected);
  return away >= fewestPeople && away > timesAsFar * reach;
}

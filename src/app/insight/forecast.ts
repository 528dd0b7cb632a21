import { type ForecastAnswer, forecastRequest, type ForecastRequest } from '../../contract/schemas.ts';
import { ClienteleError, instant, localDate, startOfPeriod } from '../../core/index.ts';
import { forecast as compute, type InsightContext, salesSeries, weeklySales, type WeeklySeries } from '../../insight/index.ts';
import { readSegment } from '../../segments/index.ts';
import { segmentHistory } from '../history.ts';
import type { App } from '../open.ts';
import { insightAt } from './context.ts';

/** Sizes older than this are worked out anew for each week: they are left out. */
const segmentWeeks = 40;

/** The weeks to come of revenue, orders, customers or a segment's size. Throws `setting.invalid` for a segment that is not named, `segment.unknown`. */
export async function forecast(app: App, request: ForecastRequest): Promise<ForecastAnswer> {
  const { as_of, measure, segment: named, weeks } = forecastRequest.parse(request);
  const context = await insightAt(app, as_of);
  if (measure !== 'segment') return compute(context, await salesSeries(context, measure), { measure, segment: undefined, weeks });
  if (named === undefined)
    throw new ClienteleError('setting.invalid', { name: 'segment', value: '', expected: 'Name the segment whose size is to be foretold.' });
  const { slug, name } = await readSegment(app.control, named);
  return compute(context, await segmentSeries(app, context, slug), { measure, segment: { slug, name }, weeks });
}

/** Sizes at the ends of whole weeks: as recorded, and for weeks without a run as the definition of now finds them in the facts up to then. */
export async function segmentSeries(app: App, context: InsightContext, slug: string): Promise<WeeklySeries> {
  const { zone, weekStart } = context.workspace;
  const end = startOfPeriod(context.at, zone, 'week', 0, weekStart);
  const { whole } = await weeklySales(context);
  const first = whole[0]?.start;
  const oldest = startOfPeriod(end, zone, 'week', -segmentWeeks, weekStart);
  if (first === undefined || first >= end) return { weeks: [], running: undefined };
  const from = Math.max(first, oldest);
  const points = await segmentHistory(app, slug, {
    every: 'week',
    from: new Date(from / 1000).toISOString(),
    to: new Date(end / 1000).toISOString(),
    asOf: context.asOf,
  });
  return {
    weeks: points.map(({ at, members, reconstructed }) => {
      const until = instant(Date.parse(at) * 1000);
      const start = startOfPeriod(instant(until - 1), zone, 'week', 0, weekStart);
      return { start, end: until, starts: localDate(start, zone), ends: localDate(instant(until - 1), zone), value: members, reconstructed };
    }),
    running: undefined,
  };
}

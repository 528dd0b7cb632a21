import type { App } from '../open.ts';
import { inTime } from '../../control/index.ts';
import {
  eventWeeks,
  type InsightContext,
  segmentWeeks,
  type WatchedSeries,
  weeklySales,
  weeksOfEvents,
  type Week,
  type WeekValues,
} from '../../insight/index.ts';
import { listSegments } from '../../segments/index.ts';
import { ident, sql } from '../../sql/index.ts';

/** Whole weeks, with what was sold in each (nothing, where no orders are known and the weeks are those of events). */
export type WatchedShop = { readonly weeks: readonly (Week & { readonly values: WeekValues })[]; readonly series: readonly WatchedSeries[] };

const nothing: WeekValues = { revenue: 0, orders: 0, customers: 0, new_customers: 0 };

const metrics = [
  { measure: 'revenue', label: 'revenue', unit: 'money' },
  { measure: 'orders', label: 'orders', unit: 'count' },
  { measure: 'customers', label: 'customers who order', unit: 'people' },
  { measure: 'new_customers', label: 'new customers', unit: 'people' },
] as const;

/** Everything that is watched, by whole weeks: metrics of the shop, how often things happened, every segment's size, value and flow, and what the acting models say on average. */
export async function watchedShop(app: App, context: InsightContext): Promise<WatchedShop> {
  const { whole } = await weeklySales(context);
  const weeks = whole.length > 0 ? whole : (await weeksOfEvents(context)).map((week) => ({ ...week, values: nothing }));
  const shop = (whole.length > 0 ? metrics : []).map(
    ({ measure, label, unit }): WatchedSeries => ({
      key: `metric:${measure}`,
      subject: { type: 'metric', id: measure, name: label },
      measure,
      label,
      unit,
      points: whole.map(({ starts, end, values }) => ({ starts, end, value: values[measure] })),
    }),
  );
  const segments = new Map((await listSegments(app.control)).map(({ slug, name, version }) => [slug, { name, version }]));
  const own = [...shop, ...(await eventWeeks(context, weeks))];
  return { weeks, series: [...own, ...(await segmentWeeks(app.warehouse, weeks, segments)), ...(await modelSeries(app, weeks))] };
}

type PointRow = { readonly series: string; readonly subject: string; readonly label: string; readonly then: number; readonly value: number };

/** Averages of predicted traits, as each run of the watch noted them: the last of each week, from the first week from which on none is missing. */
async function modelSeries(app: App, weeks: WatchedShop['weeks']): Promise<readonly WatchedSeries[]> {
  const rows: readonly PointRow[] = await app.control.selectFrom('watch_points').selectAll().select(inTime('at').as('then')).orderBy('then').execute();
  return [...Map.groupBy(rows, ({ series }) => series)].flatMap(([key, own]) => {
    const [one] = own;
    if (one === undefined) return [];
    const valueIn = (start: number, end: number): number | undefined => own.findLast(({ then }) => then > start && then <= end)?.value;
    const values = weeks.map((week) => ({ week, value: valueIn(week.start, week.end) }));
    const used = values.slice(values.findLastIndex(({ value }) => value === undefined) + 1);
    return [
      {
        key,
        subject: { type: 'model' as const, id: one.subject, name: one.subject },
        measure: 'mean',
        label: `the average of ${one.label}`,
        unit: 'count' as const,
        points: used.flatMap(({ week, value }) => (value === undefined ? [] : [{ starts: week.starts, end: week.end, value }])),
      },
    ];
  });
}

/** Notes what the acting models say on average, so that later weeks can be held against it. */
export async function noteModels(app: App, context: InsightContext): Promise<void> {
  const words = await app.warehouse.rows<{ model: string; name: string; label: string; column: string; type: string }>(
    sql`select model, name, label, "column", type from prediction_words where type = 'number' order by model, place`,
  );
  for (const { model, name, label, column } of words) {
    const row = await app.warehouse.row<{ value: number | null }>(sql`select avg(${ident(column)})::DOUBLE as value from ${context.features}`);
    const value = row?.value ?? null;
    if (value === null) continue;
    await app.control
      .insertInto('watch_points')
      .values({ series: `model:${model}:${name}`, subject: model, label, at: context.asOf, value })
      .onConflict((conflict) => conflict.columns(['series', 'at']).doUpdateSet({ value }))
      .execute();
  }
}

import { type Instant, instant, localDate, type PlainDate, startOfPeriod, type Workspace } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { countingUpTo, type InsightContext } from '../base/context.ts';
import { stepTable } from '../base/range.ts';
import type { Holidays } from './holidays.ts';

/** One week of the workspace: it begins at its own weekday and zone. */
export type Week = { readonly start: Instant /** The first instant after it. */; readonly end: Instant; readonly starts: PlainDate; readonly ends: PlainDate };
export type WeekValues = { readonly revenue: number; readonly orders: number; readonly customers: number; readonly new_customers: number };

const nothing: WeekValues = { revenue: 0, orders: 0, customers: 0, new_customers: 0 };
/** Four years are all that a forecast by week can use. */
const mostWeeks = 208;

/** Weeks from `first` on, up to the one that holds `last`. */
export function weeksBetween(first: Instant, last: Instant, { zone, weekStart }: Pick<Workspace, 'zone' | 'weekStart'>): readonly Week[] {
  const weeks: Week[] = [];
  for (let start = startOfPeriod(first, zone, 'week', 0, weekStart); start <= last; ) {
    const next = startOfPeriod(start, zone, 'week', 1, weekStart);
    weeks.push({ start, end: next, starts: localDate(start, zone), ends: localDate(instant(next - 1), zone) });
    start = next;
  }
  return weeks;
}

/** Weeks to come after the last one. */
export function weeksAfter(last: Week, count: number, { zone, weekStart }: Pick<Workspace, 'zone' | 'weekStart'>): readonly Week[] {
  const first = startOfPeriod(last.start, zone, 'week', 1, weekStart);
  return weeksBetween(first, startOfPeriod(first, zone, 'week', count - 1, weekStart), { zone, weekStart });
}

/** What was sold in each week. `whole`: over at the moment and at the newest fact; a first week that began before the first order is left out. */
export type WeeklySales = {
  readonly whole: readonly (Week & { readonly values: WeekValues })[];
  /** The week that still runs. */
  readonly running: (Week & { readonly values: WeekValues }) | undefined;
};

/** One pass over the orders of the last four years. */
export async function weeklySales(context: InsightContext): Promise<WeeklySales> {
  const { warehouse, workspace, at } = context;
  const span = await warehouse.row<{ first: Instant | null; last: Instant | null }>(
    sql`select min(ordered_at) as first, max(ordered_at) as last from orders where ${countingUpTo(context)}`,
  );
  if (span === undefined || span.first === null || span.last === null) return { whole: [], running: undefined };
  const { zone, weekStart } = workspace;
  const oldest = startOfPeriod(span.last, zone, 'week', 1 - mostWeeks, weekStart);
  const weeks = weeksBetween(instant(Math.max(span.first, oldest)), span.last, workspace);
  const rows = await warehouse.rows<WeekValues & { step: number }>(sql`
    select s.step, coalesce(sum(o.total), 0)::DOUBLE as revenue, count(*) filter (not o.is_return)::INTEGER as orders,
      count(distinct o.profile) filter (not o.is_return)::INTEGER as customers,
      count(distinct o.profile) filter (not o.is_return and f.first_order_at >= s.starts)::INTEGER as new_customers
    from (select profile, total, is_return, ordered_at from orders where ${countingUpTo(context)} and ordered_at >= ${timestamp(weeks[0]?.start ?? at)}) o
    asof join ${stepTable(weeks.map(({ start }) => start))} s on o.ordered_at >= s.starts left join ${context.features} f on f.profile = o.profile group by s.step`);
  const known = new Map(rows.map(({ step, ...values }) => [step, values]));
  const all = weeks.map((week, step) => ({ ...week, values: known.get(step) ?? nothing }));
  const last = all.at(-1);
  const isOver = last !== undefined && startOfPeriod(last.start, zone, 'week', 1, weekStart) <= at && lastDayHasFacts(last, span.last, zone);
  const begun = all[0] !== undefined && span.first > all[0].start + firstDay;
  return { whole: (isOver ? all : all.slice(0, -1)).slice(begun ? 1 : 0), running: isOver ? undefined : last };
}

/** A first week whose first order came on its first day was there from its start, as far as one can tell. */
const firstDay = 24 * 3_600_000_000;

/** A file that ends on a Wednesday does not tell the week; one whose newest order is on the last day or two of the week does. */
export const lastDayHasFacts = (week: Pick<Week, 'ends'>, newest: Instant, zone: string): boolean =>
  localDate(instant(newest + 2 * firstDay), zone) > week.ends;

/** Names of the holidays in a week; of two the earlier first. */
export function holidaysIn({ starts, ends }: Pick<Week, 'starts' | 'ends'>, { on }: Holidays): readonly string[] {
  return [...on].flatMap(([date, name]) => (date >= starts && date <= ends ? [name] : []));
}

/** What a forecast takes as the mark of each week: its holidays, or that they come in the week after, when people buy for them. */
export function holidayMarks(weeks: readonly Week[], holidays: Holidays): readonly string[] {
  const names = weeks.map((week) => [...new Set(holidaysIn(week, holidays))].join(' + '));
  return names.map((name, at) => (name !== '' ? name : (names[at + 1] ?? '') === '' ? '' : `before ${names[at + 1]}`));
}

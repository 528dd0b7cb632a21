import { addCalendar, type Instant, localDate, startOfDate } from '../../core/index.ts';
import { type Fragment, join, sql, timestamp } from '../../sql/index.ts';
import type { Bounds } from './bounds.ts';
import { rawColumn, type TypedValue } from './value.ts';

type TimeColumn = Extract<TypedValue, { kind: 'column' }>;

/** `from <= value < to` for a column of instants or of dates; null where the value is unknown. */
export function insideBounds(value: TimeColumn, { from, to }: Bounds, zone: string): Fragment {
  const tests: Fragment[] = [];
  if (from !== undefined) tests.push(notBefore(value, from, zone));
  if (to !== undefined) tests.push(before(value, to, zone));
  return tests.length === 0 ? sql`(${timeColumn(value)} is not null)` : sql`(${join(tests, ' and ')})`;
}

export function before(value: TimeColumn, at: Instant, zone: string): Fragment {
  return value.type === 'date' ? sql`${timeColumn(value)} < ${date(firstDateFrom(at, zone))}` : sql`${timeColumn(value)} < ${timestamp(at)}`;
}

export function notBefore(value: TimeColumn, at: Instant, zone: string): Fragment {
  return value.type === 'date' ? sql`${timeColumn(value)} >= ${date(firstDateFrom(at, zone))}` : sql`${timeColumn(value)} >= ${timestamp(at)}`;
}

export const timeColumn = (value: TimeColumn): Fragment =>
  value.type === 'date'
    ? sql`try_cast(${rawColumn(value)} as date)`
    : value.alias === undefined
      ? rawColumn(value)
      : sql`try_cast(${rawColumn(value)} as timestamp)`;

export const date = (text: string): Fragment => sql`cast(${text} as date)`;

/** A date without a clock time stands for its first instant: the first date that starts at `at` or later. */
export function firstDateFrom(at: Instant, zone: string): string {
  const day = localDate(at, zone);
  return startOfDate(day, zone) >= at ? day : localDate(addCalendar(at, zone, { days: 1 }), zone);
}

import { endOfDate, type Instant, instant, localDate, startOfPeriod } from '../../../core/index.ts';
import { type Fragment, sql } from '../../../sql/index.ts';
import { type Bounds, bounds, shift } from '../../compile/bounds.ts';
import type { Moment } from '../../compile/moment.ts';
import { firstDateFrom, insideBounds, timeColumn } from '../../compile/time-test.ts';
import type { TypedValue } from '../../compile/value.ts';
import type { DateCondition } from '../../tree.ts';

type TimeColumn = Extract<TypedValue, { kind: 'column' }>;

/** A date or instant of a customer inside a window. A date without a clock time stands for its first instant, but see `nextDays`. */
export function dateSql(value: TimeColumn, anniversary: boolean, window: DateCondition['window'], moment: Moment): Fragment {
  const inside = dateBounds(value, window, moment);
  const recurring = anniversary && (window.kind === 'last' || window.kind === 'next' || window.kind === 'period');
  return recurring ? anniversaryInside(value, inside, moment.zone) : insideBounds(value, inside, moment.zone);
}

export function dateBounds(value: TimeColumn, window: DateCondition['window'], moment: Moment): Bounds {
  return window.kind === 'next' && value.type === 'date' ? nextDays(window, moment) : bounds(window, moment);
}

/** A day has no clock time: today still counts, and so does the day on which the window ends. */
function nextDays(window: Extract<DateCondition['window'], { kind: 'next' }>, { now, zone }: Moment): Bounds {
  return { from: startOfPeriod(now, zone, 'day'), to: endOfDate(localDate(shift(now, window.amount, window.unit, zone), zone), zone) };
}

const days = 24 * 3600 * 1_000_000;

/** The day comes round every year; 29 February is the 28th in common years. */
function anniversaryInside(value: TimeColumn, { from, to }: Bounds, zone: string): Fragment {
  const column = timeColumn(value);
  if (from === undefined || to === undefined || to - from > 366 * days) return sql`(${column} is not null)`;
  const first = firstDateFrom(from, zone);
  const last = localDate(lastStart(to, zone), zone);
  if (last < first) return sql`(${column} is not null and false)`;
  const low = monthDay(first);
  const high = last.endsWith('-02-28') && !isLeap(Number(last.slice(0, 4))) ? 229 : monthDay(last);
  const key = sql`(month(${column}) * 100 + day(${column}))`;
  if (first.slice(0, 4) === last.slice(0, 4)) return sql`(${key} between ${low} and ${high})`;
  return sql`(${key} >= ${low} or ${key} <= ${high})`;
}

/** An instant of the last date that starts before `to`. */
const lastStart = (to: Instant, zone: string): Instant => instant(startOfPeriod(instant(to - 1), zone, 'day'));

const monthDay = (date: string): number => Number(date.slice(5, 7)) * 100 + Number(date.slice(8, 10));
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

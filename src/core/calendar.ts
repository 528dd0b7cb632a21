import { Temporal } from 'temporal-polyfill';
import { type Instant, instant } from './instant.ts';

/**
 * Calendar arithmetic in a workspace's time zone (IANA name). All of it lives here, so SQL only ever compares instants.
 * Where a local time does not exist or exists twice (daylight saving), Temporal's "compatible" rule decides:
 * skipped times move forward by the gap, repeated times take the first.
 */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';
export type PlainDate = string;

const zoned = (at: Instant, zone: string): Temporal.ZonedDateTime => Temporal.Instant.fromEpochNanoseconds(BigInt(at) * 1000n).toZonedDateTimeISO(zone);

const back = (value: Temporal.ZonedDateTime): Instant => instant(Number(value.epochNanoseconds / 1000n));

/** The same clock time some months or years earlier or later; 31 March minus 1 month is the last of February. */
export function addCalendar(at: Instant, zone: string, amount: { readonly months?: number; readonly years?: number; readonly days?: number }): Instant {
  return back(zoned(at, zone).add(amount));
}

/** The first instant of a local date. Throws a RangeError when the date does not exist. */
export function startOfDate(date: PlainDate, zone: string): Instant {
  return back(Temporal.PlainDate.from(date, { overflow: 'reject' }).toZonedDateTime(zone));
}

/** The first instant of the local date after. */
export function endOfDate(date: PlainDate, zone: string): Instant {
  return back(Temporal.PlainDate.from(date, { overflow: 'reject' }).add({ days: 1 }).toZonedDateTime(zone));
}

/** A local clock time (`2026-01-31T09:30`) as an instant. */
export function fromLocal(text: string, zone: string): Instant {
  return back(Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(zone));
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `22 November 2026`: a date in a sentence, in an order that nobody can mistake. */
export function writtenDate(date: PlainDate): string {
  const at = new Date(`${date}T00:00:00Z`);
  return `${at.getUTCDate()} ${months[at.getUTCMonth()] ?? ''} ${at.getUTCFullYear()}`;
}

/** The local date at an instant, as `2026-01-31`. */
export function localDate(at: Instant, zone: string): PlainDate {
  return zoned(at, zone).toPlainDate().toString();
}

/** First instant of the calendar period that holds `at`, moved by `offset` periods (−1 is the one before). */
export function startOfPeriod(at: Instant, zone: string, unit: CalendarUnit, offset = 0, weekStart: Weekday = 1): Instant {
  const today = zoned(at, zone).toPlainDate();
  return back(periodStart(today, unit, offset, weekStart).toZonedDateTime(zone));
}

function periodStart(today: Temporal.PlainDate, unit: CalendarUnit, offset: number, weekStart: Weekday): Temporal.PlainDate {
  switch (unit) {
    case 'day':
      return today.add({ days: offset });
    case 'week':
      return today.subtract({ days: (today.dayOfWeek - weekStart + 7) % 7 }).add({ weeks: offset });
    case 'month':
      return today.with({ day: 1 }).add({ months: offset });
    case 'quarter':
      return today.with({ month: today.month - ((today.month - 1) % 3), day: 1 }).add({ months: 3 * offset });
    case 'year':
      return today.with({ month: 1, day: 1 }).add({ years: offset });
  }
}

/** A stretch of one offset from UTC: it holds for local clock times (as microseconds since 1970, read as UTC) from `localFrom` until the next. */
export type OffsetSpan = { readonly localFrom: number; readonly offset: number };

/**
 * The offsets of a zone for every local time between two instants, oldest first. A skipped local time has the offset before the gap, so it moves
 * forward; a repeated one has the offset after, so it is the later of the two (as ICU reads it, unlike `fromLocal`).
 */
export function offsetSpans(zone: string, from: Instant, to: Instant): readonly OffsetSpan[] {
  let at: Temporal.ZonedDateTime | null = zoned(from, zone);
  const spans: OffsetSpan[] = [];
  while (at !== null && back(at) <= to) {
    const offset = at.offsetNanoseconds / 1000;
    spans.push({ localFrom: spans.length === 0 ? Number.NEGATIVE_INFINITY : back(at) + offset, offset });
    at = at.getTimeZoneTransition('next');
  }
  return spans;
}

/** True when the runtime knows the zone. */
export function isTimeZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

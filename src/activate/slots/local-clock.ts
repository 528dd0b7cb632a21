import { type Instant, toMilliseconds } from '../../core/index.ts';

export type LocalClock = {
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  /** Since midnight by the clock on the wall. */
  readonly minutes: number;
};

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

// Made once per zone: to make a formatter costs as much as some hundred decisions.
const formatters = new Map<string, Intl.DateTimeFormat>();
const mostZones = 600;

/** Weekday and time of day in a zone. @throws RangeError for a zone that is none */
export function localClock(at: Instant, zone: string): LocalClock {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    if (formatters.size < mostZones) formatters.set(zone, formatter);
  }
  const parts = new Map(formatter.formatToParts(toMilliseconds(at)).map(({ type, value }) => [type, value]));
  return { weekday: weekdays.indexOf(parts.get('weekday') ?? '') + 1, minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) };
}

export const weekdayName = (weekday: number): string => ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][weekday - 1] ?? '';

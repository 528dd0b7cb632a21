import {
  addCalendar,
  day,
  endOfDate,
  fromLocal,
  hour,
  type Instant,
  instant,
  minute,
  parseInstant,
  startOfDate,
  startOfPeriod,
  week,
} from '../../core/index.ts';
import type { DateCondition, DurationUnit, Window } from '../tree.ts';
import type { Moment } from './moment.ts';

/** Half-open: `from <= t < to`, to the microsecond; undefined is open. */
export type Bounds = { readonly from: Instant | undefined; readonly to: Instant | undefined };
type Clock = Pick<Moment, 'now' | 'zone' | 'weekStart'>;

/** A window at `now`. `last` is `now - N < t <= now`, `next` is `now < t <= now + N`. */
export function bounds(window: Window | Extract<DateCondition['window'], { kind: 'next' }>, clock: Clock): Bounds {
  const { now, zone, weekStart } = clock;
  switch (window.kind) {
    case 'last':
      return { from: instant(shift(now, -window.amount, window.unit, zone) + 1), to: instant(now + 1) };
    case 'next':
      return { from: instant(now + 1), to: instant(shift(now, window.amount, window.unit, zone) + 1) };
    case 'period':
      return {
        from: startOfPeriod(now, zone, window.period, window.offset, weekStart),
        to: startOfPeriod(now, zone, window.period, window.offset + 1, weekStart),
      };
    case 'between':
      return { from: span(window.from, zone).from, to: span(window.to, zone).to };
    case 'before':
      return { from: undefined, to: span(window.date, zone).from };
    case 'after':
      return { from: span(window.date, zone).to, to: undefined };
    case 'on':
      return span(window.date, zone);
  }
}

/** `at` moved by an amount: minutes to weeks are fixed lengths, months and years keep the local clock time. */
export function shift(at: Instant, amount: number, unit: DurationUnit, zone: string): Instant {
  switch (unit) {
    case 'month':
      return addCalendar(at, zone, { months: amount });
    case 'year':
      return addCalendar(at, zone, { years: amount });
    default:
      return instant(at + amount * fixedLength[unit]);
  }
}

export const fixedLength = { minute, hour, day, week } as const;

/** The instants that a written date or clock time covers: a whole local day, or one microsecond. */
export function span(text: string, zone: string): { readonly from: Instant; readonly to: Instant } {
  const written = text.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return { from: startOfDate(written, zone), to: endOfDate(written, zone) };
  const at = parseInstant(written) ?? fromLocal(written.replace(' ', 'T'), zone);
  return { from: at, to: instant(at + 1) };
}

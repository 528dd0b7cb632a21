import type { Temporal } from 'temporal-polyfill';
import type { CalendarPeriod, Window } from '../../src/language/tree.ts';
import { dateAt, readMoment, shift, startOf } from './time.ts';
import type { Moment } from './world.ts';

/** Is an instant inside a window, at this `now`? */
export const inWindow = (instant: number, window: Window, moment: Moment): boolean => windowTest(window, moment)(instant);

type Test = (instant: number) => boolean;
/** The same window is asked about fact after fact; working its bounds out once makes thousands of random trees affordable. */
const remembered = new WeakMap<Window, { readonly moment: Moment; readonly test: Test }>();

function windowTest(window: Window, moment: Moment): Test {
  const known = remembered.get(window);
  if (known !== undefined && known.moment === moment) return known.test;
  const test = makeTest(window, moment);
  remembered.set(window, { moment, test });
  return test;
}

function makeTest(window: Window, { now, zone, weekStart }: Moment): Test {
  switch (window.kind) {
    case 'last': {
      const open = shift(now, -window.amount, window.unit, zone);
      return (instant) => open < instant && instant <= now;
    }
    case 'period': {
      const first = startOf(periodStart(dateAt(now, zone), window.period, window.offset, weekStart), zone);
      const next = startOf(periodStart(dateAt(now, zone), window.period, window.offset + 1, weekStart), zone);
      return (instant) => first <= instant && instant < next;
    }
    case 'between': {
      const early = beforeTest(window.from, zone);
      const late = afterTest(window.to, zone);
      return (instant) => !early(instant) && !late(instant);
    }
    case 'before':
      return beforeTest(window.date, zone);
    case 'after':
      return afterTest(window.date, zone);
    case 'on': {
      const early = beforeTest(window.date, zone);
      const late = afterTest(window.date, zone);
      return (instant) => !early(instant) && !late(instant);
    }
  }
}

/** Before the day's first instant, or before the instant. */
function beforeTest(text: string, zone: string): Test {
  const limit = readMoment(text, zone);
  const first = 'day' in limit ? startOf(limit.day, zone) : limit.instant;
  return (instant) => instant < first;
}

/** After the day is over, or after the instant. */
function afterTest(text: string, zone: string): Test {
  const limit = readMoment(text, zone);
  if ('instant' in limit) return (instant) => instant > limit.instant;
  const next = startOf(limit.day.add({ days: 1 }), zone);
  return (instant) => instant >= next;
}

/** First day of the period that holds `today`, moved by whole periods. */
export function periodStart(today: Temporal.PlainDate, period: CalendarPeriod, offset: number, weekStart: number): Temporal.PlainDate {
  switch (period) {
    case 'day':
      return today.add({ days: offset });
    case 'week': {
      let first = today;
      while (first.dayOfWeek !== weekStart) first = first.subtract({ days: 1 });
      return first.add({ days: 7 * offset });
    }
    case 'month':
      return today.with({ day: 1 }).add({ months: offset });
    case 'quarter':
      return today.with({ day: 1, month: [1, 4, 7, 10][Math.floor((today.month - 1) / 3)] ?? 1 }).add({ months: 3 * offset });
    case 'year':
      return today.with({ day: 1, month: 1 }).add({ years: offset });
  }
}

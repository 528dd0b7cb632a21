import { Temporal } from 'temporal-polyfill';
import type { ComparisonOperator, DateCondition, Literal, Window } from '../../src/language/tree.ts';
import { isUnknown } from './text.ts';
import { dateAt, readMoment, shift, startOf } from './time.ts';
import type { Moment, Value, WordType } from './world.ts';
import { inWindow, periodStart } from './windows.ts';

/** A date or an instant among the attributes, inside a window. */
export function dateHolds(value: Value | undefined, type: WordType, window: DateCondition['window'], moment: Moment): boolean {
  if (isUnknown(value)) return false;
  if (typeof value === 'number') return window.kind === 'next' ? comesUp(value, window, moment) : inWindow(value, window, moment);
  const date = Temporal.PlainDate.from(String(value));
  const recurs = type === 'birthday' && (window.kind === 'next' || window.kind === 'last' || window.kind === 'period');
  const days = recurs ? anniversaries(date, dateAt(moment.now, moment.zone).year) : [date];
  return days.some((day) => (window.kind === 'next' ? dayComesUp(day, window, moment) : dayInWindow(day, window, moment)));
}

type Next = Extract<DateCondition['window'], { kind: 'next' }>;

const comesUp = (instant: number, window: Next, { now, zone }: Moment): boolean => now < instant && instant <= shift(now, window.amount, window.unit, zone);

/** A day has no clock time: today still counts, and so does the day on which the window ends. */
function dayComesUp(day: Temporal.PlainDate, window: Next, { now, zone }: Moment): boolean {
  const last = dateAt(shift(now, window.amount, window.unit, zone), zone);
  return Temporal.PlainDate.compare(dateAt(now, zone), day) <= 0 && Temporal.PlainDate.compare(day, last) <= 0;
}

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) < 0;

/**
 * A day stands for its first instant, so it lies in `last N` when that instant does: it began after the day on which the window opens.
 * Days are compared as days, because a zone may have skipped one altogether (Samoa had no 30 December 2011).
 */
function dayInWindow(day: Temporal.PlainDate, window: Window, moment: Moment): boolean {
  const today = dateAt(moment.now, moment.zone);
  switch (window.kind) {
    case 'last':
      return isBefore(dateAt(shift(moment.now, -window.amount, window.unit, moment.zone), moment.zone), day) && !isBefore(today, day);
    case 'period': {
      const [first, next] = [0, 1].map((more) => periodStart(today, window.period, window.offset + more, moment.weekStart)) as [
        Temporal.PlainDate,
        Temporal.PlainDate,
      ];
      return !isBefore(day, first) && isBefore(day, next);
    }
    case 'between': {
      if (window.from.length > 10 || window.to.length > 10) return inWindow(startOf(day, moment.zone), window, moment);
      return !isBefore(day, Temporal.PlainDate.from(window.from)) && !isBefore(Temporal.PlainDate.from(window.to), day);
    }
    case 'before':
    case 'after':
    case 'on': {
      if (window.date.length > 10) return inWindow(startOf(day, moment.zone), window, moment);
      const order = Temporal.PlainDate.compare(day, Temporal.PlainDate.from(window.date));
      return order === { before: -1, on: 0, after: 1 }[window.kind];
    }
  }
}

/** The day in each of the years around (a window of more than a year holds one of them anyway); 29 February is the 28th where there is none. */
export function anniversaries(birth: Temporal.PlainDate, year: number): readonly Temporal.PlainDate[] {
  return [-2, -1, 0, 1, 2].map((offset) => Temporal.PlainDate.from({ year: year + offset, month: birth.month, day: birth.day }, { overflow: 'constrain' }));
}

/** A date or an instant compared with dates: whole days of the workspace's zone; a literal with a clock time is that instant. */
export function compareDates(value: Value | undefined, operator: ComparisonOperator, literals: readonly Literal[], { zone }: Moment): boolean {
  if (isUnknown(value)) return false;
  const day = typeof value === 'number' ? undefined : Temporal.PlainDate.from(String(value));
  if (day !== undefined && literals.every((literal) => String(literal).length === 10)) return compareDays(day, operator, literals);
  const instant = day === undefined ? Number(value) : startOf(day, zone);
  const spans = literals.map((literal) => {
    const limit = readMoment(String(literal), zone);
    return 'day' in limit
      ? { first: startOf(limit.day, zone), next: startOf(limit.day.add({ days: 1 }), zone) }
      : { first: limit.instant, next: limit.instant + 1 };
  });
  const [one = { first: 0, next: 0 }, two = one] = spans;
  const within = spans.some(({ first, next }) => first <= instant && instant < next);
  switch (operator) {
    case '=':
    case 'in':
      return within;
    case '!=':
    case 'not in':
      return !within;
    case '<':
      return instant < one.first;
    case '<=':
      return instant < one.next;
    case '>':
      return instant >= one.next;
    case '>=':
      return instant >= one.first;
    case 'between':
      return one.first <= instant && instant < two.next;
    default:
      throw new Error(`${operator} is no comparison of dates`);
  }
}

function compareDays(day: Temporal.PlainDate, operator: ComparisonOperator, literals: readonly Literal[]): boolean {
  const days = literals.map((literal) => Temporal.PlainDate.from(String(literal)));
  const [one = day, two = one] = days;
  const among = days.some((each) => each.equals(day));
  switch (operator) {
    case '=':
    case 'in':
      return among;
    case '!=':
    case 'not in':
      return !among;
    case '<':
      return isBefore(day, one);
    case '<=':
      return !isBefore(one, day);
    case '>':
      return isBefore(one, day);
    case '>=':
      return !isBefore(day, one);
    case 'between':
      return !isBefore(day, one) && !isBefore(two, day);
    default:
      throw new Error(`${operator} is no comparison of dates`);
  }
}

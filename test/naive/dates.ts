import { Temporal } from 'temporal-polyfill';
import type { ComparisonOperator, DateCondition, Literal } from '../../src/language/tree.ts';
import { isUnknown } from './text.ts';
import { dateAt, readMoment, shift, startOf } from './time.ts';
import type { Moment, Value, WordType } from './world.ts';
import { inWindow } from './windows.ts';

/** A date or an instant among the attributes, inside a window. */
export function dateHolds(value: Value | undefined, type: WordType, window: DateCondition['window'], moment: Moment): boolean {
  if (isUnknown(value)) return false;
  if (typeof value === 'number') return window.kind === 'next' ? comesUp(value, window, moment) : inWindow(value, window, moment);
  const date = Temporal.PlainDate.from(String(value));
  const recurs = type === 'birthday' && (window.kind === 'next' || window.kind === 'last' || window.kind === 'period');
  const days = recurs ? anniversaries(date, dateAt(moment.now, moment.zone).year) : [date];
  return days.some((day) => (window.kind === 'next' ? dayComesUp(day, window, moment) : inWindow(startOf(day, moment.zone), window, moment)));
}

type Next = Extract<DateCondition['window'], { kind: 'next' }>;

const comesUp = (instant: number, window: Next, { now, zone }: Moment): boolean => now < instant && instant <= shift(now, window.amount, window.unit, zone);

/** A day has no clock time: today still counts, and so does the day on which the window ends. */
function dayComesUp(day: Temporal.PlainDate, window: Next, { now, zone }: Moment): boolean {
  const last = dateAt(shift(now, window.amount, window.unit, zone), zone);
  return Temporal.PlainDate.compare(dateAt(now, zone), day) <= 0 && Temporal.PlainDate.compare(day, last) <= 0;
}

/** The day in each of the years around (a window of more than a year holds one of them anyway); 29 February is the 28th where there is none. */
export function anniversaries(birth: Temporal.PlainDate, year: number): readonly Temporal.PlainDate[] {
  return [-2, -1, 0, 1, 2].map((offset) => Temporal.PlainDate.from({ year: year + offset, month: birth.month, day: birth.day }, { overflow: 'constrain' }));
}

/** A date or an instant compared with dates: whole days of the workspace's zone; a literal with a clock time is that instant. */
export function compareDates(value: Value | undefined, operator: ComparisonOperator, literals: readonly Literal[], { zone }: Moment): boolean {
  if (isUnknown(value)) return false;
  const instant = typeof value === 'number' ? value : startOf(Temporal.PlainDate.from(String(value)), zone);
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

import {
  addCalendar,
  type CalendarUnit,
  ClienteleError,
  day,
  endOfDate,
  type Instant,
  instant,
  localDate,
  type PlainDate,
  startOfDate,
  startOfPeriod,
  type Workspace,
} from '../../core/index.ts';
import { type Fragment, join, sql, timestamp } from '../../sql/index.ts';

/** Whole local days as instants: `start <= t < end`. */
export type Range = { readonly from: PlainDate; readonly to: PlainDate; readonly start: Instant; readonly end: Instant };

/** From and to as typed, no further than the moment. Throws `date.invalid`. */
export function readRange(from: string, to: string, at: Instant, zone: string): Range {
  const start = dateStart(from, zone);
  const until = dateStart(to, zone);
  if (until < start) throw new ClienteleError('setting.invalid', { name: 'to', value: to, expected: `Name a day that is not before ${from}.` });
  const last = localDate(at, zone);
  const shown = to > last && from <= last ? last : to;
  return { from, to: shown, start, end: endOfDate(shown, zone) };
}

function dateStart(date: string, zone: string): Instant {
  try {
    return startOfDate(date, zone);
  } catch (cause) {
    throw new ClienteleError('date.invalid', { value: date }, {}, cause);
  }
}

/**
 * What a range is compared with: the same days a year before, or as many days right before it (not the month before: 31 days
 * bring more than 30). A range that is still running is compared with as much of the other as is over.
 */
export function comparedRange(range: Range, compare: 'previous' | 'year', at: Instant, zone: string): Range {
  const { start, end } = range;
  const back = compare === 'year' ? { years: -1 } : { days: -daysOf(range) };
  const began = addCalendar(start, zone, back);
  const whole = compare === 'year' ? addCalendar(end, zone, back) : start;
  // By the clock, not by elapsed time: an hour that the clocks were put back is no hour of business less.
  const ended = at < end ? instant(Math.min(whole, addCalendar(at, zone, back) + 1)) : whole;
  return { from: localDate(began, zone), to: localDate(instant(ended - 1), zone), start: began, end: ended };
}

/** Local days of a range; a day of 23 or 25 hours is one. */
export const daysOf = ({ start, end }: Pick<Range, 'start' | 'end'>): number => Math.round((end - start) / day);

export type Steps = { readonly unit: CalendarUnit; readonly instants: readonly Instant[]; readonly starts: readonly PlainDate[] };

const units: readonly { readonly unit: CalendarUnit; readonly days: number }[] = [
  { unit: 'day', days: 1 },
  { unit: 'week', days: 7 },
  { unit: 'month', days: 31 },
  { unit: 'quarter', days: 92 },
  { unit: 'year', days: 366 },
];

/** A range cut into at most `most` calendar periods, the first cut off at the range's start. */
export function stepsOf(range: Pick<Range, 'start' | 'end'>, most: number, { zone, weekStart }: Pick<Workspace, 'zone' | 'weekStart'>): Steps {
  const { unit } = units.find(({ days }) => daysOf(range) / days <= most - 1) ?? { unit: 'year' as const };
  return stepsBy(unit, range, { zone, weekStart });
}

export function stepsBy(unit: CalendarUnit, { start, end }: Pick<Range, 'start' | 'end'>, { zone, weekStart }: Pick<Workspace, 'zone' | 'weekStart'>): Steps {
  const instants: Instant[] = [start];
  for (let at = startOfPeriod(start, zone, unit, 1, weekStart); at < end; at = startOfPeriod(at, zone, unit, 1, weekStart)) instants.push(at);
  return { unit, instants, starts: instants.map((at) => localDate(at, zone)) };
}

/** `(step, starts)` as a table of values, for an ASOF join. */
export const stepTable = (instants: readonly Instant[]): Fragment =>
  sql`(select unnest(range(0, ${instants.length}))::INTEGER as step, unnest([${join(instants.map((at) => sql`${timestamp(at)}`))}]) as starts)`;

import { addCalendar, type Instant, instant, localDate, startOfDate } from '../../../core/index.ts';
import { type Fragment, ident, join, sql, timestamp } from '../../../sql/index.ts';
import { dateBounds } from '../../operators/date/sql.ts';
import type { Moment } from '../moment.ts';
import { firstDateFrom, timeColumn } from '../time-test.ts';
import type { TypedValue } from '../value.ts';
import { entersAt, leavesAt, type MovingWindow } from './edges.ts';
import type { Marks } from './mark.ts';

type TimeColumn = Extract<TypedValue, { kind: 'column' }>;

/**
 * A birthday comes round: each day of the year has an instant at which it falls out of the window and one at which the window comes to
 * it. The next days to do so are worked out one by one; whoever has none of them is due to be looked at again where they end.
 */
export function anniversaryMarks(value: TimeColumn, window: MovingWindow, moment: Moment): readonly Marks[] {
  const table = value.table === 'features' ? moment.featuresTable : value.table;
  const rows = sql`${ident(table)} as ${ident(value.alias ?? 'a')}`;
  const known = sql`${timeColumn(value)} is not null`;
  const key = sql`(month(${timeColumn(value)}) * 100 + day(${timeColumn(value)}))`;
  const { from, to } = dateBounds(value, window, moment);
  const leaving = comingDays(from ?? moment.now, window, moment).map((day) => ({
    ...day,
    at: window.kind === 'next' ? nextDay(day.start, moment.zone) : leavesAt(window, day.start, moment),
  }));
  const entering = comingDays(to ?? moment.now, window, moment).map((day) => ({ ...day, at: entersAt(window, day.start, moment) }));
  const ends = timestamp(instant(Math.min(...[...leaving.slice(-1), ...entering.slice(-1)].map(({ at }) => at))));
  const marks = join([...leaving, ...entering].map(({ monthDay, at }) => sql`(${monthDay}, cast(${timestamp(at)} as timestamp))`));
  const query = (scope: Fragment): Fragment => sql`
    select profile, coalesce(c.t, ${ends}) as t from (select profile, ${key} as day from ${rows} where ${known}${scope})
    left join (select day, min(t) as t from (values ${marks}) v(day, t) group by day) c using (day)`;
  return [{ query, takesEffect: (t) => instant(Number(t)) }];
}

type ComingDay = { readonly monthDay: number; readonly start: Instant };

/** Dates from the first that starts at `at` or later; fewer where a month makes each costly to work out. */
function comingDays(at: Instant, window: MovingWindow, { zone }: Moment): readonly ComingDay[] {
  const count = window.kind !== 'period' && (window.unit === 'month' || window.unit === 'year') ? 12 : 60;
  const first = startOfDate(firstDateFrom(at, zone), zone);
  return Array.from({ length: count }, (_, offset) => localDate(addCalendar(first, zone, { days: offset }), zone)).flatMap((date) => {
    const start = startOfDate(date, zone);
    const monthDay = Number(date.slice(5, 7)) * 100 + Number(date.slice(8, 10));
    return monthDay === 228 && !isLeap(Number(date.slice(0, 4)))
      ? [
          { monthDay, start },
          { monthDay: 229, start },
        ]
      : [{ monthDay, start }];
  });
}

const nextDay = (start: Instant, zone: string): Instant => startOfDate(localDate(addCalendar(start, zone, { days: 1 }), zone), zone);
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

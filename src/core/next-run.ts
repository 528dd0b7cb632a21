import { endOfDate, fromLocal, localDate, startOfPeriod, type Weekday } from './calendar.ts';
import { hour, type Instant, instant, minute } from './instant.ts';

/** Every hour at a minute, every day at a clock time, or every week on a weekday at one. */
export type Rhythm = { readonly every: 'hour' | 'day' | 'week'; readonly at: string; readonly weekday: number | null };

/**
 * The first run after an instant, by the clock of a zone: a day is as long as the clock says, so 07:30 stays 07:30 over summer time. A time that a
 * spring night skips is an hour later; one that an autumn night repeats is its first. Hours go on through both without a gap.
 */
export function nextRun({ every, at, weekday }: Rhythm, zone: string, after: Instant): Instant {
  if (every === 'hour') return nextHour(Number(at.slice(3)), zone, after);
  // Seven days and the one after hold any weekday, whatever the time of day.
  let date = localDate(after, zone);
  for (let days = 0; days < 9; days += 1) {
    const run = fromLocal(`${date}T${at}`, zone);
    if (run > after && (every === 'day' || weekdayOf(date) === (weekday ?? 1))) return run;
    date = localDate(endOfDate(date, zone), zone);
  }
  throw new RangeError(`no run within nine days: ${every} ${at}`);
}

/** Zones lie whole minutes from UTC, some of them half an hour off: the minute is that of the local clock. */
function nextHour(wanted: number, zone: string, after: Instant): Instant {
  const today = startOfPeriod(after, zone, 'day');
  const sinceMidnight = Math.floor((after - today) / hour);
  const run = instant(today + sinceMidnight * hour + wanted * minute);
  return run > after ? run : instant(run + hour);
}

const weekdayOf = (date: string): Weekday => (((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) as Weekday;

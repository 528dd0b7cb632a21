import type { SlotSchedule } from '../../contract/index.ts';
import { endOfDate, fromLocal, type Instant, startOfDate } from '../../core/index.ts';
import { localClock } from './local-clock.ts';

/** Whether a schedule is in force at an instant. Its times are those of the workspace; a date that ends it includes the whole day. */
export function inForce(schedule: SlotSchedule | null, at: Instant, zone: string): boolean {
  if (schedule === null) return true;
  const { from, until, weekly } = schedule;
  if (from !== undefined && at < (from.includes('T') ? fromLocal(from, zone) : startOfDate(from, zone))) return false;
  if (until !== undefined && at >= (until.includes('T') ? fromLocal(until, zone) : endOfDate(until, zone))) return false;
  if (weekly === undefined || weekly.length === 0) return true;
  const { weekday, minutes } = localClock(at, zone);
  return weekly.some(({ days, from: begins, until: ends }) => {
    const [first, last] = [minutesOf(begins), minutesOf(ends)];
    if (first < last) return days.includes(weekday) && minutes >= first && minutes < last;
    // Past midnight: the evening belongs to the day named, the hours after it to the day before.
    return (days.includes(weekday) && minutes >= first) || (days.includes(weekday === 1 ? 7 : weekday - 1) && minutes < last);
  });
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** Whether both ends are moments that the calendar has; what the shape of the text does not tell. */
export function scheduleTrouble(schedule: SlotSchedule | null): string | undefined {
  for (const moment of [schedule?.from, schedule?.until]) {
    if (moment === undefined) continue;
    try {
      void (moment.includes('T') ? fromLocal(moment, 'UTC') : startOfDate(moment, 'UTC'));
    } catch {
      return `The calendar has no ${moment}.`;
    }
  }
  return undefined;
}

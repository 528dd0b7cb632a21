import { day, hour, type Instant, instant, minute, startOfPeriod } from '../../../core/index.ts';
import { bounds, fixedLength, shift } from '../bounds.ts';
import type { Moment } from '../moment.ts';
import type { DateCondition } from '../../tree.ts';

type Clock = Pick<Moment, 'now' | 'zone' | 'weekStart'>;
export type MovingWindow = Extract<DateCondition['window'], { kind: 'last' | 'next' | 'period' }>;

export const isMoving = (window: DateCondition['window'] | undefined): window is MovingWindow =>
  window?.kind === 'last' || window?.kind === 'next' || window?.kind === 'period';

/** First instant after `now` at which the window's lower edge has passed `t`, so that `t` has fallen out. */
export function leavesAt(window: MovingWindow, t: Instant, clock: Clock): Instant {
  switch (window.kind) {
    case 'next':
      return later(clock.now, t);
    case 'period':
      return later(clock.now, startOfPeriod(t, clock.zone, window.period, 1 - window.offset, clock.weekStart));
    case 'last':
      return firstPast(window, t, clock, 'from');
  }
}

/** First instant after `now` at which the window's upper edge has passed `t`, so that `t` is in unless it fell out before. */
export function entersAt(window: MovingWindow, t: Instant, clock: Clock): Instant {
  switch (window.kind) {
    case 'last':
      return later(clock.now, t);
    case 'period':
      return later(clock.now, startOfPeriod(t, clock.zone, window.period, -window.offset, clock.weekStart));
    case 'next':
      return firstPast(window, t, clock, 'to');
  }
}

const later = (now: Instant, at: number): Instant => instant(Math.max(now + 1, at));

/**
 * Fixed lengths are added. Months and years are not alike, and clock times are skipped and repeated, so the edge may even move
 * backwards; but between quarters of an hour it moves as `now` does, so the first quarter in which it passes `t` is searched
 * around the calendar's own guess, which is never wrong by four days.
 */
function firstPast(window: Extract<MovingWindow, { kind: 'last' | 'next' }>, t: Instant, clock: Clock, edge: 'from' | 'to'): Instant {
  const direction = edge === 'from' ? 1 : -1;
  if (window.unit !== 'month' && window.unit !== 'year') return later(clock.now, t + direction * window.amount * fixedLength[window.unit]);
  const guess = shift(t, direction * window.amount, window.unit, clock.zone) - 4 * day - 2 * hour;
  let at = later(clock.now, guess);
  for (;;) {
    const end = Math.floor(at / quarter) * quarter + quarter;
    const here = bounds(window, { ...clock, now: at })[edge] ?? 0;
    if (here > t) return at;
    if (here + (end - at) > t) {
      const found = at + (t - here) + 1;
      if (found < end) return instant(found);
    }
    at = instant(end);
  }
}

const quarter = 15 * minute;

/** Instants soon after `now` at which the lower edge of a window in months steps back, and to where: what lies from there on comes in again. */
export function stepsBack(window: MovingWindow, clock: Clock): readonly { readonly at: Instant; readonly from: Instant }[] {
  if (window.kind !== 'last' || (window.unit !== 'month' && window.unit !== 'year')) return [];
  const now = bounds(window, clock).from ?? 0;
  const found: { at: Instant; from: Instant }[] = [];
  for (let at = Math.floor(clock.now / quarter) * quarter + quarter; at <= clock.now + 4 * day; at += quarter) {
    const from = bounds(window, { ...clock, now: instant(at) }).from ?? instant(0);
    if (from < now && (found.length === 0 || from < (found.at(-1)?.from ?? 0))) found.push({ at: instant(at), from });
  }
  return found;
}

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
 * backwards; but between its jumps it moves as `now` does, so the first span in which it passes `t` is searched around the
 * calendar's own guess, which is never wrong by four days.
 */
function firstPast(window: Extract<MovingWindow, { kind: 'last' | 'next' }>, t: Instant, clock: Clock, edge: 'from' | 'to'): Instant {
  const direction = edge === 'from' ? 1 : -1;
  if (window.unit !== 'month' && window.unit !== 'year') return later(clock.now, t + direction * window.amount * fixedLength[window.unit]);
  const guess = shift(t, direction * window.amount, window.unit, clock.zone) - 4 * day - 2 * hour;
  for (const { start, end } of evenCells(window, later(clock.now, guess), clock, edge)) {
    const here = edgeAt(window, start, clock, edge);
    if (here > t) return start;
    if (here + (end - start) > t + 1) return instant(start + (t - here) + 1);
  }
  throw new RangeError('A window has no end.');
}

const edgeAt = (window: MovingWindow, now: Instant, clock: Clock, edge: 'from' | 'to'): number => bounds(window, { ...clock, now })[edge] ?? 0;

type Cell = { readonly start: Instant; readonly end: Instant };

/** Spans of time one after the other in each of which the edge moves as `now` does: whole days, or quarters of an hour where a day has a jump in it. */
function* evenCells(window: MovingWindow, from: Instant, clock: Clock, edge: 'from' | 'to'): Generator<Cell> {
  for (let start = from; ; ) {
    const end = startOfPeriod(start, clock.zone, 'day', 1);
    const even = edgeAt(window, instant(end - 1), clock, edge) - edgeAt(window, start, clock, edge) === end - 1 - start;
    if (even) yield { start, end };
    else for (let at = start; at < end; at = nextQuarter(at)) yield { start: at, end: nextQuarter(at) };
    start = end;
  }
}

const nextQuarter = (at: Instant): Instant => instant(Math.floor(at / quarter) * quarter + quarter);
const quarter = 15 * minute;

/** Instants soon after `now` at which the lower edge of a window in months steps back, and to where: what lies from there on comes in again. */
export function stepsBack(window: MovingWindow, clock: Clock): readonly { readonly at: Instant; readonly from: Instant }[] {
  if (window.kind !== 'last' || (window.unit !== 'month' && window.unit !== 'year')) return [];
  const now = edgeAt(window, clock.now, clock, 'from');
  const found: { at: Instant; from: Instant }[] = [];
  for (const { start } of evenCells(window, instant(clock.now + 1), clock, 'from')) {
    if (start > clock.now + 4 * day) return found;
    const from = edgeAt(window, start, clock, 'from');
    if (from < now && (found.length === 0 || from < (found.at(-1)?.from ?? 0))) found.push({ at: start, from: instant(from) });
  }
  return found;
}

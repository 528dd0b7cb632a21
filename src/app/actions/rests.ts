import type { Action } from '../../contract/schemas.ts';
import { addCalendar, type Instant, startOfPeriod } from '../../core/index.ts';
import { nothing, type PastDecision } from './history.ts';

/**
 * Until when each customer is left alone: an action is followed by its own rest, whatever would come next. Days are those of the shop's calendar: what was done on a Monday at noon can be done again on a Monday at nine,
 * across a change of the clocks, too. Of an action that was taken away its rest is no longer known; the longest of
 * the others stands for it, for who was called yesterday is not called again because the call was made anew.
 */
export function restsUntil(
  past: readonly Pick<PastDecision, 'action' | 'profile' | 'at'>[],
  actions: readonly Pick<Action, 'id' | 'rest_days'>[],
  zone: string,
): ReadonlyMap<number, number> {
  const restOf = new Map(actions.map(({ id, rest_days: days }) => [id, days]));
  const longest = Math.max(0, ...restOf.values());
  const ends = new Map<string, Instant>();
  const endOf = (at: Instant, days: number): Instant => {
    const key = `${at} ${days}`;
    const end = ends.get(key) ?? startOfPeriod(addCalendar(at, zone, { days }), zone, 'day');
    ends.set(key, end);
    return end;
  };
  const until = new Map<number, number>();
  for (const { action, profile, at } of past)
    if (action !== nothing) until.set(profile, Math.max(endOf(at, restOf.get(action) ?? longest), until.get(profile) ?? Number.NEGATIVE_INFINITY));
  return until;
}

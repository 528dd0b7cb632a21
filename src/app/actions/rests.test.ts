import { expect, test } from 'vitest';
import { day, instant, parseInstant } from '../../core/index.ts';
import { spentLately } from './budget.ts';
import { nothing } from './history.ts';
import { restsUntil } from './rests.ts';

test('who had an action rests for as long as that one asks, not as the next one would; doing nothing tires nobody', () => {
  const past = [
    { action: 'voucher', profile: 1, at: instant(0) },
    { action: 'call', profile: 1, at: instant(10 * day) },
    { action: 'call', profile: 2, at: instant(0) },
    { action: nothing, profile: 3, at: instant(0) },
    { action: 'taken away', profile: 4, at: instant(0) },
  ];
  const until = restsUntil(
    past,
    [
      { id: 'voucher', rest_days: 30 },
      { id: 'call', rest_days: 7 },
    ],
    'UTC',
  );
  expect([...until]).toEqual([
    [1, 30 * day],
    [2, 7 * day],
    [4, 30 * day],
  ]);
});

test('days are those of the calendar: who decides on Mondays may do so at nine after a Monday at noon, and after the clocks changed', () => {
  const noon = instant(parseInstant('2026-03-23T12:00:00Z') ?? 0);
  const past = [{ action: 'voucher', profile: 1, at: noon, cost: null, explored: false }];
  const until = restsUntil(past, [{ id: 'voucher', rest_days: 7 }], 'Europe/London');
  // 30 March begins at 23:00 of universal time: the clocks changed on the 29th.
  expect(until.get(1)).toBe(parseInstant('2026-03-29T23:00:00Z'));
  const spent = (now: string): number =>
    spentLately({ budget: 10, budget_days: 7 }, past, [{ id: 'voucher', cost: 4 }], instant(parseInstant(now) ?? 0), 'Europe/London').all;
  expect(spent('2026-03-29T22:59:00Z')).toBe(4);
  expect(spent('2026-03-29T23:00:00Z')).toBe(0);
});

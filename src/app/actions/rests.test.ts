import { expect, test } from 'vitest';
import { day, instant } from '../../core/index.ts';
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
  const until = restsUntil(past, [
    { id: 'voucher', rest_days: 30 },
    { id: 'call', rest_days: 7 },
  ]);
  expect([...until]).toEqual([
    [1, 30 * day],
    [2, 7 * day],
    [4, 30 * day],
  ]);
});

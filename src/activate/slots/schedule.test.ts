import { expect, test } from 'vitest';
import { instant } from '../../core/index.ts';
import { inForce, scheduleTrouble } from './schedule.ts';

const at = (text: string) => instant(Date.parse(text) * 1000);
const london = 'Europe/London';

test('a date that ends a schedule includes its whole local day', () => {
  const schedule = { from: '2026-07-01', until: '2026-07-02' };
  // London is an hour before UTC in July.
  expect(
    ['2026-06-30T22:59:59Z', '2026-06-30T23:00:00Z', '2026-07-02T22:59:59Z', '2026-07-02T23:00:00Z'].map((when) => inForce(schedule, at(when), london)),
  ).toEqual([false, true, true, false]);
});

test('hours past midnight belong to the evening before', () => {
  const friday = { weekly: [{ days: [5], from: '20:00', until: '02:00' }] };
  // 27 November 2026 is a Friday, and London on UTC.
  expect(
    ['2026-11-27T01:00Z', '2026-11-27T19:59Z', '2026-11-27T20:00Z', '2026-11-28T01:59Z', '2026-11-28T02:00Z'].map((when) => inForce(friday, at(when), london)),
  ).toEqual([false, false, true, true, false]);
});

test('clock times are those on the wall, before and after the clocks change', () => {
  const morning = { weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', until: '10:00' }] };
  // Clocks went back on 25 October 2026.
  expect(inForce(morning, at('2026-10-24T08:30Z'), london)).toBe(true);
  expect(inForce(morning, at('2026-10-25T08:30Z'), london)).toBe(false);
  expect(inForce(morning, at('2026-10-25T09:30Z'), london)).toBe(true);
});

test('a day that the calendar has not is said', () => {
  expect(scheduleTrouble({ from: '2026-02-30' })).toBe('The calendar has no 2026-02-30.');
  expect(scheduleTrouble({ from: '2026-02-28T10:00' })).toBeUndefined();
});

import { expect, test } from 'vitest';
import { formatInstant, parseInstant } from './instant.ts';
import { nextRun, type Rhythm } from './next-run.ts';

const from = (text: string) => parseInstant(text) ?? expect.fail(text);
const next = (rhythm: Rhythm, after: string, zone = 'Europe/London') => formatInstant(nextRun(rhythm, zone, from(after)));
const daily = { every: 'day', at: '07:30', weekday: null } as const;

test('a day’s run keeps its clock time over summer time', () => {
  // Clocks in London went forward on 29 March 2026 and go back on 25 October 2026.
  expect(next(daily, '2026-03-28T07:30:00Z')).toBe('2026-03-29T06:30:00Z');
  expect(next(daily, '2026-10-24T06:30:00Z')).toBe('2026-10-25T07:30:00Z');
  expect(next(daily, '2026-06-01T06:29:59Z')).toBe('2026-06-01T06:30:00Z');
});

test('a time that the clock skips is an hour later, one that it repeats is run once', () => {
  const half = { every: 'day', at: '01:30', weekday: null } as const;
  expect(next(half, '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:30:00Z');
  expect(next(half, '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:30:00Z');
  expect(next(half, '2026-10-25T00:30:00Z')).toBe('2026-10-26T01:30:00Z');
});

test('a week’s run is on its weekday', () => {
  const mondays = { every: 'week', at: '06:00', weekday: 1 } as const;
  // 22 November 2026 is a Sunday.
  expect(next(mondays, '2026-11-22T23:00:00Z')).toBe('2026-11-23T06:00:00Z');
  expect(next(mondays, '2026-11-23T06:00:00Z')).toBe('2026-11-30T06:00:00Z');
});

test('hours go on through both changes of the clock, at the local minute', () => {
  const hourly = { every: 'hour', at: '00:15', weekday: null } as const;
  expect(next(hourly, '2026-03-29T00:15:00Z')).toBe('2026-03-29T01:15:00Z');
  expect(next(hourly, '2026-10-25T00:15:00Z')).toBe('2026-10-25T01:15:00Z');
  // Kolkata is half an hour off: its :15 is :45 in UTC.
  expect(next(hourly, '2026-01-01T10:00:00Z', 'Asia/Kolkata')).toBe('2026-01-01T10:45:00Z');
});

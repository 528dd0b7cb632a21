import { expect, test } from 'vitest';
import { parseInstant } from './instant.ts';
import { wallClock } from './wall-clock.ts';

test.each([
  // Midnight of 6 May in Berlin, which is two hours ahead of UTC in summer and one in winter.
  ['Europe/Berlin', '2026-05-05T22:00:00Z', '2026-05-06 00:00:00'],
  ['Europe/Berlin', '2026-12-31T23:30:05Z', '2027-01-01 00:30:05'],
  ['America/New_York', '2026-05-05T22:00:00Z', '2026-05-05 18:00:00'],
])('%s: %s is %s', (zone, instant, shown) => {
  expect(wallClock(zone)(parseInstant(instant) ?? expect.fail(instant))).toBe(shown);
});

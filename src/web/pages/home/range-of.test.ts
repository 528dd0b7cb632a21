import { expect, test } from 'vitest';
import { rangeOf } from './range-of.ts';

test('a period ends with the day that the counts are of', () => {
  // 09:41 on 12 November in London: that day is the thirtieth of thirty.
  expect(rangeOf('last30', '2026-11-12T09:41:00Z', 'Europe/London')).toEqual({ from: '2026-10-14', to: '2026-11-12' });
  // Midnight in London's summer: the day that has just ended.
  expect(rangeOf('last7', '2026-06-30T23:00:00Z', 'Europe/London')).toEqual({ from: '2026-06-24', to: '2026-06-30' });
});

test('days are those of the workspace, east and west of Greenwich', () => {
  expect(rangeOf('last7', '2026-03-01T20:00:00Z', 'Pacific/Auckland').to).toBe('2026-03-02');
  expect(rangeOf('last7', '2026-03-01T03:00:00Z', 'America/Los_Angeles').to).toBe('2026-02-28');
});

import { expect, test } from 'vitest';
import { twoDates, twoNumbers } from './two-readings.ts';

const day = (date: Date | undefined) => date?.toISOString().slice(0, 10);

test('a date that could be either is shown both ways', () => {
  expect(day(twoDates('03/04/2026 10:30')?.dmy)).toBe('2026-04-03');
  expect(day(twoDates('03/04/2026 10:30')?.mdy)).toBe('2026-03-04');
  expect(day(twoDates('1-2-26')?.mdy)).toBe('2026-01-02');
  expect([twoDates('13/04/2026'), twoDates('2026-04-03'), twoDates('')]).toEqual([undefined, undefined, undefined]);
});

test('a number that could be either is shown both ways', () => {
  expect(twoNumbers('£1,234')).toEqual({ point: 1234, comma: 1.234 });
  expect(twoNumbers('1.234')).toEqual({ point: 1.234, comma: 1234 });
  expect([twoNumbers('12'), twoNumbers('1,23')]).toEqual([undefined, undefined]);
});

import { expect, test } from 'vitest';
import { possibleDates, twoDates, twoNumbers } from './two-readings.ts';

const day = (date: Date | undefined) => date?.toISOString().slice(0, 10);

test('a date that could be either is shown both ways', () => {
  expect(day(twoDates('03/04/2026 10:30')?.dmy)).toBe('2026-04-03');
  expect(day(twoDates('03/04/2026 10:30')?.mdy)).toBe('2026-03-04');
  expect(day(twoDates('1-2-26')?.mdy)).toBe('2026-01-02');
  expect([twoDates('13/04/2026'), twoDates('2026-04-03'), twoDates('')]).toEqual([undefined, undefined, undefined]);
});

test('only readings that make a day of the calendar are possible', () => {
  expect(['31/02/2026', '31/05/2026', '05/31/2026', '03/04/2026', '29/02/2024', '29/02/2026', '00/01/2026', 'x'].map(possibleDates)).toEqual([
    [],
    ['dmy'],
    ['mdy'],
    ['dmy', 'mdy'],
    ['dmy'],
    [],
    [],
    [],
  ]);
});

test('a number that could be either is shown both ways', () => {
  expect(twoNumbers('£1,234')).toEqual({ point: 1234, comma: 1.234 });
  expect(twoNumbers('1.234')).toEqual({ point: 1.234, comma: 1234 });
  expect([twoNumbers('12'), twoNumbers('1,23')]).toEqual([undefined, undefined]);
});

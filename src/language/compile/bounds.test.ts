import { expect, test } from 'vitest';
import { formatInstant, instant, type Instant, parseInstant } from '../../core/index.ts';
import { type Bounds, bounds } from './bounds.ts';
import { leavesAt, stepsBack } from './marks/edges.ts';

const at = (text: string): Instant => parseInstant(text) ?? instant(0);
const clock = (now: string, zone = 'Europe/London') => ({ now: at(now), zone, weekStart: 1 as const });
const shown = ({ from, to }: Bounds) => [from, to].map((each) => (each === undefined ? undefined : formatInstant(each)));

test('`last` excludes its lower end and includes now', () => {
  expect(shown(bounds({ kind: 'last', amount: 2, unit: 'day' }, clock('2026-03-10T12:00:00Z')))).toEqual([
    '2026-03-08T12:00:00.000001Z',
    '2026-03-10T12:00:00.000001Z',
  ]);
});

test('months keep the local clock time across daylight saving', () => {
  // Noon in London on 15 April is 11:00Z; noon on 15 March is 12:00Z.
  expect(shown(bounds({ kind: 'last', amount: 1, unit: 'month' }, clock('2026-04-15T11:00:00Z')))[0]).toBe('2026-03-15T12:00:00.000001Z');
});

test('a leap day less a year is 28 February', () => {
  expect(shown(bounds({ kind: 'last', amount: 1, unit: 'year' }, clock('2028-02-29T09:00:00Z')))[0]).toBe('2027-02-28T09:00:00.000001Z');
});

test('weeks start on the first day of the week, quarters on the first of their month', () => {
  // 10 March 2026 is a Tuesday.
  expect(shown(bounds({ kind: 'period', period: 'week', offset: 0 }, clock('2026-03-10T12:00:00Z')))).toEqual(['2026-03-09T00:00:00Z', '2026-03-16T00:00:00Z']);
  // 1 October 2025 began in summer time.
  expect(shown(bounds({ kind: 'period', period: 'quarter', offset: -1 }, clock('2026-03-10T12:00:00Z')))).toEqual([
    '2025-09-30T23:00:00Z',
    '2026-01-01T00:00:00Z',
  ]);
});

test('written days are whole and local, written instants are themselves, both ends included', () => {
  expect(shown(bounds({ kind: 'between', from: '2026-03-28', to: '2026-03-29' }, clock('2026-06-01T00:00:00Z')))).toEqual([
    '2026-03-28T00:00:00Z',
    '2026-03-29T23:00:00Z',
  ]);
  expect(shown(bounds({ kind: 'between', from: '2026-03-28T10:00:00Z', to: '2026-03-28T11:00:00Z' }, clock('2026-06-01T00:00:00Z')))).toEqual([
    '2026-03-28T10:00:00Z',
    '2026-03-28T11:00:00.000001Z',
  ]);
});

test('what lies on 31 March leaves a window of one month on 1 May, when 30 April still asks for 30 March', () => {
  expect(formatInstant(leavesAt({ kind: 'last', amount: 1, unit: 'month' }, at('2026-03-31T12:00:00Z'), clock('2026-04-20T00:00:00Z')))).toBe(
    '2026-04-30T23:00:00Z',
  );
});

test('at the end of March a window of one month steps back to 28 February each midnight', () => {
  // 29 March 10:00 asks for 28 February 10:00; 30 March 00:00 London (29 March 23:00Z) asks for 28 February 00:00.
  const [first] = stepsBack({ kind: 'last', amount: 1, unit: 'month' }, clock('2026-03-29T10:00:00Z'));
  expect(first === undefined ? undefined : [formatInstant(first.at), formatInstant(first.from)]).toEqual([
    '2026-03-29T23:00:00Z',
    '2026-02-28T00:00:00.000001Z',
  ]);
});

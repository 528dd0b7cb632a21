import { expect, test } from 'vitest';
import { instant } from '../../core/index.ts';
import { judged, watchedLine, type WatchedSeries } from './watched.ts';

const week = 7 * 86_400_000_000;
const series = (values: readonly number[]): WatchedSeries => ({
  key: 'metric:orders',
  subject: { type: 'metric', id: 'orders', name: 'orders' },
  measure: 'orders',
  label: 'orders',
  unit: 'count',
  points: values.map((value, at) => ({ starts: `week ${at}`, end: instant((at + 1) * week), value })),
});
const steady = Array.from({ length: 24 }, (_, at) => 100 + (at % 2 === 0 ? 2 : -2));

test('a stretch of unusual weeks is one happening, known by its first week, to one side', () => {
  const since = (values: readonly number[]) => judged([series(values)])[0]?.since?.starts;
  expect(since(steady)).toBeUndefined();
  expect(since([...steady, 180])).toBe('week 24');
  expect(since([...steady, 180, 185, 178])).toBe('week 24');
  expect(since([...steady, 180, 20])).toBe('week 25');
});

test('a metric that halves is told, however many figures are watched', () => {
  const all = [series([...steady, 50]), ...Array.from({ length: 400 }, () => series([...steady, 101]))];
  const told = judged(all).filter(({ found }) => found?.unusual === true);
  expect(told.map(({ series: { points }, since }) => [points.at(-1)?.value, since?.starts])).toEqual([[50, 'week 24']]);
});

test('a segment of thirty that halves is told among hundreds of figures of segments; thirty who come every week and fifteen who come once are not', () => {
  const people = steady.map((value) => value - 70 + (value > 100 ? -1 : 1));
  const of = (measure: string, values: readonly number[]): WatchedSeries => ({
    ...series(values),
    subject: { type: 'segment', id: measure, name: measure },
    measure,
    unit: 'people',
  });
  const others = Array.from({ length: 300 }, () => of('size', people));
  const told = judged([of('size', [...people, 15]), of('entered', [...people, 15]), ...others]).filter(({ found }) => found?.unusual === true);
  expect(told.map(({ series: { measure } }) => measure)).toEqual(['size']);
});

test('of people in a segment a handful is no news, nor a twentieth of it who came, nor what a quarter more had spent', () => {
  const of = (measure: string, unit: WatchedSeries['unit'], values: readonly number[], among = 100): boolean | undefined =>
    judged([{ ...series(values), subject: { type: 'segment', id: 'a', name: 'A' }, measure, unit, among }])[0]?.found?.unusual;
  const nobody = steady.map(() => 0);
  expect(of('entered', 'people', [...nobody, 4], 20)).toBe(false);
  expect(of('entered', 'people', [...nobody, 8], 20)).toBe(true);
  expect(of('entered', 'people', [...nobody, 8], 400)).toBe(false);
  const spent = steady.map((value) => 100.5 * value);
  expect(of('value', 'money', [...spent, 12_000.5])).toBe(false);
  expect(of('value', 'money', [...spent, 13_000.5])).toBe(true);
  // Of thirteen people one makes it.
  expect(of('value', 'money', [...spent, 13_000.5], 13)).toBe(false);
});

test('a line of what is watched says when there are too few weeks, and whether it is muted', () => {
  const [few] = judged([series([1, 2, 3])]);
  if (few === undefined) throw new Error('one series has one judgement');
  expect(watchedLine(few, true)).toMatchObject({ enough: false, expected: null, unusual: false, muted: true, actual: 3 });
});

test('a line that a notice told because it left its forecast is unusual, beside what was foretold', () => {
  const [usual] = judged([series([...steady, 101])]);
  if (usual === undefined) throw new Error('one series has one judgement');
  expect(watchedLine(usual, false)).toMatchObject({ unusual: false, actual: 101 });
  const spent: WatchedSeries = { ...series([...steady, 180]), subject: { type: 'segment', id: 'a', name: 'A' }, measure: 'value', unit: 'money', among: 13 };
  // Of thirteen people what they had spent is never told.
  expect(judged([spent]).map((each) => watchedLine(each, false))).toMatchObject([{ unusual: false, enough: true, low: null, high: null }]);
  const foretold = { unit: 'count', actual: 101, expected: 120, low: 110, high: 130 } as const;
  expect(watchedLine(usual, false, foretold)).toMatchObject({ unusual: true, week: 'week 24', expected: 120, low: 110, high: 130 });
});

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

test('a line of what is watched says when there are too few weeks, and whether it is muted', () => {
  const [few] = judged([series([1, 2, 3])]);
  if (few === undefined) throw new Error('one series has one judgement');
  expect(watchedLine(few, true)).toMatchObject({ enough: false, expected: null, unusual: false, muted: true, actual: 3 });
});

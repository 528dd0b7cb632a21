import { expect, test } from 'vitest';
import { weeksOf } from './weeks-of.ts';

const week = (starts: string, holidays: readonly string[] = []) => ({ starts, ends: starts, holidays: [...holidays] });
const words = { shown: 2, date: (day: string) => day, was: 'was', comes: 'comes', now: 'now', most: 1 };

test('the newest weeks and those to come share an axis, and the lines meet', () => {
  const drawn = weeksOf(
    {
      history: [1, 2, 3].map((value, index) => ({ ...week(`2026-01-0${index + 1}`), value, reconstructed: false })),
      points: [
        { ...week('2026-01-04', ['New Year']), expected: 4, low: -1, high: 9, low95: -2, high95: 10 },
        { ...week('2026-01-05', ['Another']), expected: 5, low: 1, high: 9, low95: 0, high95: 10 },
      ],
    },
    words,
  );
  expect(drawn.axis).toEqual(['2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05']);
  expect(drawn.bands[0]?.values).toEqual([2, 3, null, null]);
  expect(drawn.bands[1]).toMatchObject({ values: [null, 3, 4, 5], low: [null, 3, 0, 1], high: [null, 3, 9, 9] });
  expect(drawn.marks).toEqual([
    { at: 1, words: 'now' },
    { at: 2, words: 'New Year' },
  ]);
});

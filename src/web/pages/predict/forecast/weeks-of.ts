import type { Band } from '../../../charts/band-chart.tsx';
import type { Forecast } from './forecast-queries.ts';

type Words = {
  readonly shown: number;
  readonly date: (day: string) => string;
  readonly was: string;
  readonly comes: string;
  readonly now: string /** Holidays named at once. */;
  readonly most: number;
};
type Drawn = { readonly axis: readonly string[]; readonly bands: readonly Band[]; readonly marks: readonly { readonly at: number; readonly words: string }[] };

/** The newest weeks and those to come on one axis. What is foretold begins at the last week that was, so that the line does not break. */
export function weeksOf({ history, points }: Pick<Forecast, 'history' | 'points'>, { shown, date, was, comes, now, most }: Words): Drawn {
  const past = history.slice(-shown);
  const last = past.at(-1);
  const gap = past.slice(0, -1).map(() => null);
  const joined = last === undefined ? [] : [last.value];
  const ahead = points.map(({ holidays }, index) => ({ at: past.length + index, holidays })).filter(({ holidays }) => holidays.length > 0);
  return {
    axis: [...past, ...points].map(({ starts }) => date(starts)),
    bands: [
      { name: was, values: [...past.map(({ value }) => value), ...points.map(() => null)], tone: 'value' },
      {
        name: comes,
        values: [...gap, ...joined, ...points.map(({ expected }) => expected)],
        low: [...gap, ...joined, ...points.map(({ low }) => Math.max(0, low))],
        high: [...gap, ...joined, ...points.map(({ high }) => high)],
        tone: 'accent',
        dashed: true,
      },
    ],
    marks: [
      ...(last === undefined ? [] : [{ at: past.length - 1, words: now }]),
      ...ahead.slice(0, most).map(({ at, holidays }) => ({ at, words: holidays[0] ?? '' })),
    ],
  };
}

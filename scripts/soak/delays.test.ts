import { expect, test } from 'vitest';
import { delays } from './delays.ts';

test('delays are counted, and told by how many of them were over', () => {
  const some = delays();
  for (let milliseconds = 1; milliseconds <= 200; milliseconds += 1) some.note(milliseconds);
  // As numpy.quantile(range(1, 201), q, method="higher") has them, but for the place between two.
  expect(some.told()).toEqual({ changes: 200, median: 101, p99: 199, most: 200 });
  some.note(1e9);
  expect(some.told().most).toBe(60_000);
  some.clear();
  expect(some.told()).toEqual({ changes: 0, median: Number.NaN, p99: Number.NaN, most: -1 });
});

import { expect, test } from 'vitest';
import { pace } from './pace.ts';

test('a few are at once, those that go on come once in a while, and a pause gives the few back', () => {
  const { wait, done } = pace(5, 3);
  const waits = (times: number, from: number): readonly number[] => {
    let now = from;
    return Array.from({ length: times }, () => {
      const found = wait(now);
      now += found;
      done(now);
      return found;
    });
  };
  expect(waits(5, 100)).toEqual([0, 0, 0, 5, 5]);
  // Fifteen after the last one.
  expect(waits(5, 125)).toEqual([0, 0, 0, 5, 5]);
});

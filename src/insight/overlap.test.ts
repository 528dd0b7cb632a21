import { expect, test } from 'vitest';
import { overlapPairs } from './overlap.ts';

test('people in both, by hand, across words and with empty segments', () => {
  const pairs = overlapPairs([
    { slug: 'a', members: Int32Array.of(1, 2, 31, 32, 1000) },
    { slug: 'b', members: Int32Array.of(2, 32, 1000, 5000) },
    { slug: 'c', members: new Int32Array() },
  ]);
  expect(pairs[0]).toEqual({ a: 'a', b: 'b', both: 3, jaccard: 3 / 6, aInB: 3 / 5, bInA: 3 / 4 });
  expect(pairs.slice(1).map(({ both, jaccard }) => [both, jaccard])).toEqual([
    [0, 0],
    [0, 0],
  ]);
});

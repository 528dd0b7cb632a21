import { expect, test } from 'vitest';
import { keptTo } from './kept-to.ts';

const repeated = (rows: readonly (readonly number[])[]) => ({
  counts: rows.map(({ length }) => length),
  sums: rows.map((own) => own.reduce((sum, value) => sum + value, 0)),
  squares: rows.map((own) => own.reduce((sum, value) => sum + value * value, 0)),
});

// Shrout & Fleiss (1979), table 2: six targets rated by four judges; ICC(1, 1) = .17 (table 4).
test('the published ratings give the published correlation', () => {
  const ratings = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ];
  expect(keptTo(repeated(ratings))).toBeCloseTo(0.17, 2);
});

test('whoever always does their own keeps to it wholly; once tells nothing, and neither does what is the same for all', () => {
  expect(keptTo(repeated([[1, 1, 1], [0, 0], [0.5, 0.5], [7]]))).toBeCloseTo(1, 12);
  expect(keptTo(repeated([[1], [2], [3]]))).toBe(0);
  expect(
    keptTo(
      repeated([
        [1, 1],
        [1, 1, 1],
      ]),
    ),
  ).toBe(0);
});

import { upperGamma } from './incomplete-gamma.ts';

export type Independence = {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** 0 nothing to do with each other, 1 one tells the other. */
  readonly cramersV: number;
  /** Share of cells with fewer than 5 expected (Cochran 1954). */
  readonly thinCells: number;
};

/**
 * Pearson's test of independence on a table of counts, and Cramér's V = √(χ² / (n · (min(rows, columns) − 1))) (Cramér 1946), without
 * continuity correction. Empty rows and columns are left out; undefined where fewer than two of either are left.
 */
export function independence(table: readonly (readonly number[])[]): Independence | undefined {
  const rowSums = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnSums = (table[0] ?? []).map((_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const total = rowSums.reduce((sum, count) => sum + count, 0);
  const rows = rowSums.filter((count) => count > 0).length;
  const columns = columnSums.filter((count) => count > 0).length;
  if (rows < 2 || columns < 2) return undefined;
  let chiSquare = 0;
  let thin = 0;
  table.forEach((row, r) => {
    row.forEach((count, c) => {
      const expected = ((rowSums[r] ?? 0) * (columnSums[c] ?? 0)) / total;
      if (expected === 0) return;
      chiSquare += (count - expected) ** 2 / expected;
      if (expected < 5) thin += 1;
    });
  });
  const degreesOfFreedom = (rows - 1) * (columns - 1);
  return {
    chiSquare,
    degreesOfFreedom,
    pValue: upperGamma(degreesOfFreedom / 2, chiSquare / 2),
    cramersV: Math.sqrt(chiSquare / (total * (Math.min(rows, columns) - 1))),
    thinCells: thin / (rows * columns),
  };
}

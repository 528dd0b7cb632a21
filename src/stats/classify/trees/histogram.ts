import { binsPerColumn } from './tree.ts';

/**
 * Sums of gradients and of curvatures per bin, both in one double: gradient + curvature × 2^26, each a whole number small enough that the
 * sum over all rows stays exact. One addition a cell instead of two or three is what makes training quick; rounding the gradients to whole
 * numbers at random, without bias, costs no accuracy (Shi et al., Quantized Training of Gradient Boosting Decision Trees, NeurIPS 2022).
 */
export const curvatureUnit = 2 ** 26;
export const largestGradientSum = 2 ** 25;

export const curvatureOf = (packed: number): number => Math.floor(packed / curvatureUnit + 0.5);
export const gradientOf = (packed: number, curvature: number): number => packed - curvature * curvatureUnit;

/**
 * Adds the packed numbers of `order[start … end)` to the histograms of the chosen columns; `into` has 256 places a column and is cleared
 * first. `gathered` is scratch space with a place per row.
 */
export function buildHistogram(
  columns: readonly Uint8Array[],
  chosen: ArrayLike<number>,
  order: Uint32Array,
  start: number,
  end: number,
  packed: Float64Array,
  gathered: Float64Array,
  into: Float64Array,
): void {
  const rows = order.subarray(start, end);
  for (let place = 0; place < rows.length; place += 1) gathered[place] = packed[rows[place] ?? 0] ?? 0;
  let index = 0;
  for (; index + 3 < chosen.length; index += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [chosen[index], chosen[index + 1], chosen[index + 2], chosen[index + 3]];
    addFour(
      rows,
      gathered,
      columnAt(columns, a),
      columnAt(columns, b),
      columnAt(columns, c),
      columnAt(columns, d),
      sumsOf(into, a),
      sumsOf(into, b),
      sumsOf(into, c),
      sumsOf(into, d),
    );
  }
  for (; index < chosen.length; index += 1) addOne(rows, gathered, columnAt(columns, chosen[index] ?? 0), sumsOf(into, chosen[index] ?? 0));
}

const columnAt = (columns: readonly Uint8Array[], index: number): Uint8Array => columns[index] ?? new Uint8Array();
export const sumsOf = (histogram: Float64Array, column: number): Float64Array => histogram.subarray(column * binsPerColumn, (column + 1) * binsPerColumn);

function addOne(rows: Uint32Array, gathered: Float64Array, column: Uint8Array, sums: Float64Array): void {
  sums.fill(0);
  for (let place = 0; place < rows.length; place += 1) {
    const bin = column[rows[place] ?? 0] ?? 0;
    sums[bin] = (sums[bin] ?? 0) + (gathered[place] ?? 0);
  }
}

/** Four columns at once share the reading of row numbers and gradients, and hide each other's waiting for memory. */
function addFour(
  rows: Uint32Array,
  gathered: Float64Array,
  a: Uint8Array,
  b: Uint8Array,
  c: Uint8Array,
  d: Uint8Array,
  sumsA: Float64Array,
  sumsB: Float64Array,
  sumsC: Float64Array,
  sumsD: Float64Array,
): void {
  sumsA.fill(0);
  sumsB.fill(0);
  sumsC.fill(0);
  sumsD.fill(0);
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    const value = gathered[place] ?? 0;
    const binA = a[row] ?? 0;
    const binB = b[row] ?? 0;
    const binC = c[row] ?? 0;
    const binD = d[row] ?? 0;
    sumsA[binA] = (sumsA[binA] ?? 0) + value;
    sumsB[binB] = (sumsB[binB] ?? 0) + value;
    sumsC[binC] = (sumsC[binC] ?? 0) + value;
    sumsD[binD] = (sumsD[binD] ?? 0) + value;
  }
}

/** parent − child: the histogram of the other child, exactly. */
export function subtractHistogram(parent: Float64Array, child: Float64Array): void {
  for (let place = 0; place < parent.length; place += 1) parent[place] = (parent[place] ?? 0) - (child[place] ?? 0);
}

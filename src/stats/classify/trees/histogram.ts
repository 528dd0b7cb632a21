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
    addFour(rows, gathered, columnAt(columns, a), columnAt(columns, b), columnAt(columns, c), columnAt(columns, d), into, [a, b, c, d]);
  }
  for (; index < chosen.length; index += 1) addOne(rows, gathered, columnAt(columns, chosen[index] ?? 0), into, chosen[index] ?? 0);
}

const none = new Uint8Array();
const columnAt = (columns: readonly Uint8Array[], index: number): Uint8Array => columns[index] ?? none;
export const sumsOf = (histogram: Float64Array, column: number): Float64Array => histogram.subarray(column * binsPerColumn, (column + 1) * binsPerColumn);

function addOne(rows: Uint32Array, gathered: Float64Array, column: Uint8Array, into: Float64Array, place: number): void {
  const first = cleared(into, place);
  for (let index = 0; index < rows.length; index += 1) {
    const at = first + (column[rows[index] ?? 0] ?? 0);
    into[at] = (into[at] ?? 0) + (gathered[index] ?? 0);
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
  into: Float64Array,
  [placeA, placeB, placeC, placeD]: readonly [number, number, number, number],
): void {
  const [firstA, firstB, firstC, firstD] = [cleared(into, placeA), cleared(into, placeB), cleared(into, placeC), cleared(into, placeD)];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const value = gathered[index] ?? 0;
    const binA = firstA + (a[row] ?? 0);
    const binB = firstB + (b[row] ?? 0);
    const binC = firstC + (c[row] ?? 0);
    const binD = firstD + (d[row] ?? 0);
    into[binA] = (into[binA] ?? 0) + value;
    into[binB] = (into[binB] ?? 0) + value;
    into[binC] = (into[binC] ?? 0) + value;
    into[binD] = (into[binD] ?? 0) + value;
  }
}

/** Where the sums of a column start, all of them 0. */
function cleared(into: Float64Array, place: number): number {
  const first = place * binsPerColumn;
  into.fill(0, first, first + binsPerColumn);
  return first;
}

/** parent − child: the histogram of the other child, exactly. */
export function subtractHistogram(parent: Float64Array, child: Float64Array): void {
  for (let place = 0; place < parent.length; place += 1) parent[place] = (parent[place] ?? 0) - (child[place] ?? 0);
}

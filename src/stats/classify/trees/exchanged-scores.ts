import type { BinnedTable } from './bins.ts';
import { byCategory, type Flat, flattened, limitAt, shiftAt } from './flat-trees.ts';
import type { Tree } from './tree.ts';

/** One column's cells dealt anew: each row gets the cell of the row named at its place. */
export type Exchange = { readonly column: number; readonly rows: Uint32Array };

/**
 * Each row's score after each exchange, one apart from the other. The way down a tree asks few of the columns, so most rows stay in the leaf where they were: only those whose way asks the exchanged
 * column go down again.
 */
export function exchangedTreeScores(
  trees: readonly Tree[],
  table: BinnedTable,
  exchanges: readonly Exchange[],
  start = 0,
): readonly Float64Array<ArrayBuffer>[] {
  const flat = flattened(trees);
  const width = table.columns.length;
  const cells = new Uint8Array(table.rows * width);
  table.columns.forEach((column, place) => {
    for (let row = 0; row < table.rows; row += 1) cells[row * width + place] = column[row] ?? 0;
  });
  const runs = exchanges.map((exchange) => ({ exchange, into: new Float64Array(table.rows).fill(start) }));
  const before = new Float64Array(table.rows);
  // A bit for each column that was asked; beyond 64 some share one, and a few rows more go down again.
  const asked = [new Int32Array(table.rows), new Int32Array(table.rows)] as const;
  for (const root of flat.roots) {
    for (let row = 0; row < table.rows; row += 1) noteWay(flat, root, cells, row * width, row, asked, before);
    for (const { exchange, into } of runs) addExchanged(flat, root, table, cells, exchange, asked, before, into);
  }
  return runs.map(({ into }) => into);
}

type Asked = readonly [Int32Array, Int32Array];

function noteWay(flat: Flat, root: number, cells: Uint8Array, base: number, row: number, [low, high]: Asked, before: Float64Array): void {
  let [inLow, inHigh] = [0, 0];
  let node = root;
  for (let next = below(flat, node, cells, base); next !== node; next = below(flat, node, cells, base)) {
    const column = (flat.asks[node] ?? 0) & 0xffff;
    if ((column & 32) === 0) inLow |= 1 << (column & 31);
    else inHigh |= 1 << (column & 31);
    node = next;
  }
  low[row] = inLow;
  high[row] = inHigh;
  before[row] = flat.value[node] ?? 0;
}

function addExchanged(
  flat: Flat,
  root: number,
  { rows, columns }: BinnedTable,
  cells: Uint8Array,
  exchange: Exchange,
  asked: Asked,
  before: Float64Array,
  into: Float64Array,
): void {
  const { column } = exchange;
  const values = columns[column];
  const met = (column & 32) === 0 ? asked[0] : asked[1];
  const bit = values === undefined ? 0 : 1 << (column & 31);
  for (let row = 0; row < rows; row += 1) {
    let value = before[row] ?? 0;
    if (((met[row] ?? 0) & bit) !== 0) {
      const base = row * columns.length;
      const own = cells[base + column] ?? 0;
      cells[base + column] = values?.[exchange.rows[row] ?? 0] ?? 0;
      let node = root;
      for (let next = below(flat, node, cells, base); next !== node; next = below(flat, node, cells, base)) node = next;
      value = flat.value[node] ?? 0;
      cells[base + column] = own;
    }
    into[row] = (into[row] ?? 0) + value;
  }
}

/** Where a row goes from a node; a leaf is where it stays. */
function below({ asks, left, answers, right }: Flat, node: number, cells: Uint8Array, base: number): number {
  const asked = asks[node] ?? 0;
  const bin = cells[base + (asked & 0xffff)] ?? 0;
  return (
    (left[node] ?? 0) +
    (asked < byCategory ? +(((bin + ((asked >> shiftAt) & 1)) & 255) > ((asked >> limitAt) & 255)) : (right[(answers[node] ?? 0) + bin] ?? 0))
  );
}

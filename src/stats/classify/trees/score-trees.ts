import { addScoresAbreast, goesAbreast } from './abreast.ts';
import type { BinnedTable } from './bins.ts';
import { byCategory, type Flat, flattened, limitAt, shiftAt } from './flat-trees.ts';
import type { Tree } from './tree.ts';

/** Rows scored together: their bins stay in the processor's nearest cache while all trees pass over them. */
const blockRows = 512;

/** With fewer rows it takes longer to lay the trees out for sixteen abreast than to go down them. */
const fewestAbreast = 2048;

/** Adds each row's leaf values of all trees to `into`. */
export function addTreeScores(trees: readonly Tree[], table: BinnedTable, into: Float64Array): void {
  if (table.rows >= fewestAbreast && goesAbreast(trees)) addScoresAbreast(trees, table, into);
  else goDown(trees, table, into);
}

function goDown(trees: readonly Tree[], table: BinnedTable, into: Float64Array): void {
  const flat = flattened(trees);
  const width = table.columns.length;
  const block = new Uint8Array(blockRows * width);
  for (let first = 0; first < table.rows; first += blockRows) {
    const rows = Math.min(blockRows, table.rows - first);
    table.columns.forEach((column, place) => {
      for (let row = 0; row < rows; row += 1) block[row * width + place] = column[first + row] ?? 0;
    });
    for (const root of flat.roots) scoreBlock(flat, root, block, width, rows, first, into);
  }
}

/**
 * Four rows go down a tree side by side: each step waits for the one before it, so that one row alone leaves the processor idle most of the time. Who is at a leaf
 * stays there (`flatten`) until all four are.
 */
function scoreBlock(
  { asks, left, answers, right, value }: Flat,
  root: number,
  block: Uint8Array,
  width: number,
  rows: number,
  first: number,
  into: Float64Array,
): void {
  const down = (node: number, base: number): number => {
    const asked = asks[node] ?? 0;
    const bin = block[base + (asked & 0xffff)] ?? 0;
    return (
      (left[node] ?? 0) +
      (asked < byCategory ? +(((bin + ((asked >> shiftAt) & 1)) & 255) > ((asked >> limitAt) & 255)) : (right[(answers[node] ?? 0) + bin] ?? 0))
    );
  };
  const whole = rows - (rows % 4);
  for (let row = 0; row < whole; row += 4) {
    const base = row * width;
    let [a, b, c, d] = [root, root, root, root];
    for (;;) {
      const nextA = down(a, base);
      const nextB = down(b, base + width);
      const nextC = down(c, base + 2 * width);
      const nextD = down(d, base + 3 * width);
      if (nextA === a && nextB === b && nextC === c && nextD === d) break;
      a = nextA;
      b = nextB;
      c = nextC;
      d = nextD;
    }
    const at = first + row;
    into[at] = (into[at] ?? 0) + (value[a] ?? 0);
    into[at + 1] = (into[at + 1] ?? 0) + (value[b] ?? 0);
    into[at + 2] = (into[at + 2] ?? 0) + (value[c] ?? 0);
    into[at + 3] = (into[at + 3] ?? 0) + (value[d] ?? 0);
  }
  for (let row = whole; row < rows; row += 1) {
    let node = root;
    for (let next = down(node, row * width); next !== node; next = down(node, row * width)) node = next;
    into[first + row] = (into[first + row] ?? 0) + (value[node] ?? 0);
  }
}

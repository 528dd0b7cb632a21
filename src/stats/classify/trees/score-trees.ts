import type { BinnedTable } from './bins.ts';
import { goesLeft, type Tree, unknownBin } from './tree.ts';

/** Rows scored together: their bins stay in the processor's nearest cache while all trees pass over them. */
const blockRows = 512;

/** Adds each row's leaf values of all trees to `into`. */
export function addTreeScores(trees: readonly Tree[], table: BinnedTable, into: Float64Array): void {
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

/** Who asks the same trees again and again (each column shuffled, for what it is worth) has them laid out once. */
const kept = new WeakMap<readonly Tree[], Flat>();

function flattened(trees: readonly Tree[]): Flat {
  const known = kept.get(trees);
  if (known?.roots.length === trees.length) return known;
  const flat = flatten(trees);
  kept.set(trees, flat);
  return flat;
}

type Flat = {
  readonly roots: readonly number[];
  /** What a node asks in one number: its column, `limitAt` its limit, `shiftAt` its shift, and whether it decides by category. */
  readonly asks: Int32Array;
  readonly left: Int32Array;
  /** Where the 256 answers of a node that decides by category start. */
  readonly answers: Int32Array;
  readonly right: Uint8Array;
  readonly value: Float64Array;
};

const limitAt = 16;
const shiftAt = 24;
const byCategory = 1 << 25;

/**
 * All trees' nodes in one row of arrays. A number goes right when its bin, shifted by one modulo 256 where the unknown goes left, is above the
 * limit: one comparison covers both.
 */
function flatten(trees: readonly Tree[]): Flat {
  const nodes = trees.reduce((sum, tree) => sum + tree.left.length, 0);
  const masks = trees.reduce((sum, tree) => sum + tree.categories.filter((own) => own !== null).length, 0);
  const flat = {
    roots: [] as number[],
    asks: new Int32Array(nodes),
    left: new Int32Array(nodes),
    answers: new Int32Array(nodes),
    right: new Uint8Array(masks * (unknownBin + 1)),
    value: new Float64Array(nodes),
  };
  let first = 0;
  let mask = 0;
  for (const tree of trees) {
    flat.roots.push(first);
    for (let node = 0; node < tree.left.length; node += 1) {
      const place = first + node;
      const left = tree.left[node] ?? 0;
      const shift = tree.unknownLeft[node] ?? 0;
      flat.asks[place] = (tree.feature[node] ?? 0) | ((((tree.threshold[node] ?? 0) + shift) & 255) << limitAt) | (shift << shiftAt);
      flat.left[place] = left === 0 ? place : first + left;
      flat.value[place] = tree.value[node] ?? 0;
      // At a leaf nothing is above the limit: whoever is there stays.
      if (left === 0) flat.asks[place] = 255 << limitAt;
      if (left === 0 || tree.categories[node] === null) continue;
      flat.asks[place] = (flat.asks[place] ?? 0) | byCategory;
      flat.answers[place] = mask;
      for (let bin = 0; bin <= unknownBin; bin += 1) flat.right[mask + bin] = goesLeft(tree, node, bin) ? 0 : 1;
      mask += unknownBin + 1;
    }
    first += tree.left.length;
  }
  return flat;
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

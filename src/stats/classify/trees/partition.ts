import { type Tree, unknownBin } from './tree.ts';

/** Puts the rows of `order[start … end)` that go left first, each side in its old order; returns where the right side starts. */
export function partition(tree: Tree, node: number, column: Uint8Array, order: Uint32Array, start: number, end: number, scratch: Uint32Array): number {
  const unknownLeft = tree.unknownLeft[node] ?? 0;
  const categories = tree.categories[node];
  return categories === null || categories === undefined
    ? byThreshold((tree.threshold[node] ?? 0) + unknownLeft, unknownLeft, column, order, start, end, scratch)
    : byCategories(categories, unknownLeft, column, order, start, end, scratch);
}

/** Where the unknown goes left, bins are shifted by one modulo 256, which makes it the lowest: one comparison covers both. */
function byThreshold(limit: number, shift: number, column: Uint8Array, order: Uint32Array, start: number, end: number, scratch: Uint32Array): number {
  let kept = start;
  let moved = 0;
  for (let place = start; place < end; place += 1) {
    const row = order[place] ?? 0;
    // Both are written, one is kept: a branch here would be guessed wrong half of the time.
    const side = +((((column[row] ?? 0) + shift) & unknownBin) <= limit);
    order[kept] = row;
    scratch[moved] = row;
    kept += side;
    moved += 1 - side;
  }
  return behind(order, kept, scratch, moved);
}

function byCategories(
  categories: readonly number[],
  unknownLeft: number,
  column: Uint8Array,
  order: Uint32Array,
  start: number,
  end: number,
  scratch: Uint32Array,
): number {
  const left = new Uint8Array(unknownBin + 1);
  for (const bin of categories) left[bin] = 1;
  left[unknownBin] = unknownLeft;
  let kept = start;
  let moved = 0;
  for (let place = start; place < end; place += 1) {
    const row = order[place] ?? 0;
    const side = left[column[row] ?? 0] ?? 0;
    order[kept] = row;
    scratch[moved] = row;
    kept += side;
    moved += 1 - side;
  }
  return behind(order, kept, scratch, moved);
}

function behind(order: Uint32Array, kept: number, scratch: Uint32Array, moved: number): number {
  for (let place = 0; place < moved; place += 1) order[kept + place] = scratch[place] ?? 0;
  return kept;
}

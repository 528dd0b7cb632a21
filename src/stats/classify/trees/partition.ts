import { goesLeft, type Tree, unknownBin } from './tree.ts';

/** Puts the rows of `order[start … end)` that go left first, each side in its old order; returns where the right side starts. */
export function partition(tree: Tree, node: number, column: Uint8Array, order: Uint32Array, start: number, end: number, scratch: Uint32Array): number {
  const left = new Uint8Array(unknownBin + 1);
  for (let bin = 0; bin <= unknownBin; bin += 1) left[bin] = goesLeft(tree, node, bin) ? 1 : 0;
  let kept = start;
  let moved = 0;
  for (let place = start; place < end; place += 1) {
    const row = order[place] ?? 0;
    // Both are written, one is kept: a branch here would be guessed wrong half of the time.
    const side = left[column[row] ?? 0] ?? 0;
    order[kept] = row;
    scratch[moved] = row;
    kept += side;
    moved += 1 - side;
  }
  order.set(scratch.subarray(0, moved), kept);
  return kept;
}

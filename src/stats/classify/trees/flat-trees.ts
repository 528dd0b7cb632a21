import { goesLeft, type Tree, unknownBin } from './tree.ts';

/** Who asks the same trees again and again (each column shuffled, for what it is worth) has them laid out once. */
const kept = new WeakMap<readonly Tree[], Flat>();

export function flattened(trees: readonly Tree[]): Flat {
  const known = kept.get(trees);
  if (known?.roots.length === trees.length) return known;
  const flat = flatten(trees);
  kept.set(trees, flat);
  return flat;
}

export type Flat = {
  readonly roots: readonly number[];
  /** What a node asks in one number: its column, `limitAt` its limit, `shiftAt` its shift, and whether it decides by category. */
  readonly asks: Int32Array;
  readonly left: Int32Array;
  /** Where the 256 answers of a node that decides by category start. */
  readonly answers: Int32Array;
  readonly right: Uint8Array;
  readonly value: Float64Array;
};

export const limitAt = 16;
export const shiftAt = 24;
export const byCategory = 1 << 25;

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

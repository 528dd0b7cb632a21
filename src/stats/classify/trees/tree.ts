/**
 * A binary tree over binned columns, node 0 the root, as parallel lists by node. A node whose `left` is 0 is a leaf; its other child is
 * `left + 1`. All plain numbers, of no more digits than tell, so that a model can be kept as JSON.
 */
export type Tree = {
  /** Column that decides; 0 in a leaf. */
  readonly feature: readonly number[];
  /** Bins up to this go left; −1 where `categories` decides. */
  readonly threshold: readonly number[];
  /** Bins that go left, for categories. */
  readonly categories: readonly (readonly number[] | null)[];
  /** 1 where an unknown value, or a category not seen here, goes left. */
  readonly unknownLeft: readonly number[];
  readonly left: readonly number[];
  /** What a leaf adds; 0 in an inner node. */
  readonly value: readonly number[];
  /** Weight of the training rows that came by. */
  readonly cover: readonly number[];
  /** What the split gained; 0 in a leaf. */
  readonly gain: readonly number[];
};

/** The same while it grows. */
export type GrowingTree = { -readonly [Key in keyof Tree]: Tree[Key][number][] };

export const emptyTree = (): GrowingTree => ({ feature: [], threshold: [], categories: [], unknownLeft: [], left: [], value: [], cover: [], gain: [] });

/** Appends a leaf and returns its number. */
export function addLeaf(tree: GrowingTree, value: number, cover: number): number {
  tree.feature.push(0);
  tree.threshold.push(-1);
  tree.categories.push(null);
  tree.unknownLeft.push(0);
  tree.left.push(0);
  tree.value.push(value);
  tree.cover.push(cover);
  tree.gain.push(0);
  return tree.left.length - 1;
}

/** Gains are compared, which four digits suffice for. */
export const keptGain = (gain: number): number => Number(gain.toPrecision(4));

/** Decides by columns: numbers or categories that lie in `bins`, `unknownBin` for what is unknown. */
export function goesLeft(tree: Tree, node: number, bin: number): boolean {
  const categories = tree.categories[node];
  if (bin === unknownBin) return tree.unknownLeft[node] === 1;
  return categories === null || categories === undefined ? bin <= (tree.threshold[node] ?? 0) : categories.includes(bin);
}

export const unknownBin = 255;
/** Histograms have a place for each bin and for what is unknown. */
export const binsPerColumn = 256;

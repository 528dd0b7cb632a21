import { type BestSplit, bestSplit, type SplitRules, type Units } from './best-split.ts';
import type { BinnedTable } from './bins.ts';
import { buildHistogram, curvatureOf, subtractHistogram, sumsOf } from './histogram.ts';
import { partition } from './partition.ts';
import { addLeaf, binsPerColumn, emptyTree, type GrowingTree, keptGain } from './tree.ts';

export type GrowRules = SplitRules & { readonly mostLeaves: number; readonly deepest: number };

/** A leaf of the growing tree: rows `order[start … end)`, and the packed sum of them. */
export type Leaf = { readonly node: number; readonly start: number; readonly end: number; readonly total: number };
type Open = Leaf & { readonly depth: number; readonly histogram: Float64Array; readonly split: BestSplit | undefined };

export type Growing = {
  readonly table: BinnedTable;
  readonly columns: Uint32Array;
  /** Rows to learn from; put in the order of the leaves. */
  readonly order: Uint32Array;
  readonly packed: Float64Array;
  readonly units: Units;
  readonly rules: GrowRules;
  readonly scratch: Scratch;
};
export type Scratch = { readonly gathered: Float64Array; readonly moved: Uint32Array; readonly histograms: Float64Array[] };

/** Space for work on tables of so many rows, to be used again for each tree. */
export const scratchFor = (rows: number): Scratch => ({ gathered: new Float64Array(rows), moved: new Uint32Array(rows), histograms: [] });

/**
 * A tree that always opens the leaf with the most to gain next (leaf-wise; Ke et al. 2017). Of two children only the smaller is summed up, the
 * other is the difference. Values of nodes are left 0.
 */
export function growTree(growing: Growing): { readonly tree: GrowingTree; readonly leaves: readonly Leaf[] } {
  const { order, scratch, rules } = growing;
  const tree = emptyTree();
  const open: Open[] = [opened(growing, addLeaf(tree, 0, order.length), 0, order.length, 0, summed(growing, 0, order.length))];
  const done: Open[] = [];
  while (open.length > 0 && open.length + done.length < rules.mostLeaves) {
    const next = takeBest(open);
    if (next.split === undefined) {
      done.push(next);
      continue;
    }
    open.push(...divide(growing, tree, next, next.split));
  }
  const leaves = [...done, ...open];
  for (const { histogram } of leaves) scratch.histograms.push(histogram);
  return { tree, leaves };
}

function takeBest(open: Open[]): Open {
  let best = 0;
  for (let index = 1; index < open.length; index += 1) if ((open[index]?.split?.gain ?? 0) > (open[best]?.split?.gain ?? 0)) best = index;
  const [taken] = open.splice(best, 1);
  if (taken === undefined) throw new RangeError('no leaf is open');
  return taken;
}

function divide(growing: Growing, tree: GrowingTree, { node, start, end, depth, histogram }: Open, split: BestSplit): readonly Open[] {
  tree.feature[node] = split.feature;
  tree.threshold[node] = split.threshold;
  tree.categories[node] = split.categories;
  tree.unknownLeft[node] = split.unknownLeft ? 1 : 0;
  tree.gain[node] = keptGain(split.gain);
  const column = growing.table.columns[split.feature] ?? new Uint8Array();
  const middle = partition(tree, node, column, growing.order, start, end, growing.scratch.moved);
  const left = addLeaf(tree, 0, middle - start);
  const right = addLeaf(tree, 0, end - middle);
  tree.left[node] = left;
  const leftSmaller = middle - start < end - middle;
  const smaller = leftSmaller ? summed(growing, start, middle) : summed(growing, middle, end);
  subtractHistogram(histogram, smaller);
  return [
    opened(growing, left, start, middle, depth + 1, leftSmaller ? smaller : histogram),
    opened(growing, right, middle, end, depth + 1, leftSmaller ? histogram : smaller),
  ];
}

function summed({ table, columns, order, packed, scratch }: Growing, start: number, end: number): Float64Array {
  const histogram = scratch.histograms.pop() ?? new Float64Array(table.columns.length * binsPerColumn);
  buildHistogram(table.columns, columns, order, start, end, packed, scratch.gathered, histogram);
  return histogram;
}

function opened({ table, columns, units, rules }: Growing, node: number, start: number, end: number, depth: number, histogram: Float64Array): Open {
  const total = sumsOf(histogram, columns[0] ?? 0).reduce((sum, value) => sum + value, 0);
  const tooSmall = end - start < 2 * rules.fewestRows || depth >= rules.deepest;
  const own = { ...units, rowsPerCurvature: (end - start) / Math.max(1, curvatureOf(total)) };
  const split = tooSmall ? undefined : bestSplit(histogram, columns, table.binCounts, table.isCategory, total, own, rules);
  return { node, start, end, depth, total, histogram, split };
}

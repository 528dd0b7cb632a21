import { drawFrom, type Random, randomInteger, seededRandom } from '../../random/index.ts';
import type { FeatureTable } from '../table/index.ts';
import { bestSplit, type SplitRules } from './best-split.ts';
import { applyBins, type BinnedTable, type ColumnBins, findBins } from './bins.ts';
import { buildHistogram, curvatureOf, curvatureUnit, gradientOf } from './histogram.ts';
import { partition } from './partition.ts';
import { type Scratch, scratchFor } from './grow.ts';
import { addTreeScores } from './score-trees.ts';
import { addLeaf, binsPerColumn, emptyTree, goesLeft, type GrowingTree, keptGain, type Tree, unknownBin } from './tree.ts';

/** Averages the shares of positives in the leaves of many trees. */
export type ForestModel = { readonly kind: 'forest'; readonly bins: readonly ColumnBins[]; readonly trees: readonly Tree[] };

export type ForestOptions = {
  readonly trees: number;
  /** Rows, repeats counted, that each leaf must keep. */
  readonly fewestRows: number;
  /** Columns that compete at each split; 0 for the square root of their number. */
  readonly columnsPerSplit: number;
  readonly mostBins: number;
  readonly seed: number;
  readonly progress?: (done: number, of: number) => boolean;
};

export const forestDefaults: ForestOptions = { trees: 200, fewestRows: 10, columnsPerSplit: 0, mostBins: 255, seed: 1 };

/**
 * Random forest (Breiman, Machine Learning 45, 2001): each tree sees a bootstrap sample of the rows and, at each split, a few columns; splits
 * lower the Gini impurity most. Unknown values and categories are handled by the splits themselves.
 */
export const fitForest = (table: FeatureTable, labels: Uint8Array, options: Partial<ForestOptions> = {}): ForestModel =>
  growForest(table, labels, { ...forestDefaults, ...options }, () => undefined);

/** The same, with each row's mean over the trees that have not seen it: honest scores of the training rows. NaN where all trees have. */
export function fitForestOutOfBag(
  table: FeatureTable,
  labels: Uint8Array,
  options: Partial<ForestOptions> = {},
): { readonly model: ForestModel; readonly outOfBag: Float64Array } {
  const sums = new Float64Array(table.rows);
  const counts = new Uint32Array(table.rows);
  const model = growForest(table, labels, { ...forestDefaults, ...options }, (tree, binned, drawn) => {
    for (let row = 0; row < table.rows; row += 1) {
      if (drawn[row] !== 0) continue;
      sums[row] = (sums[row] ?? 0) + leafValue(tree, binned, row);
      counts[row] = (counts[row] ?? 0) + 1;
    }
  });
  return { model, outOfBag: sums.map((sum, row) => sum / (counts[row] ?? 0)) };
}

function leafValue(tree: Tree, { columns }: BinnedTable, row: number): number {
  let node = 0;
  for (let left = tree.left[node] ?? 0; left !== 0; left = tree.left[node] ?? 0) {
    const bin = columns[tree.feature[node] ?? 0]?.[row] ?? unknownBin;
    node = goesLeft(tree, node, bin) ? left : left + 1;
  }
  return tree.value[node] ?? 0;
}

type Grown = (tree: Tree, table: BinnedTable, drawn: Float64Array) => void;

function growForest(table: FeatureTable, labels: Uint8Array, chosen: ForestOptions, grown: Grown): ForestModel {
  const random = seededRandom(chosen.seed);
  const bins = findBins(table, chosen.mostBins, chosen.seed);
  const binned = applyBins(table, bins);
  const scratch = scratchFor(table.rows);
  const wanted = chosen.columnsPerSplit > 0 ? chosen.columnsPerSplit : Math.round(Math.sqrt(table.columns.length));
  const columnsPerSplit = Math.min(wanted, table.columns.length);
  const pool = Uint32Array.from(table.columns.keys());
  const forest: Forest = { table: binned, random, pool, scratch, columnsPerSplit, fewestRows: chosen.fewestRows };
  const trees: Tree[] = [];
  while (trees.length < chosen.trees) {
    const { order, packed } = bootstrap(labels, random);
    const tree = forestTree(forest, order, packed);
    trees.push(tree);
    grown(tree, binned, packed);
    if (chosen.progress?.(trees.length, chosen.trees) === false) break;
  }
  return { kind: 'forest', bins, trees };
}

type Forest = {
  readonly table: BinnedTable;
  readonly random: Random;
  /** All columns, in the order that earlier draws left. */
  readonly pool: Uint32Array;
  readonly scratch: Scratch;
  readonly columnsPerSplit: number;
  readonly fewestRows: number;
};
type Range = { readonly node: number; readonly start: number; readonly end: number };

function forestTree(forest: Forest, order: Uint32Array, packed: Float64Array): Tree {
  const tree = emptyTree();
  const open: Range[] = [{ node: addLeaf(tree, 0, 0), start: 0, end: order.length }];
  for (let range = open.pop(); range !== undefined; range = open.pop()) open.push(...divide(forest, tree, order, packed, range));
  return tree;
}

/** Rows drawn with repeats, each once in `order`; `packed` holds how many positives and how many rows it stands for. */
function bootstrap(labels: Uint8Array, random: Random): { readonly order: Uint32Array; readonly packed: Float64Array } {
  const times = new Float64Array(labels.length);
  for (let draw = 0; draw < labels.length; draw += 1) {
    const row = randomInteger(random, labels.length);
    times[row] = (times[row] ?? 0) + 1;
  }
  const order = new Uint32Array(labels.length);
  let count = 0;
  for (let row = 0; row < labels.length; row += 1) {
    if (times[row] !== 0) order[count++] = row;
    times[row] = (times[row] ?? 0) * ((labels[row] ?? 0) + curvatureUnit);
  }
  return { order: order.subarray(0, count), packed: times };
}

/** Splits a node, or makes it a leaf; returns what is still to be split. */
function divide(forest: Forest, tree: GrowingTree, order: Uint32Array, packed: Float64Array, { node, start, end }: Range): readonly Range[] {
  let total = 0;
  for (let place = start; place < end; place += 1) total += packed[order[place] ?? 0] ?? 0;
  const rows = curvatureOf(total);
  const positives = gradientOf(total, rows);
  tree.value[node] = Math.round((positives / rows) * 1e6) / 1e6;
  tree.cover[node] = rows;
  if (rows < 2 * forest.fewestRows || positives === 0 || positives === rows) return [];
  const split = splitOf(forest, order, packed, start, end, total);
  if (split === undefined) return [];
  tree.feature[node] = split.feature;
  tree.threshold[node] = split.threshold;
  tree.categories[node] = split.categories;
  tree.unknownLeft[node] = split.unknownLeft ? 1 : 0;
  tree.gain[node] = keptGain(split.gain);
  tree.value[node] = 0;
  const middle = partition(tree, node, forest.table.columns[split.feature] ?? new Uint8Array(), order, start, end, forest.scratch.moved);
  const left = addLeaf(tree, 0, 0);
  const right = addLeaf(tree, 0, 0);
  tree.left[node] = left;
  return [
    { node: left, start, end: middle },
    { node: right, start: middle, end },
  ];
}

/** With whole counts for gradients and curvatures, and no penalty, the gain of a split is what it takes from the Gini impurity, times half the rows. */
const units = { gradient: 1, curvature: 1, rowsPerCurvature: 1 };

function splitOf(forest: Forest, order: Uint32Array, packed: Float64Array, start: number, end: number, total: number) {
  const { table, scratch, random, columnsPerSplit } = forest;
  const rules: SplitRules = { penalty: 0, fewestRows: forest.fewestRows, smallestGain: 1e-9 };
  const histogram = scratch.histograms[0] ?? new Float64Array(table.columns.length * binsPerColumn);
  scratch.histograms[0] = histogram;
  const columns = drawFrom(random, forest.pool, columnsPerSplit);
  buildHistogram(table.columns, columns, order, start, end, packed, scratch.gathered, histogram);
  return bestSplit(histogram, columns, table.binCounts, table.isCategory, total, units, rules);
}

/** Probability of each row: the mean of its leaves' shares of positives. */
export function forestScores(model: ForestModel, table: FeatureTable): Float64Array {
  const scores = new Float64Array(table.rows);
  addTreeScores(model.trees, applyBins(table, model.bins), scores);
  return scores.map((sum) => sum / Math.max(1, model.trees.length));
}

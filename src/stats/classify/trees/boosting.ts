import { type Random, sampled, seededRandom } from '../../random/index.ts';
import { stratifiedSplit } from '../table/folds.ts';
import { type FeatureTable, takeRows } from '../table/index.ts';
import { applyBins, type BinnedTable, type ColumnBins, findBins } from './bins.ts';
import { type GradientScratch, gradients, type Loss, meanLoss, startingScore } from './gradients.ts';
import { type Growing, growTree, type GrowRules, type Scratch, scratchFor } from './grow.ts';
import { curvatureOf, gradientOf } from './histogram.ts';
import { addTreeScores } from './score-trees.ts';
import type { Tree } from './tree.ts';

/** Additive trees: the score of a row is `start` plus the values of its leaves; log-odds where the loss is logistic. */
export type BoostingModel = {
  readonly kind: 'boosting';
  readonly loss: Loss;
  readonly bins: readonly ColumnBins[];
  readonly start: number;
  readonly trees: readonly Tree[];
  /** Mean loss on the rows kept aside, after each tree; empty without early stopping. */
  readonly watched: readonly number[];
};

export type BoostingOptions = Omit<GrowRules, 'smallestGain'> & {
  readonly loss: Loss;
  readonly learningRate: number;
  readonly mostTrees: number;
  readonly mostBins: number;
  /** Share of the rows kept aside to see when more trees stop helping; 0 grows them all. */
  readonly asideShare: number;
  /** Trees without a new best after which it stops. */
  readonly patience: number;
  /** Share of the columns that each tree may use. */
  readonly columnShare: number;
  readonly seed: number;
  /** Called after each tree; false stops here. */
  readonly progress?: (done: number, of: number) => boolean;
};

export const boostingDefaults: BoostingOptions = {
  loss: 'logistic',
  learningRate: 0.1,
  mostTrees: 100,
  mostLeaves: 31,
  deepest: 64,
  fewestRows: 20,
  penalty: 1,
  mostBins: 255,
  asideShare: 0,
  patience: 10,
  columnShare: 1,
  seed: 1,
};

/**
 * Histogram gradient boosting (Friedman 2001; Ke et al. 2017): unknown values and categories are handled by the splits themselves. Targets are
 * 0 or 1 for the logistic loss, any number for the squared one.
 */
export function fitBoosting(table: FeatureTable, targets: Float64Array | Uint8Array, options: Partial<BoostingOptions> = {}): BoostingModel {
  const chosen = { ...boostingDefaults, ...options };
  if (chosen.asideShare <= 0) return boost(table, Float64Array.from(targets), undefined, chosen);
  const labels = chosen.loss === 'logistic' ? Uint8Array.from(targets) : new Uint8Array(targets.length);
  const { train, test } = stratifiedSplit(labels, chosen.asideShare, chosen.seed);
  const target = (rows: Uint32Array): Float64Array => Float64Array.from(rows, (row) => targets[row] ?? 0);
  return boost(takeRows(table, train), target(train), { table: takeRows(table, test), targets: target(test) }, chosen);
}

type BoostingScratch = Scratch & GradientScratch & { readonly order: Uint32Array };
type Aside = { readonly table: FeatureTable; readonly targets: Float64Array };

function boost(table: FeatureTable, targets: Float64Array, aside: Aside | undefined, options: BoostingOptions): BoostingModel {
  const random = seededRandom(options.seed);
  const bins = findBins(table, options.mostBins, options.seed);
  const binned = applyBins(table, bins);
  const start = startingScore(options.loss, targets);
  const scores = new Float64Array(table.rows).fill(start);
  const watch =
    aside === undefined ? undefined : { binned: applyBins(aside.table, bins), targets: aside.targets, scores: new Float64Array(aside.table.rows).fill(start) };
  const scratch: BoostingScratch = {
    ...scratchFor(table.rows),
    packed: new Float64Array(table.rows),
    curvature: new Float64Array(table.rows),
    order: new Uint32Array(table.rows),
  };
  const trees: Tree[] = [];
  const watched: number[] = [];
  let best = 0;
  while (trees.length < options.mostTrees) {
    const tree = nextTree(binned, targets, scores, options, random, scratch);
    if (tree.left.length <= 1) break;
    trees.push(tree);
    if (watch !== undefined) {
      addTreeScores([tree], watch.binned, watch.scores);
      watched.push(meanLoss(options.loss, watch.targets, watch.scores));
      if ((watched.at(-1) ?? 0) < (watched[best - 1] ?? Number.POSITIVE_INFINITY)) best = watched.length;
      if (watched.length - best >= options.patience) break;
    }
    if (options.progress?.(trees.length, options.mostTrees) === false) break;
  }
  return { kind: 'boosting', loss: options.loss, bins, start, trees: watch === undefined ? trees : trees.slice(0, best), watched };
}

/** Grows one tree on what the scores still miss, and moves the scores. */
function nextTree(table: BinnedTable, targets: Float64Array, scores: Float64Array, options: BoostingOptions, random: Random, scratch: BoostingScratch): Tree {
  const units = gradients(options.loss, targets, scores, random, scratch);
  const { packed } = scratch;
  const order = scratch.order;
  for (let row = 0; row < order.length; row += 1) order[row] = row;
  const columns = sampled(random, table.columns.length, Math.max(1, Math.round(options.columnShare * table.columns.length)));
  const growing: Growing = { table, columns, order, packed, units, rules: { ...options, smallestGain: 1e-7 }, scratch };
  const { tree, leaves } = growTree(growing);
  for (const { node, start, end, total } of leaves) {
    const own = curvatureOf(total);
    const exact = (-options.learningRate * gradientOf(total, own) * units.gradient) / (own * units.curvature + options.penalty + 1e-12);
    // As it is kept: what comes after sees the same.
    const value = Number(exact.toPrecision(7));
    tree.value[node] = value;
    moveScores(scores, order, start, end, value);
  }
  return tree;
}

function moveScores(scores: Float64Array, order: Uint32Array, start: number, end: number, by: number): void {
  for (let place = start; place < end; place += 1) {
    const row = order[place] ?? 0;
    scores[row] = (scores[row] ?? 0) + by;
  }
}

/** Scores of each row: log-odds, or the predicted number. */
export function boostingScores(model: BoostingModel, table: FeatureTable): Float64Array {
  const scores = new Float64Array(table.rows).fill(model.start);
  addTreeScores(model.trees, applyBins(table, model.bins), scores);
  return scores;
}

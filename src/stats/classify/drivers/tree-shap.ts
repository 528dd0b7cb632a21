import type { BinnedTable } from '../trees/bins.ts';
import { goesLeft, type Tree } from '../trees/tree.ts';

/** What each column adds to a row's score, from the mean score of training on: `base` plus the sum of `contributions` is the score. */
export type Contributions = { readonly base: number; readonly contributions: Float64Array };

/**
 * Path-dependent TreeSHAP (Lundberg, Erion & Lee, "Consistent individualized feature attribution for tree ensembles", arXiv 1802.03888,
 * algorithm 2): Shapley values of the columns, where a column that is not known takes both ways by the training rows that took them.
 */
export function treeShap(trees: readonly Tree[], table: BinnedTable, row: number, start = 0): Contributions {
  const contributions = new Float64Array(table.columns.length);
  const bins = Uint8Array.from(table.columns, (column) => column[row] ?? 0);
  const shapes = trees.map(shapeOf);
  const steps = stepsFor(shapes.reduce((most, { depth }) => Math.max(most, depth), 0));
  let base = start;
  for (const [place, tree] of trees.entries()) {
    base += shapes[place]?.mean ?? 0;
    walk({ tree, bins, steps, into: contributions }, 0, 0, 0, 1, 1, -1);
  }
  return { base, contributions };
}

/** Mean of the leaves by cover, and how many splits lie above the deepest leaf: the same for whoever is explained. */
type Shape = { readonly mean: number; readonly depth: number };
const shapes = new WeakMap<Tree, Shape>();

function shapeOf(tree: Tree): Shape {
  const known = shapes.get(tree);
  if (known !== undefined) return known;
  const found = shapeBelow(tree, 0);
  shapes.set(tree, found);
  return found;
}

function shapeBelow(tree: Tree, node: number): Shape {
  const left = tree.left[node] ?? 0;
  if (left === 0) return { mean: tree.value[node] ?? 0, depth: 0 };
  const [a, b] = [shapeBelow(tree, left), shapeBelow(tree, left + 1)];
  const [ofA, ofB] = [tree.cover[left] ?? 0, tree.cover[left + 1] ?? 0];
  return { mean: (ofA * a.mean + ofB * b.mean) / (ofA + ofB), depth: 1 + Math.max(a.depth, b.depth) };
}

/**
 * Columns on the way down: the share of rows that pass where one is unknown (`zero`) and where it is known (`one`, 0 or 1), and the weight of subsets of each size. The paths of a node and of all above it lie one after another: a
 * forest has tens of thousands of nodes, too many to make objects for.
 */
type Steps = { readonly feature: Int32Array; readonly zero: Float64Array; readonly one: Float64Array; readonly weight: Float64Array };
type Walk = { readonly tree: Tree; readonly bins: Uint8Array; readonly steps: Steps; readonly into: Float64Array };

function stepsFor(depth: number): Steps {
  const places = ((depth + 2) * (depth + 3)) / 2;
  return { feature: new Int32Array(places), zero: new Float64Array(places), one: new Float64Array(places), weight: new Float64Array(places) };
}

/** `above` is where the path of the node above lies, of so many `steps`. */
function walk(own: Walk, node: number, above: number, length: number, zero: number, one: number, feature: number): void {
  const { tree, bins, steps, into } = own;
  const at = above + length;
  extend(steps, above, at, length, zero, one, feature);
  const left = tree.left[node] ?? 0;
  if (left === 0) {
    addLeaf(steps, at, length, tree.value[node] ?? 0, into);
    return;
  }
  const column = tree.feature[node] ?? 0;
  const hot = goesLeft(tree, node, bins[column] ?? 0) ? left : left + 1;
  const cold = hot === left ? left + 1 : left;
  const cover = (tree.cover[left] ?? 0) + (tree.cover[left + 1] ?? 0);
  let met = at + 1;
  while (met <= at + length && steps.feature[met] !== column) met += 1;
  const again = met <= at + length;
  const [zeroBefore, oneBefore] = again ? [steps.zero[met] ?? 1, steps.one[met] ?? 1] : [1, 1];
  if (again) unwind(steps, at, length, met - at);
  const rest = again ? length : length + 1;
  walk(own, hot, at, rest, (zeroBefore * (tree.cover[hot] ?? 0)) / cover, oneBefore, column);
  walk(own, cold, at, rest, (zeroBefore * (tree.cover[cold] ?? 0)) / cover, 0, column);
}

/** The path above, copied to `at`, and one step more. */
function extend({ feature, zero, one, weight }: Steps, above: number, at: number, length: number, ownZero: number, ownOne: number, ownFeature: number): void {
  for (let place = 0; place < length; place += 1) {
    feature[at + place] = feature[above + place] ?? 0;
    zero[at + place] = zero[above + place] ?? 0;
    one[at + place] = one[above + place] ?? 0;
    weight[at + place] = weight[above + place] ?? 0;
  }
  feature[at + length] = ownFeature;
  zero[at + length] = ownZero;
  one[at + length] = ownOne;
  weight[at + length] = length === 0 ? 1 : 0;
  for (let place = length - 1; place >= 0; place -= 1) {
    const here = weight[at + place] ?? 0;
    weight[at + place + 1] = (weight[at + place + 1] ?? 0) + (ownOne * here * (place + 1)) / (length + 1);
    weight[at + place] = (ownZero * here * (length - place)) / (length + 1);
  }
}

/** Takes the step `leave` out of a path whose last step is `last`. */
function unwind({ feature, zero, one, weight }: Steps, at: number, last: number, leave: number): void {
  const [ownZero, ownOne] = [zero[at + leave] ?? 0, one[at + leave] ?? 0];
  let carried = weight[at + last] ?? 0;
  for (let place = last - 1; place >= 0; place -= 1) {
    const here = weight[at + place] ?? 0;
    if (ownOne === 0) weight[at + place] = (here * (last + 1)) / (ownZero * (last - place));
    else {
      const without = (carried * (last + 1)) / ((place + 1) * ownOne);
      weight[at + place] = without;
      carried = here - (without * ownZero * (last - place)) / (last + 1);
    }
  }
  for (let place = leave; place < last; place += 1) {
    feature[at + place] = feature[at + place + 1] ?? 0;
    zero[at + place] = zero[at + place + 1] ?? 0;
    one[at + place] = one[at + place + 1] ?? 0;
  }
}

/** What each step of a path to a leaf adds: the weights left without it (as in `unwind`), times what it makes of the leaf. Without a step that is not taken (`one` 0) they are the same for all such, but for its own share, which cancels. */
function addLeaf({ feature, zero, one, weight }: Steps, at: number, last: number, value: number, into: Float64Array): void {
  let untaken = 0;
  for (let place = 0; place < last; place += 1) untaken += ((weight[at + place] ?? 0) * (last + 1)) / (last - place);
  for (let step = at + 1; step <= at + last; step += 1) {
    const [ownZero, ownOne] = [zero[step] ?? 0, one[step] ?? 0];
    const column = feature[step] ?? 0;
    into[column] = (into[column] ?? 0) + (ownOne === 0 ? -untaken : leftWithout(weight, at, last, ownZero, ownOne) * (ownOne - ownZero)) * value;
  }
}

function leftWithout(weight: Float64Array, at: number, last: number, zero: number, one: number): number {
  let carried = weight[at + last] ?? 0;
  let sum = 0;
  for (let place = last - 1; place >= 0; place -= 1) {
    const without = (carried * (last + 1)) / ((place + 1) * one);
    sum += without;
    carried = (weight[at + place] ?? 0) - (without * zero * (last - place)) / (last + 1);
  }
  return sum;
}

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
  const bins = table.columns.map((column) => column[row] ?? 0);
  let base = start;
  for (const tree of trees) {
    base += expectedValue(tree, 0);
    walk(tree, 0, bins, [], 1, 1, -1, contributions);
  }
  return { base, contributions };
}

/** Mean of the leaves by cover. */
function expectedValue(tree: Tree, node: number): number {
  const left = tree.left[node] ?? 0;
  if (left === 0) return tree.value[node] ?? 0;
  const [a, b] = [tree.cover[left] ?? 0, tree.cover[left + 1] ?? 0];
  return (a * expectedValue(tree, left) + b * expectedValue(tree, left + 1)) / (a + b);
}

/** A column on the way down: the share of rows that pass where it is unknown (`zero`) and where it is known (`one`), and the weight of subsets of each size. */
type Step = { feature: number; zero: number; one: number; weight: number };

function walk(tree: Tree, node: number, bins: readonly number[], above: readonly Step[], zero: number, one: number, feature: number, into: Float64Array): void {
  const path = extended(above, zero, one, feature);
  const left = tree.left[node] ?? 0;
  if (left === 0) {
    for (let place = 1; place < path.length; place += 1) {
      const step = path[place];
      if (step !== undefined) into[step.feature] = (into[step.feature] ?? 0) + unwoundSum(path, place) * (step.one - step.zero) * (tree.value[node] ?? 0);
    }
    return;
  }
  const own = tree.feature[node] ?? 0;
  const hot = goesLeft(tree, node, bins[own] ?? 0) ? left : left + 1;
  const cold = hot === left ? left + 1 : left;
  const cover = (tree.cover[left] ?? 0) + (tree.cover[left + 1] ?? 0);
  const met = path.findIndex((step, place) => place > 0 && step.feature === own);
  const before = met < 0 ? undefined : path[met];
  const rest = met < 0 ? path : unwound(path, met);
  const [zeroBefore, oneBefore] = [before?.zero ?? 1, before?.one ?? 1];
  walk(tree, hot, bins, rest, (zeroBefore * (tree.cover[hot] ?? 0)) / cover, oneBefore, own, into);
  walk(tree, cold, bins, rest, (zeroBefore * (tree.cover[cold] ?? 0)) / cover, 0, own, into);
}

function extended(above: readonly Step[], zero: number, one: number, feature: number): Step[] {
  const depth = above.length;
  const path = [...above.map((step) => ({ ...step })), { feature, zero, one, weight: depth === 0 ? 1 : 0 }];
  for (let place = depth - 1; place >= 0; place -= 1) {
    const here = path[place];
    const next = path[place + 1];
    if (here === undefined || next === undefined) continue;
    next.weight += (one * here.weight * (place + 1)) / (depth + 1);
    here.weight = (zero * here.weight * (depth - place)) / (depth + 1);
  }
  return path;
}

/** The path without one of its columns. */
function unwound(path: readonly Step[], leave: number): Step[] {
  const last = path.length - 1;
  const rest = path.map((step) => ({ ...step }));
  const { zero = 0, one = 0 } = path[leave] ?? {};
  let carried = path[last]?.weight ?? 0;
  for (let place = last - 1; place >= 0; place -= 1) {
    const step = rest[place];
    if (step === undefined) continue;
    if (one === 0) step.weight = (step.weight * (last + 1)) / (zero * (last - place));
    else {
      const kept = step.weight;
      step.weight = (carried * (last + 1)) / ((place + 1) * one);
      carried = kept - (step.weight * zero * (last - place)) / (last + 1);
    }
  }
  const weights = rest.map(({ weight }) => weight);
  return rest.toSpliced(leave, 1).map((step, place) => ({ ...step, weight: weights[place] ?? 0 }));
}

const unwoundSum = (path: readonly Step[], leave: number): number => unwound(path, leave).reduce((sum, { weight }) => sum + weight, 0);

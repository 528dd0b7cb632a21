import { expect, test } from 'vitest';
import { randomNormal, seededRandom } from '../../random/index.ts';
import { applyBins, boostingScores, type Exchange, exchangedTreeScores, fitBoosting, fitForest, forestScores, goesLeft, type Tree } from '../trees/index.ts';
import { gainImportance, permutationImportance } from './importance.ts';
import { treeShap } from './tree-shap.ts';

const random = seededRandom(4);
const rows = 400;
const columns = Array.from({ length: 4 }, (_, place) => ({
  kind: 'number' as const,
  name: `x${place}`,
  values: Float64Array.from({ length: rows }, () => (random() < 0.1 ? Number.NaN : randomNormal(random))),
}));
const table = { rows, columns };
const known = (place: number, row: number): number => columns[place]?.values[row] || 0;
const labels = Uint8Array.from({ length: rows }, (_, row) => (random() < 1 / (1 + Math.exp(-2 * known(0, row) - known(1, row) * known(2, row))) ? 1 : 0));

/** The mean of the leaves when only the columns of `set` are known. */
function expected(tree: Tree, node: number, bins: readonly number[], set: ReadonlySet<number>): number {
  const left = tree.left[node] ?? 0;
  if (left === 0) return tree.value[node] ?? 0;
  const feature = tree.feature[node] ?? 0;
  if (set.has(feature)) return expected(tree, goesLeft(tree, node, bins[feature] ?? 0) ? left : left + 1, bins, set);
  const [a, b] = [tree.cover[left] ?? 0, tree.cover[left + 1] ?? 0];
  return (a * expected(tree, left, bins, set) + b * expected(tree, left + 1, bins, set)) / (a + b);
}

/** Shapley's formula over all 2^4 sets. */
function shapley(tree: Tree, bins: readonly number[], column: number): number {
  const factorial = [1, 1, 2, 6, 24];
  let sum = 0;
  for (let mask = 0; mask < 16; mask += 1) {
    if ((mask >> column) & 1) continue;
    const set = new Set([0, 1, 2, 3].filter((place) => (mask >> place) & 1));
    const weight = ((factorial[set.size] ?? 0) * (factorial[3 - set.size] ?? 0)) / 24;
    sum += weight * (expected(tree, 0, bins, new Set([...set, column])) - expected(tree, 0, bins, set));
  }
  return sum;
}

test('contributions are the Shapley values by their definition', () => {
  const model = fitBoosting(table, labels, { mostTrees: 3, fewestRows: 5 });
  const binned = applyBins(table, model.bins);
  for (const row of [0, 17, 300]) {
    const bins = binned.columns.map((column) => column[row] ?? 0);
    const { contributions } = treeShap(model.trees, binned, row);
    contributions.forEach((own, column) =>
      expect(own).toBeCloseTo(
        model.trees.map((tree) => shapley(tree, bins, column)).reduce((a, b) => a + b, 0),
        10,
      ),
    );
  }
});

test('base and contributions add up to the score, of boosting and of a forest', () => {
  const model = fitBoosting(table, labels, { mostTrees: 20 });
  const scores = boostingScores(model, table);
  const { base, contributions } = treeShap(model.trees, applyBins(table, model.bins), 33, model.start);
  expect(base + contributions.reduce((a, b) => a + b, 0)).toBeCloseTo(scores[33] ?? 0, 9);
  const forest = fitForest(table, labels, { trees: 10 });
  const own = treeShap(forest.trees, applyBins(table, forest.bins), 33);
  expect((own.base + own.contributions.reduce((a, b) => a + b, 0)) / 10).toBeCloseTo(forestScores(forest, table)[33] ?? 0, 9);
});

test('the column that decides is the most important, by gain and by shuffling', () => {
  const model = fitBoosting(table, labels, { mostTrees: 30 });
  expect(
    gainImportance(
      model.trees,
      columns.map(({ name }) => name),
    )[0]?.name,
  ).toBe('x0');
  const score = {
    whole: boostingScores(model, table),
    exchanged: (exchanges: readonly Exchange[]) => exchangedTreeScores(model.trees, applyBins(table, model.bins), exchanges, model.start),
  };
  const names = columns.map(({ name }) => name);
  expect(permutationImportance(score, names, labels, 1)[0]?.name).toBe('x0');
});

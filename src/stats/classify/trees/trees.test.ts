import { describe, expect, test } from 'vitest';
import { randomNormal, seededRandom } from '../../random/index.ts';
import { areaUnderRoc, categoryColumn, type FeatureTable, takeRows } from '../index.ts';
import { type BinnedTable, applyBins, boostingScores, findBins, fitBoosting, fitForest, forestScores, goesLeft, type Tree, unknownBin } from './index.ts';

const random = seededRandom(11);
const rows = 2000;
const noise = Float64Array.from({ length: rows }, () => randomNormal(random));
const labels = Uint8Array.from({ length: rows }, () => (random() < 0.3 ? 1 : 0));

describe('bins', () => {
  test('few values get one bin each, unknown and infinite ones their own', () => {
    const table: FeatureTable = {
      rows: 6,
      columns: [{ kind: 'number', name: 'x', values: Float64Array.of(3, 1, 2, 1, Number.NaN, Number.NEGATIVE_INFINITY) }],
    };
    const bins = findBins(table, 255, 1);
    expect(bins).toEqual([{ kind: 'number', name: 'x', edges: [1.5, 2.5] }]);
    expect([...(applyBins(table, bins).columns[0] ?? [])]).toEqual([2, 0, 1, 0, unknownBin, unknownBin]);
  });

  test('many values share at most 255 bins of nearly equal size', () => {
    const table: FeatureTable = { rows, columns: [{ kind: 'number', name: 'x', values: noise }] };
    const counts = new Map<number, number>();
    for (const bin of applyBins(table, findBins(table, 255, 1)).columns[0] ?? []) counts.set(bin, (counts.get(bin) ?? 0) + 1);
    expect(counts.size).toBe(255);
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(9);
  });
});

describe.each([
  ['boosting', (table: FeatureTable, y: Uint8Array) => boostingScores(fitBoosting(table, y, { mostTrees: 20 }), table)],
  ['a forest', (table: FeatureTable, y: Uint8Array) => forestScores(fitForest(table, y, { trees: 20 }), table)],
])('%s', (_, learned) => {
  // Unknown here means positive: a model that fills gaps with a mean could not tell.
  test('learns from what is unknown', () => {
    const values = noise.map((value, row) => (labels[row] === 1 ? Number.NaN : value));
    expect(areaUnderRoc(learned({ rows, columns: [{ kind: 'number', name: 'x', values }] }, labels), labels)).toBe(1);
  });

  // The positive levels are the odd ones: no single order of names parts them.
  test('parts categories in one cut', () => {
    const texts = Array.from(labels, (label, row) => `level ${2 * (row % 10) + label}`);
    expect(areaUnderRoc(learned({ rows, columns: [categoryColumn('c', texts)] }, labels), labels)).toBe(1);
  });

  test('is the same for the same seed', () => {
    const table: FeatureTable = { rows, columns: [{ kind: 'number', name: 'x', values: noise }] };
    expect(learned(table, labels)).toEqual(learned(table, labels));
  });
});

/** Down the tree node by node, as `Tree` says. */
function leafOf(tree: Tree, { columns }: BinnedTable, row: number): number {
  let node = 0;
  for (let left = tree.left[0] ?? 0; left !== 0; left = tree.left[node] ?? 0) {
    node = left + (goesLeft(tree, node, columns[tree.feature[node] ?? 0]?.[row] ?? unknownBin) ? 0 : 1);
  }
  return tree.value[node] ?? 0;
}

// Many rows go sixteen abreast, few by themselves; 2,500 leave a block that is not full. Numbers and levels, both unknown at times, and levels of two different bins of 32 and more.
test.each([1, 100, 2048, 2500])('%i rows get the values of the leaves that they reach, to the last bit', (count) => {
  const levels = Array.from({ length: 3000 }, (_, row) => (row % 7 === 0 ? null : `level ${Math.floor(40 * random())} of ${row % 3}`));
  const x = Float64Array.from({ length: 3000 }, (_, row) => (row % 11 === 0 ? Number.NaN : randomNormal(random)));
  const positive = Uint8Array.from({ length: 3000 }, (_, row) => ((x[row] ?? 0) > 0.3 || levels[row]?.endsWith('of 1') === true ? 1 : 0));
  const table: FeatureTable = { rows: 3000, columns: [{ kind: 'number', name: 'x', values: x }, categoryColumn('c', levels)] };
  const model = fitBoosting(table, positive, { mostTrees: 20 });
  const some = takeRows(
    table,
    Uint32Array.from({ length: count }, (_, row) => row),
  );
  const binned = applyBins(some, model.bins);
  const expected = Array.from({ length: count }, (_, row) => model.trees.reduce((sum, tree) => sum + leafOf(tree, binned, row), model.start));
  expect(model.trees.some(({ categories }) => categories.some((own) => own !== null))).toBe(true);
  expect([...boostingScores(model, some)]).toEqual(expected);
});

// Squares on [−2, 2]: the residual spread after boosting is far below that of the numbers themselves.
test('boosting predicts numbers with the squared loss', () => {
  const x = Float64Array.from({ length: rows }, () => 4 * random() - 2);
  const table: FeatureTable = { rows, columns: [{ kind: 'number', name: 'x', values: x }] };
  const predicted = boostingScores(
    fitBoosting(
      table,
      x.map((value) => value * value),
      { loss: 'squared' },
    ),
    table,
  );
  expect(Math.max(...predicted.map((value, row) => Math.abs(value - (x[row] ?? 0) ** 2)))).toBeLessThan(0.3);
});

test('boosting stops early on pure noise', () => {
  const model = fitBoosting({ rows, columns: [{ kind: 'number', name: 'x', values: noise }] }, labels, { asideShare: 0.2, mostTrees: 500 });
  expect(model.trees.length).toBeLessThan(15);
});

test('a model is plain JSON and scores the same when read back', () => {
  const table: FeatureTable = { rows, columns: [{ kind: 'number', name: 'x', values: noise }] };
  const model = fitBoosting(table, labels, { mostTrees: 5 });
  expect(boostingScores(JSON.parse(JSON.stringify(model)), table)).toEqual(boostingScores(model, table));
});

// Eight lists by node: what is kept of one takes forty bytes, where each number had all its digits it took 65.
test('a forest is kept in few bytes', () => {
  const table: FeatureTable = { rows, columns: [{ kind: 'number', name: 'x', values: noise }] };
  const { trees } = fitForest(table, labels, { trees: 20 });
  const nodes = trees.reduce((sum, { left }) => sum + left.length, 0);
  expect(JSON.stringify(trees).length / nodes).toBeLessThan(42);
});

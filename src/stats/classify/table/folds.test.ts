import { expect, test } from 'vitest';
import { stratifiedFolds, stratifiedSplit } from './folds.ts';

const labels = Uint8Array.from({ length: 1000 }, (_, row) => (row < 90 ? 1 : 0));
const positives = (rows: Uint32Array): number => rows.filter((row) => labels[row] === 1).length;

// 90 and 910 by five: 18 and 182 each; 15% of them: 13.5 and 136.5.
test('folds and splits keep the share of each label, and every row once', () => {
  const folds = stratifiedFolds(labels, 5, 3);
  expect(folds.map(({ test }) => [test.length, positives(test)])).toEqual(Array.from({ length: 5 }, () => [200, 18]));
  expect(folds.flatMap(({ test }) => [...test]).sort((a, b) => a - b)).toEqual([...labels.keys()]);
  const { train, test } = stratifiedSplit(labels, 0.15, 3);
  expect(Math.abs(positives(test) - 13.5)).toBeLessThan(1);
  expect(Math.abs(test.length - 150)).toBeLessThan(2);
  expect(train.length + test.length).toBe(1000);
});

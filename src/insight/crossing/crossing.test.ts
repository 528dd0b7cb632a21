import { expect, test } from 'vitest';
import { readVocabulary } from '../../profiles/index.ts';
import { insightContext } from '../base/context.ts';
import { smallMoment, smallShop, smallWorkspace } from '../small-shop.ts';
import { crossTabulation } from './cross-tabulation.ts';

test('orders by days quiet, by hand: a row of unknown, expected counts from the margins', async () => {
  // 1 and 2 ordered once, 20 and 3 days ago; 3 ordered twice, 3 days ago at last; 4 never ordered.
  const warehouse = await smallShop(4, [
    { profile: 1, daysAgo: 20, total: 10 },
    { profile: 2, daysAgo: 3, total: 20 },
    { profile: 3, daysAgo: 30, total: 5 },
    { profile: 3, daysAgo: 3, total: 5 },
  ]);
  const vocabulary = await readVocabulary(warehouse, { workspace: smallWorkspace, segments: new Map() });
  const found = await crossTabulation(insightContext(warehouse, smallWorkspace, smallMoment), vocabulary, {
    rows: { attribute: 'Days since last order', cuts: [10] },
    columns: { attribute: 'orders_count' },
    measure: 'revenue',
  });
  expect(found.rows.map(({ label, people }) => [label, people])).toEqual([
    ['under 10', 2],
    ['10 and more', 1],
    ['unknown', 1],
  ]);
  expect(found.columns.map(({ label, people, value }) => [label, people, value])).toEqual([
    ['0', 1, 0],
    ['1', 2, 30],
    ['2', 1, 10],
  ]);
  expect(found.cells.map((row) => row.map(({ people }) => people))).toEqual([
    [0, 1, 1],
    [0, 1, 0],
    [1, 0, 0],
  ]);
  expect(found.cells[0]?.map(({ value }) => value)).toEqual([0, 20, 10]);
  // Two of four in the row, two of four in the column: one expected.
  expect(found.cells[0]?.[1]).toMatchObject({ expected: 1, residual: 0, expression: 'days_since_last_order < 10 and orders_count = 1' });
  // Known rows and columns: 1, 1 over 1, 0 (nobody with 0 orders is among them): χ² = 3 · (1·0 − 1·1)² / (2·1·2·1) = 0.75.
  expect(found.test?.chi_square).toBeCloseTo(0.75, 12);
  expect(found.test?.cramers_v).toBeCloseTo(Math.sqrt(0.25), 12);
});

import { afterEach, expect, test } from 'vitest';
import { day, type Instant, instant } from '../../core/index.ts';
import { type FeatureTable, logLoss, seededRandom, sigmoid } from '../../stats/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { fitClassifier, scoreClassifier } from './fit.ts';
import { at, openGiftShop, shopOf } from './fixtures/small-shop.ts';
import { readLabelled } from './labelled.ts';
import { type Season, shifted, shiftsAt, shiftsOf } from './season.ts';
import { churnTask } from './task.ts';

let warehouse: Warehouse | undefined;
afterEach(async () => {
  await warehouse?.close();
  warehouse = undefined;
});

/** 4,000 customers, of whom a model of the year says one half; in the weeks before those of each group were `away` log-odds from that. */
function yearBefore(away: readonly number[], customers = 4000): { readonly table: FeatureTable; readonly labels: Uint8Array } {
  const random = seededRandom(3);
  const orders = Float64Array.from({ length: customers }, (_, row) => [1, 3, 9, 30][row % 4] ?? 1);
  const labels = Uint8Array.from({ length: customers }, (_, row) => Number(random() < sigmoid(away[row % 4] ?? 0)));
  return { table: { rows: customers, columns: [{ kind: 'number', name: 'orders_count', values: orders }] }, labels };
}
const half = { kind: 'rate', rate: 0.5 } as const;

// The standard error of log-odds near a half of 1,000 customers is 2 / √1000 = 0.063; three of them are allowed.
test('finds what was different a year before, for each group of customers', () => {
  const planted = [1, -0.5, 0, 0];
  shiftsOf(half, yearBefore(planted)).forEach((shift, group) => expect(Math.abs(shift - (planted[group] ?? 0))).toBeLessThan(0.19));
});

test('takes little of what is chance, and nothing of a few', () => {
  for (const shift of shiftsOf(half, yearBefore([0, 0, 0, 0]))) expect(Math.abs(shift)).toBeLessThan(0.05);
  expect(shiftsOf(half, yearBefore([2, 2, 2, 2], 100))).toEqual([0, 0, 0, 0]);
});

test('moves customers by the shift of their own group', () => {
  const { table } = yearBefore([0, 0, 0, 0], 4);
  expect([...shifted(Float64Array.of(0.5, 0.5, 0.5, 0.2), table, [Math.log(3), 0, Math.log(1 / 3), Math.log(4)])].map((own) => Number(own.toFixed(6)))).toEqual(
    [0.75, 0.5, 0.25, 0.5],
  );
});

test('between two moments lies a straight line, and far from them nothing is known', () => {
  const days = (count: number): Instant => instant(count * day);
  const season: Season = [
    { at: days(100), shifts: [0, 1] },
    { at: days(128), shifts: [4, 1] },
  ];
  expect([72, 100, 107, 128, 156].map((one) => shiftsAt(season, days(one)))).toEqual([
    [0, 1],
    [0, 1],
    [1, 1],
    [4, 1],
    [4, 1],
  ]);
  expect(shiftsAt(season, days(71))).toEqual([]);
  expect(shiftsAt(season, days(157))).toEqual([]);
  expect(shiftsAt([], days(100))).toEqual([]);
});

// The truth comes from the fixture: orders of the 60 days after, which nothing has seen that foretells them.
test('who buys presents is expected before Christmas, by what the weeks before the last one brought', async () => {
  const now = at('2025-11-15T00:00:00Z');
  const task = churnTask(60);
  warehouse = await openGiftShop(700, instant(now + 60 * day));
  const shop = await shopOf(warehouse);
  const classifier = await fitClassifier(warehouse, shop, { task, now, seed: 1 });
  expect(classifier.choice.season?.kept).toBe(true);
  expect(classifier.choice.reason).toContain('a year before');
  expect(classifier.season?.slice(0, 3).map((own) => (own.at - now) / day)).toEqual([0, 28, 56]);
  // Presents: far fewer stay away than in the rest of the year.
  expect(Math.min(...(classifier.season?.[0]?.shifts.slice(0, 2) ?? []))).toBeLessThan(-0.5);
  const { profiles, probabilities, yearRound } = await scoreClassifier(warehouse, shop, JSON.parse(JSON.stringify(classifier)), now);
  const came = await readLabelled(warehouse, task, now, shop);
  expect([...came.profiles]).toEqual([...profiles]);
  expect(logLoss(probabilities, came.labels)).toBeLessThan(logLoss(yearRound, came.labels) - 0.02);
}, 180_000);

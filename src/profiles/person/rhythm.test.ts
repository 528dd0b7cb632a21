import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseInstant, instant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { readRhythm } from './rhythm.ts';

let warehouse: Warehouse;
const at = (text: string) => parseInstant(text) ?? instant(0);
beforeAll(async () => {
  warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
  const orders = [
    ['2026-01-10T12:00:00Z', 20, true, false],
    ['2026-01-20T12:00:00Z', 10, true, false],
    // Midnight in London is an hour before midnight UTC in summer: this one is of April.
    ['2026-03-31T23:30:00Z', 5, true, false],
    // The same evening once more: one purchase.
    ['2026-04-01T19:00:00Z', 0, true, false],
    // A return and an order that does not count.
    ['2026-04-02T12:00:00Z', -5, true, true],
    ['2026-04-03T12:00:00Z', 99, false, false],
    // After the moment.
    ['2026-06-01T12:00:00Z', 50, true, false],
  ] as const;
  for (const [ordered, total, counts, isReturn] of orders)
    await warehouse.run(
      sql`insert into orders (batch, source, identifier, profile, ordered_at, total, counts, is_return) values (1, 'test', 1, 1, ${timestamp(at(ordered))}, ${total}, ${counts}, ${isReturn})`,
    );
});
afterAll(() => warehouse.close());

test('months of the shop’s calendar without holes, and the days between orders', async () => {
  const rhythm = await readRhythm(warehouse, 1, { asOf: at('2026-05-15T00:00:00Z'), zone: 'Europe/London' });
  expect(rhythm.months).toEqual([
    { month: '2026-01', orders: 2, money: 30 },
    { month: '2026-02', orders: 0, money: 0 },
    { month: '2026-03', orders: 0, money: 0 },
    { month: '2026-04', orders: 2, money: 5 },
    { month: '2026-05', orders: 0, money: 0 },
  ]);
  // From 20 January, noon, to 31 March, 23:30: 70 days and 11.5 hours.
  expect(rhythm.gaps).toEqual([
    { at: '2026-01-20T12:00:00Z', days: 10 },
    { at: '2026-03-31T23:30:00Z', days: 70 + 11.5 / 24 },
  ]);
});

test('who never ordered has no months', async () => {
  expect(await readRhythm(warehouse, 2, { asOf: at('2026-05-15T00:00:00Z'), zone: 'Europe/London' })).toEqual({ months: [], gaps: [] });
});

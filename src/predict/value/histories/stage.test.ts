import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultWorkspace, instant, parseInstant } from '../../../core/index.ts';
import { sql, timestamp } from '../../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../../warehouse/index.ts';
import { readHistories, readOutcomes } from './read.ts';
import { cutOffAfter, stageHistories, stageOutcomes } from './stage.ts';

const workspace = { ...defaultWorkspace, zone: 'Europe/London' };
let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
});
afterEach(async () => warehouse.close());

async function order(profile: number, at: string, total: number, counts = true): Promise<void> {
  await warehouse.run(sql`insert into orders by name select 's' as source, ${`${profile}/${at}`} as order_id, ${profile}::INTEGER as profile,
    ${timestamp(parseInstant(at) ?? instant(0))} as ordered_at, ${total < 0} as is_return, ${counts} as counts, ${total}::DECIMAL(18,4) as total`);
}

const cutOff = cutOffAfter('2026-06-30', workspace);
const staged = () => warehouse.rows(sql`select * from h order by profile`);

test('days with an order, in the local calendar; same-day orders are one', async () => {
  // In London: 1 June twice (23:30 UTC of 31 May is half past midnight), 11 June, 29 June. A return and a cancelled order are none.
  await order(1, '2026-05-31T23:30:00Z', 10);
  await order(1, '2026-06-01T12:00:00Z', 20);
  await order(1, '2026-06-11T12:00:00Z', 40);
  await order(1, '2026-06-29T12:00:00Z', 60);
  await order(1, '2026-06-12T12:00:00Z', -5);
  await order(1, '2026-06-13T12:00:00Z', 500, false);
  await order(2, '2026-06-30T22:59:59Z', 7);
  await stageHistories(warehouse, 'h', cutOff, workspace);
  expect(await staged()).toEqual([
    // 29 days to the cut-off; day 28 after the first lies in the second period of 28 days.
    { profile: 1, repeats: 2, recency_days: 28, age_days: 29, active: 1, first_spent: 30, repeat_spend: 50 },
    { profile: 2, repeats: 0, recency_days: 0, age_days: 0, active: 0, first_spent: 7, repeat_spend: null },
  ]);
  const read = await readHistories(warehouse, 'h');
  expect([...read.recency]).toEqual([0, 4]);
  expect([...read.weight]).toEqual([1, 1]);
});

test('later facts can not leak into a cut-off', async () => {
  await order(1, '2026-01-05T12:00:00Z', 10);
  await order(1, '2026-06-30T22:59:59Z', 20);
  await order(2, '2026-03-01T12:00:00Z', 30);
  await stageHistories(warehouse, 'h', cutOff, workspace);
  const before = await staged();
  // One second later it is 1 July in London.
  await order(1, '2026-06-30T23:00:00Z', 1000);
  await order(2, '2026-07-15T12:00:00Z', 1000);
  await order(3, '2026-07-15T12:00:00Z', 1000);
  await stageHistories(warehouse, 'h', cutOff, workspace);
  expect(await staged()).toEqual(before);
});

test('outcomes are the days after the one cut-off up to the other', async () => {
  await order(1, '2026-06-30T12:00:00Z', 10);
  await order(2, '2026-06-30T12:00:00Z', 10);
  await order(1, '2026-06-30T23:00:00Z', 1);
  await order(1, '2026-07-01T09:00:00Z', 2);
  await order(1, '2026-07-31T22:59:59Z', 4);
  await order(1, '2026-07-31T23:00:00Z', 8);
  await stageHistories(warehouse, 'h', cutOff, workspace);
  await stageOutcomes(warehouse, 'o', cutOff, cutOffAfter('2026-07-31', workspace), workspace);
  expect(await warehouse.rows(sql`select * from o`)).toEqual([{ profile: 1, orders: 2, spent: 7 }]);
  const read = await readOutcomes(warehouse, 'h', 'o');
  expect([...read.orders]).toEqual([0, 2]);
  expect([...read.weight]).toEqual([1, 1]);
});

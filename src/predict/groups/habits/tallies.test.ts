import { expect, test } from 'vitest';
import { day, defaultWorkspace, type Instant, instant } from '../../../core/index.ts';
import { sql, timestamp } from '../../../sql/index.ts';
import { migrate, openDuckdb } from '../../../warehouse/index.ts';
import { now, vocabularyOf } from '../fixtures/planted-shop.ts';
import { planTallies, readTallies } from './tallies.ts';

const ago = (days: number): Instant => instant(now - days * day);

test('of e-mails those opened of those that arrived are counted, of visits the weeks in which somebody only looked around', async () => {
  const warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
  for (const [profile, days] of [
    [1, 210],
    [2, 25],
    [3, 15],
  ] as const)
    await warehouse.run(sql`insert into orders by name select 'shop' as source, ${`o${profile}`} as order_id, ${profile}::INTEGER as profile, ${timestamp(ago(days))} as ordered_at,
      false as is_return, true as counts, 10 as total`);
  const shop = { workspace: { ...defaultWorkspace, zone: 'UTC' }, vocabulary: vocabularyOf() };
  const facets = ['mails', 'visits'] as const;
  // A shop that knows of neither counts neither.
  expect((await planTallies(warehouse, shop, now, [], facets)).facets).toEqual([]);
  for (const [profile, name, days, session, campaign] of [
    // Tracking begins 28 weeks ago; half a year is looked at.
    [1, 'Page Viewed', 200, 'old', null],
    [1, 'Product Viewed', 20, null, null],
    // An order came of this one.
    [1, 'Product Viewed', 10, 'buys', null],
    [1, 'Order Completed', 10, 'buys', null],
    // Two visits of one week.
    [1, 'Product Viewed', 4, 'looks', null],
    [1, 'Product Viewed', 3, 'looks again', null],
    [1, 'Email Delivered', 9, null, 'A'],
    [1, 'Email Opened', 8, null, 'A'],
    [1, 'Email Opened', 7, null, 'A'],
    [1, 'Email Delivered', 6, null, 'B'],
    [1, 'Email Link Clicked', 6, null, 'B'],
    [1, 'Email Delivered', 5, null, 'C'],
    // Before the three whole weeks since the first order.
    [2, 'Product Viewed', 24, 'early', null],
    // Opened, and never told that it had arrived.
    [2, 'Email Opened', 2, null, 'C'],
    // After the cut-off.
    [3, 'Product Viewed', -1, 'later', null],
  ] as const)
    await warehouse.run(sql`insert into events by name select 'site' as source, ${profile}::INTEGER as profile, ${name} as name, ${timestamp(ago(days))} as occurred_at,
      ${session}::VARCHAR as session, ${campaign}::VARCHAR as campaign`);
  const plan = await planTallies(warehouse, shop, now, [], facets);
  expect(plan.facets).toEqual(facets);
  const told = await readTallies(warehouse, shop, { profiles: Int32Array.of(1, 2, 3), table: { rows: 3, columns: [] } }, now, plan);
  const [mails, visits] = told.tallies;
  expect([...(mails?.counts ?? [])]).toEqual([2, 1, 0, 0, 0, 0]);
  expect([...(visits?.counts ?? [])]).toEqual([2, 24, 0, 3, 0, 2]);
  await warehouse.close();
});

test('the rhythm is told by gaps and silence, and what is done beside ordering with it, unless a plan was made before that or nobody came twice', async () => {
  const warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
  const order = (profile: number, days: number): Promise<unknown> =>
    warehouse.run(sql`insert into orders by name select 'shop' as source, ${`o${profile}-${days}`} as order_id, ${profile}::INTEGER as profile, ${timestamp(ago(days))} as ordered_at,
      false as is_return, true as counts, 10 as total`);
  const shop = { workspace: { ...defaultWorkspace, zone: 'UTC' }, vocabulary: vocabularyOf() };
  await order(2, 40);
  expect((await planTallies(warehouse, shop, now, [], ['rhythm'])).renewal).toBe(false);
  // Twice on one day is once; the third customer never bought.
  for (const days of [35, 15, 14.9, 5]) await order(1, days);
  for (const [profile, name, days] of [
    [1, 'Email Delivered', 9],
    [1, 'Email Opened', 8],
    [2, 'Email Delivered', 9],
  ] as const)
    await warehouse.run(
      sql`insert into events by name select 'site' as source, ${profile}::INTEGER as profile, ${name} as name, ${timestamp(ago(days))} as occurred_at, null::VARCHAR as session, 'A' as campaign`,
    );
  const customers = { profiles: Int32Array.of(1, 2, 3), table: { rows: 3, columns: [] } };
  const plan = await planTallies(warehouse, shop, now, [], ['mails', 'rhythm', 'baskets']);
  expect(plan).toMatchObject({ facets: ['mails', 'rhythm', 'baskets'], renewal: true });
  expect((await planTallies(warehouse, shop, now, [], ['mails', 'baskets'])).renewal).toBe(false);
  const { tallies, comings } = await readTallies(warehouse, shop, customers, now, plan);
  expect(tallies.map(({ counts }) => [...counts])).toEqual([[4, 0, 1, 0, 0, 0]]);
  expect([...(comings?.gaps ?? [])]).toEqual([2, 0, 0]);
  expect([...(comings?.days ?? [])]).toEqual([30, 0, 0]);
  expect(comings?.logs[0]).toBeCloseTo(Math.log(20) + Math.log(10), 12);
  expect([...(comings?.silence ?? [])]).toEqual([5, 40, 0]);
  expect(comings?.beside.map(({ counts }) => [...counts])).toEqual([[1, 0, 0, 1, 0, 0]]);
  const { renewal: _, ...older } = plan;
  const before = await readTallies(warehouse, shop, customers, now, older);
  expect(before.comings).toBeUndefined();
  expect(before.tallies.map(({ levels }) => levels)).toEqual([2, plan.days.length + 2, 2]);
  await warehouse.close();
});

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

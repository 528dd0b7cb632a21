import { expect, test } from 'vitest';
import { parse } from '../../language/index.ts';
import { explain } from '../explain/explain.ts';
import { sql } from '../../sql/index.ts';
import { momentOf, openShop, order, vocabularyOf } from '../small-shop.ts';
import { preview } from './preview.ts';

const treeOf = (text: string) => {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value.tree;
};

test('members, the count beside each condition, and the instant at which the second newest of three orders leaves', async () => {
  const shop = await openShop([1, 2, 3, 4]);
  for (const day of ['01', '05', '09']) await order(shop, 1, `2026-03-${day}T06:00:00Z`, 10);
  await order(shop, 2, '2026-03-02T06:00:00Z', 10);
  const tree = treeOf('count(orders in last 10 days) >= 2 and orders >= 1');
  const found = await preview(shop, tree, momentOf('2026-03-10T00:00:00Z'));
  expect(found.clauses.map(({ members }) => members)).toEqual([1, 2]);
  expect([found.members, found.share, found.sample]).toEqual([1, 0.25, [1]]);
  // Of 1, 5 and 9 March two are needed: the order of the 5th leaves ten days later, the 15th at 06:00Z.
  expect([found.next_change, found.next_change_exact]).toEqual(['2026-03-15T06:00:00Z', true]);
});

test('an explanation says what was counted, what is missing, and when the customer leaves', async () => {
  const shop = await openShop([1, 2]);
  for (const day of ['01', '05']) await order(shop, 1, `2026-03-${day}T06:00:00Z`, 10);
  const tree = treeOf('count(orders in last 10 days) >= 2');
  const moment = momentOf('2026-03-10T00:00:00Z');
  const inside = await explain(shop, tree, moment, 1);
  expect([inside.member, inside.leaves_at, inside.to_enter]).toEqual([true, '2026-03-11T06:00:00Z', []]);
  expect(inside.conditions.map(({ holds, actual, facts }) => [holds, actual, facts.map((fact) => fact.at)])).toEqual([
    [true, 2, ['2026-03-05T06:00:00Z', '2026-03-01T06:00:00Z']],
  ]);
  const outside = await explain(shop, tree, moment, 2);
  expect([outside.member, outside.leaves_at, outside.to_enter.length]).toEqual([false, null, 1]);
  expect(outside.to_enter[0]).toContain('now 0');
});

test('a month is exact where its end has fewer days: an order of 31 March leaves on 1 May', async () => {
  const shop = await openShop([1]);
  await order(shop, 1, '2026-03-31T12:00:00Z', 10);
  // 30 April less a month is 30 March, so the order is still in at the end of April; 1 May less a month is 1 April, at 00:00 in London.
  const found = await preview(shop, treeOf('count(orders in last 1 month) >= 1'), momentOf('2026-04-20T00:00:00Z'));
  expect(found.next_change).toBe('2026-04-30T23:00:00Z');
});

test('what traits alone decide does not change by waiting', async () => {
  const shop = await openShop([1]);
  await order(shop, 1, '2026-03-05T06:00:00Z', 10);
  await shop.run(sql`create or replace table attributes as select 1 as profile, 'FR' as t0`);
  const moment = momentOf('2026-03-10T00:00:00Z', vocabularyOf([{ name: 'country', label: 'country', type: 'text', table: 'attributes', column: 't0' }]));
  const ends = async (text: string) => {
    const { leaves_at, enters_at } = await explain(shop, treeOf(text), moment, 1);
    return [leaves_at, enters_at];
  };
  const recent = 'count(orders in last 10 days) >= 1';
  expect(await ends(`country = "GB" and not ${recent}`)).toEqual([null, null]);
  expect(await ends(`country = "FR" and not ${recent}`)).toEqual([null, '2026-03-15T06:00:00Z']);
  expect(await ends(`country = "FR" or ${recent}`)).toEqual([null, null]);
  expect(await ends(`country = "GB" or ${recent}`)).toEqual(['2026-03-15T06:00:00Z', null]);
});

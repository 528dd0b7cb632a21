import { expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { evaluateSegments } from '../evaluate/evaluate.ts';
import { at, momentOf, openShop, order } from '../small-shop.ts';
import { membersOf, storedSegments } from './read.ts';
import { storeEvaluations } from './store.ts';

test('members, entries and exits, sizes, revenue and overlap follow two evaluations; a failure keeps the last good members', async () => {
  const shop = await openShop([1, 2, 3]);
  await order(shop, 1, '2026-03-01T00:00:00Z', 30);
  await order(shop, 2, '2026-03-05T00:00:00Z', 50);
  await order(shop, 2, '2026-03-05T00:00:00Z', -10);
  const segments = [
    { slug: 'recent', text: 'count(orders in last 5 days) >= 1' },
    { slug: 'buyers', text: 'orders >= 1' },
  ];
  const first = await evaluateSegments(shop, segments, momentOf('2026-03-05T12:00:00Z'));
  expect(await storeEvaluations(shop, first, { evaluatedAt: at('2026-03-05T12:00:00Z') })).toEqual([]);
  await order(shop, 3, '2026-03-07T00:00:00Z', 20);
  const second = await evaluateSegments(shop, segments, momentOf('2026-03-07T12:00:00Z'));
  const changes = await storeEvaluations(shop, second, { evaluatedAt: at('2026-03-07T12:00:00Z') });
  expect(changes.map(({ slug, entered, left }) => [slug, [...entered], [...left]])).toEqual([
    ['recent', [3], [1]],
    ['buyers', [3], []],
  ]);
  expect(await shop.rows(sql`select segment, profile, entered from membership_changes order by all`)).toEqual([
    { segment: 'buyers', profile: 3, entered: true },
    { segment: 'recent', profile: 1, entered: false },
    { segment: 'recent', profile: 3, entered: true },
  ]);
  // Customers spent 30, 50 − 10 and 20, 90 in all; the recent are 2 and 3.
  const [, recent] = await storedSegments(shop);
  expect([recent?.members, recent?.revenue, recent?.revenue_share]).toEqual([2, 60, 60 / 90]);
  await storeEvaluations(shop, [{ slug: 'recent', status: 'failed', asOf: at('2026-03-08T00:00:00Z'), reason: 'no such word' }], {
    evaluatedAt: at('2026-03-08T00:00:00Z'),
  });
  expect([...((await membersOf(shop, 'recent')) ?? [])]).toEqual([2, 3]);
  expect((await storedSegments(shop, 'recent')).map(({ status, reason }) => [status, reason])).toEqual([['failed', 'no such word']]);
});

test('whoever looks from an earlier day sees its members, but nobody has moved by it', async () => {
  const shop = await openShop([1, 2]);
  await order(shop, 1, '2026-03-01T00:00:00Z', 30);
  await order(shop, 2, '2026-03-09T00:00:00Z', 50);
  const recent = [{ slug: 'recent', text: 'count(orders in last 5 days) >= 1' }];
  const of = async (moment: string) =>
    storeEvaluations(shop, await evaluateSegments(shop, recent, momentOf(moment)), { evaluatedAt: at('2026-03-12T00:00:00Z') });
  await of('2026-03-10T00:00:00Z');
  expect(await of('2026-03-03T00:00:00Z')).toEqual([]);
  expect([...((await membersOf(shop, 'recent')) ?? [])]).toEqual([1]);
  expect(await shop.rows(sql`select * from membership_changes`)).toEqual([]);
  expect((await of('2026-03-11T00:00:00Z')).map(({ entered, left }) => [[...entered], [...left]])).toEqual([[[2], [1]]]);
});

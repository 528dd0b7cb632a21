import { expect, test } from 'vitest';
import { at, momentOf, openShop, order } from '../small-shop.ts';
import { history } from './history.ts';

test('past sizes are worked out from the facts that there were by then', async () => {
  const shop = await openShop([1, 2]);
  await order(shop, 1, '2026-01-05T00:00:00Z', 10);
  await order(shop, 2, '2026-01-20T00:00:00Z', 30);
  const moment = momentOf('2026-03-01T00:00:00Z');
  const points = await history(
    shop,
    { slug: 'recent', text: 'count(orders in last 30 days) >= 1' },
    { every: 'month', from: at('2026-01-01T00:00:00Z'), to: at('2026-03-01T00:00:00Z') },
    moment,
    async () => moment,
  );
  // On 1 February both orders are within 30 days (the first is 27 days old); on 1 March neither is.
  expect(points).toEqual([
    { at: '2026-02-01T00:00:00Z', members: 2, revenue: 40, reconstructed: true },
    { at: '2026-03-01T00:00:00Z', members: 0, revenue: 0, reconstructed: true },
  ]);
});

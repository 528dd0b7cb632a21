import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { segmentWorth } from '../segment-page.ts';
import { at, type LiveShop, openLiveShop, orderOf } from './fixtures.ts';

let shop: LiveShop;
beforeAll(async () => {
  shop = await openLiveShop();
  await shop.define([['Buyers', 'orders >= 1']]);
});
afterAll(() => shop.close());

test('what came since the last refresh is in the figures of a segment, as those who brought it are among its members', { timeout: 30_000 }, async () => {
  shop.clock.now = at('2026-06-01T14:00:00Z');
  await shop.send(['one', orderOf({ namespace: 'customer_id', value: 'ana' }, '1', '2026-06-01T13:59:00Z')]);
  const worth = async (): Promise<number | null> => (await shop.desk.read((app) => segmentWorth(app, 'buyers'))).revenue_12_months;
  await vi.waitFor(async () => expect(await worth()).toBe(10), { timeout: 10_000, interval: 100 });
});

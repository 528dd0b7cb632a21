import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LiveRecord } from '../../contract/index.ts';
import { sql } from '../../sql/index.ts';
import { type LiveShop, openLiveShop } from './fixtures.ts';

let shop: LiveShop;
beforeAll(async () => {
  shop = await openLiveShop();
});
afterAll(() => shop.close());

const saved = (value: number, currency?: string): LiveRecord => ({
  kind: 'event',
  identifiers: [{ namespace: 'customer_id', value: 'ann' }],
  name: 'Offer Saved',
  occurredAt: shop.clock.now,
  fields: { value },
  properties: currency === undefined ? {} : { currency },
});

test('what an event is worth in another currency is kept beside it, and not added to ours', async () => {
  const ours = shop.app.workspace.currency;
  await shop.send(['1', saved(5)], ['2', saved(7, ours.toLowerCase())], ['3', saved(500, 'JPY')]);
  expect(await shop.app.warehouse.rows(sql`select value, json_extract_string(properties, '$.foreign_value') as abroad from events`)).toEqual(
    expect.arrayContaining([
      { value: 5, abroad: null },
      { value: 7, abroad: null },
      { value: null, abroad: '500' },
    ]),
  );
});

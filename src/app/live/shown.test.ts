import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LiveRecord } from '../../contract/index.ts';
import { membersOf } from '../../segments/index.ts';
import { customer, customerAsked, keptForCustomers } from '../customer.ts';
import { refreshAll } from '../refresh.ts';
import { createSegmentFrom } from '../segment-changes.ts';
import { type LiveShop, openLiveShop } from './fixtures.ts';

let shop: LiveShop;
beforeAll(async () => {
  shop = await openLiveShop();
  await shop.send(['0', seen('nobody', 'Before')]);
  await shop.desk.write(async (app) => {
    await refreshAll(app, undefined);
    const more = { folder: undefined, slug: undefined, note: undefined, author: 'test', asOf: undefined };
    await createSegmentFrom(app, { name: 'Seen', text: 'count("Seen") >= 1', ...more });
  });
});
afterAll(() => shop.close());

const seen = (who: string, name = 'Seen'): LiveRecord => ({
  kind: 'event',
  identifiers: [{ namespace: 'anonymous_id', value: who }],
  name,
  occurredAt: shop.clock.now,
  fields: {},
  properties: {},
});
const count = (): Promise<number> => shop.desk.readKept('members of seen', async ({ warehouse }) => (await membersOf(warehouse, 'seen'))?.length ?? 0);

test('whoever looks on is told when a kept answer is another one, also after the last of several who came within a moment', { timeout: 30_000 }, async () => {
  expect(await count()).toBe(0);
  // Each time a screen is told, it asks again. Nothing more comes after these three, and the last answer has to be right.
  const answers: number[] = [];
  const all = new Promise<void>((resolve) => {
    const ask = async (): Promise<void> => {
      const found = await count();
      answers.push(found);
      if (found === 3) resolve();
    };
    shop.desk.onLiveShown(() => void ask());
  });
  for (const who of ['a', 'b', 'c']) await shop.send([who, seen(who)]);
  await all;
  expect(answers.at(-1)).toBe(3);
});

test('a customer is in a segment on their own page as soon as it is said that they have entered, whatever is kept of everybody', {
  timeout: 30_000,
}, async () => {
  await shop.send(['d0', seen('d', 'Other')]);
  // One answer is kept for all pages of customers, up to five seconds while live data comes in.
  const kept = await shop.desk.read(keptForCustomers);
  const segments = (): Promise<readonly string[]> =>
    shop.desk.read(async (app) => (await customer(app, await customerAsked(app, 'd', undefined), 0, kept)).segments.map(({ slug }) => slug));
  expect(await segments()).toEqual([]);
  await shop.send(['d1', seen('d')]);
  expect(await segments()).toEqual(['seen']);
});

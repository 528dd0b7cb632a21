import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject, LiveRecord, MembershipMoved } from '../../contract/index.ts';
import { sql } from '../../sql/index.ts';
import { backup, restore } from '../backup.ts';
import { openApp } from '../open.ts';
import { rebuild } from '../rebuild.ts';
import { at, interpretRecords, type LiveShop, openLiveShop, orderOf } from './fixtures.ts';

let shop: LiveShop;
const moved: MembershipMoved[] = [];
beforeAll(async () => {
  shop = await openLiveShop();
  shop.live.subscribe((some) => moved.push(...some));
});
afterAll(() => shop.close());

const viewed = (who: string, when: string): LiveRecord => ({
  kind: 'event',
  identifiers: [{ namespace: 'anonymous_id', value: who }],
  name: 'Product Viewed',
  occurredAt: at(when),
  fields: { product_id: 'mug', value: 9.5 },
  properties: { colour: 'blue', sizes: [1, 2] },
});
const order = (who: string, id: string, when: string, total: number | null, more: Partial<Extract<LiveRecord, { kind: 'order' }>> = {}): LiveRecord =>
  orderOf({ namespace: 'customer_id', value: who }, id, when, { currency: 'GBP', total, ...more });

test('events, orders, traits and a login move their customer through segments', async () => {
  await shop.send(['e0', viewed('a0', '2026-06-01T10:00:00Z')]);
  await shop.define([
    ['Viewers', 'count("Product Viewed" in last 1 day) >= 2'],
    ['Buyers', 'orders >= 1'],
    ['Big', 'total_spent > 100'],
    ['Blue', 'count("Product Viewed" where colour = "blue") >= 1 and orders >= 1'],
  ]);
  moved.length = 0;
  await shop.send(['e1', viewed('a1', '2026-06-01T11:00:00Z')], ['e2', viewed('a1', '2026-06-01T11:01:00Z')]);
  const own = () =>
    moved
      .map(({ segment, entered }) => `${entered ? '+' : '-'}${segment}`)
      .filter((each) => /viewers|buyers|big|blue/.test(each))
      .toSorted();
  expect(own()).toEqual(['+viewers']);
  moved.length = 0;
  await shop.send(
    [
      'o1',
      order('c1', 'A1', '2026-06-01T11:30:00Z', 120, {
        items: [{ product_id: 'mug', product: 'Mug', category: 'Cups', brand: null, variant: null, quantity: 2, price: 60, discount: null }],
      }),
    ],
    [
      'i1',
      {
        kind: 'customer',
        identifiers: [
          { namespace: 'customer_id', value: 'c1' },
          { namespace: 'anonymous_id', value: 'a1' },
        ],
        observedAt: at('2026-06-01T11:31:00Z'),
        traits: { city: 'Leeds', plan: 'gold' },
      },
    ],
  );
  expect(own()).toEqual(['+big', '+blue', '+buyers']);
  expect(
    await shop.app.warehouse.rows(sql`select total, item_count, profile = (select profile from identifiers where value = 'a1') as same from orders`),
  ).toEqual([{ total: 120, item_count: 2, same: true }]);
  moved.length = 0;
  await shop.send(['o2', order('c1', 'A1', '2026-06-01T11:40:00Z', null, { refund: { id: 'r1', amount: 50 } })]);
  expect(own()).toEqual(['-big']);
  expect(await shop.app.warehouse.rows(sql`select total, item_count, refunded from orders`)).toEqual([{ total: 70, item_count: 2, refunded: 50 }]);
  expect(await shop.app.warehouse.rows(sql`select name, value from traits order by name`)).toEqual([
    { name: 'city', value: 'Leeds' },
    { name: 'plan', value: 'gold' },
  ]);
});

test('the same message again is a duplicate, and what says nothing is put aside', async () => {
  expect(await shop.live.append([{ source: 'web', messageId: 'e1', receivedAt: shop.clock.now, body: {} }])).toEqual({ accepted: 0, duplicates: 1 });
  expect(await shop.live.append([{ source: 'web', messageId: 'bad', receivedAt: shop.clock.now, body: {} }])).toEqual({ accepted: 1, duplicates: 0 });
  await shop.live.settled();
  expect(await shop.live.inbox.all('select reason, field from quarantine')).toEqual([{ reason: 'no records', field: 'records' }]);
});

test('a backup holds what arrived, and the warehouse is made again from it', async () => {
  const before = await shop.app.warehouse.rows(sql`select name, occurred_at, properties from events order by all`);
  const file = join(shop.app.folder.root, 'copy.tar.gz');
  const { entries } = await shop.desk.write((app) => backup(app, file));
  expect(entries).toContain('inbox.sqlite');
  const restored = join(shop.app.folder.root, 'restored');
  await restore(file, restored);
  const app = await openApp(restored, shop.app.effects);
  const done = await rebuild(app, undefined, interpretRecords);
  expect(done.messages).toBe(7);
  const again = await openApp(restored, shop.app.effects);
  expect(await again.warehouse.rows(sql`select name, occurred_at, properties from events order by all`)).toEqual(before);
  expect(await again.warehouse.rows(sql`select total, refunded from orders`)).toEqual([{ total: 70, refunded: 50 }]);
  await again.close();
});

test('what is odd is kept and does no harm: names of objects, deep JSON, far clocks, long texts, half characters', async () => {
  const { warehouse } = shop.app;
  const odd = JSON.parse('{"__proto__":{"polluted":true},"constructor":1,"half":"\\ud83d","zero":"a\\u0000b"}') as JsonObject;
  const deep = JSON.parse(`${'{"a":'.repeat(200)}1${'}'.repeat(200)}`) as JsonObject;
  const strange = (when: string, properties: JsonObject): LiveRecord => ({ ...viewed('odd', when), name: 'Odd', properties }) as LiveRecord;
  await shop.send(
    ['x1', strange('1970-01-01T00:00:00Z', odd)],
    ['x2', strange('2999-01-01T00:00:00Z', deep)],
    ['x3', strange('2026-06-01T11:00:00Z', { text: 'é'.repeat(20_000) })],
    [
      'x4',
      {
        kind: 'customer',
        identifiers: [{ namespace: 'anonymous_id', value: 'odd' }],
        observedAt: shop.clock.now,
        traits: JSON.parse('{"__proto__":"p","name":"Ann \\ud83d","list":["a","b"],"deep":{"x":[1]}}') as JsonObject,
      },
    ],
  );
  expect(await warehouse.rows(sql`select occurred_at, length(properties) > 10 as kept from events where name = 'Odd' order by occurred_at`)).toEqual([
    { occurred_at: at('1970-01-01T00:00:00Z'), kept: true },
    { occurred_at: at('2026-06-01T11:00:00Z'), kept: true },
    { occurred_at: at('2999-01-01T00:00:00Z'), kept: true },
  ]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(await shop.live.inbox.all("select m.message_id from quarantine q join messages m on m.seq = q.seq where m.message_id like 'x%'")).toEqual([]);
});

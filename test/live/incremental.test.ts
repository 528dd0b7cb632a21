import { afterAll, beforeAll, expect, test } from 'vitest';
import { definitionContext } from '../../src/app/definition-context.ts';
import { type LiveShop, openLiveShop } from '../../src/app/live/fixtures.ts';
import { refreshAll, refreshAt } from '../../src/app/refresh.ts';
import type { LiveRecord } from '../../src/contract/live.ts';
import { instant } from '../../src/core/index.ts';
import { createSegment, membersOf } from '../../src/segments/index.ts';
import { randomRecord } from './random-records.ts';
import { mulberry } from './shuffled.ts';

const segments: readonly (readonly [string, string])[] = [
  ['Seen thrice', 'count("Seen" in last 2 hours) >= 3'],
  ['Worth', 'sum(orders.total in last 3 days) > 50 and not city = "Leeds"'],
  ['Cups', 'count("Added" where category = "Cups" in last 1 day) >= 1 or distinct(items.category) >= 2'],
  ['Quiet', 'days since last "Seen" > 0.05 and count("Seen") >= 1'],
  ['Path', '"Seen" then "Added" within 30 minutes then not "Bought" within 1 hour in last 1 day'],
  ['Best', 'value_tier = "high" and rfm.f >= 3'],
  ['Inner', 'in segment "Best" or lifecycle = "new"'],
  ['Spenders', 'total_spent > 40 and orders_count <= 3'],
  ['Free', 'plan = "free" and city is known'],
];

let shop: LiveShop;
beforeAll(async () => {
  shop = await openLiveShop({ now: '2026-06-01T00:00:00Z' });
  await shop.send([
    'first',
    { kind: 'customer', identifiers: [{ namespace: 'customer_id', value: 'c0' }], observedAt: shop.clock.now, traits: { plan: 'free', city: 'Leeds' } },
  ]);
  await shop.desk.write(async (app) => {
    await refreshAll(app, undefined);
    const context = await definitionContext(app, 'test');
    for (const [name, text] of segments) await createSegment(context, { name, text });
    await refreshAll(app, undefined);
  });
}, 120_000);
afterAll(() => shop.close());

test('who is in which segment after a random stream is who would be by an evaluation of everybody', { timeout: 300_000 }, async () => {
  let number = 0;
  for (const seed of [1, 2]) {
    const random = mulberry(seed);
    for (let batch = 0; batch < 5; batch += 1) {
      shop.clock.now = instant(shop.clock.now + Math.floor(random() * 90) * 60_000_000);
      const messages = Array.from(
        { length: 1 + Math.floor(random() * 15) },
        () => [`m${(number += 1)}`, randomRecord(random, number, shop.clock.now)] as const,
      );
      await shop.send(...messages);
    }
    const moved = await membersThen();
    await shop.desk.write((app) => refreshAt(app, { at: shop.clock.now, explicit: false }));
    expect(moved, `seed ${seed}`).toEqual(await membersThen());
    expect(moved.filter(([, profiles]) => profiles.length > 0).length).toBeGreaterThan(4);
  }
});

test('events alone, of those who are known, again and again in batches of many', { timeout: 120_000 }, async () => {
  const random = mulberry(4);
  let number = 0;
  for (let batch = 0; batch < 6; batch += 1) {
    // At times nothing passes between two batches, so that both were received at the same moment.
    if (batch % 2 === 0) shop.clock.now = instant(shop.clock.now + 20 * 60_000_000);
    const messages = Array.from({ length: 25 }, (): readonly [string, LiveRecord] => {
      number += 1;
      return [
        `e${number}`,
        {
          kind: 'event',
          identifiers: [{ namespace: 'customer_id', value: `w${Math.floor(random() * 40)}` }],
          name: ['Seen', 'Added', 'Bought'][number % 3] ?? 'Seen',
          occurredAt: instant(shop.clock.now - Math.floor(random() * 100) * 60_000_000),
          fields: { category: 'Cups' },
          properties: {},
        },
      ];
    });
    // One of them comes twice.
    await shop.send(...messages, ...messages.slice(0, 1));
  }
  const moved = await membersThen();
  await shop.desk.write((app) => refreshAt(app, { at: shop.clock.now, explicit: false }));
  expect(moved).toEqual(await membersThen());
  expect(moved.filter(([, profiles]) => profiles.length > 5).length).toBeGreaterThan(1);
});

test('more customers at once than the small world holds are put where an evaluation of everybody puts them', { timeout: 120_000 }, async () => {
  const random = mulberry(3);
  const messages = Array.from({ length: 300 }, (_, number): readonly [string, LiveRecord] => {
    const record = randomRecord(random, number, shop.clock.now);
    return [`w${number}`, { ...record, identifiers: [{ namespace: 'customer_id', value: `w${number}` }] }];
  });
  await shop.send(...messages);
  const moved = await membersThen();
  await shop.desk.write((app) => refreshAt(app, { at: shop.clock.now, explicit: false }));
  expect(moved).toEqual(await membersThen());
  expect(moved.filter(([, profiles]) => profiles.length > 20).length).toBeGreaterThan(1);
});

/** Who is in which segment. */
async function membersThen(): Promise<readonly (readonly [string, readonly number[]])[]> {
  // A write puts down what the road holds in memory.
  await shop.desk.write(async () => undefined);
  const slugs = segments.map(([name]) => name.toLowerCase().replaceAll(' ', '-'));
  return Promise.all(slugs.map(async (slug) => [slug, [...((await membersOf(shop.app.warehouse, slug)) ?? [])]] as const));
}

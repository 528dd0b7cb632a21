import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { definitionContext } from '../../src/app/definition-context.ts';
import { type LiveShop, openLiveShop } from '../../src/app/live/fixtures.ts';
import { refreshAll, refreshAt } from '../../src/app/refresh.ts';
import type { LiveRecord } from '../../src/contract/index.ts';
import { instant } from '../../src/core/index.ts';
import { createSegment } from '../../src/segments/index.ts';
import { sql } from '../../src/sql/index.ts';
import { randomRecord } from './random-records.ts';
import { mulberry } from './shuffled.ts';

// Where no condition asks about features they come after what moved is told: in the end they are what they would be, whatever happened in between.

let folder = '';
let shop: LiveShop;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-late-'));
  shop = await openLiveShop({ folder, now: '2026-06-01T00:00:00Z' });
  await shop.send([
    'first',
    { kind: 'customer', identifiers: [{ namespace: 'customer_id', value: 'c0' }], observedAt: shop.clock.now, traits: { plan: 'free', city: 'Leeds' } },
  ]);
  await shop.desk.write(async (app) => {
    await refreshAll(app, undefined);
    await createSegment(await definitionContext(app, 'test'), { name: 'Seen thrice', text: 'count("Seen" in last 2 hours) >= 3' });
    await refreshAll(app, undefined);
  });
}, 120_000);
afterAll(async () => {
  await shop.close();
  await rm(folder, { recursive: true, force: true });
});

/** But for those that grow with the clock alone, and those that compare a customer with all others: a refresh makes these, nightly. */
const features = (): Promise<readonly unknown[]> =>
  shop.app.warehouse.rows(
    sql`select profile, columns(c -> not (c like 'days_since%' or c like 'rfm%' or c in ('profile', 'as_of', 'value_tier'))) from features order by profile`,
  );
const waiting = (): Promise<readonly unknown[]> => shop.app.warehouse.rows(sql`select distinct profile from late_features order by profile`);

test('after a random stream they are those of an evaluation of everybody', { timeout: 300_000 }, async () => {
  const random = mulberry(11);
  let number = 0;
  for (let batch = 0; batch < 6; batch += 1) {
    shop.clock.now = instant(shop.clock.now + Math.floor(random() * 90) * 60_000_000);
    await shop.send(...Array.from({ length: 12 }, () => [`m${(number += 1)}`, randomRecord(random, number, shop.clock.now)] as const));
  }
  // A write finds them as they are.
  await shop.desk.write(async () => undefined);
  expect(await waiting()).toEqual([]);
  const brought = await features();
  await shop.desk.write((app) => refreshAt(app, { at: shop.clock.now, explicit: false }));
  expect(brought).toEqual(await features());
  expect(brought.length).toBeGreaterThan(8);
});

test('a crash before they came leaves nobody behind', { timeout: 120_000 }, async () => {
  const right = await features();
  // As a crash leaves it: whose they are is written down with what happened, the features themselves are those of before.
  await shop.app.warehouse.run(sql`insert into late_features select profile from features where profile % 2 = 1`);
  await shop.app.warehouse.run(sql`update features set total_spent = 12345 where profile % 2 = 1`);
  expect(await features()).not.toEqual(right);
  await shop.close();
  const { now } = shop.clock;
  shop = await openLiveShop({ folder });
  shop.clock.now = now;
  await shop.live.settled();
  await shop.desk.write(async () => undefined);
  expect(await waiting()).toEqual([]);
  expect(await features()).toEqual(right);
});

test('more customers than are brought up at once are all brought up', { timeout: 120_000 }, async () => {
  const people = Array.from({ length: 700 }, (_, index) => `crowd-${index}`);
  const seen = (name: string, index: number): LiveRecord => ({
    kind: 'event',
    identifiers: [{ namespace: 'customer_id', value: name }],
    name: 'Seen',
    occurredAt: instant(shop.clock.now - index * 1_000_000),
    fields: {},
    properties: {},
  });
  // Each looks in as often as their number says, up to four times.
  await shop.send(
    ...people.flatMap((name, index) => Array.from({ length: (index % 4) + 1 }, (_, time) => [`${name}-${time}`, seen(name, index + time)] as const)),
  );
  await shop.desk.write(async () => undefined);
  expect(await waiting()).toEqual([]);
  const counted = await shop.app.warehouse.rows(
    sql`select f.events_count as events, count(*)::INTEGER as people from features f join identifiers i on i.profile = f.profile where i.value like 'crowd-%' group by 1 order by 1`,
  );
  expect(counted).toEqual([1, 2, 3, 4].map((events) => ({ events, people: 175 })));
});

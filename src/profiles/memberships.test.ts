import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant, parseInstant } from '../core/index.ts';
import { join, sql, timestamp } from '../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../warehouse/index.ts';
import { onSite } from './kinds-of-events.ts';
import { endedBy, endedThing, livesByMemberships, membershipPairs, membershipsIn } from './memberships.ts';

let warehouse: Warehouse;
const now = parseInstant('2026-11-30T09:00:00Z') ?? instant(0);

beforeAll(async () => {
  warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
  const happened = (profile: number, name: string, on: string) =>
    warehouse.run(sql`insert into events by name select ${profile} as profile, ${name} as name, ${on}::TIMESTAMP as occurred_at`);
  for (let profile = 1; profile <= 10; profile += 1) {
    await warehouse.run(
      sql`insert into orders by name select 1 as batch, 'desk' as source, ${`o${profile}`} as order_id, ${profile} as profile, '2026-11-01'::TIMESTAMP as ordered_at, 30 as total, true as counts, false as is_return`,
    );
    if (profile <= 9) await happened(profile, 'Membership Started', '2025-01-01');
  }
  await happened(1, 'Membership Cancelled', '2026-10-31');
  // Came back, and left again.
  await happened(2, 'Membership Cancelled', '2025-06-30');
  await happened(2, 'Membership Started', '2026-02-01');
  await happened(3, 'Membership Cancelled', '2025-06-30');
  await happened(3, 'Membership Started', '2025-09-01');
  await happened(3, 'Membership Cancelled', '2026-09-01');
});
afterAll(async () => warehouse.close());

test('pairs of events are read off their names, in several languages and spellings, over the same thing', () => {
  expect(membershipsIn(['checkins', 'Membership Started', 'Membership Upgraded', 'Membership Cancelled'])).toEqual([
    { begins: 'Membership Started', ends: 'Membership Cancelled' },
  ]);
  expect(membershipsIn(['subscription_canceled', 'subscriptionCreated'])).toEqual([{ begins: 'subscriptionCreated', ends: 'subscription_canceled' }]);
  expect(membershipsIn(['Abo gestartet', 'Abo gekündigt'])).toEqual([{ begins: 'Abo gestartet', ends: 'Abo gekündigt' }]);
  expect(membershipsIn(['Suscripción iniciada', 'Suscripción cancelada'])).toHaveLength(1);
  expect(membershipsIn(['Adhésion commencée', 'Adhésion résiliée'])).toHaveLength(1);
  // Of different things, of an order, of e-mail.
  expect(membershipsIn(['Trial Started', 'Membership Cancelled'])).toEqual([]);
  expect(membershipsIn(['Checkout Started', 'Order Cancelled', 'Email Opened', 'Unsubscribed'])).toEqual([]);
});

test('a shop’s own pairs are found among its events, and what it is that ends', async () => {
  expect(await membershipPairs(warehouse, now)).toEqual([{ begins: 'Membership Started', ends: 'Membership Cancelled' }]);
  expect(['Membership Cancelled', 'Abo gekündigt', 'subscription_ended'].map(endedThing)).toEqual(['membership', 'abo', 'subscription']);
});

test('where nine of ten who buy are members, those who have ended it and begun none since are known', async () => {
  const membership = await livesByMemberships(warehouse, now);
  expect(membership).toEqual({ begins: 'Membership Started', ends: 'Membership Cancelled' });
  if (membership === undefined) return;
  expect(await warehouse.rows(sql`${endedBy(membership, now)} order by 1`)).toEqual([{ profile: 1 }, { profile: 3 }]);
  const summer = parseInstant('2025-08-01T00:00:00Z') ?? now;
  expect(await warehouse.rows(sql`${endedBy(membership, summer)} order by 1`)).toEqual([{ profile: 2 }, { profile: 3 }]);
});

test('a shop where few have one does not live by it', async () => {
  await warehouse.run(
    sql`insert into orders by name select 1 as batch, 'desk' as source, 'g' || range as order_id, range as profile, ${timestamp(now)} as ordered_at, 9 as total, true as counts, false as is_return from range(100, 140)`,
  );
  expect(await livesByMemberships(warehouse, now)).toBeUndefined();
});

test('what is about a contract is no visit; a page about it is', async () => {
  const names = [
    'Membership Cancelled',
    'subscription_renewed',
    'Subscription Page Viewed',
    'Email Opened',
    'Product Viewed',
    'checkins',
    'Members Evening Booked',
  ];
  const found = await warehouse.rows<{ name: string }>(
    sql`select name from (select unnest([${join(names.map((name) => sql`${name}`))}]) as name) where ${onSite}`,
  );
  expect(found.map(({ name }) => name)).toEqual(['Subscription Page Viewed', 'Product Viewed', 'checkins', 'Members Evening Booked']);
});

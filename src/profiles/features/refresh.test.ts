import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultWorkspace, type Instant, instant, parseInstant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { refreshFeatures } from './refresh.ts';
import type { FeatureSettings } from './settings.ts';
import { suggestLifecycle } from './suggest-lifecycle.ts';

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
});
afterEach(async () => warehouse.close());

const at = (text: string): Instant => parseInstant(text) ?? instant(0);
const workspace = { ...defaultWorkspace, zone: 'Europe/London' };
const asOf = at('2026-06-01T12:00:00Z');

async function profiles(...numbers: readonly number[]): Promise<void> {
  for (const number of numbers) await warehouse.run(sql`insert into profiles values (${number}, 1, ${timestamp(asOf)})`);
}

type Order = { profile: number; at: string; total: number; counts?: boolean; refunded?: number; coupon?: string; channel?: string; items?: number };
let orderNumber = 0;
async function order({ profile, at: when, total, counts = true, refunded = 0, coupon, channel, items }: Order): Promise<void> {
  orderNumber += 1;
  await warehouse.run(sql`insert into orders (batch, source, order_id, profile, ordered_at, is_return, counts, total, refunded, coupon, channel, item_count)
    values (1, 's', ${`o${orderNumber}`}, ${profile}, ${timestamp(at(when))}, ${total < 0}, ${counts}, ${total}, ${refunded}, ${coupon ?? null}, ${channel ?? null}, ${items ?? null})`);
}

const event = (profile: number, name: string, when: string, session: string | null = null) =>
  warehouse.run(sql`insert into events (profile, name, occurred_at, session) values (${profile}, ${name}, ${timestamp(at(when))}, ${session})`);

async function features(profile: number, settings?: FeatureSettings, moment = asOf): Promise<Readonly<Record<string, unknown>>> {
  await refreshFeatures(warehouse, { asOf: moment, workspace, table: 'features', temporary: false, ...(settings === undefined ? {} : { settings }) });
  return (await warehouse.row(sql`select * from features where profile = ${profile}`)) ?? {};
}

describe('features of one customer, by hand', () => {
  test('orders, returns, refunds and gaps', async () => {
    await profiles(1, 2);
    // Gaps of 10 and 30 days; one cancelled order and one in the future that do not count.
    await order({ profile: 1, at: '2026-01-01T12:00:00Z', total: 100, refunded: 20, coupon: 'NEW', channel: 'web' });
    await order({ profile: 1, at: '2026-01-11T12:00:00Z', total: 40, channel: 'shop', items: 3 });
    await order({ profile: 1, at: '2026-02-10T12:00:00Z', total: 60, channel: 'shop', items: 2 });
    await order({ profile: 1, at: '2026-02-15T12:00:00Z', total: -30 });
    await order({ profile: 1, at: '2026-03-01T12:00:00Z', total: 500, counts: false });
    await order({ profile: 1, at: '2026-06-01T12:00:01Z', total: 500 });
    expect(await features(1)).toMatchObject({
      first_order_at: at('2026-01-01T12:00:00Z'),
      last_order_at: at('2026-02-10T12:00:00Z'),
      orders_count: 3,
      total_spent: 170, // 100 + 40 + 60 − 30
      average_order_value: 220 / 3, // as ordered: 120 before 20 were refunded, 40, 60
      days_since_last_order: 111, // 18 in February, 31, 30, 31, 1
      days_since_first_order: 151,
      mean_days_between_orders: 20,
      median_days_between_orders: 20,
      returns_count: 1, // a part of the money back is no return
      return_share: 50 / 220, // 30 returned + 20 refunded of 200 + 20 ordered
      discount_share: 1 / 3,
      items_count: 5,
      favourite_channel: 'shop',
      favourite_weekday: 'Tuesday', // Thursday, Sunday and Tuesday once each; the latest is Tuesday 10 February
      expected_next_order_at: at('2026-03-02T12:00:00Z'), // 20 days after the last
    });
  });

  test('a customer without orders has zeros where something is counted and nothing where nothing is known', async () => {
    await profiles(1);
    expect(await features(1)).toMatchObject({
      orders_count: 0,
      total_spent: 0,
      spent_last_12_months: 0,
      items_count: 0,
      events_count: 0,
      average_order_value: null,
      days_since_last_order: null,
      return_share: null,
      rfm_r: null,
      rfm_score: null,
      rfm_segment: null,
      value_tier: null,
      lifecycle: null,
      engagement_level: null,
    });
  });

  test('the last twelve months are calendar months, their start left out', async () => {
    await profiles(1);
    await order({ profile: 1, at: '2025-06-01T12:00:00Z', total: 1 });
    await order({ profile: 1, at: '2025-06-01T12:00:01Z', total: 10 });
    expect(await features(1)).toMatchObject({ spent_last_12_months: 10, orders_last_12_months: 1, total_spent: 11 });
  });

  test("hours and weekdays are the workspace's: 23:30 UTC on Sunday in summer is Monday in London", async () => {
    await profiles(1);
    await order({ profile: 1, at: '2026-05-31T23:30:00Z', total: 1 });
    expect(await features(1)).toMatchObject({ favourite_weekday: 'Monday', favourite_hour: 0 });
  });

  test('a date without a clock time has a weekday and no hour', async () => {
    await profiles(1, 2);
    // Midnight in London in summer; customer 2 also ordered at noon, once, and that is the only hour known.
    for (const profile of [1, 2]) for (const date of ['2026-05-10', '2026-05-17']) await order({ profile, at: `${date}T23:00:00Z`, total: 1 });
    await order({ profile: 2, at: '2026-05-20T11:00:00Z', total: 1 });
    expect(await features(1)).toMatchObject({ favourite_weekday: 'Monday', favourite_hour: null });
    expect(await features(2)).toMatchObject({ favourite_weekday: 'Monday', favourite_hour: 12 });
  });

  test('orders of one day are one purchase: no gap of nothing, at the time of the first', async () => {
    await profiles(1, 2);
    // Three on 1 May, 23:30 UTC of 10 May is 11 May in London, then 20 May: gaps of 9 days and 11.5 hours, and of 9 days and 12.5 hours.
    for (const at of [
      '2026-05-01T12:00:00Z',
      '2026-05-01T12:00:00Z',
      '2026-05-01T18:00:00Z',
      '2026-05-10T23:30:00Z',
      '2026-05-11T09:00:00Z',
      '2026-05-20T12:00:00Z',
    ])
      await order({ profile: 1, at, total: 1 });
    const own = await features(1);
    expect(own['mean_days_between_orders']).toBeCloseTo((9 + 11.5 / 24 + 9 + 12.5 / 24) / 2, 12);
    expect(own).toMatchObject({ orders_count: 6, median_days_between_orders: 9.5 });
    for (const hour of [8, 12, 20]) await order({ profile: 2, at: `2026-05-01T${String(hour).padStart(2, '0')}:00:00Z`, total: 1 });
    expect(await features(2)).toMatchObject({ orders_count: 3, median_days_between_orders: null, expected_next_order_at: null });
  });

  test('favourites: most lines, then the latest, then the first in order', async () => {
    await profiles(1);
    const line = (category: string, name: string, when: string) =>
      warehouse.run(sql`insert into items (profile, ordered_at, is_return, counts, product_id, name, category, quantity)
        values (1, ${timestamp(at(when))}, false, true, ${name}, ${name}, ${category}, 2)`);
    await line('tea', 'assam', '2026-01-01T00:00:00Z');
    await line('tea', 'darjeeling', '2026-01-01T00:00:00Z');
    await line('coffee', 'bourbon', '2026-02-01T00:00:00Z');
    await line('coffee', 'arabica', '2026-02-01T00:00:00Z');
    await line('cups', 'cup', '2026-03-01T00:00:00Z');
    expect(await features(1)).toMatchObject({
      favourite_category: 'coffee',
      favourite_product: 'cup',
      items_count: 10,
      distinct_products: 5,
      distinct_categories: 3,
    });
  });

  test('engagement: clicks and visits high, opens medium, delivered low, nothing none', async () => {
    await profiles(1, 2, 3, 4, 5);
    await event(1, 'Email Link Clicked', '2026-05-01T00:00:00Z');
    for (const session of ['a', 'b', 'c', 'd', 'd']) await event(2, 'Page Viewed', '2026-05-20T00:00:00Z', session);
    await event(3, 'Email Opened', '2026-03-04T00:00:00Z');
    await event(4, 'Email Delivered', '2026-05-01T00:00:00Z');
    await event(5, 'Email Opened', '2026-03-03T12:00:00Z'); // exactly 90 days ago: out
    const levels: unknown[] = [];
    for (const profile of [1, 2, 3, 4, 5]) levels.push((await features(profile))['engagement_level']);
    expect(levels).toEqual(['high', 'high', 'medium', 'low', 'none']);
    expect(await features(2)).toMatchObject({ visits_30d: 4, events_count: 5 });
  });

  test('a visit is neither an e-mail, nor an order, nor what is written about a membership', async () => {
    await profiles(1, 2);
    await event(1, 'Membership Started', '2025-01-01T00:00:00Z');
    await event(1, 'checkins', '2026-03-03T12:00:00Z'); // exactly 90 days ago: no visit of 90 days
    for (const when of ['2026-03-10T07:00:00Z', '2026-04-20T07:00:00Z', '2026-04-27T07:00:00Z', '2026-04-27T07:05:00Z']) await event(1, 'checkins', when);
    await event(1, 'Email Opened', '2026-05-20T00:00:00Z');
    await event(1, 'Membership Cancelled', '2026-05-25T00:00:00Z');
    await event(1, 'checkins', '2026-06-01T12:00:01Z'); // later than the moment that is looked from
    await order({ profile: 1, at: '2026-05-31T03:15:00Z', total: 29 }); // a direct debit
    await event(2, 'Email Opened', '2026-05-20T00:00:00Z');
    expect(await features(1)).toMatchObject({
      visits_30d: 0,
      visits_90d: 3, // 10 March, 20 and 27 April
      last_visit_at: at('2026-04-27T07:05:00Z'),
      last_event_at: at('2026-05-25T00:00:00Z'),
      last_seen_at: at('2026-05-31T03:15:00Z'),
    });
    expect(await features(2)).toMatchObject({ visits_30d: 0, visits_90d: 0, last_visit_at: null });
    // As of 20 April noon: the visits of 3 and 10 March are in, and that of the morning.
    expect(await features(1, undefined, at('2026-04-20T12:00:00Z'))).toMatchObject({
      visits_30d: 1,
      visits_90d: 3,
      last_visit_at: at('2026-04-20T07:00:00Z'),
    });
  });

  test('events of one session are one visit, however far apart, and it is of the last 30 days by its latest event', async () => {
    await profiles(1);
    await event(1, 'Page Viewed', '2026-05-02T11:59:00Z', 'a'); // 30 days and a minute ago
    await event(1, 'Page Viewed', '2026-05-02T12:01:00Z', 'a'); // a minute less than 30 days ago
    await event(1, 'Page Viewed', '2026-05-02T11:58:00Z', 'b');
    expect(await features(1)).toMatchObject({ visits_30d: 1, visits_90d: 2 });
  });
});

describe('RFM and value tier', () => {
  // Ten customers; customer k ordered k times (one a minute), last 11 − k days ago, 100 k spent in all.
  // w for customer k is k − 1 of n = 10, so every score is min(5, 1 + floor((k − 1) / 2)): 1 1 2 2 3 3 4 4 5 5.
  const tenCustomers = async () => {
    await profiles(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    for (let k = 1; k <= 10; k += 1) {
      for (let n = 0; n < k; n += 1) {
        await order({ profile: k, at: `2026-05-${String(31 - (10 - k)).padStart(2, '0')}T11:${String(59 - n)}:00Z`, total: 100 });
      }
    }
  };

  test('scores follow the rule min(5, 1 + floor(5·w/n)) among those who ordered', async () => {
    await tenCustomers();
    await features(1);
    const rows = await warehouse.rows(sql`select profile, rfm_score, rfm_segment, value_tier from features order by profile`);
    expect(rows).toEqual([
      { profile: 1, rfm_score: '111', rfm_segment: 'Hibernating', value_tier: 'low' },
      { profile: 2, rfm_score: '111', rfm_segment: 'Hibernating', value_tier: 'low' },
      { profile: 3, rfm_score: '222', rfm_segment: 'Hibernating', value_tier: 'low' },
      { profile: 4, rfm_score: '222', rfm_segment: 'Hibernating', value_tier: 'low' },
      { profile: 5, rfm_score: '333', rfm_segment: 'Need Attention', value_tier: 'low' },
      { profile: 6, rfm_score: '333', rfm_segment: 'Need Attention', value_tier: 'medium' },
      { profile: 7, rfm_score: '444', rfm_segment: 'Loyal', value_tier: 'medium' },
      { profile: 8, rfm_score: '444', rfm_segment: 'Loyal', value_tier: 'medium' },
      { profile: 9, rfm_score: '555', rfm_segment: 'Champions', value_tier: 'high' },
      { profile: 10, rfm_score: '555', rfm_segment: 'Champions', value_tier: 'high' },
      { profile: 11, rfm_score: null, rfm_segment: null, value_tier: null },
    ]);
  });

  test('R looks at completed days, so customers of one day share a score', async () => {
    await profiles(1, 2);
    await order({ profile: 1, at: '2026-05-30T12:00:00Z', total: 1 });
    await order({ profile: 2, at: '2026-05-30T13:00:00Z', total: 1 }); // 2 days and 1 day 23 hours: 2 and 1 completed days
    expect((await features(1))['rfm_r']).toBe(1);
    expect((await features(2))['rfm_r']).toBe(3); // w = 1 of 2
    await warehouse.run(sql`update orders set ordered_at = ${timestamp(at('2026-05-30T11:00:00Z'))} where profile = 2`);
    expect((await features(1))['rfm_r']).toBe(1);
    expect((await features(2))['rfm_r']).toBe(1);
  });

  test('every group of the map, by its scores', async () => {
    const expected: Readonly<Record<string, string>> = {
      '11': 'Hibernating',
      '12': 'Hibernating',
      '13': 'At Risk',
      '14': 'At Risk',
      '15': "Can't Lose Them",
      '21': 'Hibernating',
      '22': 'Hibernating',
      '23': 'At Risk',
      '24': 'At Risk',
      '25': "Can't Lose Them",
      '31': 'About to Sleep',
      '32': 'About to Sleep',
      '33': 'Need Attention',
      '34': 'Loyal',
      '35': 'Loyal',
      '41': 'Promising',
      '42': 'Potential Loyalists',
      '43': 'Potential Loyalists',
      '44': 'Loyal',
      '45': 'Loyal',
      '51': 'New',
      '52': 'Potential Loyalists',
      '53': 'Potential Loyalists',
      '54': 'Champions',
      '55': 'Champions',
    };
    // Cut points make any score reachable: R by 0–4 days, F by 1–5 orders.
    const settings: FeatureSettings = { rfm: { recencyDays: [0, 1, 2, 3], orders: [2, 3, 4, 5] } };
    const cells = Object.keys(expected);
    await profiles(...cells.map((_, index) => index + 1));
    for (const [index, cell] of cells.entries()) {
      const [r, f] = [Number(cell[0]), Number(cell[1])];
      for (let n = 0; n < f; n += 1) await order({ profile: index + 1, at: `2026-05-${String(26 + r)}T13:0${n}:00Z`, total: 1 });
    }
    await features(1, settings);
    const found = await warehouse.rows<{ cell: string; rfm_segment: string }>(sql`select rfm_r::VARCHAR || rfm_f as cell, rfm_segment from features`);
    expect(Object.fromEntries(found.map(({ cell, rfm_segment }) => [cell, rfm_segment]))).toEqual(expected);
  });

  test('scores and tiers agree with counting the worse ones, one by one, on 300 random customers', async () => {
    await warehouse.run(sql`insert into profiles select i::INTEGER, 1, null from range(1, 301) t(i)`);
    await warehouse.run(sql`insert into orders (profile, ordered_at, is_return, counts, total)
      select (hash(i) % 250 + 1)::INTEGER, ${timestamp(asOf)} - to_hours((hash(i, 1) % 2000)::INTEGER), hash(i, 2) % 9 = 0, hash(i, 3) % 11 > 0,
        case when hash(i, 2) % 9 = 0 then -5 else hash(i, 4) % 50 end from range(900) t(i)`);
    await features(1);
    const differing = await warehouse.rows(sql`
      with facts as (
        select profile, count(*) filter (where not is_return) as f, sum(total) as m,
          floor(date_diff('microsecond', max(ordered_at) filter (where not is_return), ${timestamp(asOf)}) / 86400000000) as r
        from orders where counts group by profile having f > 0),
      scored as (
        select profile,
          (select least(5, 1 + floor(5.0 * count(*) / (select count(*) from facts))) from facts o where o.r > x.r) as r,
          (select least(5, 1 + floor(5.0 * count(*) / (select count(*) from facts))) from facts o where o.f < x.f) as f,
          (select least(5, 1 + floor(5.0 * count(*) / (select count(*) from facts))) from facts o where o.m < x.m) as m,
          (select count(*)::DOUBLE / (select count(*) from facts) from facts o where o.m > x.m) as better
        from facts x)
      select profile from features left join scored s using (profile)
      where rfm_r is distinct from s.r or rfm_f is distinct from s.f or rfm_m is distinct from s.m
        or value_tier is distinct from case when better < 0.2 then 'high' when better < 0.5 then 'medium' when better is not null then 'low' end`);
    expect(differing).toEqual([]);
  });
});

test("day limits come from the quantiles of the shop's own gaps", async () => {
  // Forty customers with two orders each, k days apart for k = 1 … 40: quantiles of 1 … 40 by interpolation.
  for (let k = 1; k <= 40; k += 1) {
    await order({ profile: k, at: '2026-01-01T00:00:00Z', total: 1 });
    await order({ profile: k, at: new Date(Date.UTC(2026, 0, 1 + k)).toISOString(), total: 1 });
  }
  expect(await suggestLifecycle(warehouse, asOf, workspace)).toEqual({
    customers: 40,
    quantiles: { q50: 20.5, q80: 32.2, q95: 38.05 },
    atRiskDays: 35, // 32.2 → 5 weeks
    churnedDays: 70, // 38.05 → 6 weeks, but at least twice 35
    newDays: 14, // 10.25 → 2 weeks
    activeDays: 35, // 41 → 6 weeks, but no later than at risk
    enough: true,
  });
  expect(await suggestLifecycle(warehouse, at('2026-01-11T00:00:00Z'), workspace)).toMatchObject({ enough: false, atRiskDays: 90, churnedDays: 180 });
});

import { expect, test } from 'vitest';
import { instant, parseInstant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { type InsightContext, insightContext } from '../base/context.ts';
import { comparedRange, readRange } from '../base/range.ts';
import { smallMoment, type SmallOrder, smallShop, smallWorkspace } from '../small-shop.ts';
import { homeFigures } from './figures.ts';
import { lifecycleFlow } from './lifecycle-flow.ts';
import { segmentChanges } from './segment-changes.ts';
import { valueConcentration } from './value-concentration.ts';

// The moment is 1 July 2026, 00:00 UTC: a day ago is 30 June.
const context = async (profiles: number, orders: readonly SmallOrder[]): Promise<InsightContext> =>
  insightContext(await smallShop(profiles, orders), smallWorkspace, smallMoment);

test('figures of a week against the week before, by hand', async () => {
  const shop = await context(5, [
    { profile: 1, daysAgo: 40, total: 100 },
    // The week before: 17 to 23 June.
    { profile: 1, daysAgo: 10, total: 20 },
    { profile: 2, daysAgo: 9, total: 30 },
    // The week: 24 to 30 June. Customer 2 again, 3 for the first time and then again, a guest, and something of customer 1 comes back.
    { profile: 2, daysAgo: 6, total: 10 },
    { profile: 3, daysAgo: 3, total: 50 },
    { profile: 3, daysAgo: 2, total: 20 },
    { profile: 4, daysAgo: 1, total: 40 },
    { profile: null, daysAgo: 1, total: 5 },
    { profile: 1, daysAgo: 1, total: -15 },
  ]);
  const found = await homeFigures(shop, { from: '2026-06-24', to: '2026-06-30', compare: 'previous' });
  expect(found.compared_with).toEqual({ from: '2026-06-17', to: '2026-06-23' });
  const figures = Object.fromEntries(found.figures.map(({ name, value, previous }) => [name, [value, previous]]));
  expect(figures).toEqual({
    customers: [3, 2],
    new_customers: [2, 1],
    revenue: [10 + 50 + 20 + 40 + 5 - 15, 50],
    orders: [5, 2],
    repeat_rate: [2 / 3, 1 / 2], // 2 and 3 of three; 1 of two
    average_order_value: [125 / 5, 25],
  });
  expect(found.figures[2]?.change).toBeCloseTo(110 / 50 - 1, 12);
  expect(found.spark.unit).toBe('day');
  expect(found.figures[2]?.spark).toEqual([0, 10, 0, 0, 50, 20, 30]);
  expect([found.customers_total, found.buyers_total]).toEqual([5, 4]);
});

test('days are compared with as many days, running periods with as much as is over, in the zone of the shop', () => {
  const at = parseInstant('2026-03-15T12:00:00Z') ?? instant(0);
  const zone = 'Europe/London';
  const february = readRange('2026-02-01', '2026-02-28', at, zone);
  expect(comparedRange(february, 'previous', at, zone)).toMatchObject({ from: '2026-01-04', to: '2026-01-31' });
  // Clocks in London went back on 25 October 2026, which makes 25 hours of that day and takes none from the days compared.
  const autumn = readRange('2026-10-31', '2026-11-29', parseInstant('2026-11-29T00:22:00Z') ?? at, zone);
  expect(comparedRange(autumn, 'previous', parseInstant('2026-11-29T00:22:00Z') ?? at, zone)).toMatchObject({ from: '2026-10-01', to: '2026-10-30' });
  expect(comparedRange(february, 'year', at, zone)).toMatchObject({ from: '2025-02-01', to: '2025-02-28' });
  const march = readRange('2026-03-01', '2026-03-31', at, zone);
  expect(march.to).toBe('2026-03-15');
  expect(comparedRange(march, 'previous', at, zone)).toMatchObject({ from: '2026-02-14', end: (parseInstant('2026-02-28T12:00:00Z') ?? 0) + 1 });
  expect(() => readRange('2026-03-02', '2026-03-01', at, zone)).toThrow('2026-03-01');
  expect(() => readRange('2026-02-30', '2026-03-01', at, zone)).toThrow('2026-02-30');
});

test('nothing to compare with before the shop began', async () => {
  const found = await homeFigures(await context(1, [{ profile: 1, daysAgo: 3, total: 10 }]), { from: '2026-06-24', to: '2026-06-30', compare: 'previous' });
  expect(found.figures.map(({ previous, change }) => [previous, change])).toEqual(Array.from({ length: 6 }, () => [null, null]));
});

test('concentration of 1, 2, 3, 4 and 10: Gini 0.4, the top fifth is one customer with half of it, gone quiet after the usual 90 days', async () => {
  const found = await valueConcentration(
    await context(
      6,
      [1, 2, 3, 4, 10].map((total, index) => ({ profile: index + 1, daysAgo: total === 10 ? 91 : 10, total })),
    ),
  );
  // Σ(2i − 6)x = −4·1 − 2·2 + 0·3 + 2·4 + 4·10 = 40, n Σx = 5·20.
  expect(found.gini).toBeCloseTo(0.4, 12);
  expect(found.curve.map(({ revenue_share: part }) => part)).toEqual([0, 0.05, 0.15, 0.3, 0.5, 1]);
  expect(found.tops[3]).toMatchObject({ top: 0.2, people: 1, revenue_share: 0.5, at_least: 10, quiet: { people: 1, revenue: 10, after_days: 90 } });
  expect(found.sentence).toBe('50% of what customers spent comes from 1 customer, who has gone quiet (no order for 90 days).');
});

test('who was in which stage before and is in which now; who came in between has none before', async () => {
  const shop = await context(4, [
    { profile: 1, daysAgo: 100, total: 10 },
    { profile: 2, daysAgo: 50, total: 20 },
    { profile: 3, daysAgo: 2, total: 30 },
  ]);
  await shop.warehouse.run(
    sql`create temp table earlier as select profile, case profile when 1 then 'active' when 2 then 'active' else 'prospect' end as lifecycle from profiles`,
  );
  await shop.warehouse.run(sql`update features set lifecycle = case profile when 1 then 'churned' when 2 then 'active' when 3 then 'new' else 'prospect' end`);
  const found = await lifecycleFlow(shop, readRange('2026-06-01', '2026-06-30', smallMoment, 'UTC'), { start: 'earlier', end: 'features', endsNow: true });
  expect(found.flows.map(({ from, to, people, revenue }) => [from, to, people, revenue])).toEqual([
    [null, 'new', 1, 30],
    ['prospect', 'prospect', 1, 0],
    ['active', 'active', 1, 20],
    ['active', 'churned', 1, 10],
  ]);
  // Seen at the end of 20 June, customer 3 (first seen on the 29th) is not known yet.
  const sooner = await lifecycleFlow(shop, readRange('2026-06-01', '2026-06-20', smallMoment, 'UTC'), { start: 'earlier', end: 'features', endsNow: false });
  expect(sooner.flows.map(({ to }) => to)).toEqual(['prospect', 'active', 'churned']);
  expect(found.stages.map(({ stage, start, end }) => [stage, start, end])).toEqual([
    ['prospect', 1, 1],
    ['new', 0, 1],
    ['active', 2, 1],
    ['churned', 0, 1],
  ]);
});

test('segments that people entered or left since, against their last size before', async () => {
  const shop = await context(3, []);
  await shop.warehouse.run(
    sql`insert into members (segment, version, as_of, status, members, revenue) values ('regulars', 1, timestamp '2026-06-30', 'ok', 5, 300), ('gone', 1, timestamp '2026-06-30', 'ok', 1, 1)`,
  );
  await shop.warehouse.run(
    sql`insert into segment_sizes values ('regulars', 1, timestamp '2026-06-01', 3, 100, false), ('regulars', 1, timestamp '2026-06-30', 5, 300, false)`,
  );
  await shop.warehouse.run(sql`insert into membership_changes (segment, version, profile, entered, "at", recorded_at) values ('regulars', 1, 1, true, timestamp '2026-06-28', timestamp '2026-06-28'),
    ('regulars', 1, 2, true, timestamp '2026-06-28', timestamp '2026-06-28'), ('regulars', 1, 3, false, timestamp '2026-06-28', timestamp '2026-06-28'),
    ('regulars', 1, 3, true, timestamp '2026-06-02', timestamp '2026-06-02'), ('gone', 1, 3, true, timestamp '2026-06-28', timestamp '2026-06-28')`);
  expect(await segmentChanges(shop, parseInstant('2026-06-24T00:00:00Z') ?? instant(0), new Map([['regulars', 'Regulars']]))).toEqual([
    {
      slug: 'regulars',
      name: 'Regulars',
      sentence: 'Regulars: 2 came in, 1 left; 5 customers now, worth £200 more.',
      entered: 2,
      left: 1,
      members: 5,
      members_before: 3,
      revenue: 300,
      revenue_before: 100,
      expression: 'in segment "regulars"',
    },
  ]);
});

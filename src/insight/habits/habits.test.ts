import { expect, test } from 'vitest';
import { day, instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { type InsightContext, insightContext } from '../base/context.ts';
import { smallMoment, type SmallOrder, smallShop, smallWorkspace } from '../small-shop.ts';
import { cohorts } from './cohorts.ts';
import { purchaseGaps } from './purchase-gaps.ts';
import { whenTheyBuy } from './when.ts';
import { whereTheyBuy } from './where.ts';

const context = async (profiles: number, orders: readonly SmallOrder[]): Promise<InsightContext> =>
  insightContext(await smallShop(profiles, orders), smallWorkspace, smallMoment);

test('cohorts by month: May holds 1 and 2, one of whom orders in June; June holds 3', async () => {
  const shop = await context(3, [
    { profile: 1, daysAgo: 60, total: 10, category: 'Tea' }, // 2 May
    { profile: 1, daysAgo: 55, total: 5 },
    { profile: 2, daysAgo: 40, total: 20 }, // 22 May
    { profile: 2, daysAgo: 10, total: 30, category: 'Tea' }, // 21 June
    { profile: 2, daysAgo: 9, total: -4 },
    { profile: 3, daysAgo: 5, total: 7, category: 'tea ' },
  ]);
  const found = await cohorts(shop, { by: 'month', measure: 'retention', category: undefined });
  expect(
    found.cohorts.map(({ starts, people, periods }) => [starts, people, periods.map((each) => [each.people, each.orders, each.revenue, each.value])]),
  ).toEqual([
    [
      '2026-05-01',
      2,
      [
        [2, 3, 35, 1],
        [1, 1, 26, 0.5],
      ],
    ],
    ['2026-06-01', 1, [[1, 1, 7, 1]]],
  ]);
  expect(found.cohorts[0]?.periods[1]?.expression).toBe(
    'first_order_at between 2026-05-01 and 2026-05-31 and count(orders between 2026-06-01 and 2026-06-30) >= 1',
  );
  expect(found.average).toEqual([
    { after: 0, people: 3, share: 1 },
    { after: 1, people: 2, share: 0.5 },
  ]);
  // By their first tea, customer 2 begins in June; what they order counts whatever it is.
  const tea = await cohorts(shop, { by: 'month', measure: 'orders', category: 'Tea' });
  expect(tea.cohorts.map(({ starts, people, periods }) => [starts, people, periods.map(({ value }) => value)])).toEqual([
    ['2026-05-01', 1, [2, 0]],
    ['2026-06-01', 2, [2]],
  ]);
});

test('where the data ended in the middle of a month long ago, that month is not taken for a whole one', async () => {
  const shop = await smallShop(2, [
    { profile: 1, daysAgo: 60, total: 10 }, // 2 May
    { profile: 2, daysAgo: 40, total: 20 }, // 22 May
    { profile: 2, daysAgo: 20, total: 30 }, // 11 June, the last there is
  ]);
  const seenAt = async (days: number) =>
    cohorts(insightContext(shop, smallWorkspace, instant(smallMoment + days * day)), { by: 'month', measure: 'retention', category: undefined });
  const complete = async (days: number) => (await seenAt(days)).cohorts[0]?.periods.map((period) => period.complete);
  // On 11 July nobody has ordered for a month, which is no end yet; on 29 September the data has ended.
  expect(await complete(10)).toEqual([true, true]);
  expect(await complete(90)).toEqual([true, false]);
  expect((await seenAt(90)).sentence).toBe('No cohort has come far enough yet to see who returns.');
});

test('gaps of 10, 20 and 40 days: the median is 20, the second order comes after 10 and 40', async () => {
  const found = await purchaseGaps(
    await context(3, [
      { profile: 1, daysAgo: 100, total: 1 },
      { profile: 1, daysAgo: 90, total: 1 },
      { profile: 1, daysAgo: 70, total: 1 },
      { profile: 2, daysAgo: 60, total: 1 },
      { profile: 2, daysAgo: 20, total: 1 },
      { profile: 3, daysAgo: 25, total: 1 },
    ]),
  );
  expect([found.gaps, found.median, found.p25, found.p75]).toEqual([3, 20, 15, 30]);
  expect(found.bins.filter(({ gaps, people }) => gaps + people > 0).map(({ from_days, gaps, people }) => [from_days, gaps, people])).toEqual([
    [7, 1, 0],
    [14, 1, 1], // customer 1's own median is 15
    [35, 1, 1],
  ]);
  // Quartiles of 10 and 40 are 17.5 and 32.5; customer 3 is 25 days from their only order.
  expect(found.second_order).toMatchObject({ usual_day: 25, early_day: 17, late_day: 33, share_came_back: 2 / 3, due: { people: 1 } });
});

test('weekdays and hours; people by the one of most of their orders', async () => {
  // 1 July 2026 is a Wednesday.
  const found = await whenTheyBuy(
    await context(2, [
      { profile: 1, daysAgo: 1, total: 5 },
      { profile: 1, daysAgo: 8, total: 5 },
      { profile: 2, daysAgo: 1.5, total: 7 },
    ]),
  );
  expect(found.cells).toEqual([{ weekday: 1, hour: 12, orders: 1, revenue: 7 }]);
  // Midnight itself is a date without a clock time: it has a day, and nobody's favourite hour is 0.
  expect(found.hours[0]).toMatchObject({ orders: 0, people: 0 });
  expect(found.weekdays.slice(0, 2).map(({ name, orders, people }) => [name, orders, people])).toEqual([
    ['Monday', 1, 1],
    ['Tuesday', 2, 1],
  ]);
});

test('places: spelling in any letter case is one city, those without any stand last, no expression where nothing is known', async () => {
  const shop = await context(3, [
    { profile: 1, daysAgo: 1, total: 5 },
    { profile: 2, daysAgo: 1, total: 20 },
  ]);
  expect((await whereTheyBuy(shop, 'city', 10)).places).toEqual([expect.objectContaining({ city: null, people: 3, expression: null })]);
  // Nobody's town is known: whoever asks for towns is shown the countries, and told so.
  await shop.warehouse.run(sql`alter table attributes add column t9 varchar`);
  await shop.warehouse.run(sql`update attributes set t9 = case profile when 1 then 'NO' when 2 then 'NO' end`);
  await shop.warehouse.run(sql`insert into trait_columns (name, label, "column", type) values ('country', 'country', 't9', 'text')`);
  const byCountry = await whereTheyBuy(shop, 'city', 10);
  expect(byCountry.places.map(({ country, people }) => [country, people])).toEqual([
    ['NO', 2],
    [null, 1],
  ]); // prettier-ignore
  expect([byCountry.level, byCountry.sentence]).toEqual([
    'country',
    'No towns are known of your customers, so these are their countries. Norway brings most: 2 customers, 67% of all.',
  ]);
  await shop.warehouse.run(sql`delete from trait_columns`);
  await shop.warehouse.run(sql`alter table attributes drop column t9`);
  await shop.warehouse.run(sql`alter table attributes add column t0 varchar`);
  await shop.warehouse.run(sql`update attributes set t0 = case profile when 1 then 'Leeds' when 2 then ' LEEDS' end`);
  await shop.warehouse.run(sql`insert into trait_columns (name, label, "column", type) values ('city', 'city', 't0', 'text')`);
  const found = await whereTheyBuy(shop, 'city', 10);
  expect(found.places.map(({ city, people, buyers, revenue, expression }) => [city, people, buyers, revenue, expression])).toEqual([
    ['Leeds', 2, 2, 25, 'city = "Leeds"'],
    [null, 1, 0, 0, 'city is unknown'],
  ]);
});

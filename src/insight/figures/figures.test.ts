import { expect, test } from 'vitest';
import { useFeatures } from '../features-view.ts';
import { smallMoment, smallShop, smallWorkspace, type SmallOrder } from '../small-shop.ts';
import { buyingTimes } from './buying-times.ts';
import { cohortRetention } from './cohorts.ts';
import { concentration } from './concentration.ts';
import { orderSpan, type ReportContext } from './context.ts';
import { overTime } from './over-time.ts';
import { overview } from './overview.ts';
import { productTables } from './products.ts';
import { slippingCustomers } from './slipping.ts';

async function context(profiles: number, orders: readonly SmallOrder[]): Promise<ReportContext> {
  const warehouse = await smallShop(profiles, orders);
  await useFeatures(warehouse, 'features');
  return { warehouse, workspace: smallWorkspace, moment: smallMoment, span: await orderSpan(warehouse, smallMoment) };
}

test('concentration: Gini and the top fifth of 1, 2, 3, 4, 10 by hand', async () => {
  // Sorted upwards: Σ(2i−6)x = −4·1 −2·2 +0·3 +2·4 +4·10 = 40; n Σx = 5·20 = 100; G = 0.4. The top fifth is one customer: 10/20.
  const found = await concentration(
    await context(
      6,
      [1, 2, 3, 4, 10].map((total, index) => ({ profile: index + 1, daysAgo: 10, total })),
    ),
  );
  expect(found?.gini).toBeCloseTo(0.4, 12);
  expect(found?.top20).toBeCloseTo(0.5, 12);
  expect(found?.halfFrom).toBeCloseTo(0.2, 12);
  expect(found?.curve.map(({ revenue }) => revenue)).toEqual([0, 0.05, 0.15, 0.3, 0.5, 1]);
});

test('overview: returns lower revenue and are no orders; guests are revenue and no customers', async () => {
  const orders: SmallOrder[] = [
    { profile: 1, daysAgo: 200, total: 50 },
    ...Array.from({ length: 20 }, (_, index): SmallOrder => ({ profile: 1 + (index % 4), daysAgo: 5 + index, total: 10 })),
    { profile: 1, daysAgo: 3, total: -4 },
    { profile: null, daysAgo: 3, total: 30 },
  ];
  const found = await overview(await context(5, orders));
  expect(found).toMatchObject({ profiles: 5, buyers: 4, orders: 22, revenue: 276, periodDays: 30 });
  const now = Object.fromEntries(found.figures.map((figure) => [figure.name, figure.now]));
  // 20 orders of 10 and a guest's of 30; customer 1 had ordered before, the others for the first time 24, 23 and 22 days ago and then again.
  expect(now).toMatchObject({ revenue: 226, orders: 21, customers: 4, repeat_rate: 1 });
  expect(now['average_order_value']).toBeCloseTo(230 / 21, 12);
});

test('slipping: an order was due 14 to 120 days ago', async () => {
  const every20 = (profile: number, quiet: number, total: number): SmallOrder[] => [0, 20, 40, 60].map((gap) => ({ profile, daysAgo: quiet + gap, total }));
  // A gap of 20 days is over 14 days ago from the 34th day of silence on, and 120 days ago on the 140th.
  const found = await slippingCustomers(
    await context(5, [...every20(1, 33, 5), ...every20(2, 34, 7), ...every20(3, 139, 9), ...every20(4, 140, 11), { profile: 5, daysAgo: 50, total: 99 }]),
  );
  expect(found).toMatchObject({ regulars: 4, customers: 2, perYear: 4 * 7 + 4 * 9 });
  expect(found.list.map(({ profile, usualGap }) => [profile, usualGap])).toEqual([
    [3, 20],
    [2, 20],
  ]);
  expect(found.list[0]?.name).toBe('c3@example.com');
});

test('over time: every period is there, new customers once, the last one partial', async () => {
  // 1 July 2026 is the moment: 35 days before is 27 May, 100 days before is 23 March; a span under half a year is drawn in weeks.
  const found = await overTime(
    await context(2, [
      { profile: 1, daysAgo: 100, total: 10 },
      { profile: 1, daysAgo: 2, total: 20 },
      { profile: 2, daysAgo: 2, total: 5 },
    ]),
  );
  expect(found.unit).toBe('week');
  expect(found.points[0]).toMatchObject({ starts: '2026-03-23', revenue: 10, newCustomers: 1, newRevenue: 10 });
  expect(found.points.at(-1)).toMatchObject({ starts: '2026-06-29', revenue: 25, customers: 2, newCustomers: 1, newRevenue: 5 });
  expect(found.points).toHaveLength(15);
  expect(found.lastIsPartial).toBe(true);
});

test('cohorts: shares of those who started together, only periods that are over', async () => {
  // Started in April (days 91 to 62 before 1 July): two customers, one of whom ordered in May (61 to 31), none in June (30 to 1).
  const found = await cohortRetention(
    await context(3, [
      { profile: 1, daysAgo: 80, total: 1 },
      { profile: 2, daysAgo: 75, total: 1 },
      { profile: 2, daysAgo: 45, total: 1 },
      { profile: 3, daysAgo: 40, total: 1 },
    ]),
  );
  expect(found).toEqual({
    unit: 'month',
    cohorts: [
      { starts: '2026-04-01', customers: 2, retained: [0.5, 0] },
      { starts: '2026-05-01', customers: 1, retained: [0] },
    ],
  });
});

test('products: revenue net of returns, buyers who came back', async () => {
  const [categories] = await productTables(
    await context(3, [
      { profile: 1, daysAgo: 9, total: 10, category: 'Tea' },
      { profile: 1, daysAgo: 8, total: 10, category: 'Tea' },
      { profile: 2, daysAgo: 7, total: 10, category: 'Tea' },
      { profile: 2, daysAgo: 6, total: -4, category: 'Tea' },
      { profile: 3, daysAgo: 5, total: 3, category: 'Cups' },
    ]),
  );
  expect(categories).toEqual({
    kind: 'category',
    total: 29,
    distinct: 2,
    lines: [
      { name: 'Tea', revenue: 26, orders: 3, customers: 2, repeat: 0.5 },
      { name: 'Cups', revenue: 3, orders: 1, customers: 1, repeat: 0 },
    ],
  });
});

test('buying times: the hour on the shop’s own clock', async () => {
  const shop = await context(1, [{ profile: 1, daysAgo: 0.25, total: 1 }]);
  // 30 June 2026, 18:00 UTC is a Tuesday, 20:00 in Berlin.
  const found = await buyingTimes({ ...shop, workspace: { ...smallWorkspace, zone: 'Europe/Berlin' } });
  expect(found).toMatchObject({ hours: false, cells: [{ weekday: 2, hour: 20, orders: 1, revenue: 1 }], untimed: 0 });
});

import { expect, test } from 'vitest';
import { insightContext } from '../base/context.ts';
import { sql } from '../../sql/index.ts';
import { smallMoment, smallShop, smallWorkspace } from '../small-shop.ts';
import { cohortAnalysis } from './analysis.ts';

// 1 July 2026 is the moment: June is over.
const shop = () =>
  smallShop(3, [
    { profile: 1, daysAgo: 60, total: 10, category: 'Tea' }, // 2 May
    { profile: 1, daysAgo: 55, total: 5, category: 'Cake' }, // 7 May
    { profile: 2, daysAgo: 40, total: 20, category: 'Tea' }, // 22 May
    { profile: 2, daysAgo: 10, total: 30, category: 'Tea' }, // 21 June
    { profile: 2, daysAgo: 9, total: -4, category: 'Tea' },
    { profile: 3, daysAgo: 5, total: 7, category: 'Cake' }, // 26 June
  ]);

test('retention by month of the first order: of May’s two customers one ordered in June, between 9 and 91 in a hundred by Wilson’s rule', async () => {
  const found = await cohortAnalysis(insightContext(await shop(), smallWorkspace, smallMoment), {
    start: { kind: 'first_order' },
    by: 'month',
    measure: 'retention',
    limit: 12,
  });
  expect(found.rows.map(({ starts, people, cells }) => [starts, people, cells.map(({ reached, active, value }) => [reached, active, value])])).toEqual([
    [
      '2026-05-01',
      2,
      [
        [2, 2, 1],
        [2, 1, 0.5],
      ],
    ],
    ['2026-06-01', 1, [[1, 1, 1]]],
  ]);
  // Wilson for 1 of 2: (½ + z²/4 ± z √(1/8 + z²/16)) / (1 + z²/2), z = 1.96.
  expect(found.average[1]?.low).toBeCloseTo(0.0945, 3);
  expect(found.average[1]?.high).toBeCloseTo(0.9055, 3);
  expect(found.rows[0]?.expression).toBe('first_order_at between 2026-05-01 and 2026-05-31');
  // Two customers in May brought 35; in June one came, the others' 26 are returning customers' money: 68 over three.
  expect(
    found.equity.map(({ starts, customers, revenue_new, revenue_returning, per_customer }) => [
      starts,
      customers,
      revenue_new,
      revenue_returning,
      per_customer,
    ]),
  ).toEqual([
    ['2026-05-01', 2, 35, 0, 17.5],
    ['2026-06-01', 3, 7, 26, 68 / 3],
  ]);
});

test('revenue by what was bought first: each customer’s own months are counted, and only those that are over', async () => {
  const found = await cohortAnalysis(insightContext(await shop(), smallWorkspace, smallMoment), {
    start: { kind: 'first_category' },
    by: 'month',
    measure: 'revenue',
    limit: 12,
  });
  expect(found.rows.map(({ label, people, cells }) => [label, people, cells.map(({ reached, value, so_far }) => [reached, value, so_far])])).toEqual([
    [
      'Tea',
      2,
      [
        [2, 17.5, 17.5],
        [2, 13, 30.5],
      ],
    ],
    ['Cake', 1, [[1, 7, 7]]],
  ]);
  expect(found.margin_known).toBeNull();
});

// Runs recorded that 1 entered in May, left and came back in June (the first time counts), 2 entered in June, and 3 was never in it. A period is a calendar month: 1 ordered twice in May and not in June, 2 once in June.
test('entering a segment begins, as runs recorded it, the first time alone', async () => {
  const warehouse = await shop();
  await warehouse.run(sql`insert into membership_changes (segment, version, profile, entered, "at", recorded_at) values
    ('tea', 1, 1, true, '2026-05-03', '2026-05-03'), ('tea', 1, 1, false, '2026-06-01', '2026-06-01'), ('tea', 1, 1, true, '2026-06-20', '2026-06-20'),
    ('tea', 1, 2, true, '2026-06-05', '2026-06-05'), ('cake', 1, 3, true, '2026-06-26', '2026-06-26')`);
  const found = await cohortAnalysis(insightContext(warehouse, smallWorkspace, smallMoment), {
    start: { kind: 'segment', segment: 'tea' },
    by: 'month',
    measure: 'orders',
    limit: 12,
  });
  expect(found.rows.map(({ starts, people, cells }) => [starts, people, cells.map(({ value }) => value)])).toEqual([
    ['2026-05-01', 1, [2, 0]],
    ['2026-06-01', 1, [1]],
  ]);
});

test('nobody has begun: there are no rows, and the sentence says so', async () => {
  const found = await cohortAnalysis(insightContext(await smallShop(2, []), smallWorkspace, smallMoment), {
    start: { kind: 'event', event: 'Product Viewed' },
    by: 'week',
    measure: 'margin',
    limit: 4,
  });
  expect(found.rows).toEqual([]);
  expect(found.sentence).toContain('Nobody');
});

test('customers who all began long ago are told of the months in which they did, each order in its own month', async () => {
  // Began in May 2025; 13 months later is the moment. One ordered in the month after, both in the last months, beyond the six that are looked at.
  const old = await smallShop(2, [
    { profile: 1, daysAgo: 420, total: 10 },
    { profile: 2, daysAgo: 410, total: 10 },
    { profile: 1, daysAgo: 385, total: 10 },
    { profile: 1, daysAgo: 20, total: 10 },
    { profile: 2, daysAgo: 10, total: 10 },
  ]);
  const found = await cohortAnalysis(insightContext(old, smallWorkspace, smallMoment), {
    start: { kind: 'first_order' },
    by: 'month',
    measure: 'retention',
    limit: 6,
  });
  expect(found.rows.map(({ starts, cells }) => [starts, cells.map(({ active }) => active)])).toEqual([['2025-05-01', [2, 1, 0, 0, 0, 0]]]);
  expect(found.sentence).toContain('50%');
  // What customers brought goes on to now.
  expect(found.equity.at(-1)?.starts).toBe('2026-06-01');
});

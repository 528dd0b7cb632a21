import { fromMilliseconds } from '../../core/index.ts';
import { expect, test } from 'vitest';
import type { Vocabulary } from '../../language/index.ts';
import { sql } from '../../sql/index.ts';
import { insightContext } from '../base/context.ts';
import { smallMoment, smallShop, smallWorkspace } from '../small-shop.ts';
import { composition } from './composition.ts';
import { segmentValue } from './value.ts';

const segment = { slug: 'three', name: 'The three', members: Int32Array.from([1, 2, 3]) };

test('a share is of those of whom it is known, and says so where that is not everybody', async () => {
  const warehouse = await smallShop(10, []);
  await warehouse.run(sql`alter table attributes add column t0 varchar`);
  // Of the members 1 and 2 said yes and nobody knows of 3; of all, 2 yes, 4 no and 4 unknown.
  await warehouse.run(sql`update attributes set t0 = case when profile <= 2 then 'yes' when profile between 7 and 10 then 'no' end`);
  const vocabulary: Vocabulary = {
    attributes: new Map([['answer', { name: 'answer', label: 'answer', table: 'attributes', column: 't0', type: 'text' }]]),
    events: [],
    eventCounts: new Map(),
    eventProperties: new Map(),
    segments: new Map(),
    currency: 'GBP',
  };
  const found = await composition(insightContext(warehouse, smallWorkspace, smallMoment), segment, vocabulary);
  expect(found).toMatchObject({
    customers: 10,
    traits: [{ base_known: 6, values: [{ value: 'yes', members: 2, share: 1, base_share: 2 / 6 }, { value: 'no' }] }],
  });
  expect(found.sentence).toContain('for 100% of them, and for 33% of all customers (of those of whom it is known)');
});

test('the average order of a segment is as it was ordered, what it brought is what was kept', async () => {
  const warehouse = await smallShop(3, [
    { profile: 1, daysAgo: 9, total: 10 },
    { profile: 2, daysAgo: 8, total: 30 },
  ]);
  await warehouse.run(sql`update orders set gross = total, refunded = total, total = 0, stands = true, all_refunded = true where order_id = '2'`);
  const found = await segmentValue(insightContext(warehouse, smallWorkspace, smallMoment), segment);
  expect(found).toMatchObject({ revenue_12_months: 10, average_order_value: 20, base_average_order_value: 20 });
});

test('the months of the last twelve all stand there, also without an order, and those cut off say so', async () => {
  const warehouse = await smallShop(3, [
    { profile: 1, daysAgo: 3, total: 10 },
    { profile: 2, daysAgo: 100, total: 30 },
  ]);
  const months = async (at: string): Promise<readonly (readonly [string, number, boolean])[]> => {
    const found = await segmentValue(insightContext(warehouse, smallWorkspace, fromMilliseconds(Date.parse(at))), segment);
    return found.months.map(({ month, revenue, whole }) => [month, revenue, whole] as const);
  };
  const within = await months('2026-06-15T12:00:00Z');
  expect(within).toHaveLength(13);
  expect(within[0]).toEqual(['2025-06', 0, false]);
  expect(within[12]).toEqual(['2026-06', expect.any(Number), false]);
  expect(within.slice(1, 12).every(([, , whole]) => whole)).toBe(true);
  const atTheTurn = await months('2026-07-01T00:00:00Z');
  expect(atTheTurn.map(([month]) => month)).toEqual([
    '2025-07',
    '2025-08',
    '2025-09',
    '2025-10',
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
    '2026-03',
    '2026-04',
    '2026-05',
    '2026-06',
  ]);
  expect(atTheTurn.every(([, , whole]) => whole)).toBe(true);
});

import { expect, test } from 'vitest';
import { readVocabulary } from '../../profiles/index.ts';
import { insightContext } from '../base/context.ts';
import { smallMoment, type SmallOrder, smallShop, smallWorkspace } from '../small-shop.ts';
import { compareSegments } from './compare.ts';

test('what sets ten frequent buyers apart from ten others: every one of them ordered more often, so the delta is 1', async () => {
  const orders: SmallOrder[] = Array.from({ length: 20 }, (_, at) => at + 1).flatMap((profile) =>
    Array.from({ length: profile <= 10 ? 5 : 1 }, (_, order) => ({ profile, daysAgo: 30 + order * 10, total: 20, category: 'Tea' })),
  );
  const warehouse = await smallShop(20, orders);
  const vocabulary = await readVocabulary(warehouse, { workspace: smallWorkspace, segments: new Map() });
  const a = { name: 'Frequent', slug: null, expression: 'orders >= 5', members: Int32Array.from({ length: 10 }, (_, at) => at + 1) };
  const found = await compareSegments(insightContext(warehouse, smallWorkspace, smallMoment), vocabulary, {
    a,
    b: undefined,
    limit: 50,
    leftOut: new Set(['total_spent']),
  });
  const orderly = found.differences.find(({ feature }) => feature === 'orders_count');
  expect(orderly).toMatchObject({ delta: 1, size: 'large', found: true, a: { median: 5, known: 10 }, b: { median: 1, known: 10 } });
  // Ranks 11 to 20 for one group, with ties of ten and ten: z = 50 / √(100/12 · (21 − 1980/380)) = 4.36, p .000013.
  expect(orderly?.p).toBeCloseTo(0.000013, 6);
  expect(found.differences.some(({ feature }) => feature === 'total_spent')).toBe(false);
  // Everybody's favourite is tea: what is alike is not told.
  expect(found.differences.some(({ feature }) => feature === 'favourite_category')).toBe(false);
  expect(found.differences.every(({ q, p }) => q >= p)).toBe(true);
});

test('a handful of people are not compared', async () => {
  const warehouse = await smallShop(6, [{ profile: 1, daysAgo: 3, total: 5 }]);
  const vocabulary = await readVocabulary(warehouse, { workspace: smallWorkspace, segments: new Map() });
  const a = { name: 'One', slug: null, expression: 'orders >= 1', members: Int32Array.of(1) };
  const found = await compareSegments(insightContext(warehouse, smallWorkspace, smallMoment), vocabulary, { a, b: undefined, limit: 5, leftOut: new Set() });
  expect(found.compared).toBe(0);
  expect(found.sentence).toContain('too few');
});

import { expect, test } from 'vitest';
import type { SegmentMembers } from '../../contract/index.ts';
import { readVocabulary } from '../../profiles/index.ts';
import { smallMoment, smallShop, smallWorkspace, type SmallOrder } from '../small-shop.ts';
import { apart, distance, hedgesG, varianceWithin } from './effects.ts';
import { peopleForTest } from './criteria.ts';
import { without } from './moments.ts';
import { scorecards } from './scorecards.ts';

/** Moments of a list, by their definitions; `lacking` more people have no value. */
function momentsOf(values: readonly number[], lacking = 0) {
  const mean = values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
  return { n: values.length, mean, squares: values.reduce((sum, value) => sum + (value - mean) ** 2, 0), natural: mean, people: values.length + lacking };
}

test('the part of two normal distributions that does not overlap, as Cohen tabulates it', () => {
  // Cohen 1988, table 2.2.1: U3 differs; the overlap coefficient of d = 0.2, 0.5, 0.8 is 92%, 80%, 69%.
  expect([0, 0.2, 0.5, 0.8].map((d) => Math.round((1 - apart(d)) * 100))).toEqual([100, 92, 80, 69]);
});

test('Hedges’ g by hand', () => {
  // 1..5 against 3..7: means 3 and 5, sums of squares 10 and 10, pooled variance 20/8 = 2.5, d = −2/√2.5, correction 1 − 3/31.
  const g = hedgesG(momentsOf([1, 2, 3, 4, 5]), momentsOf([3, 4, 5, 6, 7]));
  expect(g).toBeCloseTo((-2 / Math.sqrt(2.5)) * (1 - 3 / 31), 12);
});

test('the others’ moments are everyone’s less the members’', () => {
  const [members, others] = [
    [1, 2, 9],
    [4, 4, 7, 8],
  ];
  const found = without(momentsOf([...members, ...others]), momentsOf(members));
  const expected = momentsOf(others);
  expect(found.n).toBe(4);
  expect(found.mean).toBeCloseTo(expected.mean, 12);
  expect(found.squares).toBeCloseTo(expected.squares, 10);
});

test('variance ratio and distance of means by hand', () => {
  const all = [momentsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])];
  const low = [momentsOf([1, 2, 3, 4, 5])];
  const high = [momentsOf([6, 7, 8, 9, 10])];
  // Variance of 1..10 is 8.25, of 1..5 is 2; means 3 and 8.
  expect(varianceWithin(all, low)).toBeCloseTo(2 / 8.25, 12);
  expect(distance(all, low, high)).toBeCloseTo(5 / Math.sqrt(8.25), 12);
});

test('those who lack a behaviour altogether are far from those who have it', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  // Of 20 people 10 have it: shares 1 and 0, p(1−p) = 1/4, so 1 ÷ √(1/4) = 2 standard deviations.
  expect(distance([momentsOf(values, 10)], [momentsOf(values)], [momentsOf([], 10)])).toBeCloseTo(2, 12);
  // Half have it on one side and all on the other, 15 of 20 in all: (1/2)² ÷ (3/16) = 4/3. Means 3 and 8; the sum of the fifteen is 95,
  // of their squares 715, so their variance is 715/15 − (95/15)² = 68/9.
  const fifteen = momentsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 6, 7, 8, 9, 10], 5);
  expect(distance([fifteen], [momentsOf([1, 2, 3, 4, 5], 5)], [momentsOf([6, 7, 8, 9, 10, 6, 7, 8, 9, 10])])).toBeCloseTo(Math.sqrt(4 / 3 + 25 / (68 / 9)), 12);
  // Fewer than five people say nothing.
  expect(distance([momentsOf(values, 10)], [momentsOf(values)], [momentsOf([], 4)])).toBeUndefined();
});

test('Lehr’s rule: 16 p(1−p)/δ² a side', () => {
  // p = 0.5, δ = 0.1: 400 a side.
  expect(peopleForTest(0.5)).toBe(800);
  expect(peopleForTest(0.1)).toBe(288);
});

test('warnings, merges and criteria of a shop of a hundred', async () => {
  const orders = Array.from({ length: 100 }, (_, index): SmallOrder[] => {
    const big = index < 20;
    return Array.from({ length: big ? 4 : 1 }, (_, nth) => ({
      profile: index + 1,
      daysAgo: 1 + nth * 9 + (index % 7) + (big ? 0 : 40),
      total: (big ? 100 : 10) + (index % 5),
    }));
  }).flat();
  const warehouse = await smallShop(100, orders);
  const to = (from: number, until: number): Int32Array => Int32Array.from({ length: until - from + 1 }, (_, index) => from + index);
  const segment = (slug: string, members: Int32Array, text: string, uses?: number): SegmentMembers => ({
    slug,
    name: slug,
    members,
    text,
    ...(uses === undefined ? {} : { uses }),
  });
  const vocabulary = await readVocabulary(warehouse, { workspace: smallWorkspace, segments: new Map() });
  const { scorecards: cards, merges } = await scorecards(warehouse, {
    segments: [
      segment('big', to(1, 20), 'total_spent > 200'),
      segment('big-again', to(1, 21), 'total_spent > 100'),
      segment('small', to(30, 60), 'city = "Leeds"', 0),
      segment('nearly-all', to(1, 90), 'orders >= 1 and not in segment "big"'),
      segment('few', to(1, 3), 'orders >= 9'),
      segment('nobody', new Int32Array(), 'orders >= 99'),
    ],
    vocabulary,
    moment: smallMoment,
  });
  const warnings = Object.fromEntries(cards.map((card) => [card.slug, card.warnings.map(({ kind }) => kind)]));
  expect(warnings).toEqual({
    big: ['near-duplicate'],
    'big-again': ['near-duplicate'],
    small: ['unused'],
    'nearly-all': ['too-broad'],
    few: ['too-narrow'],
    nobody: ['empty'],
  });
  // 20 of 21 people: Jaccard 0.952; `big` is referred to by another segment, so it stays.
  expect(merges).toMatchObject([{ keep: 'big', merge: 'big-again', jaccard: 20 / 21 }]);
  const [big, , small] = cards;
  // Everybody has an e-mail address and nobody was asked: half.
  expect(big?.criteria.accessible.score).toBe(0.5);
  expect(big?.criteria.measurable.score).toBe(1);
  // No customer has a city.
  expect(small?.criteria.measurable.score).toBe(0);
  // 20% of customers, times 20 of the 30 that statistics needs.
  expect(big?.criteria.substantial.score).toBeCloseTo(20 / 30, 12);
  expect(big?.criteria.differentiable.score).toBeGreaterThan(0.9);
  expect(big?.differences.find(({ feature }) => feature === 'orders_count')?.phrase).toBe('ordered more often');
  expect(cards.at(-1)).toMatchObject({ members: 0, criteria: { accessible: { score: null }, differentiable: { score: null }, homogeneity: { score: null } } });
  for (const card of cards) {
    for (const { score } of Object.values(card.criteria)) expect(score === null || (score >= 0 && score <= 1)).toBe(true);
  }
});

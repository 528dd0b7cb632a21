import { expect, test } from 'vitest';
import { fitPastRate, pastRateExpected, pastRateMasses, pastRateNone } from './past-rate.ts';

const histories = {
  repeats: Float64Array.from([0, 5]),
  recency: Float64Array.from([0, 40]),
  age: Float64Array.from([50, 50]),
  weight: Float64Array.from([6, 2]),
};

test('one order alone is no promise of none', () => {
  const model = fitPastRate(histories);
  // Ten repeat orders in 400 weeks: everybody takes 20 weeks for half an order.
  expect(model).toEqual({ kind: 'past-rate', weeks: 20 });
  const once = { repeats: 0, recency: 0, age: 52 };
  expect(pastRateExpected(model, once, 52)).toBeCloseTo((0.5 / 72) * 52, 12);
  // scipy.stats.nbinom(0.5, 72 / 124).pmf([0, 1, 2])
  const masses = new Float64Array(100);
  const count = pastRateMasses(model, once, 52, masses);
  expect(Array.from(masses.subarray(0, 3))).toEqual([
    expect.closeTo(0.762000762001143, 12),
    expect.closeTo(0.15977435332282033, 12),
    expect.closeTo(0.05025161112572573, 12),
  ]);
  expect(masses.slice(0, count).reduce((sum, one) => sum + one, 0)).toBeGreaterThan(1 - 1e-6);
  expect(pastRateNone(model, once, 52)).toBeCloseTo(0.762000762001143, 12);
});

test('the more orders, the more a customer’s own rate counts', () => {
  const model = fitPastRate(histories);
  // scipy.stats.nbinom(5.5, 70 / 83).pmf(0)
  expect(pastRateNone(model, { repeats: 5, recency: 40, age: 50 }, 13)).toBeCloseTo(0.39184085192709783, 12);
  expect(pastRateExpected(model, { repeats: 500, recency: 500, age: 500 }, 1)).toBeCloseTo(500.5 / 520, 12);
});

test('a shop in which nobody has ordered again has a wide answer, not none', () => {
  const model = fitPastRate({ ...histories, repeats: new Float64Array(2) });
  expect(model.weeks).toBe(400);
  expect(pastRateNone(model, { repeats: 0, recency: 0, age: 50 }, 52)).toBeLessThan(1);
});

test('a version kept from before lends nothing', () => {
  expect(pastRateExpected({ kind: 'past-rate' }, { repeats: 4, recency: 10, age: 20 }, 5)).toBe(1);
  expect(pastRateNone({ kind: 'past-rate' }, { repeats: 0, recency: 0, age: 20 }, 5)).toBe(1);
});

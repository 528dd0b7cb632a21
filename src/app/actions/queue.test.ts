import { expect, test } from 'vitest';
import { seededRandom } from '../../stats/index.ts';
import { queueOf } from './queue.ts';

const lot = [
  { of: 'call', gain: 16, cost: 8 },
  { of: 'voucher', gain: 12, cost: 2 },
  { of: 'nobody', gain: -3, cost: 1 },
  { of: 'another voucher', gain: 11, cost: 2 },
  { of: 'free', gain: 0.5, cost: 0 },
];

test('whom an action brings most come first; where money is short, most per pound, and the price is what the last pound brings', () => {
  const never = (): number => 1;
  expect(queueOf(lot, Number.POSITIVE_INFINITY, 0, never)).toEqual({ people: ['call', 'voucher', 'another voucher', 'free', 'nobody'], price: 0 });
  // 2 + 2 are spent, and the eight of the call no longer can be: it would bring two a pound.
  expect(queueOf(lot, 5, 0, never)).toEqual({ people: ['free', 'voucher', 'another voucher', 'call', 'nobody'], price: 2 });
  expect(queueOf(lot, 12, 0, never).price).toBe(0);
});

test('a share of the places is drawn by lot, and everybody stands in the queue once', () => {
  const many = Array.from({ length: 2000 }, (_, of) => ({ of, gain: of, cost: 1 }));
  const { people } = queueOf(many, Number.POSITIVE_INFINITY, 0.1, seededRandom(3));
  expect([...people].sort((a, b) => a - b)).toEqual(many.map(({ of }) => of));
  // The lot begins with those who gain least.
  expect(people.slice(0, 500).filter((of) => of < 1000).length / 500).toBeGreaterThan(0.06);
  expect(people.slice(0, 500).filter((of) => of < 1000).length / 500).toBeLessThan(0.14);
});

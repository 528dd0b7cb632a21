import { expect, test } from 'vitest';
import { reasonOf } from '../card.ts';
import type { OrderModelKind } from '../orders/model.ts';
import { chooseOrders } from './backtest.ts';
import { deviance, type Judged } from './measure.ts';

/** Four customers with 0, 1, 2 and 3 orders, of whom something is expected. */
function judged(expected: readonly number[]): ReadonlyMap<string, Judged> {
  const orders = Float64Array.of(0, 1, 2, 3);
  const mean = Float64Array.from(expected);
  const none = new Float64Array(4);
  const outcomes = { repeats: none, recency: none, age: none, active: none, weight: Float64Array.of(1, 1, 1, 1), orders };
  return new Map([['2026-04-01', { expected: mean, some: none, loss: mean.map((own, row) => deviance(orders[row] ?? 0, own)), outcomes }]]);
}
const chosenOf = (candidates: readonly (readonly [OrderModelKind, readonly number[]])[]) =>
  chooseOrders(new Map(candidates.map(([kind, expected]) => [kind, judged(expected)])), ['2026-04-01'], 13, []);

test('of two models that come to the same the simpler is chosen, and the card says why', () => {
  const close = chosenOf([
    ['average', [1.5, 1.5, 1.5, 1.5]],
    ['bg-nbd', [0.4, 1.100_01, 1.9, 2.7]],
    ['pareto-nbd', [0.4, 1.1, 1.9, 2.7]],
  ]);
  expect(close).toMatchObject({ best: 'pareto-nbd', chosen: 'bg-nbd' });
  expect(reasonOf(close)).toBe('BG/NBD came to the same as Pareto/NBD over 1 cut-off, and is simpler.');
});

test('one that does better for everybody is chosen before a simpler one', () => {
  const apart = chosenOf([
    ['bg-nbd', [0.8, 1.5, 1.4, 2]],
    ['pareto-nbd', [0.4, 1.1, 1.9, 2.7]],
  ]);
  expect(apart).toMatchObject({ best: 'pareto-nbd', chosen: 'pareto-nbd' });
});

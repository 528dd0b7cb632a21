import { expect, test } from 'vitest';
import { randomNormal, seededRandom } from '../../stats/index.ts';
import { twinsOf } from './twins.ts';

// Members have spent more than 100 in at least two orders. The mean order follows from the two that are asked; `score` is money in other units; taste is another matter.
test('what follows from the features of a definition would give it back, and is found', () => {
  const random = seededRandom(1);
  const rows = 4000;
  const orders = Float64Array.from({ length: rows }, () => 1 + Math.floor(6 * random()));
  const spent = orders.map((count) => count * 30 * Math.exp(0.5 * randomNormal(random)));
  const number = (name: string, values: Float64Array) => ({ kind: 'number' as const, name, values });
  const table = {
    rows,
    columns: [
      number('orders', orders),
      number('spent', spent),
      number(
        'mean order',
        spent.map((money, row) => money / (orders[row] ?? 1)),
      ),
      number(
        'score',
        spent.map((money) => Math.log(money)),
      ),
      number(
        'age',
        Float64Array.from({ length: rows }, () => 20 + 60 * random()),
      ),
      number(
        'visits',
        orders.map((count) => count + 4 * randomNormal(random)),
      ),
      { kind: 'category' as const, name: 'taste', codes: Int32Array.from({ length: rows }, () => Math.floor(4 * random())), levels: ['a', 'b', 'c', 'd'] },
    ],
  };
  const labels = Uint8Array.from(spent, (money, row) => (money > 100 && (orders[row] ?? 0) >= 2 ? 1 : 0));
  expect(twinsOf(table, new Set(['orders', 'spent']), labels, 1)).toEqual(['mean order', 'score']);
  expect(twinsOf(table, new Set(['taste']), labels, 1)).toEqual(['spent', 'score']);
});

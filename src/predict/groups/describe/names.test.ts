import { expect, test } from 'vitest';
import type { Distinction } from './distinction.ts';
import { groupNames } from './names.ts';

const more = (column: string, effect = 1): Distinction => ({ kind: 'number', column, inside: 5, outside: 1, effect });

test('a name says two things: what tells the same over another time comes after all others, and only where nothing else does', () => {
  expect(groupNames([[more('orders_count'), more('orders_last_12_months'), more('items_count'), more('average_order_value')]])).toEqual([
    'Frequent buyers, large baskets',
  ]);
  // Often so far and little this year is no echo.
  expect(groupNames([[more('orders_count'), more('orders_last_12_months', -1)]])).toEqual(['Frequent buyers, quiet this year']);
  expect(groupNames([[more('total_spent'), more('spent_last_12_months')], [more('total_spent')]])).toEqual([
    'Big spenders, big spenders this year',
    'Big spenders',
  ]);
});

import { expect, test } from 'vitest';
import { standingOf } from './standing.ts';

const numbers = (names: string) => names.split(' ').map((name) => standingOf({ name, type: 'number' }));
const all = (names: string, standing: string) => names.split(' ').map(() => standing);

test('totals and counts of orders restate them, in whatever language; other numbers do not', () => {
  const restating =
    'total_spent total_orders imported_orders gesamtumsatz anzahl_bestellungen Umsätze Dépenses bestellwert ltv historic_clv average_order_value monetary';
  expect(numbers(restating)).toEqual(all(restating, 'restates'));
  expect(standingOf({ name: 'last_order_date', type: 'date' })).toBe('restates');
  // A text of that name is an opinion or a kind; a word inside of another one is another word.
  expect(standingOf({ name: 'order_motive', type: 'text' })).toBe('told');
  expect(numbers('member_rating border_count loyalty_points')).toEqual(all('a b c', 'told'));
});

test('who somebody is lasts, when they signed up has its own date, all else is of the day it was told', () => {
  expect(['gender', 'city', 'birthday'].map((name) => standingOf({ name, type: 'text' }))).toEqual(['lasting', 'lasting', 'lasting']);
  expect(standingOf({ name: 'signed_up_at', type: 'instant' })).toBe('dated');
  expect(['plan', 'accepts_email', 'tags', 'last_login'].map((name) => standingOf({ name, type: 'text' }))).toEqual(all('a b c d', 'told'));
});

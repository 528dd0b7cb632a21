import { expect, test } from 'vitest';
import { callOf } from './call.ts';

const person = { profile: 7, name: 'Ana Ruiz', email: 'ana@example.org', customer_id: 'C7', orders: 5, total_spent: 412.3 };
const money = (amount: number): string => `£${amount.toFixed(2)}`;

test('a call says what is at stake, why now, and what to speak of', () => {
  const call = callOf(
    {
      ...person,
      values: {
        'predicted.at_stake': 60,
        'predicted.value_12m': 150,
        'predicted.value_12m_low': 90,
        'predicted.value_12m_high': 210,
        'predicted.return_90d': 0.456,
        expected_next_order_at: '2026-10-01T09:00:00.000Z',
        median_days_between_orders: 34.2,
        days_since_last_order: 71.9, // completed days, as everywhere
        favourite_category: 'Espresso',
        emails_opened_90d: 2,
        last_rating: 2,
        phone: '+44 7700 900123',
      },
    },
    money,
  );
  expect(call).toMatchObject({ at_stake: 60, value_12m: { expected: 150, low: 90, high: 210 }, return_90d: 0.456, phone: '+44 7700 900123', sure: 'fairly' });
  expect(call.reasons).toEqual([
    'Usually orders every 34 days; quiet for 71 days.',
    'Spent £412.30 on 5 orders so far.',
    '46% likely to order in the next 90 days if nothing is done.',
    'Still opens your e-mails: 2 in 90 days.',
    'Gave 2 of 5 the last time: ask about that first.',
  ]);
  expect(call.opening).toBe('Mostly buys Espresso.');
});

test('what a shop does not know is left out, never made up', () => {
  const call = callOf({ ...person, orders: 3, values: {} }, money);
  expect(call).toMatchObject({ at_stake: 0, return_90d: null, order: null, phone: null, due_since: null, opening: null, sure: 'barely' });
  expect(call.reasons).toEqual(['Spent £412.30 on 3 orders so far.']);
});

// What a buying model says of somebody with a rhythm of their own is another thing than what they did.
test('how likely an order is says the model of who stays away, where it acts, and how sure that is', () => {
  const values = { 'predicted.return_90d': 0.68 };
  const said = (order: { days: number; probability: number; low: number; high: number }): string | undefined =>
    callOf({ ...person, values, order }, money).reasons[1];
  const order = { days: 63, probability: 0.5, low: 0, high: 1 };
  expect(callOf({ ...person, values, order }, money).order).toEqual(order);
  expect(said({ days: 63, probability: 0.046, low: 0.03, high: 0.084 })).toBe(
    '5% likely to order in the next 63 days if nothing is done (of 100 such customers 3 to 8 did).',
  );
  expect(said({ days: 63, probability: 0.5, low: 0, high: 1 })).toBe('50% likely to order in the next 63 days if nothing is done.');
  expect(said({ days: 1, probability: 0.002, low: 0.001, high: 0.004 })).toBe(
    'Less than 1% likely to order in the next 1 day if nothing is done (of 100 such customers 0 did).',
  );
});

test('of a member it is said first when they last came, and how often before', () => {
  const first = (visited: number, visits_90d: number): string | undefined =>
    callOf({ ...person, values: { visits_90d }, member: { visited, seen: 400 } }, money).reasons[0];
  expect(first(36.9, 16)).toBe('Last visit 36 days ago, after about 2 visits a week.'); // 16 in 53 days
  expect(first(1.2, 30)).toBe('Last visit 1 day ago.');
  expect(first(200, 0)).toBe('Last visit 200 days ago.');
});

test('of a member it says how likely they leave, beside all, and what speaks for it; what they pay says nothing', () => {
  const leaving = { days: 30, probability: 0.634, low: 0.5, high: 0.72, usual: 0.05, thing: 'membership' };
  const said = [{ column: 'visits_30d', fact: 'One visit in 30 days, after 15 in the 60 days before.' }];
  const values = {
    'predicted.at_stake': 300,
    'predicted.value_12m': 480,
    visits_90d: 16,
    last_rating: 2,
    days_since_last_order: 3,
    median_days_between_orders: 30,
  };
  const call = callOf(
    { ...person, values, leaving: { ...leaving, words: 'They wrote, 12 November 2026: “Too dear”', reasons: said }, member: { visited: 21, seen: 400 } },
    money,
  );
  expect(call.reasons).toEqual([
    '63% likely (50 to 72%) to end their membership within 30 days if nothing is done.',
    'Last visit 21 days ago, after about 2 visits a week.',
    'They wrote, 12 November 2026: “Too dear”',
    'One visit in 30 days, after 15 in the 60 days before.',
    'Gave 2 of 5 the last time: ask about that first.',
  ]);
  expect(call).toMatchObject({ leaving: { days: 30, probability: 0.634, low: 0.5, high: 0.72, usual: 0.05 }, order: null, sure: 'fairly' });
  // Who came this week is told nothing of their last visit, and what the reasons say already is not said twice.
  const lately = callOf(
    {
      ...person,
      values,
      leaving: { ...leaving, low: 0.6, high: 0.7, reasons: [{ column: 'last_rating', fact: 'Gave 2 of 5.' }] },
      member: { visited: 3, seen: 400 },
    },
    money,
  );
  expect(lately.reasons.slice(1)).toEqual(['Gave 2 of 5.']);
  expect(lately.sure).toBe('well');
});

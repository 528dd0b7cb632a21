import type { ValueType } from '../../language/index.ts';

/** A trait that a model fills: its word in the language, its column in `features`, and what the card says of it. */
export type PredictedTrait = {
  readonly name: string;
  readonly label: string;
  readonly column: string;
  readonly type: ValueType;
  readonly unit?: string;
  readonly values?: readonly string[];
  readonly meaning: string;
};

const trait = (
  name: string,
  label: string,
  type: ValueType,
  meaning: string,
  more: { readonly unit?: string; readonly values?: readonly string[] } = {},
): PredictedTrait => ({
  name: `predicted.${name}`,
  label,
  column: `predicted_${name}`,
  type,
  meaning,
  ...more,
});

const below = 'One case in ten is less than this; none is where it is nothing.';
const above = 'One case in ten is more than this; one in five, or fewer, where the low end is nothing.';

/** Traits of the value model. Everything is counted from the moment that is looked from. */
export const valueTraits = (currency: string): readonly PredictedTrait[] => {
  const money = { unit: currency };
  const days = { unit: 'days' };
  return [
    trait('alive', 'probability of still being a customer', 'number', 'Probability that the customer has not left for good; unknown where an average answers.'),
    trait('return_90d', 'probability of an order in 90 days', 'number', 'Probability of at least one order in the next 90 days.'),
    trait('orders_90d', 'orders expected in 90 days', 'number', 'Expected number of days with an order in the next 90 days.'),
    trait('orders_90d_low', 'orders in 90 days, low', 'number', below),
    trait('orders_90d_high', 'orders in 90 days, high', 'number', above),
    trait('orders_12m', 'orders expected in 12 months', 'number', 'Expected number of days with an order in the next 12 months.'),
    trait('orders_12m_low', 'orders in 12 months, low', 'number', below),
    trait('orders_12m_high', 'orders in 12 months, high', 'number', above),
    trait('spend', 'expected money per order', 'number', 'Expected money of one more order.', money),
    trait('value_3m', 'value expected in 3 months', 'number', 'Expected money of orders in the next 3 months.', money),
    trait('value_6m', 'value expected in 6 months', 'number', 'Expected money of orders in the next 6 months.', money),
    trait('value_12m', 'value expected in 12 months', 'number', 'Expected money of orders in the next 12 months.', money),
    trait('value_12m_low', 'value in 12 months, low', 'number', below, money),
    trait('value_12m_high', 'value in 12 months, high', 'number', above, money),
    trait('lifetime_value', 'value of the next 3 years, discounted', 'number', 'Expected money of the next 3 years, a year later worth 10% less.', money),
    trait(
      'at_stake',
      'money at stake',
      'number',
      'Value expected in 12 months times the probability of no order in that time: most where much is expected of someone who may as well not come back. Where “Who will stay away” acts, by its chances; of members, where it is asked who leaves, times the probability that they do.',
      money,
    ),
    trait(
      'next_order_days',
      'predicted days to the next order',
      'number',
      'Days until an order is as likely to have come as not; unknown where that takes more than two years or never comes.',
      days,
    ),
    trait(
      'next_order_date',
      'predicted next order',
      'instant',
      'The moment by which an order is as likely to have come as not; of customers with a regular rhythm their last order and usual gap, where that was nearer when both were held against what came. In the past for somebody who is late.',
    ),
    trait('next_order_date_low', 'predicted next order, early', 'instant', 'One in ten orders sooner.'),
    trait('next_order_date_high', 'predicted next order, late', 'instant', 'One in ten orders later, or never.'),
    trait(
      'value_tier',
      'predicted value tier',
      'text',
      'High for the fifth of the buyers with the most value expected in 12 months, medium for the next three tenths. Those of whom as much is expected as of the last of them are in it, too.',
      {
        values: ['high', 'medium', 'low'],
      },
    ),
  ];
};

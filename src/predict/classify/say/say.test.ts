import { expect, test } from 'vitest';
import type { AttributeWord, Vocabulary } from '../../../language/index.ts';
import { categoryColumn, type FeatureTable } from '../../../stats/index.ts';
import { referenceOf } from '../reference.ts';
import { driverSentence } from './driver.ts';
import { feedbackSaid } from './feedback.ts';
import { sayReason } from './reason.ts';

const word = (name: string, label: string, type: AttributeWord['type'], unit?: string): [string, AttributeWord] => [
  name,
  { name, label, type, table: 'features', column: name, ...(unit === undefined ? {} : { unit }) },
];
const vocabulary = {
  attributes: new Map([
    word('days_since_last_order', 'days since last order', 'number', 'days'),
    word('median_days_between_orders', 'median days between orders', 'number', 'days'),
    word('average_order_value', 'average order value', 'number', 'GBP'),
    word('orders_count', 'number of orders', 'number'),
    word('discount_share', 'share of orders with a discount', 'number'),
    word('favourite_category', 'favourite category', 'text'),
    word('expected_next_order_at', 'next order expected', 'instant'),
    word('loyalty_points', 'loyalty points', 'number'),
  ]),
} as unknown as Vocabulary;
const number = (name: string, values: readonly number[]) => ({ kind: 'number', name, values: Float64Array.from(values) }) as const;
// Ada has a rhythm, Bo ordered once; Cy and Di are who everybody is compared with.
const table: FeatureTable = {
  rows: 4,
  columns: [
    number('days_since_last_order', [74.8, 85.4, 20, 40]),
    number('median_days_between_orders', [30, Number.NaN, 30, 28]),
    number('average_order_value', [24.5, 180, 24.5, 24.5]),
    number('orders_count', [11, 1, 3, 3]),
    number('discount_share', [0.25, 0, 0.5, 0.5]),
    number('expected_next_order_at', [44, Number.NaN, -12, 44]),
    number('own_rhythm', [0.31, 0.55, 0.9, 0.8]),
    number('buyer_model', [0.42, 0.002, 0.9, 0.8]),
    number('loyalty_points', [1234, 5, 5, 5]),
    categoryColumn('favourite_category', ['Espresso', 'Gifts', 'Espresso', 'Espresso']),
  ],
};
const reference = referenceOf(table);
const silence = { buyer: 'silence', horizonDays: 63 } as const;
const say = (name: string, row: number, effect: number, asked: Parameters<typeof sayReason>[3]['asked'] = silence): string => {
  const column = table.columns.find((own) => own.name === name);
  if (column === undefined) throw new Error(name);
  return sayReason(column, vocabulary.attributes.get(name)?.label ?? name, effect, { table, row, reference, shop: { vocabulary }, asked }).sentence;
};

test('why one customer scores so is said in the units of what it was, beside what is usual', () => {
  expect(say('own_rhythm', 0, 1)).toBe(
    'Last order 74 days ago, and they usually order every 30 days: by that alone an order within 63 days is 31% likely (usual among all customers: 68%); such customers are likelier to stay away.',
  );
  expect(say('own_rhythm', 1, -1)).toBe(
    'Only one order so far, so no rhythm of their own yet (customers who come back usually order every 30 days); of customers otherwise alike, such are less likely to stay away.',
  );
  expect(say('buyer_model', 1, 1)).toBe(
    'By how often and how lately they ordered, an order within 63 days is less than 1% likely (usual among all customers: 61%); such customers are likelier to stay away.',
  );
  expect(say('days_since_last_order', 1, 1)).toBe('Last order 85 days ago (half of all customers: 57 days or less); such customers are likelier to stay away.');
  expect(say('orders_count', 1, 1)).toBe('Only one order so far (usual among all customers: 3); such customers are likelier to stay away.');
  const order = { buyer: 'order', horizonDays: 28 } as const;
  expect(say('average_order_value', 1, 1, order)).toBe('£180 an order on average (usual among all customers: £24.50); such customers are likelier to order.');
  expect(say('discount_share', 0, -1, order)).toBe(
    '25% of the orders with a discount (usual among all customers: 38%); such customers are less likely to order.',
  );
  const own = { horizonDays: 30 };
  expect(say('favourite_category', 1, -1, own)).toBe('Mostly buys Gifts; it is less likely with such customers.');
  // What is still to come is not held against what is over.
  expect(say('expected_next_order_at', 2, 1, own)).toBe('By their pauses the next order is due in 12 days; it is likelier with such customers.');
  expect(say('expected_next_order_at', 0, -1, own)).toBe('By their pauses the next order was due 44 days ago; it is less likely with such customers.');
  expect(say('expected_next_order_at', 1, 1, own)).toBe('Only one order so far; it is likelier with such customers.');
  expect(say('loyalty_points', 0, 1, own)).toBe('Loyalty points: 1,230 (usual among all customers: 5); it is likelier with such customers.');
});

test('what a model goes by is said from the end that one can picture', () => {
  const driver = { label: 'x', level: null, share: 0.6 };
  const words = { vocabulary };
  expect(driverSentence({ ...driver, column: 'own_rhythm', direction: 'less' }, silence, words)).toBe(
    'The longer they have been quiet beyond the pause that is usual for each of them, the likelier they are to stay away (60% of what the model goes by).',
  );
  expect(driverSentence({ ...driver, column: 'buyer_model', direction: 'more', share: 0.13 }, { buyer: 'order', horizonDays: 28 }, words)).toBe(
    'The less often and the longer ago they ordered, the less likely they are to order (13% of what the model goes by).',
  );
  const asked = { horizonDays: 60 };
  expect(driverSentence({ ...driver, column: 'discount_share', direction: 'less', share: 0.001 }, asked, words)).toBe(
    'The more of their orders had a discount, the less likely it is (less than 1% of what the model goes by).',
  );
  expect(driverSentence({ ...driver, column: 'favourite_category', label: 'favourite category', direction: 'mixed', level: 'Espresso' }, asked, words)).toBe(
    'Likeliest of those whose favourite category is Espresso (60% of what the model goes by).',
  );
  expect(driverSentence({ ...driver, column: 'visits_90d', direction: 'mixed', share: 0.09 }, asked, words)).toBe(
    'It goes by whether they come less or more often than before: visits in 90 days beside those in 30 (9% of what the model goes by).',
  );
  expect(driverSentence({ ...driver, column: 'orders_count', label: 'number of orders', direction: 'mixed' }, asked, words)).toBe(
    'Number of orders works in both directions: for some customers it speaks for it, for others against it (60% of what the model goes by).',
  );
});

test('a number that is 0 or 1 is told as yes or no, of one customer and of all', () => {
  const senior = { name: 'senior_citizen', label: 'senior citizen', type: 'number', table: 'attributes', column: 't9', yesNo: true } as const;
  const own = { ...vocabulary, attributes: new Map([...vocabulary.attributes, [senior.name, senior]]) };
  const column = { kind: 'number', name: 'senior_citizen', values: Float64Array.of(1, 0, Number.NaN) } as const;
  const said = (row: number) =>
    sayReason(column, 'senior citizen', 1, { table: { rows: 3, columns: [column] }, row, reference, shop: { vocabulary: own }, asked: silence });
  expect(said(0)).toEqual({
    value: 'yes',
    fact: 'Senior citizen is yes.',
    odd: false,
    sentence: 'Senior citizen is yes; such customers are likelier to stay away.',
  });
  expect(said(1)).toMatchObject({ value: 'no', sentence: 'Senior citizen is no; such customers are likelier to stay away.' });
  expect(said(2)).toMatchObject({ value: null, sentence: 'Senior citizen is not known; such customers are likelier to stay away.' });
  const driver = { column: 'senior_citizen', label: 'senior citizen', level: null, share: 0.12 };
  expect(driverSentence({ ...driver, direction: 'more' }, silence, { vocabulary: own })).toBe(
    'Likeliest of those whose senior citizen is yes (12% of what the model goes by).',
  );
  expect(driverSentence({ ...driver, direction: 'less' }, silence, { vocabulary: own })).toBe(
    'Likeliest of those whose senior citizen is no (12% of what the model goes by).',
  );
});

test('visits are told with what they were before', () => {
  const own = {
    ...vocabulary,
    attributes: new Map([
      ...vocabulary.attributes,
      word('last_visit_at', 'last visit', 'instant'),
      word('visits_30d', 'visits in 30 days', 'number'),
      word('visits_90d', 'visits in 90 days', 'number'),
    ]),
  } as unknown as Vocabulary;
  const columns = [number('last_visit_at', [36.4, 2, 2]), number('visits_30d', [0, 1, 5]), number('visits_90d', [16, 1, 15])];
  const visits: FeatureTable = { rows: 3, columns };
  const said = (place: number, row: number) =>
    sayReason(columns[place] as (typeof columns)[number], 'x', 1, {
      table: visits,
      row,
      reference: referenceOf(visits),
      shop: { vocabulary: own },
      asked: silence,
    }).sentence;
  // 16 visits in the 53.6 days before: 2.1 a week.
  expect(said(0, 0)).toBe(
    'Last visit 36 days ago (half of all customers: 2 days or less), after about 2 visits a week; such customers are likelier to stay away.',
  );
  expect(said(0, 1)).toBe('Last visit 2 days ago (half of all customers: 2 days or less); such customers are likelier to stay away.');
  expect(said(1, 0)).toBe('No visit in 30 days, after 16 in the 60 days before; such customers are likelier to stay away.');
  expect(said(1, 1)).toBe('One visit in 30 days (usual among all customers: 1); such customers are likelier to stay away.');
  // 5 visits are as many as in each 30 of the 60 days before, and more than others have.
  expect(said(1, 2)).toBe(
    '5 visits in 30 days (usual among all customers: 1), after 10 in the 60 days before; of customers otherwise alike, such are likelier to stay away.',
  );
  expect(said(2, 0)).toBe('16 visits in 90 days (usual among all customers: 15); of customers otherwise alike, such are likelier to stay away.');
});

test('feedback is called what it is', () => {
  expect(feedbackSaid('7', ['ticket'])).toBe('7 tickets');
  expect(feedbackSaid('1', ['ticket'])).toBe('One ticket');
  expect(feedbackSaid('1', ['review', 'ticket'])).toBe('One ticket or review');
  expect(feedbackSaid('0', ['survey', 'ticket'])).toBe('No tickets or survey answers');
  expect(feedbackSaid('12', ['survey', 'review', 'ticket'])).toBe('12 tickets, reviews and survey answers');
  expect(feedbackSaid('2', [])).toBe('2 pieces of feedback');
  const driver = { column: 'feedback_count', label: 'pieces of feedback', level: null, share: 0.2, direction: 'more' } as const;
  expect(driverSentence(driver, silence, { vocabulary, feedback: ['ticket'] })).toBe(
    'The more tickets they have written, the likelier they are to stay away (20% of what the model goes by).',
  );
});

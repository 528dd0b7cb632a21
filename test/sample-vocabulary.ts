import type { AttributeWord, ValueType, Vocabulary } from '../src/language/index.ts';

/** A shop's vocabulary for tests of the language: every type, aliases, known values, events and segments. */
const trait = (name: string, type: ValueType, more: Partial<AttributeWord> = {}): AttributeWord => ({
  name,
  label: name.replaceAll('_', ' '),
  type,
  table: 'attributes',
  column: name,
  ...more,
});
const feature = (name: string, type: ValueType, more: Partial<AttributeWord> = {}): AttributeWord => ({
  ...trait(name, type, more),
  table: 'features',
});

const words: readonly AttributeWord[] = [
  trait('country', 'text', { values: ['GB', 'US', 'CA', 'DE', 'FR'] }),
  trait('city', 'text'),
  trait('email', 'text', { label: 'e-mail' }),
  trait('tags', 'list', { values: ['vip', 'wholesale', 'newsletter'] }),
  trait('age', 'number'),
  trait('birthday', 'date', { anniversary: true }),
  trait('renewal_date', 'date'),
  trait('signed_up_at', 'instant', { label: 'signed up', aliases: ['signup_date'] }),
  trait('accepts_email', 'boolean', { label: 'accepts e-mail marketing' }),
  trait('accepts_personalisation', 'boolean', { label: 'accepts personalisation' }),
  trait('company_size', 'text'),
  trait('postcode', 'text'),
  trait('latitude', 'number'),
  trait('longitude', 'number'),
  feature('orders_count', 'number', { least: 0 }),
  feature('total_spent', 'number', { unit: 'GBP', aliases: ['spent', 'monetary'] }),
  feature('average_order_value', 'number', { unit: 'GBP', aliases: ['aov'] }),
  feature('days_since_last_order', 'number', { unit: 'days' }),
  feature('last_order_at', 'instant', { label: 'last order' }),
  feature('lifecycle', 'text', { values: ['prospect', 'new', 'active', 'loyal', 'at risk', 'occasional', 'churned'] }),
  feature('rfm.segment', 'text', { label: 'RFM group', column: 'rfm_segment', values: ['Champions', 'Loyal', 'At Risk', 'New', 'Hibernating'] }),
  feature('rfm.r', 'number', { label: 'recency score', column: 'rfm_r', aliases: ['rfm.recency'] }),
  feature('favourite_category', 'text', { values: ['Beans', 'Brewing', 'Gifts'] }),
  trait('predicted.churn_probability', 'number', { label: 'churn probability' }),
  trait('predicted.value_12m', 'number', { label: 'predicted value over 12 months', unit: 'GBP' }),
];

export const sampleVocabulary: Vocabulary = {
  attributes: new Map(words.map((word) => [word.name, word])),
  events: ['Product Viewed', 'Product Added', 'Checkout Started', 'Order Completed', 'Email Delivered', 'Email Opened'],
  eventProperties: new Map<string, ValueType>([
    ['size', 'number'],
    ['colour', 'text'],
  ]),
  segments: new Map([
    ['wholesale-buyers', { name: 'Wholesale buyers', text: 'tags contains "wholesale"' }],
    ['staff', { name: 'Staff', text: 'email ends with "@example.com"' }],
    ['regulars', { name: 'Regulars', text: 'orders >= 3 and not in segment "staff"' }],
    ['chicken', { name: 'Chicken', text: 'in segment "egg"' }],
    ['egg', { name: 'Egg', text: 'in segment "Chicken" or orders = 0' }],
  ]),
  currency: 'GBP',
};

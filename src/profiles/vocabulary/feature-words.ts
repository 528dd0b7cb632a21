import type { AttributeWord, ValueType } from '../../language/index.ts';

/** The computed traits as the language knows them; the columns lie in `features`. `{currency}` becomes the workspace's. */
const word = (
  name: string,
  label: string,
  type: ValueType,
  more: {
    readonly aliases?: readonly string[];
    readonly unit?: string;
    readonly column?: string;
    readonly values?: readonly string[];
    readonly least?: number;
    readonly most?: number;
  } = {},
): AttributeWord => ({
  name,
  label,
  type,
  table: 'features',
  column: more.column ?? name,
  ...(more.aliases === undefined ? {} : { aliases: more.aliases }),
  ...(more.unit === undefined ? {} : { unit: more.unit }),
  ...(more.least === undefined ? {} : { least: more.least }),
  ...(more.most === undefined ? {} : { most: more.most }),
  ...(more.values === undefined ? {} : { values: more.values }),
});

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const featureWords = (currency: string): readonly AttributeWord[] => [
  word('first_order_at', 'first order', 'instant', { aliases: ['first order', 'first order date', 'first_order_date'] }),
  word('last_order_at', 'last order', 'instant', { aliases: ['last order', 'last order date', 'last_order_date'] }),
  word('orders_count', 'number of orders', 'number', { least: 0, aliases: ['orders count', 'number of orders', 'order_count', 'order count'] }),
  word('total_spent', 'total spent', 'number', { aliases: ['total spent', 'spent', 'monetary', 'lifetime spend'], unit: currency }),
  word('average_order_value', 'average order value', 'number', { aliases: ['average order value', 'aov'], unit: currency }),
  word('days_since_last_order', 'days since last order', 'number', { least: 0, unit: 'days' }),
  word('days_since_first_order', 'days since first order', 'number', { least: 0, unit: 'days' }),
  word('mean_days_between_orders', 'mean days between orders', 'number', {
    least: 0,
    aliases: ['mean days between orders', 'average days between orders', 'average_days_between_orders'],
    unit: 'days',
  }),
  word('median_days_between_orders', 'median days between orders', 'number', { least: 0, aliases: ['median days between orders'], unit: 'days' }),
  word('returns_count', 'number of returns', 'number', { least: 0, aliases: ['returns count', 'number of returns'] }),
  word('return_share', 'share of money returned', 'number', { least: 0, most: 1, aliases: ['return share', 'return rate', 'return_rate'] }),
  word('discount_share', 'share of orders with a discount', 'number', { least: 0, most: 1, aliases: ['discount share', 'discount rate', 'discount_rate'] }),
  word('items_count', 'number of items bought', 'number', { least: 0, aliases: ['items count', 'number of items', 'items bought'] }),
  word('distinct_products', 'different products bought', 'number', { least: 0, aliases: ['distinct products', 'different products'] }),
  word('distinct_categories', 'different categories bought', 'number', { least: 0, aliases: ['distinct categories', 'different categories'] }),
  word('favourite_category', 'favourite category', 'text', { aliases: ['favourite category', 'favorite category', 'favorite_category'] }),
  word('favourite_product', 'favourite product', 'text', { aliases: ['favourite product', 'favorite product', 'favorite_product'] }),
  word('favourite_channel', 'favourite channel', 'text', { aliases: ['favourite channel', 'favorite channel', 'favorite_channel'] }),
  word('favourite_weekday', 'favourite weekday', 'text', { aliases: ['favourite weekday', 'favorite weekday', 'favorite_weekday'], values: weekdays }),
  word('favourite_hour', 'favourite hour of the day', 'number', { least: 0, most: 23, aliases: ['favourite hour', 'favorite hour', 'favorite_hour'] }),
  word('spent_last_12_months', 'spent in the last 12 months', 'number', { aliases: ['spent last 12 months', 'spent in the last 12 months'], unit: currency }),
  word('orders_last_12_months', 'orders in the last 12 months', 'number', { least: 0, aliases: ['orders last 12 months', 'orders in the last 12 months'] }),
  word('rfm.r', 'RFM recency score', 'number', { least: 1, most: 5, aliases: ['rfm.recency', 'rfm_r'], column: 'rfm_r' }),
  word('rfm.f', 'RFM frequency score', 'number', { least: 1, most: 5, aliases: ['rfm.frequency', 'rfm_f'], column: 'rfm_f' }),
  word('rfm.m', 'RFM money score', 'number', { least: 1, most: 5, aliases: ['rfm.monetary', 'rfm_m'], column: 'rfm_m' }),
  word('rfm.score', 'RFM score', 'text', { aliases: ['rfm_score'], column: 'rfm_score' }),
  word('rfm.segment', 'RFM group', 'text', { aliases: ['rfm_segment', 'rfm.group', 'rfm segment', 'rfm group'], column: 'rfm_segment' }),
  word('value_tier', 'value tier', 'text', { aliases: ['value tier'], values: ['high', 'medium', 'low'] }),
  word('lifecycle', 'lifecycle stage', 'text', { aliases: ['lifecycle stage', 'lifecycle_stage'] }),
  word('engagement_level', 'engagement level', 'text', { aliases: ['engagement level'], values: ['high', 'medium', 'low', 'none'] }),
  word('first_seen_at', 'first seen', 'instant', { aliases: ['first seen'] }),
  word('last_seen_at', 'last seen', 'instant', { aliases: ['last seen'] }),
  word('events_count', 'number of events', 'number', { least: 0, aliases: ['events count', 'number of events'] }),
  word('last_event_at', 'last event', 'instant', { aliases: ['last event'] }),
  word('emails_opened_90d', 'e-mails opened in 90 days', 'number', { least: 0, aliases: ['emails opened'] }),
  word('emails_clicked_90d', 'e-mails clicked in 90 days', 'number', { least: 0, aliases: ['emails clicked'] }),
  word('emails_delivered_90d', 'e-mails delivered in 90 days', 'number', { least: 0, aliases: ['emails delivered'] }),
  word('visits_30d', 'visits in 30 days', 'number', { least: 0 }),
  word('visits_90d', 'visits in 90 days', 'number', { least: 0 }),
  word('last_visit_at', 'last visit', 'instant', { aliases: ['last visit'] }),
  word('expected_next_order_at', 'next order expected', 'instant', { aliases: ['expected next order', 'next order expected'] }),
  word('feedback_count', 'pieces of feedback', 'number', { least: 0, aliases: ['feedback count'] }),
  word('average_rating', 'average rating given', 'number', { aliases: ['average rating'] }),
  word('last_rating', 'last rating given', 'number', { aliases: ['last rating'] }),
];

import type { Vocabulary } from '../../../language/index.ts';
import { amountOf, isDate } from '../../classify/index.ts';

type Words = Pick<Vocabulary, 'attributes'>;

/** How a feature is said with so much more of it; the amount comes with its unit. */
const more: Readonly<Record<string, (amount: string, one: boolean) => string>> = {
  visits_30d: (amount, one) => `${amount} ${one ? 'visit' : 'visits'} more in 30 days`,
  visits_90d: (amount, one) => `${amount} ${one ? 'visit' : 'visits'} more in 90 days`,
  orders_count: (amount, one) => `${amount} ${one ? 'order' : 'orders'} more so far`,
  orders_last_12_months: (amount, one) => `${amount} ${one ? 'order' : 'orders'} more in the last 12 months`,
  events_count: (amount, one) => `${amount} ${one ? 'visit or other event' : 'visits and other events'} more so far`,
  items_count: (amount, one) => `${amount} ${one ? 'item' : 'items'} more bought so far`,
  distinct_products: (amount, one) => `${amount} ${one ? 'product' : 'different products'} more`,
  distinct_categories: (amount, one) => `${amount} ${one ? 'category' : 'categories'} more`,
  emails_opened_90d: (amount, one) => `${amount} ${one ? 'e-mail' : 'e-mails'} more opened in 90 days`,
  emails_clicked_90d: (amount, one) => `${amount} ${one ? 'click' : 'clicks'} more in e-mails in 90 days`,
  emails_delivered_90d: (amount, one) => `${amount} ${one ? 'e-mail' : 'e-mails'} more sent to them in 90 days`,
  feedback_count: (amount, one) => `${amount} ${one ? 'piece' : 'pieces'} of feedback more`,
  total_spent: (amount) => `${amount} more spent so far`,
  spent_last_12_months: (amount) => `${amount} more spent in the last 12 months`,
  average_order_value: (amount) => `${amount} more for an order on average`,
  days_since_last_order: (amount) => `${amount} more since their last order`,
  days_since_first_order: (amount) => `${amount} more since their first order`,
  mean_days_between_orders: (amount) => `${amount} more between orders on average`,
  median_days_between_orders: (amount) => `${amount} more between their orders`,
  last_event_at: (amount) => `${amount} more since their last visit or other event`,
  last_visit_at: (amount) => `${amount} more since their last visit`,
  last_seen_at: (amount) => `${amount} more since they were last seen`,
  first_seen_at: (amount) => `${amount} more since they were first seen`,
  expected_next_order_at: (amount) => `${amount} more since their next order was due`,
  signed_up_at: (amount) => `${amount} more since they signed up`,
};

/** A round number of one or two digits near what is usual: 5.3 → 5, 790 → 1,000. Counts and days move by whole ones. */
export function roundStep(usual: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(usual));
  const step = [1, 2, 5, 10].map((times) => times * power).toSorted((a, b) => Math.abs(Math.log(a / usual)) - Math.abs(Math.log(b / usual)))[0];
  return Math.max(whole ? 1 : 0, step ?? usual);
}

/** Columns of days, whatever they are called; and the age of a subscription, which no list has. */
export const inDays = (name: string, words: Words): boolean => isDate(name, words) || words.attributes.get(name)?.unit === 'days';

/** What a ratio is for: `each 5 visits more in 30 days`. */
export function eachMore(name: string, label: string, step: number, words: Words): string {
  const amount = amountOf(name, step, words);
  const said = more[name]?.(amount, step === 1);
  if (said !== undefined) return `each ${said}`;
  return inDays(name, words) ? `each ${amount} more (${label})` : `each ${amount} more of “${label}”`;
}

type Ratio = { readonly ratio: number; readonly low: number; readonly high: number };

/** The ratio in a sentence, with its 95% interval; `others` are those that it is held against, where there are such. Where the interval holds 1 nothing is told but how far it may be off. */
export function ratioSentence(subject: string, { ratio, low, high }: Ratio, others = ''): string {
  const off = (value: number): string => `${Math.round(100 * Math.abs(1 - value))}%`;
  const times = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
  const end = (value: number): string => (value < 1 ? `${off(value)} lower` : value < 1.5 ? `${off(value)} higher` : `${times(value)} times as high`);
  const [that, than, as] = others === '' ? ['', '', ''] : [` from that ${others}`, ` than ${others}`, ` as ${others}`];
  const said =
    low <= 1 && high >= 1
      ? `may be no different${that} (between ${end(low)} and ${end(high)})`
      : ratio < 1
        ? `is ${off(ratio)} lower${than} (${off(high)} to ${off(low)})`
        : ratio < 1.5
          ? `is ${off(ratio)} higher${than} (${off(low)} to ${off(high)})`
          : `is ${times(ratio)} times as high${as} (${times(low)} to ${times(high)})`;
  return `${subject} the risk of ending at any time ${said}, all else alike.`;
}

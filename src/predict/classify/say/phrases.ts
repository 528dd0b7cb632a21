/** How a feature is said of one customer with a value, and of everybody who has more of it. */
export type Phrase = { readonly own: (value: string) => string; readonly more: string };

const many =
  (one: string, several: (value: string) => string, none?: string): ((value: string) => string) =>
  (value) =>
    value === '1' ? one : value === '0' && none !== undefined ? none : several(value);

const visits = (days: number): ((value: string) => string) =>
  many(`One visit in ${days} days`, (value) => `${value} visits in ${days} days`, `No visit in ${days} days`);

/** Features as an owner would say them. Values come with their unit: money as money, shares as percent, days as days. */
export const phrases: Readonly<Record<string, Phrase>> = {
  orders_count: { own: many('Only one order so far', (value) => `${value} orders so far`), more: 'The more orders they have placed' },
  total_spent: { own: (value) => `${value} spent so far`, more: 'The more they have spent' },
  average_order_value: { own: (value) => `${value} an order on average`, more: 'The larger their usual order' },
  days_since_last_order: { own: (value) => `Last order ${value} ago`, more: 'The longer ago their last order was' },
  days_since_first_order: { own: (value) => `First order ${value} ago`, more: 'The longer they have been a customer' },
  mean_days_between_orders: { own: (value) => `Orders every ${value} on average`, more: 'The longer the pauses between their orders' },
  median_days_between_orders: { own: (value) => `Usually orders every ${value}`, more: 'The longer their usual pause between orders' },
  returns_count: {
    own: many('One return so far', (value) => `${value} returns so far`, 'No return so far'),
    more: 'The more often they have sent something back',
  },
  return_share: { own: (value) => `${value} of the money returned`, more: 'The more of their money went back' },
  discount_share: { own: (value) => `${value} of the orders with a discount`, more: 'The more of their orders had a discount' },
  items_count: { own: many('One item bought so far', (value) => `${value} items bought so far`), more: 'The more items they have bought' },
  distinct_products: { own: many('One product bought', (value) => `${value} different products bought`), more: 'The more different products they have bought' },
  distinct_categories: {
    own: many('One category bought', (value) => `${value} different categories bought`),
    more: 'The more different categories they have bought',
  },
  favourite_hour: { own: (value) => `Mostly orders about ${value}:00`, more: 'The later in the day they order' },
  spent_last_12_months: { own: (value) => `${value} spent in the last 12 months`, more: 'The more they have spent in the last 12 months' },
  orders_last_12_months: {
    own: many('One order in the last 12 months', (value) => `${value} orders in the last 12 months`, 'No order in the last 12 months'),
    more: 'The more orders they have placed in the last 12 months',
  },
  'rfm.r': { own: (value) => `How lately they ordered: ${value} of 5`, more: 'The more lately they ordered, by fifths of all customers' },
  'rfm.f': { own: (value) => `How often they ordered: ${value} of 5`, more: 'The more often they ordered, by fifths of all customers' },
  'rfm.m': { own: (value) => `How much they spent: ${value} of 5`, more: 'The more they spent, by fifths of all customers' },
  events_count: {
    own: many('One visit or other event', (value) => `${value} visits and other events`, 'No visit or other event'),
    more: 'The more is known of their visits',
  },
  emails_opened_90d: {
    own: many('One e-mail opened in 90 days', (value) => `${value} e-mails opened in 90 days`, 'No e-mail opened in 90 days'),
    more: 'The more e-mails they have opened in 90 days',
  },
  emails_clicked_90d: {
    own: many('One click in an e-mail in 90 days', (value) => `${value} clicks in e-mails in 90 days`, 'No click in an e-mail in 90 days'),
    more: 'The more often they have clicked in e-mails in 90 days',
  },
  emails_delivered_90d: {
    own: many('One e-mail sent to them in 90 days', (value) => `${value} e-mails sent to them in 90 days`, 'No e-mail sent to them in 90 days'),
    more: 'The more e-mails they were sent in 90 days',
  },
  visits_30d: { own: visits(30), more: 'The more often they have visited in 30 days' },
  visits_90d: { own: visits(90), more: 'The more often they have visited in 90 days' },
  average_rating: { own: (value) => `Gives a rating of ${value} on average`, more: 'The better they rate' },
  last_rating: { own: (value) => `Gave a rating of ${value} the last time`, more: 'The better they rated the last time' },
};

/** The same of dates, with how long ago they were; a date to come has `soon`. */
export const datePhrases: Readonly<Record<string, Phrase & { readonly soon: (value: string) => string }>> = {
  first_seen_at: { own: (value) => `First seen ${value} ago`, soon: (value) => `First seen in ${value}`, more: 'The longer ago they were first seen' },
  last_seen_at: { own: (value) => `Last seen ${value} ago`, soon: (value) => `Last seen in ${value}`, more: 'The longer ago they were last seen' },
  last_event_at: {
    own: (value) => `Last visit or other event ${value} ago`,
    soon: (value) => `Next event in ${value}`,
    more: 'The longer ago they were last active',
  },
  last_visit_at: { own: (value) => `Last visit ${value} ago`, soon: (value) => `Next visit in ${value}`, more: 'The longer ago their last visit was' },
  signed_up_at: { own: (value) => `Signed up ${value} ago`, soon: (value) => `Signs up in ${value}`, more: 'The longer ago they signed up' },
  expected_next_order_at: {
    own: (value) => `By their pauses the next order was due ${value} ago`,
    soon: (value) => `By their pauses the next order is due in ${value}`,
    more: 'The longer ago their next order was due',
  },
};

/** Of texts: what somebody with that value does. */
export const kindPhrases: Readonly<Record<string, (value: string) => string>> = {
  favourite_category: (value) => `Mostly buys ${value}`,
  favourite_product: (value) => `Mostly buys ${value}`,
  favourite_channel: (value) => `Mostly orders through ${value}`,
  favourite_weekday: (value) => `Mostly orders on ${value}`,
};

/** What it means that a feature is not known of somebody: of whoever ordered once, and of anybody. */
export const notKnown: Readonly<Record<'once' | 'ever', Readonly<Record<string, string>>>> = {
  once: Object.fromEntries(
    ['mean_days_between_orders', 'median_days_between_orders', 'expected_next_order_at'].map((column) => [column, 'Only one order so far']),
  ),
  ever: {
    last_visit_at: 'No visit on record',
    last_event_at: 'No visit or other event on record',
    average_rating: 'No rating given so far',
    last_rating: 'No rating given so far',
  },
};

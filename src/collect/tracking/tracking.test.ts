import { expect, test } from 'vitest';
import type { JsonObject, LiveRecord } from '../../contract/index.ts';
import { formatInstant, instant, parseInstant } from '../../core/index.ts';
import { createInterpret } from '../interpret.ts';

// Calls as the specification's pages show them (segment.com/docs/connections/spec), persons invented; what they mean is read off those pages by hand.

const receivedAt = parseInstant('2026-11-28T10:00:10Z') ?? instant(0);
const interpret = createInterpret();
const records = (body: JsonObject): readonly LiveRecord[] => {
  const said = interpret({ source: 'website', messageId: 'm1', receivedAt, body });
  if (!said.ok) throw new Error(said.reason);
  return said.records;
};
const refusal = (body: JsonObject): unknown => interpret({ source: 'website', messageId: 'm1', receivedAt, body });

test('a page view in a browser keeps device, system, language, campaign and the hour where the visitor is', () => {
  const [event] = records({
    type: 'page',
    name: 'Espresso',
    anonymousId: 'a-1',
    properties: { path: '/espresso', title: 'Espresso roasts' },
    context: {
      userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      locale: 'en-GB',
      timezone: 'America/New_York',
      page: { url: 'https://grind.example/espresso?utm_source=news&utm_campaign=autumn', referrer: 'https://www.search.example/?q=coffee' },
    },
    timestamp: '2026-11-28T10:00:00Z',
  });
  expect(event).toEqual({
    kind: 'event',
    identifiers: [{ namespace: 'anonymous_id', value: 'a-1' }],
    name: 'Page Viewed',
    occurredAt: parseInstant('2026-11-28T10:00:00Z'),
    fields: { device: 'mobile', page: 'https://grind.example/espresso?utm_source=news&utm_campaign=autumn', campaign: 'autumn', channel: 'news' },
    properties: {
      browser: 'Safari',
      os: 'iOS',
      language: 'en-GB',
      referrer: 'https://www.search.example/?q=coffee',
      referrer_site: 'search.example',
      // 10:00 UTC on a Saturday in November.
      local_hour: 5,
      local_weekday: 'Saturday',
      name: 'Espresso',
      path: '/espresso',
      title: 'Espresso roasts',
    },
  });
});

test.each([
  ['a device whose clock is an hour fast', { originalTimestamp: '2026-11-28T11:00:00Z', sentAt: '2026-11-28T11:00:05Z' }, '2026-11-28T10:00:05Z'],
  ['a device whose clock is at 1970', { originalTimestamp: '1970-01-01T00:10:00Z', sentAt: '1970-01-01T00:10:08Z' }, '2026-11-28T10:00:02Z'],
  [
    'a server that sends what happened last year',
    { timestamp: '2025-11-28T10:00:00Z', sentAt: '2026-11-28T10:00:00Z', context: { library: { name: '@segment/analytics-node' } } },
    '2025-11-28T10:00:00Z',
  ],
  ['a server whose clock is fast', { timestamp: '2026-11-28T10:30:00Z', context: { library: { name: 'analytics-python' } } }, '2026-11-28T10:00:10Z'],
  ['no time at all', {}, '2026-11-28T10:00:10Z'],
])('when it happened: %s', (_, fields, expected) => {
  const [event] = records({ type: 'track', event: 'Signed Up', anonymousId: 'a-1', ...fields });
  expect(event?.kind === 'event' ? formatInstant(event.occurredAt) : undefined).toBe(expected);
});

const completed = {
  type: 'track',
  event: 'Order Completed',
  userId: 'c-7',
  properties: {
    checkout_id: 'fksdjfsdjfisjf9sdfjsd9f',
    order_id: '50314b8e9bcf000000000000',
    affiliation: 'Google Store',
    total: 27.5,
    subtotal: 22.5,
    revenue: 25.0,
    shipping: 3,
    tax: 2,
    discount: 2.5,
    coupon: 'hasbros',
    currency: 'usd',
    products: [
      { product_id: '507f1f77bcf86cd799439011', sku: '45790-32', name: 'Monopoly: 3rd Edition', price: 19, quantity: 1, category: 'Games' },
      { product_id: '505bd76785ebb509fc183733', sku: '46493-32', name: 'Uno Card Game', price: 3, quantity: 2, category: 'Games' },
    ],
  },
} satisfies JsonObject;

test('the order of the specification becomes an order with its lines, beside its event', () => {
  const [event, order] = records(completed);
  expect(event).toMatchObject({ kind: 'event', name: 'Order Completed', fields: { value: 27.5 } });
  expect(order).toEqual({
    kind: 'order',
    identifiers: [{ namespace: 'customer_id', value: 'c-7' }],
    orderId: '50314b8e9bcf000000000000',
    orderedAt: receivedAt,
    observedAt: receivedAt,
    status: 'completed',
    currency: 'USD',
    total: 27.5,
    subtotal: 22.5,
    discount: 2.5,
    shipping: 3,
    tax: 2,
    refunded: null,
    fields: { channel: 'Google Store', coupon: 'hasbros' },
    items: [
      {
        product_id: '507f1f77bcf86cd799439011',
        product: 'Monopoly: 3rd Edition',
        category: 'Games',
        brand: null,
        variant: null,
        quantity: 1,
        price: 19,
        discount: null,
      },
      {
        product_id: '505bd76785ebb509fc183733',
        product: 'Uno Card Game',
        category: 'Games',
        brand: null,
        variant: null,
        quantity: 2,
        price: 3,
        discount: null,
      },
    ],
    properties: { checkout_id: 'fksdjfsdjfisjf9sdfjsd9f' },
  });
});

test('the alias of the first specification means the same', () => {
  expect(records({ ...completed, event: 'Completed Order' })).toEqual(records(completed));
});

test('revenue alone is without shipping and tax, so that the total is with them', () => {
  const { total: _total, ...properties } = completed.properties;
  expect(records({ ...completed, properties })[1]).toMatchObject({ total: 30, shipping: 3, tax: 2 });
});

test('a refund tells what was given back and leaves the rest as it was; a cancelled order says since when', () => {
  const refunded = records({ ...completed, event: 'Order Refunded', properties: { order_id: 'o-1', total: 19 } })[1];
  expect(refunded).toMatchObject({ orderId: 'o-1', orderedAt: null, total: null, status: null, refund: { id: 'm1', amount: 19 } });
  expect(refunded).not.toHaveProperty('items');
  expect(records({ ...completed, event: 'Order Refunded', properties: { order_id: 'o-1', total: 19, currency: 'usd' } })[1]).toMatchObject({ currency: 'USD' });
  expect(records({ ...completed, event: 'Order Refunded', properties: { order_id: 'o-1' } })[1]).toMatchObject({
    status: 'refunded',
    refund: { amount: null },
  });
  expect(records({ ...completed, event: 'Order Canceled', properties: { order_id: 'o-1' } })[1]).toMatchObject({
    status: 'cancelled',
    cancelledAt: receivedAt,
  });
});

test.each([
  ['1,234.50', 1234.5],
  ['1.234,50 €', 1234.5],
  ['€38.00', 38],
  ['USD 12.5', 12.5],
  ['12,5', 12.5],
  ['1,234', 1234],
  ["CHF 1'234.50", 1234.5],
  ['1\u202f234,50', 1234.5],
  ['-$3.00', -3],
  ['$-3.00', -3],
])('an amount written %s is %d', (total, amount) => {
  expect(records({ ...completed, properties: { order_id: 'o-1', total } })[1]).toMatchObject({ total: amount });
});

test.each(['free', '1.2.3,4', '12,34,5', '3 for 2'])('an order whose total reads %s is refused: it would be worth nothing', (total) => {
  expect(refusal({ ...completed, properties: { order_id: 'o-1', total } })).toMatchObject({ ok: false, field: 'properties.total' });
  expect(refusal({ ...completed, event: 'Order Refunded', properties: { order_id: 'o-1', total } })).toMatchObject({ ok: false, field: 'properties.total' });
});

test('an event whose name only begins like one of the specification is the shop’s own', () => {
  for (const event of ['Order Completed 2', 'Product Viewed 360', 'Order Completed (тест)'])
    expect(records({ ...completed, event })).toMatchObject([{ kind: 'event', name: event }]);
  expect(records({ ...completed, event: 'order_completed' })).toMatchObject([{ name: 'Order Completed' }, { kind: 'order' }]);
});

test('libraries of apps tell the system as the kind of device', () => {
  const device = (told: JsonObject): unknown => (records({ type: 'screen', userId: 'u', context: { device: told } })[0] as { readonly fields: unknown }).fields;
  expect(device({ type: 'ios', model: 'iPhone14,2' })).toEqual({ device: 'mobile' });
  expect(device({ type: 'ios', model: 'iPad13,4' })).toEqual({ device: 'tablet' });
  expect(device({ type: 'android', model: 'Pixel 8' })).toEqual({ device: 'mobile' });
  expect(device({ type: 'tv' })).toEqual({ device: 'tv' });
});

test('a product view has its product, a cart its value', () => {
  expect(
    records({
      type: 'track',
      event: 'Viewed Product',
      anonymousId: 'a',
      properties: { product_id: 'p1', name: 'Espresso', category: 'Coffee', price: 9.5 },
    })[0],
  ).toMatchObject({
    name: 'Product Viewed',
    fields: { product_id: 'p1', product: 'Espresso', category: 'Coffee', value: 9.5 },
  });
  const cart = {
    products: [
      { product_id: 'p1', price: 0.1, quantity: 3 },
      { product_id: 'p2', price: '0.2' },
    ],
  };
  expect(records({ type: 'track', event: 'Cart Viewed', anonymousId: 'a', properties: cart })[0]).toMatchObject({
    fields: { value: 0.5 },
    properties: { products: ['p1', 'p2'] },
  });
});

test('identify joins the visitor to the customer, with traits under the names that files give them', () => {
  const [customer, event] = records({
    type: 'identify',
    userId: '97980cfea0067',
    anonymousId: 'a-1',
    traits: {
      email: 'peter.pan@neverland.example',
      firstName: 'Peter',
      createdAt: '2024-05-01T08:00:00Z',
      address: { city: 'London', postalCode: 'SW1A 1AA', country: 'GB' },
      company: { name: 'Lost Boys', employee_count: 7 },
      favouriteRoast: 'dark',
      plan: { seats: 3 },
    },
  });
  expect(customer).toEqual({
    kind: 'customer',
    identifiers: [
      { namespace: 'customer_id', value: '97980cfea0067' },
      { namespace: 'email', value: 'peter.pan@neverland.example' },
      { namespace: 'anonymous_id', value: 'a-1' },
    ],
    observedAt: receivedAt,
    traits: {
      favourite_roast: 'dark',
      plan_seats: 3,
      email: 'peter.pan@neverland.example',
      first_name: 'Peter',
      city: 'London',
      postcode: 'SW1A 1AA',
      country: 'GB',
      company: 'Lost Boys',
      company_size: '7',
      signed_up_at: '2024-05-01T08:00:00Z',
    },
  });
  expect(event).toMatchObject({ kind: 'event', name: 'Identified' });
});

test.each([
  ['29.02.1988', { birthday: '1988-02-29' }],
  ['1988-02-29', { birthday: '1988-02-29' }],
  ['03/04/1990', { birthday_as_told: '03/04/1990' }],
])('a birthday told as %s is read, or kept as it was told', (birthday, traits) => {
  expect(records({ type: 'identify', userId: 'u-1', traits: { birthday } })[0]).toMatchObject({ kind: 'customer', traits });
});

test('alias joins two ids; group makes company traits and lends nobody the company’s e-mail', () => {
  expect(records({ type: 'alias', userId: 'new-1', previousId: 'old-1' })[0]).toMatchObject({
    kind: 'customer',
    traits: {},
    identifiers: [
      { namespace: 'customer_id', value: 'new-1' },
      { namespace: 'anonymous_id', value: 'old-1' },
      { namespace: 'previous_id', value: 'old-1' },
    ],
  });
  const traits = { name: 'Initech', industry: 'Paper', employees: 329, email: 'office@initech.example', plan: 'enterprise' };
  expect(records({ type: 'group', userId: 'u-1', groupId: 'g-9', traits })[0]).toMatchObject({
    identifiers: [{ namespace: 'customer_id', value: 'u-1' }],
    traits: { company: 'Initech', industry: 'Paper', company_size: '329', company_id: 'g-9', company_plan: 'enterprise' },
  });
});

test('a review is feedback', () => {
  const properties = { product_id: 'p1', review_id: 'r1', review_body: 'Sour, but I liked it', rating: '4' };
  expect(records({ type: 'track', event: 'Product Reviewed', userId: 'u-1', properties })[1]).toMatchObject({
    kind: 'feedback',
    recordId: 'r1',
    feedbackKind: 'review',
    fields: { text: 'Sour, but I liked it', rating: 4, product_id: 'p1' },
  });
});

test.each([
  [{ type: 'track', event: 'x' }, 'userId'],
  [{ type: 'track', userId: 'null', anonymousId: 'undefined', event: 'x' }, 'userId'],
  [{ type: 'track', userId: 'u' }, 'event'],
  [{ type: 'track', userId: 'u', event: 'x', timestamp: 'yesterday' }, 'timestamp'],
  [{ type: 'dance', userId: 'u' }, 'type'],
  [{ type: 'group', userId: 'u' }, 'groupId'],
  [{ type: 'alias', userId: 'u' }, 'previousId'],
  [{ type: 'track', userId: 'u', event: 'Order Refunded', properties: {} }, 'properties.order_id'],
])('%j is refused for its %s', (body, field) => {
  expect(refusal(body)).toMatchObject({ ok: false, field });
});

test('a time that was never set is none, and nothing happened before clocks counted', () => {
  const at = (timestamp: string) => interpret({ source: 'server', messageId: 'm1', receivedAt, body: { type: 'track', userId: 'u', event: 'x', timestamp } });
  expect(at('0001-01-01T00:00:00Z')).toMatchObject({ ok: true, records: [{ occurredAt: receivedAt }] });
  expect(at('1899-12-30T00:00:00Z')).toMatchObject({ ok: false, field: 'timestamp' });
});

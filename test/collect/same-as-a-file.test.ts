import { createHmac } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportOutcome, importAll, nothingSaid } from '../../src/app/index.ts';
import { sql } from '../../src/sql/index.ts';
import { startTestServer, type TestServer, writeKeyOf } from '../test-server.ts';

// One order, by webhook into one workspace and by Shopify's export into another: the same facts. One stream of tracking calls, sent by a shop's server and as a
// file of JSON lines: the same orders, lines and spend.

let live: TestServer;
let filed: TestServer;
beforeAll(async () => {
  [live, filed] = await Promise.all([startTestServer('empty'), startTestServer('empty')]);
}, 60_000);
afterAll(async () => {
  for (const server of [live, filed]) {
    await server.stop();
    await server.remove();
  }
});

const order = {
  name: '#1042',
  email: 'ana.ruiz@example.org',
  created_at: '2026-11-20T10:15:00+01:00',
  updated_at: '2026-11-22T09:00:00+01:00',
  financial_status: 'partially_refunded',
  currency: 'GBP',
  subtotal_price: '45.00',
  total_price: '49.95',
  total_tax: '0.00',
  total_discounts: '5.00',
  total_shipping_price_set: { shop_money: { amount: '4.95' } },
  discount_codes: [{ code: 'AUTUMN5' }],
  source_name: 'web',
  billing_address: { name: 'Ana Ruiz', city: 'Leeds', zip: 'LS1 4AP', province_code: 'ENG', country_code: 'GB' },
  line_items: [
    { sku: 'ESP-250', name: 'Espresso roast - 250 g', vendor: 'The Daily Grind', quantity: 3, price: '10.00', total_discount: '0.00' },
    { sku: 'MUG-BL', name: 'Mug - Blue', vendor: 'The Daily Grind', quantity: 1, price: '20.00', total_discount: '5.00' },
  ],
  refunds: [{ transactions: [{ kind: 'refund', status: 'success', amount: '10.00' }] }],
};
const header =
  'Name,Email,Financial Status,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem discount,Billing Name,Billing City,Billing Zip,Billing Province,Billing Country,Cancelled at,Refunded Amount,Vendor,Source';
const rows = [
  '#1042,ana.ruiz@example.org,partially_refunded,fulfilled,GBP,45.00,4.95,0.00,49.95,AUTUMN5,5.00,2026-11-20 10:15:00 +0100,3,Espresso roast - 250 g,10.00,ESP-250,0.00,Ana Ruiz,Leeds,LS1 4AP,ENG,GB,,10.00,The Daily Grind,web',
  '#1042,ana.ruiz@example.org,,,,,,,,,,,1,Mug - Blue,20.00,MUG-BL,5.00,,,,,,,,The Daily Grind,',
];

const facts = async ({ service }: TestServer, of = 'shopify'): Promise<unknown> =>
  service.desk.read(async ({ warehouse }) => ({
    orders:
      await warehouse.rows(sql`select source, order_id, ordered_at::VARCHAR as ordered_at, is_return, counts, status, currency, total::VARCHAR as total, subtotal::VARCHAR as subtotal,
      discount::VARCHAR as discount, shipping::VARCHAR as shipping, tax::VARCHAR as tax, refunded::VARCHAR as refunded, channel, coupon, country, region, city, postcode, ${of === 'shopify' ? sql`null` : sql`properties`} as properties from orders where source = ${of} order by order_id`),
    items: await warehouse.rows(
      sql`select source, order_id, product_id, name, brand, quantity::VARCHAR as quantity, price::VARCHAR as price, discount::VARCHAR as discount, total::VARCHAR as total from items where source = ${of} order by order_id, line`,
    ),
    people: await warehouse.rows(sql`select namespace, value from identifiers where namespace = 'email'`),
  }));

async function deliver(server: TestServer): Promise<void> {
  await server.owner('POST', '/live-sources', { type: 'shopify', name: 'Shopify', secrets: { signing: 'hush' } });
  const body = JSON.stringify(order);
  const answer = await fetch(`${server.url}/v1/hooks/${await writeKeyOf(server, 'shopify')}`, {
    method: 'POST',
    body,
    headers: {
      'x-shopify-topic': 'orders/updated',
      'x-shopify-webhook-id': 'w-1',
      'x-shopify-hmac-sha256': createHmac('sha256', 'hush').update(body).digest('base64'),
    },
  });
  expect(answer.status).toBe(200);
  await server.service.live.settled();
}

async function importFile(server: TestServer): Promise<void> {
  const file = join(server.folder, 'orders_export.csv');
  await writeFile(file, [header, ...rows].join('\n'));
  await importNamed(server, file, undefined);
}

function importNamed(server: TestServer, file: string, source: string | undefined): Promise<ImportOutcome> {
  return server.service.desk.write((app) => importAll(app, { ...nothingSaid, inputs: [file], source }));
}

test('an order by webhook is the order of the export', { timeout: 60_000 }, async () => {
  await deliver(live);
  await importFile(filed);
  const [one, other] = [await facts(live), await facts(filed)];
  expect(one).toEqual(other);
  // The goods cost 45.00; of the 10.00 given back their share is 10 × 45 / 49.95 = 9.009.
  expect(one).toMatchObject({
    orders: [{ source: 'shopify', order_id: '#1042', total: '35.9910', counts: true }],
    people: [{ value: 'ana.ruiz@example.org' }],
  });
});

const at = (minute: number): string => `2026-11-20T10:${String(minute).padStart(2, '0')}:00.000Z`;
const products = [
  { product_id: 'ESP-250', name: 'Espresso roast', category: 'Beans', brand: 'The Daily Grind', price: 10, quantity: 3 },
  { sku: 'MUG-BL', name: 'Mug', variant: 'Blue', price: '20.00', quantity: 1, discount: 5 },
];
const calls = [
  { event: 'Product Viewed', userId: 'C-1', properties: { product_id: 'ESP-250', price: 10 } },
  {
    event: 'Order Completed',
    userId: 'C-1',
    properties: {
      order_id: '501',
      email: 'cara@example.org',
      revenue: 45,
      shipping: 4.95,
      tax: 0,
      total: 49.95,
      coupon: 'AUTUMN5',
      currency: 'gbp',
      affiliation: 'web',
      gift: true,
      steps: 3,
      products,
    },
  },
  { event: 'Completed Order', anonymousId: 'a-2', properties: { order_id: '502', revenue: '12.50', products: [{ name: 'Filter papers', price: 12.5 }] } },
  { event: 'Order Completed', userId: 'C-3', properties: { order_id: '503', total: 30 } },
  // What it cost is mended, a tenth is given back, one is called off.
  { event: 'Order Updated', userId: 'C-3', properties: { order_id: '503', total: 33, status: 'shipped', products: [{ name: 'Kettle', price: 33 }] } },
  { event: 'Order Refunded', userId: 'C-1', properties: { order_id: '501', total: 10 } },
  { event: 'Order Cancelled', anonymousId: 'a-2', properties: { order_id: '502' } },
].map((call, place) => ({ type: 'track', messageId: `m-${place}`, timestamp: at(place), context: { library: { name: 'clientele-client' } }, ...call }));

test('the orders in a stream of tracking calls are the same live and from a file, told twice or not', { timeout: 60_000 }, async () => {
  await live.owner('POST', '/live-sources', { type: 'website', name: 'Website' });
  const batch = await fetch(`${live.url}/v1/batch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ writeKey: await writeKeyOf(live, 'website'), batch: calls }),
  });
  expect(batch.status).toBe(200);
  await live.service.live.settled();
  const file = join(filed.folder, 'calls.jsonl');
  await writeFile(file, calls.map((call) => JSON.stringify(call)).join('\n'));
  const { reports } = await importNamed(filed, file, 'website');
  expect(reports).toMatchObject([{ preset: 'tracking-events', kind: 'events', rows: 7, accepted: 7, created: 7, orders: 2, items: 4, warnings: [] }]);
  const [one, other] = [await facts(live, 'website'), await facts(filed, 'website')];
  expect(other).toEqual(one);
  // 45 without shipping, of the 10 given back 10 × 45 / 49.95 = 9.0090 were for the goods.
  expect(other).toMatchObject({
    orders: [
      {
        order_id: '501',
        ordered_at: '2026-11-20 10:01:00',
        total: '35.9910',
        refunded: '10.0000',
        currency: 'GBP',
        coupon: 'AUTUMN5',
        properties: '{"gift":true,"steps":3}',
      },
      { order_id: '502', status: 'cancelled', counts: false },
      { order_id: '503', ordered_at: '2026-11-20 10:03:00', total: '33.0000', status: 'shipped' },
    ],
    items: [{ product_id: 'ESP-250', quantity: '3.0000' }, { product_id: 'MUG-BL' }, { name: 'Filter papers' }, { name: 'Kettle', order_id: '503' }],
  });
  expect((await importNamed(filed, file, 'website')).reports).toMatchObject([{ created: 0, skipped: 7, orders: 2, items: 4, profiles_created: 0 }]);
  expect(await facts(filed, 'website')).toEqual(one);
});

test('quarantined messages are sent again once they can be read', { timeout: 60_000 }, async () => {
  const mapping = { kind: 'event', name: '$.what', identifiers: { email: 'mail' } };
  await live.owner('POST', '/live-sources', { type: 'webhook', name: 'Door', settings: { mapping } });
  const address = `${live.url}/v1/hooks/${await writeKeyOf(live, 'webhook')}`;
  await fetch(address, { method: 'POST', body: '{"happened":"Visited Shop","mail":"ana.ruiz@example.org"}' });
  await live.service.live.settled();
  const waiting = (await live.owner('GET', '/live-sources/webhook/quarantine')).body as { readonly items: readonly { readonly reason: string }[] };
  expect(waiting.items.map(({ reason }) => reason)).toEqual(['The event has no name']);
  expect((await live.owner('GET', '/live-sources/webhook')).body).toMatchObject({ quarantined: 1 });
  expect((await live.owner('POST', '/live-sources/webhook/replay', {})).body).toEqual({ recorded: 0, still: 1 });
  await live.owner('PATCH', '/live-sources/webhook', { settings: { mapping: { ...mapping, name: '$.happened' } } });
  expect((await live.owner('POST', '/live-sources/webhook/replay', {})).body).toEqual({ recorded: 1, still: 0 });
  await live.service.live.settled();
  expect((await live.owner('GET', '/live-sources/webhook')).body).toMatchObject({ quarantined: 0 });
  expect(await live.service.desk.read(({ warehouse }) => warehouse.rows(sql`select name from events where source = 'webhook'`))).toEqual([
    { name: 'Visited Shop' },
  ]);
});

test('an order in another currency waits with its reason, and sending it again neither records it nor counts its event twice', {
  timeout: 60_000,
}, async () => {
  const body = JSON.stringify({ userId: 'foreign', event: 'Order Completed', messageId: 'f1', properties: { order_id: 'F1', total: 10, currency: 'JPY' } });
  await live.owner('POST', '/live-sources', { type: 'server', name: 'Abroad', slug: 'abroad' });
  await fetch(`${live.url}/v1/track?writeKey=${await writeKeyOf(live, 'abroad')}`, { method: 'POST', body });
  await live.service.live.settled();
  const told = { status: 'quarantined', reason: 'not in GBP', field: 'currency' };
  expect((await live.owner('GET', '/live-sources/abroad/quarantine')).body).toMatchObject({ items: [told] });
  expect((await live.owner('GET', '/live-sources/abroad/messages')).body).toMatchObject({ items: [told] });
  expect((await live.owner('POST', '/live-sources/abroad/replay', {})).body).toEqual({ recorded: 0, still: 1 });
  await live.service.live.settled();
  const counted = await live.service.desk.read(({ warehouse }) => warehouse.rows(sql`select name from events where source = 'abroad'`));
  expect(counted).toEqual([{ name: 'Order Completed' }]);
});

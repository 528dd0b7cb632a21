import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '../../src/contract/index.ts';
import { sql } from '../../src/sql/index.ts';
import { startTestServer, type TestServer, writeKeyOf } from '../test-server.ts';

// Each kind of webhook on the way it really takes: signed as its service signs, over HTTP, into the inbox on disk, through the road, to the facts.

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer('empty');
}, 60_000);
afterAll(async () => {
  await server.stop();
  await server.remove();
});

const payloadOf = (name: string): JsonObject =>
  (JSON.parse(readFileSync(join(import.meta.dirname, `../../src/collect/webhooks/fixtures/${name}.json`), 'utf8')) as { readonly payload: JsonObject }).payload;
const seconds = (): string => String(Math.floor(Date.now() / 1000));
const hmac = (text: string, secret = 'hush'): ReturnType<typeof createHmac> => createHmac('sha256', secret).update(text);
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

type Service = {
  readonly type: string;
  readonly made?: JsonObject;
  readonly payload: JsonObject | readonly JsonObject[];
  readonly headers?: (body: string) => Readonly<Record<string, string>>;
  readonly events?: readonly string[];
  readonly orders?: readonly string[];
};

function mailgun(): JsonObject {
  const timestamp = seconds();
  return { ...payloadOf('mailgun-opened'), signature: { timestamp, token: 't', signature: hmac(`${timestamp}t`).digest('hex') } };
}
function ses(): JsonObject {
  const message: Readonly<Record<string, string>> = {
    ...(payloadOf('ses-complaint') as Readonly<Record<string, string>>),
    Timestamp: '2026-11-24T10:00:00.000Z',
    SignatureVersion: '2',
  };
  const signed = ['Message', 'MessageId', 'Timestamp', 'TopicArn', 'Type'].map((name) => `${name}\n${message[name] ?? ''}\n`).join('');
  return { ...message, Signature: sign('sha256', Buffer.from(signed), rsa.privateKey).toString('base64') };
}

const services: readonly Service[] = [
  {
    type: 'shopify',
    made: { secrets: { signing: 'hush' } },
    payload: payloadOf('shopify-order'),
    headers: (body) => ({ 'x-shopify-topic': 'orders/updated', 'x-shopify-webhook-id': 'w-1', 'x-shopify-hmac-sha256': hmac(body).digest('base64') }),
    orders: ['#1042'],
  },
  {
    type: 'woocommerce',
    made: { secrets: { signing: 'hush' } },
    payload: { ...payloadOf('woocommerce-order'), currency: 'GBP' },
    headers: (body) => ({ 'x-wc-webhook-topic': 'order.updated', 'x-wc-webhook-delivery-id': 'd-1', 'x-wc-webhook-signature': hmac(body).digest('base64') }),
    orders: ['727'],
  },
  {
    type: 'stripe',
    made: { secrets: { signing: 'whsec_hush' } },
    payload: payloadOf('stripe-refund'),
    headers: (body) => {
      const time = seconds();
      return { 'stripe-signature': `t=${time},v1=${hmac(`${time}.${body}`, 'whsec_hush').digest('hex')}` };
    },
    orders: ['ch_3Nt1xy'],
  },
  {
    type: 'sendgrid',
    made: { settings: { public_key: curve.publicKey.export({ format: 'der', type: 'spki' }).toString('base64') } },
    payload: [payloadOf('sendgrid-click')],
    headers: (body) => {
      const time = seconds();
      const given = sign('sha256', Buffer.from(`${time}${body}`), curve.privateKey).toString('base64');
      return { 'x-twilio-email-event-webhook-timestamp': time, 'x-twilio-email-event-webhook-signature': given };
    },
    events: ['Email Link Clicked'],
  },
  {
    type: 'postmark',
    made: { settings: { username: 'post' }, secrets: { password: 'pass:word' } },
    payload: payloadOf('postmark-bounce'),
    headers: () => ({ authorization: `Basic ${Buffer.from('post:pass:word').toString('base64')}` }),
    events: ['Email Bounced'],
  },
  { type: 'mailgun', made: { secrets: { signing: 'hush' } }, payload: mailgun(), events: ['Email Opened'] },
  {
    type: 'ses',
    made: { settings: { public_key: rsa.publicKey.export({ format: 'pem', type: 'spki' }) } },
    payload: ses(),
    events: ['Email Marked as Spam', 'Email Marked as Spam'],
  },
  {
    type: 'webhook',
    made: { settings: { mapping: { kind: 'event', name: '$.what', identifiers: { email: 'mail' } } }, secrets: { signing: 'hush' } },
    payload: { id: 'visit-1', what: 'Visited Shop', mail: 'ana.ruiz@example.org' },
    headers: (body) => ({ 'x-signature': hmac(body).digest('hex') }),
    events: ['Visited Shop'],
  },
];

test.each(services)('$type', { timeout: 30_000 }, async ({ type, made = {}, payload, headers = () => ({}), events = [], orders = [] }) => {
  const { status, text } = await server.owner('POST', '/live-sources', { type, name: type, ...made });
  expect(status, text).toBe(201);
  const body = JSON.stringify(payload);
  // Whoever got no answer sends again: it stays one.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const answer = await fetch(`${server.url}/v1/hooks/${await writeKeyOf(server, type)}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers(body) },
    });
    expect(answer.status, await answer.text()).toBe(200);
  }
  await server.service.live.settled();
  const found = await server.service.desk.read(async ({ warehouse }) => ({
    events: (await warehouse.rows<{ name: string }>(sql`select name from events where source = ${type} order by name`)).map(({ name }) => name),
    orders: (await warehouse.rows<{ id: string }>(sql`select order_id as id from orders where source = ${type}`)).map(({ id }) => id),
  }));
  expect(found).toEqual({ events, orders });
  expect((await server.owner('GET', `/live-sources/${type}`)).body).toMatchObject({ quarantined: 0 });
});

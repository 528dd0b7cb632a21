import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer, writeKeyOf } from '../test-server.ts';
import { memoryInbox } from './memory-inbox.ts';

// Webhooks over HTTP: believed by their signature over the very bytes, taken once, answered at once.

const inbox = memoryInbox();
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer('empty', { inbox });
});
afterAll(async () => {
  await server.stop();
  await server.remove();
});

async function made(body: unknown): Promise<string> {
  const { body: source, status, text } = await server.owner('POST', '/live-sources', body);
  if (status !== 201) throw new Error(text);
  return `${server.url}/v1/hooks/${await writeKeyOf(server, (source as { readonly slug: string }).slug)}`;
}
const post = async (address: string, body: string, headers: Readonly<Record<string, string>>): Promise<number> =>
  (await fetch(address, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers }, redirect: 'manual' })).status;

test('Shopify: signed, once per webhook id; what is not signed is refused and shown', async () => {
  const address = await made({ type: 'shopify', name: 'Shopify' });
  const body = '{"name":"#1042","created_at":"2026-11-20T10:15:00Z","email":"ana.ruiz@example.org","total_price":"10.00" }';
  const headers = {
    'x-shopify-topic': 'orders/create',
    'x-shopify-webhook-id': 'b54557e4',
    'x-shopify-hmac-sha256': createHmac('sha256', 'hush').update(body).digest('base64'),
  };
  expect(await post(address, body, headers)).toBe(401);
  await server.owner('PATCH', '/live-sources/shopify', { secrets: { signing: 'hush' } });
  expect(await post(address, body, headers)).toBe(200);
  expect(await post(address, body, headers)).toBe(200);
  expect(await post(address, body.replace('10.00', '10.01'), headers)).toBe(401);
  expect(inbox.messages().filter(({ source }) => source === 'shopify')).toHaveLength(1);
  const { items } = (await server.owner('GET', '/live-sources/shopify/messages')).body as {
    readonly items: readonly { readonly status: string; readonly reason: string | null; readonly says: readonly string[]; readonly duplicate: boolean }[];
  };
  expect(items.map(({ status, reason, says, duplicate }) => [status, reason, says, duplicate])).toEqual([
    ['refused', 'The signature is not right: it was made with another secret or key, or over another body', [], false],
    ['accepted', null, ['order #1042'], true],
    ['accepted', null, ['order #1042'], false],
    ['refused', 'The signature is not right: the signing secret has not been set here', [], false],
  ]);
  const { text } = await server.owner('GET', '/live-sources/shopify');
  expect(text).not.toContain('hush');
  expect(JSON.parse(text)).toMatchObject({ secrets: ['signing'] });
});

test('WooCommerce asks first whether anybody is there', async () => {
  const address = await made({ type: 'woocommerce', name: 'Woo', secrets: { signing: 's' } });
  expect(await post(address, 'webhook_id=12', { 'content-type': 'application/x-www-form-urlencoded' })).toBe(200);
  expect(await post(address, '{"id":1}', {})).toBe(401);
});

test('a webhook of one’s own is read by its mapping, and only under its own key', async () => {
  const mapping = { kind: 'event', name: 'Visited Shop', identifiers: { email: 'mail' } };
  const bad = await server.owner('POST', '/live-sources', { type: 'webhook', name: 'Door' });
  expect([bad.status, (bad.body as { readonly code: string }).code]).toEqual([422, 'source.setting']);
  const address = await made({ type: 'webhook', name: 'Door', settings: { mapping } });
  expect(await post(address, '{"mail":"ana.ruiz@example.org","door":"front"}', { 'idempotency-key': 'visit-0001' })).toBe(200);
  const { items } = (await server.owner('GET', '/live-sources/webhook/messages')).body as { readonly items: readonly { readonly says: readonly string[] }[] };
  expect(items[0]?.says).toEqual(['event Visited Shop']);
  expect(await post(address.replace(/cw_.*/, 'cw_none'), '{}', {})).toBe(401);
  await server.owner('DELETE', '/live-sources/webhook');
  expect(await post(address, '{}', {})).toBe(401);
});

test('a website’s key opens no hook, a hook’s key is no secret of the session', async () => {
  expect(await post(await made({ type: 'website', name: 'Site' }), '{}', {})).toBe(401);
  expect(
    (
      await fetch(`${server.url}/api/v1/live-sources`, {
        headers: { authorization: `Bearer ${(await made({ type: 'ses', name: 'SES' })).split('/').at(-1) ?? ''}` },
      })
    ).status,
  ).toBe(401);
});

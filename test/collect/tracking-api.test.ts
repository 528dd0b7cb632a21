import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../test-server.ts';
import { memoryInbox } from './memory-inbox.ts';

// The tracking API as clients see it: what it takes, what it answers, and what it must never do.

const inbox = memoryInbox();
let server: TestServer;
let key: string;

beforeAll(async () => {
  server = await startTestServer('empty', { inbox });
  const made = await server.owner('POST', '/live-sources', { type: 'website', name: 'The shop' });
  expect(made.status).toBe(201);
  const keys = await server.owner('GET', '/live-sources/website/keys');
  key = (keys.body as { readonly items: readonly { readonly key: string }[] }).items[0]?.key ?? '';
});
afterAll(async () => {
  await server.stop();
  await server.remove();
});

const post = (path: string, body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`${server.url}${path}`, { method: 'POST', body: body as string, headers, redirect: 'manual' });
const basic = (): Readonly<Record<string, string>> => ({
  authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}`,
  'content-type': 'application/json',
});
const taken = (messageId: string): unknown => inbox.messages().find((message) => message.messageId === messageId)?.body;

test.each(['identify', 'track', 'page', 'screen', 'group', 'alias', 'i', 't', 'p', 's', 'g', 'a'])('/v1/%s takes one call', async (path) => {
  const answer = await post(`/v1/${path}`, JSON.stringify({ messageId: `one-${path}`, userId: 'u', event: 'x' }), basic());
  expect([answer.status, await answer.json()]).toEqual([200, { success: true }]);
  expect(taken(`one-${path}`)).toMatchObject({
    type: path.length > 1 ? path : { i: 'identify', t: 'track', p: 'page', s: 'screen', g: 'group', a: 'alias' }[path],
  });
});

test('batches come by any of their paths, packed, as text, with the key in the header, the body or the address; a slash too much is no redirect', async () => {
  const batch = (id: string): string => JSON.stringify({ writeKey: key, batch: [{ type: 'track', messageId: id, event: 'x', userId: 'u' }] });
  expect((await post('/v1/batch', batch('b1'), { 'content-type': 'text/plain' })).status).toBe(200);
  expect((await post('/v1/b', gzipSync(batch('b2')), { ...basic(), 'content-encoding': 'gzip' })).status).toBe(200);
  expect((await post('/v1/batch/', batch('b3'), { authorization: `Bearer ${key}` })).status).toBe(200);
  expect((await post(`/v1/batch?writeKey=${key}`, batch('b4').replace(key, ''))).status).toBe(401);
  expect((await post(`/v1/batch?writeKey=${key}`, '{"batch":[{"type":"track","messageId":"b5","event":"x","userId":"u"}]}')).status).toBe(200);
  expect(['b1', 'b2', 'b3', 'b5'].map(taken).every(Boolean)).toBe(true);
});

test('pages of every site may send: preflight and answer allow it, and carry no cookie', async () => {
  const preflight = await fetch(`${server.url}/v1/t`, {
    method: 'OPTIONS',
    headers: { origin: 'https://grind.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,x-retry-count' },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')).toMatch(/authorization.*x-retry-count/);
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
  const answer = await post('/v1/t', JSON.stringify({ messageId: 'cors', event: 'x', userId: 'u' }), { ...basic(), origin: 'https://grind.example' });
  expect([answer.status, answer.headers.get('access-control-allow-origin'), answer.headers.get('set-cookie')]).toEqual([200, '*', null]);
});

test('the browser library learns where to send', async () => {
  const answer = await fetch(`${server.url}/v1/projects/${key}/settings`);
  expect(await answer.json()).toMatchObject({ integrations: { 'Segment.io': { apiKey: key, apiHost: `${new URL(server.url).host}/v1`, protocol: 'http' } } });
  expect((await fetch(`${server.url}/v1/projects/cw_none/settings`)).status).toBe(401);
});

test('a wrong key, a session cookie or an API key opens nothing; a switched-off source neither', async () => {
  const call = JSON.stringify({ messageId: 'never', event: 'x', userId: 'u' });
  expect((await post('/v1/t', call, { authorization: 'Basic Y3dfbm9uZTo=' })).status).toBe(401);
  expect((await post('/v1/t', call, { cookie: server.ownerCookie })).status).toBe(401);
  const made = (await server.owner('POST', '/keys', { name: 'k', scopes: ['admin', 'read', 'write'] })).body as { readonly key: string };
  expect((await post('/v1/t', call, { authorization: `Bearer ${made.key}` })).status).toBe(401);
  await server.owner('PATCH', '/live-sources/website', { disabled: true });
  expect((await post('/v1/t', call, basic())).status).toBe(403);
  await server.owner('PATCH', '/live-sources/website', { disabled: false });
  expect(taken('never')).toBeUndefined();
});

test('only the sites that are named may send, where some are', async () => {
  await server.owner('PATCH', '/live-sources/website', { settings: { origins: ['https://grind.example'] } });
  const call = JSON.stringify({ messageId: 'elsewhere', event: 'x', userId: 'u' });
  expect((await post('/v1/t', call, { ...basic(), origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await post('/v1/t', call, { ...basic(), origin: 'https://grind.example' })).status).toBe(200);
  await server.owner('PATCH', '/live-sources/website', { settings: {} });
});

test('a replaced key is taken for a week, one that ends at once is not', async () => {
  const before = key;
  const rotated = (await server.owner('POST', '/live-sources/website/keys', {})).body as {
    readonly items: readonly { readonly key: string; readonly expires_at: string | null }[];
  };
  expect(rotated.items).toHaveLength(2);
  const call = (id: string): string => JSON.stringify({ messageId: id, event: 'x', userId: 'u' });
  expect((await post('/v1/t', call('old key'), basic())).status).toBe(200);
  key = rotated.items.find(({ expires_at: end }) => end === null)?.key ?? '';
  expect((await post('/v1/t', call('new key'), basic())).status).toBe(200);
  await server.owner('POST', '/live-sources/website/keys', { at_once: true });
  expect((await post('/v1/t', call('x'), basic())).status).toBe(401);
  key = before;
  expect((await post('/v1/t', call('x'), basic())).status).toBe(401);
  const { items } = (await server.owner('GET', '/live-sources/website/keys')).body as { readonly items: readonly { readonly key: string }[] };
  expect(items).toHaveLength(1);
  key = items[0]?.key ?? '';
});

test('what can not be read is answered 400 and stands in the debugger; 4 MB is the most, packed or not', async () => {
  const count = inbox.messages().length;
  expect((await post('/v1/t', '{"event":', basic())).status).toBe(400);
  expect((await post('/v1/t', new Uint8Array([0x7b, 0xff, 0x7d]), basic())).status).toBe(400);
  expect(inbox.messages()).toHaveLength(count + 2);
  const messages = (await server.owner('GET', '/live-sources/website/messages')).body as {
    readonly items: readonly { readonly status: string; readonly reason: string | null }[];
  };
  expect(messages.items.slice(0, 2).map(({ status, reason }) => [status, reason])).toEqual([
    ['quarantined', 'The request is not UTF-8'],
    ['quarantined', 'The request is not JSON'],
  ]);
  expect((await post('/v1/t', 'x'.repeat(4 * 1024 * 1024 + 1), basic())).status).toBe(413);
  expect((await post('/v1/t', gzipSync('x'.repeat(5 * 1024 * 1024)), { ...basic(), 'content-encoding': 'gzip' })).status).toBe(413);
});

test('the debugger shows what arrived and what it was read as; who may not see personal data sees masks', async () => {
  await post(
    '/v1/identify',
    JSON.stringify({ messageId: 'wendy', userId: 'C-10017850', traits: { email: 'wendy.darling@neverland.example', name: 'Wendy Darling' } }),
    basic(),
  );
  const owner = (await server.owner('GET', '/live-sources/website/messages')).text;
  expect(owner).toContain('wendy.darling@neverland.example');
  await server.owner('POST', '/people', { email: 'viewer@example.org', name: 'Vera', role: 'viewer', personal_data: false });
  const link = (await server.owner('POST', '/people', { email: 'v2@example.org', name: 'Vic', role: 'viewer', personal_data: false })).body as {
    readonly token: string;
  };
  const cookie =
    (await server.anonymous('POST', '/links/use', { token: link.token, password: 'what a viewer would choose' })).headers.get('set-cookie')?.split(';')[0] ??
    '';
  const seen = await fetch(`${server.url}/api/v1/live-sources/website/messages`, { headers: { cookie } });
  const text = await seen.text();
  expect(text).toContain('w…@n….example');
  expect(text).not.toMatch(/wendy\.darling|Wendy Darling|C-10017850/);
});

test('messages are streamed as they arrive, volumes counted', async () => {
  const stream = await fetch(`${server.url}/api/v1/live-sources/website/events`, { headers: { cookie: server.ownerCookie } });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  await post('/v1/t', JSON.stringify({ messageId: 'streamed', event: 'Streamed Event', userId: 'u' }), basic());
  let text = '';
  for (let ended = false; !ended && !text.includes('Streamed Event'); ) {
    const read = await reader?.read();
    ended = read?.done !== false;
    text += read?.value ?? '';
  }
  await reader?.cancel();
  expect(text).toContain('event Streamed Event');
  await server.owner('POST', '/live-sources/website/test', {});
  const { items } = (await server.owner('GET', '/live-sources/website/volumes')).body as {
    readonly items: readonly { readonly received: number; readonly refused: number }[];
  };
  expect(items.reduce((sum, { received }) => sum + received, 0)).toBe(inbox.messages().length);
  const source = (await server.owner('GET', '/live-sources/website')).body as { readonly last_seen_at: string | null; readonly received_day: number };
  expect(source.last_seen_at).not.toBeNull();
  expect(source.received_day).toBe(inbox.messages().length);
});

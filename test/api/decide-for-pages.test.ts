import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer, writeKeyOf } from '../test-server.ts';

// A page's key can be read by anybody who looks at the page: what it opens, and what it does not.

let server: TestServer;
const keys: Record<string, string> = {};
const site = 'https://shop.example';

beforeAll(async () => {
  server = await startTestServer('empty');
  const { owner } = server;
  await owner('POST', '/live-sources', { type: 'website', name: 'Shop', settings: { origins: [site] } });
  await owner('POST', '/live-sources', { type: 'website', name: 'Old shop', slug: 'old' });
  await owner('POST', '/live-sources', { type: 'shopify', name: 'Shopify', secrets: { signing: 'hush' } });
  for (const slug of ['website', 'old', 'shopify']) keys[slug] = await writeKeyOf(server, slug);
  await owner('PATCH', '/live-sources/old', { disabled: true });
  await owner('POST', '/imports', {
    files: [{ upload: ((await owner('POST', '/uploads?name=people.csv', 'customer_id,email\nc-1,ana.ruiz@example.org\n')).body as { id: string }).id }],
  });
  const rule = { when: 'context.device = "mobile"', variant: 'phone', content: { type: 'text', value: 'On the phone' } };
  const none = { variant: 'default', content: { type: 'text', value: 'Hello' } };
  for (const [name, browser] of [
    ['Open', 'why'],
    ['Plain', 'content'],
    ['Secret', 'no'],
  ]) {
    const slug = ((await owner('POST', '/slots', { name, definition: { rules: [rule], default: none, schedule: null, browser } })).body as { slug: string })
      .slug;
    await owner('POST', `/slots/${slug}/publish`, {});
  }
});
afterAll(async () => {
  await server.stop();
  await server.remove();
});

type Said = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };
async function ask(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Said> {
  const answer = await fetch(`${server.url}${path}`, { method: 'POST', headers: { 'content-type': 'text/plain', ...headers }, body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as Said['body'] };
}
const phone = { identifiers: { anonymous_id: 'a-1' }, consent: { personalisation: true }, context: { device: 'mobile' } };

test('content of the slots that browsers may see, the reason only where the owner allows it, nothing about the customer', async () => {
  const { status, body } = await ask('/v1/decide', { write_key: keys['website'], ...phone });
  expect(status).toBe(200);
  const content = { type: 'text', value: 'On the phone' };
  expect(body).toEqual({
    slots: [
      { slot: 'open', variant: 'phone', content, reason: 'matched', why: { rule: 1, when: 'context.device = "mobile"' } },
      { slot: 'plain', variant: 'phone', content, reason: 'matched' },
    ],
  });
});

test('a page may name its visitor by the random id of the browser alone, and ask for nobody else', async () => {
  const { body } = await ask('/v1/decide', { write_key: keys['website'], ...phone, identifiers: { email: 'ana.ruiz@example.org' }, customer: 'c-1' });
  expect(JSON.stringify(body)).not.toMatch(/profile|segments|ana\.ruiz/);
  await server.service.decider.catchUp();
  const { items } = (await server.owner('GET', '/decisions')).body as { readonly items: readonly { readonly profile: number | null; readonly by: string }[] };
  expect(items[0]).toMatchObject({ profile: null, by: 'browser' });
});

test.each([
  ['no key', undefined, {}, 400],
  ['a key that nobody made', 'cw_none', {}, 401],
  ['the key of a source that is switched off', 'old', {}, 403],
  ['the key of a hook', 'shopify', {}, 401],
  ['a page of another site', 'website', { origin: 'https://elsewhere.example' }, 403],
])('%s is refused', async (_, which, headers, status) => {
  const key = which === undefined ? undefined : (keys[which] ?? which);
  expect((await ask('/v1/decide', { ...(key === undefined ? {} : { write_key: key }), ...phone }, headers)).status).toBe(status);
});

test('an API key does not belong into a page’s body, a page’s key opens nothing else', async () => {
  const { key } = (await server.owner('POST', '/keys', { name: 'Shop', scopes: ['decide'] })).body as { readonly key: string };
  expect((await ask('/v1/decide', { write_key: key, ...phone })).status).toBe(401);
  for (const path of ['/api/v1/decide', '/api/v1/customers']) {
    const answer = await fetch(`${server.url}${path}`, {
      method: path.endsWith('decide') ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${keys['website']}` },
    });
    expect([path, answer.status]).toEqual([path, 401]);
  }
});

test('OpenFeature with a page’s key: hidden slots are not there, an API key of the right scope sees them, one of another scope none', async () => {
  const flag = async (slot: string, key: string): Promise<readonly [number, unknown]> => {
    const { status, body } = await ask(
      `/ofrep/v1/evaluate/flags/${slot}`,
      { context: { targetingKey: 'a-1', device: 'mobile', consent: true } },
      { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    );
    return [status, body['errorCode'] ?? body['variant']];
  };
  const made = async (scopes: readonly string[]): Promise<string> =>
    ((await server.owner('POST', '/keys', { name: 'Flags', scopes })).body as { readonly key: string }).key;
  expect((await flag('plain', keys['website'] ?? ''))[0]).toBe(200);
  expect(await flag('secret', keys['website'] ?? '')).toEqual([404, 'FLAG_NOT_FOUND']);
  expect((await flag('secret', await made(['decide'])))[0]).toBe(200);
  expect((await flag('plain', await made(['read'])))[0]).toBe(403);
  expect((await flag('plain', 'cw_none'))[0]).toBe(401);
});

test('what a library does not know, it says as null: unknown, and no mistake', async () => {
  const context = {
    device: 'mobile',
    locale: null,
    timezone: null,
    page: { path: '/', referrer: null },
    campaign: null,
    location: { city: null },
    cart: { value: null },
    returning: null,
  };
  const asked = { write_key: keys['website'], slots: ['open'], consent: { personalisation: true }, context };
  expect(await ask('/v1/decide', asked, { origin: site })).toMatchObject({ status: 200, body: { slots: [{ variant: 'phone', reason: 'matched' }] } });
});

test('the context of a tracking call may be handed over as it is', async () => {
  const asked = { write_key: keys['website'], slots: ['open'], consent: { personalisation: true } };
  const variants = async (context: object): Promise<unknown> => (await ask('/v1/decide', { ...asked, context }, { origin: site })).body;
  const app = {
    device: { type: 'ios', model: 'iPhone14,2', id: 'x' },
    os: { name: 'iOS', version: '17.4' },
    library: { name: 'analytics-ios' },
    network: { wifi: true },
  };
  const page = {
    userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1',
  };
  for (const context of [app, page]) expect(await variants(context)).toMatchObject({ slots: [{ variant: 'phone' }] });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { caller, cookieOf, ownerPassword, startTestServer, type TestServer } from '../test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer('example');
});
afterAll(async () => {
  await server.stop();
  await server.remove();
});

const email = 'owner@example.org';
const signIn = (headers: Readonly<Record<string, string>> = {}, password = ownerPassword) => server.anonymous('POST', '/session', { email, password }, headers);

test('the cookie is __Host-, secure, http-only and lax', async () => {
  const header = (await signIn()).headers.get('set-cookie') ?? '';
  expect(header).toMatch(/^__Host-clientele-[0-9a-f]{8}=[0-9a-f]{64};/);
  for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(header).toContain(part);
  expect(header).not.toMatch(/Domain=/i);
});

test('a session that an attacker planted is not the one that sign-in gives, and it ends', async () => {
  const planted = cookieOf(await signIn());
  const fresh = cookieOf(await signIn({ cookie: planted }));
  expect(fresh).not.toBe(planted);
  expect((await caller(server.url, { cookie: planted })('GET', '/workspace')).status).toBe(401);
  expect((await caller(server.url, { cookie: fresh })('GET', '/workspace')).status).toBe(200);
});

test('a made-up token is nobody, before and after sign-in', async () => {
  const [name] = cookieOf(await signIn()).split('=');
  const made = `${name}=${'a'.repeat(64)}`;
  expect((await caller(server.url, { cookie: made })('GET', '/workspace')).status).toBe(401);
  expect(cookieOf(await signIn({ cookie: made }))).not.toBe(made);
});

test('two workspaces on one host do not sign each other out', async () => {
  const other = await startTestServer('empty');
  try {
    // A browser sends what it holds for the host to every port of it.
    const both = `${cookieOf(await signIn())}; ${other.ownerCookie}`;
    for (const { url } of [server, other]) expect((await caller(url, { cookie: both })('GET', '/workspace')).status).toBe(200);
    const names = both.split('; ').map((cookie) => cookie.split('=')[0]);
    expect(new Set(names).size).toBe(2);
  } finally {
    await other.stop();
    await other.remove();
  }
});

test('another site can change nothing in the name of somebody who is signed in', async () => {
  const foreign: readonly Readonly<Record<string, string>>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: server.url },
  ];
  for (const headers of foreign) {
    const { status, body } = await server.owner('POST', '/segments', { name: 'Forged', text: 'orders >= 1' }, headers);
    expect([status, body]).toMatchObject([403, { code: 'access.origin' }]);
  }
  expect((await server.owner('GET', '/segments/forged')).status).toBe(404);
  const own = await server.owner('POST', '/segments', { name: 'Own', text: 'orders >= 1' }, { origin: server.url, 'sec-fetch-site': 'same-origin' });
  expect(own.status).toBe(201);
});

test('a form of another site can not sign a visitor in as somebody else', async () => {
  const { status, headers } = await signIn({ origin: 'https://evil.example' });
  expect([status, headers.get('set-cookie')]).toEqual([403, null]);
});

test('no other origin may read answers: there is no CORS header, for pre-flights neither', async () => {
  const answer = await server.owner('GET', '/workspace', undefined, { origin: 'https://evil.example' });
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  const preflight = await fetch(`${server.url}/api/v1/segments`, {
    method: 'OPTIONS',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
  });
  expect(preflight.status).toBeGreaterThanOrEqual(400);
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
});

test('guessing a password is slowed down for the account and told when to come back; the right one does not help meanwhile', async () => {
  const other = await startTestServer('empty');
  try {
    const attempt = (password: string) => other.anonymous('POST', '/session', { email, password });
    const answers = [];
    for (let index = 0; index < 30; index += 1) answers.push(await attempt(`wrong ${index}`));
    const stopped = answers.find(({ status }) => status === 429);
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'access.credentials' } });
    expect(stopped?.body).toMatchObject({ code: 'access.back-off' });
    expect(Number(stopped?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await attempt(ownerPassword)).status).toBe(429);
  } finally {
    await other.stop();
    await other.remove();
  }
});

test('an unknown account and a wrong password are answered alike', async () => {
  const unknown = await server.anonymous('POST', '/session', { email: 'nobody@example.org', password: 'not the one' });
  const wrong = await signIn({}, 'not the one');
  expect(unknown.status).toBe(wrong.status);
  expect(unknown.body).toEqual(wrong.body);
});

test('every answer carries a strict content security policy and its kin', async () => {
  for (const path of ['/', '/api/docs', '/api/v1/session', '/nowhere/at/all']) {
    const { headers } = await fetch(`${server.url}${path}`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('a key is shown once, and revoking it ends it', async () => {
  const made = (await server.owner('POST', '/keys', { name: 'Till', scopes: ['read'] })).body as {
    readonly key: string;
    readonly api_key: { readonly id: string };
  };
  const byKey = caller(server.url, { authorization: `Bearer ${made.key}` });
  expect((await byKey('GET', '/workspace')).status).toBe(200);
  expect((await server.owner('GET', '/keys')).text).not.toContain(made.key);
  await server.owner('DELETE', `/keys/${made.api_key.id}`);
  expect((await byKey('GET', '/workspace')).body).toMatchObject({ code: 'access.key-invalid' });
});

test('whoever may not see personal data gets it masked, in lists, profiles and exports', async () => {
  const { key } = (await server.owner('POST', '/keys', { name: 'Masked', scopes: ['read', 'export'] })).body as { readonly key: string };
  const masked = caller(server.url, { authorization: `Bearer ${key}` });
  const plain = (await server.owner('GET', '/customers?limit=20')).body as {
    readonly items: readonly { readonly email: string | null; readonly name: string | null }[];
  };
  const secrets = plain.items.flatMap(({ email: address, name }) => [address, name].filter((text) => text !== null));
  expect(secrets.length).toBeGreaterThan(20);
  for (const path of ['/customers?limit=20', '/customers/1', '/segments/champions/export', '/duplicates', '/vocabulary', '/quality', '/jobs']) {
    const { status, text } = await masked('GET', path);
    expect(status, path).toBe(200);
    expect(
      secrets.filter((secret) => text.includes(secret)),
      path,
    ).toEqual([]);
  }
});

test('whoever may not see personal data can not ask for it condition by condition either', async () => {
  const { key } = (await server.owner('POST', '/keys', { name: 'Curious', scopes: ['read'] })).body as { readonly key: string };
  const curious = caller(server.url, { authorization: `Bearer ${key}` });
  const text = 'first_name starts with "A"';
  expect((await server.owner('POST', '/preview', { text })).status).toBe(200);
  for (const [path, body] of [
    ['/preview', { text }],
    ['/preview/detail', { text }],
    ['/preview/reach', { text: `not (${text})` }],
    ['/segments/champions/impact', { text: `orders >= 1 and ${text}` }],
    ['/explain', { segment: text, customer: '1' }],
  ] as const) {
    const { status, body: problem } = await curious('POST', path, body);
    expect([path, status, problem]).toMatchObject([path, 403, { code: 'access.personal-data' }]);
  }
});

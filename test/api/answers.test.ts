import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer('example');
});
afterAll(async () => {
  await server.stop();
  await server.remove();
});

test('the session tells who is in and how fresh the figures are', async () => {
  const { status, body } = await server.owner('GET', '/session');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    set_up: false,
    personal_data: true,
    person: { role: 'owner' },
    workspace: { name: 'The Daily Grind', present: 'latest', empty: false, refreshed: true },
  });
});

test('a list is read to its end by its cursors, each customer once', async () => {
  const seen: number[] = [];
  let next: string | null = '';
  while (next !== null) {
    const { body } = await server.owner('GET', `/customers?limit=200&sort=name${next === '' ? '' : `&cursor=${next}`}`);
    const page = body as { readonly items: readonly { readonly profile: number }[]; readonly total: number; readonly next: string | null };
    seen.push(...page.items.map(({ profile }) => profile));
    next = page.next;
    if (next === null) expect(seen.length).toBe(page.total);
  }
  expect(new Set(seen).size).toBe(seen.length);
});

test('a preview counts as the command line does, and a mistake is a problem with its position', async () => {
  const good = await server.owner('POST', '/preview', { text: 'orders >= 3 and days since last order > 60' });
  expect(good.body).toMatchObject({ clauses: [{ text: 'orders >= 3' }, { text: 'days since last order > 60' }] });
  const bad = await server.owner('POST', '/preview', { text: 'orders >=' });
  expect(bad.status).toBe(400);
  expect(bad.headers.get('content-type')).toContain('application/problem+json');
  expect(bad.body).toMatchObject({ code: 'segment.syntax', position: { offset: 9, line: 1, column: 10 } });
});

test('a definition is changed only by whoever saw its newest version', async () => {
  await server.owner('POST', '/segments', { name: 'Etag test', text: 'orders >= 2' });
  const seen = await server.owner('GET', '/segments/etag-test');
  expect(seen.headers.get('etag')).toBe('"1"');
  const first = await server.owner('PATCH', '/segments/etag-test', { text: 'orders >= 3' }, { 'if-match': '"1"' });
  expect([first.status, first.headers.get('etag')]).toEqual([200, '"2"']);
  const late = await server.owner('PATCH', '/segments/etag-test', { text: 'orders >= 4' }, { 'if-match': '"1"' });
  expect([late.status, late.body]).toMatchObject([412, { code: 'request.stale', version: 2 }]);
  expect((await server.owner('GET', '/segments/etag-test')).body).toMatchObject({ text: 'orders >= 3' });
});

test('a write with an Idempotency-Key happens once', async () => {
  const key = { 'idempotency-key': 'once-and-only-once' };
  const first = await server.owner('POST', '/segments', { name: 'Only once', text: 'orders >= 5' }, key);
  const again = await server.owner('POST', '/segments', { name: 'Only once', text: 'orders >= 5' }, key);
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body).toEqual(first.body);
  const other = await server.owner('POST', '/segments', { name: 'Another', text: 'orders >= 5' }, key);
  expect([other.status, other.body]).toMatchObject([422, { code: 'request.idempotency-mismatch' }]);
});

test('what does not fit is refused with every wrong field named', async () => {
  const { status, body } = await server.owner('GET', '/customers?limit=abc&descending=shoe');
  expect(status).toBe(400);
  expect((body as { readonly fields: readonly { readonly path: string }[] }).fields.map(({ path }) => path).toSorted()).toEqual(['descending', 'limit']);
});

test('health, readiness and metrics answer, and metrics name nobody', async () => {
  for (const path of ['/healthz', '/readyz']) expect((await fetch(`${server.url}${path}`)).status).toBe(200);
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(metrics).toContain('clientele_http_requests_total');
  expect(metrics).not.toMatch(/@|Olive|Yasmin/);
});

test('a field that a call does not know is refused by name, wherever it stands, and nothing is done', async () => {
  await server.owner('POST', '/live-sources', { type: 'website', name: 'Site' });
  const refused = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<unknown> => {
    const { status, body: problem } = await server.owner(method, path, body);
    const { code, fields } = problem as {
      readonly code: string;
      readonly fields: readonly { readonly part: string; readonly path: string; readonly message: string }[];
    };
    return [status, code, ...fields.map(({ part, path: place, message }) => `${part} ${place}: ${message}`)];
  };
  const wrong = [400, 'request.invalid'];
  expect(await refused('PATCH', '/live-sources/website', { name: 'Renamed', setings: {} })).toEqual([
    ...wrong,
    'body setings: There is no such field; did you mean settings?',
  ]);
  expect(await refused('PATCH', '/live-sources/website', { settings: { keepip: true } })).toEqual([
    ...wrong,
    'body settings.keepip: There is no such field; did you mean keep_ip?',
  ]);
  expect(await refused('GET', '/customers?ordered=name')).toEqual([
    ...wrong,
    'query ordered: There is no such field; there are search, where, sort, descending, columns, as_of, limit, cursor.',
  ]);
  expect(await refused('GET', '/live-sources?type=website')).toEqual([...wrong, 'query type: This call takes no parameters.']);
  expect(await refused('DELETE', '/live-sources/website', { at_once: true })).toEqual([...wrong, 'body at_once: This call takes no body.']);
  // Beside what is missing, and before it.
  expect(await refused('POST', '/live-sources', { type: 'website', nmae: 'Site' })).toEqual([
    ...wrong,
    'body nmae: There is no such field; did you mean name?',
    'body name: Invalid input: expected string, received undefined',
  ]);
  expect((await server.owner('GET', '/live-sources/website')).body).toMatchObject({ name: 'Site', settings: {} });
  // The one exception, on purpose: the `context` of a decision is that of a tracking call, which holds more than a decision asks about.
  const decision = await server.owner('POST', '/slots/none/preview', { context: { library: { name: 'x' }, page: { path: '/', search: '?a' } } });
  expect(decision.status).not.toBe(400);
});

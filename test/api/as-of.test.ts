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

const day = '2026-03-01';
const from = { 'as-of': day };
const items = (body: unknown): readonly Record<string, unknown>[] => (body as { readonly items: readonly Record<string, unknown>[] }).items;

test('a request that names a day in its header is answered as one that names it in its address', async () => {
  for (const path of ['/segments', '/segments/champions', '/customers?limit=20', '/customers/417', '/customers/417/timeline', '/lifecycle']) {
    const named = await server.owner('GET', `${path}${path.includes('?') ? '&' : '?'}as_of=${day}`);
    const headed = await server.owner('GET', path, undefined, from);
    expect([path, headed.status, headed.text === named.text]).toEqual([path, 200, true]);
    const now = await server.owner('GET', path);
    expect([path, now.text === named.text]).toEqual([path, false]);
  }
});

test('pages that take no day of their own look from it, too, and all of them count the same people', async () => {
  const text = 'total_spent > 100';
  const preview = (await server.owner('POST', '/preview', { text }, from)).body as { readonly members: number };
  expect(preview).toEqual((await server.owner('POST', '/preview', { text, as_of: day })).body);
  const champions = items((await server.owner('GET', '/segments', undefined, from)).body).find(({ slug }) => slug === 'champions');
  const members = (await server.owner('GET', '/segments/champions/members?limit=5', undefined, from)).body as {
    readonly total: number;
    readonly items: readonly { readonly last_order_at: string }[];
  };
  expect(members.total).toBe(champions?.['members']);
  expect(members.items.every(({ last_order_at: last }) => last < day)).toBe(true);
  const map = (await server.owner('GET', '/insights/rfm', undefined, from)).body as { readonly as_of: string };
  const workspace = (await server.owner('GET', '/workspace', undefined, from)).body as { readonly as_of: string };
  expect([map.as_of, workspace.as_of]).toEqual(['2026-03-01T00:00:00Z', '2026-03-01T00:00:00Z']);
});

test('what is no day is refused by name, and nothing that was kept of one day is answered for another', async () => {
  const wrong = await server.owner('GET', '/segments', undefined, { 'as-of': 'last spring' });
  expect([wrong.status, wrong.text.includes('last spring')]).toEqual([400, true]);
  const sizes = async (headers: Readonly<Record<string, string>>) =>
    items((await server.owner('GET', '/segments', undefined, headers)).body).map(({ members }) => members);
  const first = await sizes({});
  const then = await sizes(from);
  expect(await sizes({ 'as-of': '2025-12-01' })).not.toEqual(then);
  expect(await sizes({})).toEqual(first);
  expect(await sizes(from)).toEqual(then);
});

test('a list for a mailing tool holds whoever agrees now, whatever day its members are of', async () => {
  const text = 'can receive email for marketing';
  const count = async (headers: Readonly<Record<string, string>>) =>
    ((await server.owner('POST', '/preview', { text }, headers)).body as { readonly members: number }).members;
  // Somebody has said no since, or this shows nothing.
  expect(await count(from)).toBeGreaterThan(await count({}));
  expect((await server.owner('POST', '/segments', { name: 'Everybody', text: 'orders >= 0' })).status).toBe(201);
  const file = await server.owner('GET', `/segments/everybody/export?format=json&reach=email&as_of=${day}`);
  expect((JSON.parse(file.text) as readonly unknown[]).length).toBe(await count({}));
});

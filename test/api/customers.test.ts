import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Call, caller, cookieOf, startTestServer, type TestServer } from '../test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer('example');
});
afterAll(async () => {
  await server.stop();
  await server.remove();
});

type List = {
  readonly items: readonly {
    readonly profile: number;
    readonly name: string | null;
    readonly email: string | null;
    readonly values?: Record<string, unknown>;
  }[];
  readonly total: number;
  readonly everybody: number;
  readonly sentence: string | null;
  readonly next: string | null;
};
const list = async (query: string): Promise<List> => (await server.owner('GET', `/customers?${query}`)).body as List;

test('a condition counts as its preview does, and pages follow each other', async () => {
  const text = 'orders_count >= 3';
  const preview = (await server.owner('POST', '/preview', { text })).body as { readonly members: number };
  const first = await list(`where=${encodeURIComponent(text)}&sort=orders_count&descending=false&columns=orders_count&limit=5`);
  expect(first.total).toBe(preview.members);
  expect(first.everybody).toBeGreaterThan(first.total);
  expect(first.sentence).toMatch(/order/i);
  expect(first.items.map(({ values }) => values?.['orders_count'])).toEqual([3, 3, 3, 3, 3]);
  const second = await list(`where=${encodeURIComponent(text)}&sort=orders_count&descending=false&limit=5&cursor=${first.next ?? ''}`);
  expect(new Set([...first.items, ...second.items].map(({ profile }) => profile)).size).toBe(10);
});

test('the file holds the whole list in its order', async () => {
  const { total, items } = await list('where=orders_count%20%3E%3D%2010&limit=3');
  const { text, status } = await server.owner('GET', '/customers.csv?where=orders_count%20%3E%3D%2010&columns=country');
  expect(status).toBe(200);
  const lines = text.trim().split('\n');
  expect(lines).toHaveLength(total + 1);
  expect(lines[0]).toBe('profile,customer_id,name,email,orders,total_spent,last_order_at,rfm_segment,lifecycle,country');
  expect(lines.slice(1, 4).map((line) => Number(line.split(',')[0]))).toEqual(items.map(({ profile }) => profile));
  // Columns that every list has may be asked for all the same.
  const named = await server.owner('GET', '/customers.csv?where=orders_count%20%3E%3D%2010&columns=customer_id,country,email');
  expect([named.status, named.text]).toEqual([200, text]);
});

test('what can not be read is refused by name', async () => {
  for (const query of ['where=nonsense%20%3D', 'sort=shoe_size', 'columns=shoe_size'])
    expect([query, (await server.owner('GET', `/customers?${query}`)).status]).toEqual([query, 400]);
});

test('notes follow a customer through a merge', async () => {
  const { items } = await list('limit=2');
  const [one = 0, other = 0] = items.map(({ profile }) => profile);
  const written = await server.owner('POST', `/customers/%23${other}/notes`, { text: 'Prefers decaf' });
  expect(written.status).toBe(201);
  expect((await server.owner('POST', '/merges', { one: `#${one}`, other: `#${other}` })).status).toBe(201);
  const found = (await server.owner('GET', `/customers/%23${one}/notes`)).body as { readonly items: readonly { readonly text: string }[] };
  expect(found.items.map(({ text }) => text)).toContain('Prefers decaf');
}, 60_000);

test('the timeline tells orders with their lines, newest first, and pages', async () => {
  const { items } = await list('limit=1');
  const id = `%23${items[0]?.profile ?? 0}`;
  type Story = {
    readonly items: readonly {
      readonly at: string;
      readonly kind: string;
      readonly amount: number | null;
      readonly lines: readonly { readonly amount: number | null }[];
    }[];
    readonly next: string | null;
  };
  const page = (await server.owner('GET', `/customers/${id}/timeline?kinds=order&limit=3`)).body as Story;
  expect(page.items.map(({ kind }) => kind)).toEqual(['order', 'order', 'order']);
  expect(
    page.items
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  ).toEqual(page.items.map(({ at }) => at));
  expect(page.items.every(({ lines }) => lines.length > 0)).toBe(true);
  const next = (await server.owner('GET', `/customers/${id}/timeline?kinds=order&limit=3&cursor=${page.next ?? ''}`)).body as Story;
  expect((next.items[0]?.at ?? '') <= (page.items[2]?.at ?? '')).toBe(true);
});

test('whoever may not see personal data can not find, sort or filter by it', async () => {
  const made = (await server.owner('POST', '/keys', { name: 'masked', scopes: ['read'] })).body as { readonly secret?: string; readonly key?: string };
  const key = made.secret ?? made.key ?? '';
  const masked = (query: string) => server.anonymous('GET', `/customers?${query}`, undefined, { authorization: `Bearer ${key}` });
  const known = (await list('limit=1')).items[0];
  const email = known?.email ?? '';
  expect(((await masked(`search=${encodeURIComponent(email.slice(0, 5))}`)).body as List).total).toBe(0);
  const whole = (await masked(`search=${encodeURIComponent(email)}`)).body as List;
  expect(whole.items.map(({ profile }) => profile)).toEqual([known?.profile]);
  expect(JSON.stringify(whole)).not.toContain(email);
  for (const query of ['sort=name', 'sort=email', `where=${encodeURIComponent('first_name starts with "A"')}`])
    expect([query, (await masked(query)).status]).toEqual([query, 403]);
});

type Merges = { readonly items: readonly { readonly merge: number; readonly absorbed: number; readonly survivor: number }[] };

test('what time will change is what an explanation of that moment says', async () => {
  const { items } = await list('sort=orders_count&limit=3');
  type Coming = { readonly items: readonly { readonly slug: string; readonly at: string; readonly enters: boolean }[] };
  let seen = 0;
  for (const { profile } of items) {
    const { body, status } = await server.owner('GET', `/customers/%23${profile}/changes`);
    expect(status).toBe(200);
    const changes = (body as Coming).items;
    expect(changes.map(({ at }) => at)).toEqual(changes.map(({ at }) => at).toSorted());
    for (const { slug, at, enters } of changes.slice(0, 3)) {
      const member = async (asOf: string) =>
        ((await server.owner('POST', '/explain', { segment: slug, customer: `#${profile}`, as_of: asOf })).body as { readonly member: boolean }).member;
      const before = new Date(Date.parse(at) - 1000).toISOString();
      expect([slug, await member(before), await member(at)]).toEqual([slug, !enters, enters]);
      seen += 1;
    }
  }
  expect(seen).toBeGreaterThan(0);
});

test('the months of a customer hold all their orders, and the gaps lie between them', async () => {
  const { items } = await list(`where=${encodeURIComponent('days since first order <= 600')}&sort=orders_count&descending=true&columns=orders_count&limit=1`);
  const [first] = items;
  const { body } = await server.owner('GET', `/customers/%23${first?.profile ?? 0}/rhythm`);
  const { months, gaps } = body as { readonly months: readonly { readonly orders: number }[]; readonly gaps: readonly unknown[] };
  const orders = Number(first?.values?.['orders_count']);
  // Who came within the last two years, as far as months go back.
  expect(months.reduce((sum, month) => sum + month.orders, 0)).toBe(orders);
  expect(gaps).toHaveLength(Math.min(24, orders - 1));
});

test('who is probably the same is decided on the page of either, and a merge is undone there', async () => {
  type Pairs = { readonly items: readonly { readonly a: { readonly profile: number }; readonly b: { readonly profile: number } }[] };
  const [pair] = ((await server.owner('GET', '/duplicates')).body as Pairs).items;
  const [a = 0, b = 0] = [pair?.a.profile, pair?.b.profile];
  for (const profile of [a, b]) expect(((await server.owner('GET', `/customers/%23${profile}/duplicates`)).body as Pairs).items).toContainEqual(pair);
  await server.owner('POST', '/merges', { one: `#${a}`, other: `#${b}` });
  const { items } = (await server.owner('GET', `/customers/%23${Math.min(a, b)}/merges`)).body as Merges;
  expect(items[0]).toMatchObject({ survivor: Math.min(a, b), absorbed: Math.max(a, b), batch: 0 });
  expect((await server.owner('DELETE', `/merges/${items[0]?.merge ?? 0}`)).status).toBe(200);
  const after = (await server.owner('GET', `/customers/%23${Math.min(a, b)}/merges`)).body as Merges;
  expect(after.items.map(({ merge }) => merge)).not.toContain(items[0]?.merge);
});

test('several pairs are decided at once, all or none, and taken back as one', async () => {
  type Pairs = { readonly items: readonly { readonly a: { readonly profile: number }; readonly b: { readonly profile: number } }[] };
  const listed = async () =>
    ((await server.owner('GET', '/duplicates?limit=500')).body as Pairs).items.map(({ a, b }) => ({ one: a.profile, other: b.profile }));
  const total = async () => ((await server.owner('GET', '/customers?limit=1')).body as { readonly total: number }).total;
  const before = await listed();
  const [pairs, customers] = [before.slice(0, 3), await total()];
  expect(pairs).toHaveLength(3);
  const missing = await server.owner('POST', '/duplicates/decisions', { same: true, pairs: [...pairs, { one: 1, other: 999_999 }] });
  expect(missing).toMatchObject({ status: 400, body: { code: 'merge.invalid' } });
  expect(await listed()).toEqual(before);
  const same = await server.owner('POST', '/duplicates/decisions', { same: true, pairs });
  expect(same.status).toBe(201);
  const { decision, fewer } = same.body as { readonly decision: string; readonly fewer: number };
  expect(await total()).toBe(customers - fewer);
  expect(fewer).toBeGreaterThanOrEqual(1);
  expect((await listed()).filter((one) => pairs.some((pair) => pair.one === one.one && pair.other === one.other))).toEqual([]);
  expect(await server.owner('DELETE', `/duplicates/decisions/${encodeURIComponent(decision)}`)).toMatchObject({ status: 200, body: { pairs: 3 } });
  expect([await listed(), await total()]).toEqual([before, customers]);
  const apart = (await server.owner('POST', '/duplicates/decisions', { same: false, pairs })).body as { readonly decision: string; readonly fewer: number };
  expect([apart.fewer, await total(), (await listed()).length]).toEqual([0, customers, before.length - 3]);
  await server.owner('DELETE', `/duplicates/decisions/${encodeURIComponent(apart.decision)}`);
  expect(await listed()).toEqual(before);
});

/** Somebody who may edit and may not see personal data, and their cookie. */
async function editorWithout(): Promise<{ readonly id: string; readonly call: Call; readonly cookie: string }> {
  const invited = (await server.owner('POST', '/people', { email: 'eve@example.org', role: 'editor', personal_data: false })).body as {
    readonly token: string;
    readonly person: { readonly id: string };
  };
  const used = await server.anonymous('POST', '/links/use', { token: invited.token, password: 'another horse entirely', name: 'Eve' });
  const cookie = cookieOf(used);
  return { id: invited.person.id, call: caller(server.url, { cookie }), cookie };
}

test('without the permission notes are hidden, and an open stream ends when its person is kept out', async () => {
  const { id, call, cookie } = await editorWithout();
  const { items } = await list('limit=1');
  const path = `/customers/%23${items[0]?.profile ?? 0}/notes`;
  const note = (await server.owner('POST', path, { text: 'Her sister Jane Doe pays, 0113 496 0000' })).body as { readonly id: string };
  expect(await call('GET', path)).toMatchObject({ status: 200, body: { items: [] } });
  expect(((await call('GET', path)).body as { readonly hidden: number }).hidden).toBeGreaterThan(0);
  expect((await call('PATCH', `/notes/${note.id}`, { text: 'x' })).status).toBe(403);
  expect((await call('DELETE', `/notes/${note.id}`)).status).toBe(403);

  const stream = await fetch(`${server.url}/api/v1/events`, { headers: { cookie } });
  expect(stream.status).toBe(200);
  const ended = stream.text();
  await server.owner('PATCH', `/people/${id}`, { disabled: true });
  expect(await ended).toMatch(/^retry: /);
  expect((await fetch(`${server.url}/api/v1/events`, { headers: { cookie } })).status).toBe(401);
}, 60_000);

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

const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => (await server.owner(method, path, body)).body as T;
const count = async (text: string): Promise<number> => (await ask<{ readonly members: number }>('POST', '/preview', { text })).members;

type Detail = {
  readonly members: number;
  readonly nodes: readonly { readonly path: readonly number[]; readonly members: number }[];
  readonly people: readonly unknown[];
};

test('every condition is counted on its own, however deep', async () => {
  const { members, nodes, people } = await ask<Detail>('POST', '/preview/detail', { text: 'country = "GB" and (orders >= 3 or not accepts_email = true)' });
  const at = (path: string) => nodes.find((node) => node.path.join('.') === path)?.members;
  // Each on its own is what the preview of that condition alone says.
  expect(at('')).toBe(members);
  expect(at('0')).toBe(await count('country = "GB"'));
  expect(at('1')).toBe(await count('orders >= 3 or not accepts_email = true'));
  expect(at('1.1')).toBe(await count('not accepts_email = true'));
  expect(at('1.1.0')).toBe(await count('accepts_email = true'));
  expect(people).toHaveLength(6);
});

test('the steps from members to reachable are the language own conditions', async () => {
  const text = 'orders >= 3';
  const { channels } = await ask<{ readonly channels: readonly Readonly<Record<string, number | string>>[] }>('POST', '/preview/reach', { text });
  const email = channels.find(({ channel }) => channel === 'email');
  expect(email).toMatchObject({
    contactable: await count(`${text} and email is known`),
    consented: await count(`${text} and email is known and accepts_email = true`),
    reachable: await count(`${text} and email is known and accepts_email = true and can receive email for marketing`),
    refused: await count(`${text} and email is known and accepts_email = false`),
    unasked: await count(`${text} and email is known and accepts_email is unknown`),
  });
});

test('a new definition says who enters, who leaves and who follows', async () => {
  await ask('POST', '/segments', { name: 'Regulars here', text: 'orders >= 4' });
  await ask('POST', '/segments', { name: 'Regulars of Leeds', text: 'in segment "regulars-here" and city = "Leeds"' });
  type Moved = { readonly entering: { readonly count: number }; readonly leaving: { readonly count: number } };
  const impact = await ask<Moved & { readonly dependants: readonly (Moved & { readonly slug: string })[] }>('POST', '/segments/regulars-here/impact', {
    text: 'orders >= 3 and country = "GB"',
  });
  expect(impact.entering.count).toBe(await count('orders = 3 and country = "GB"'));
  expect(impact.leaving.count).toBe(await count('orders >= 4 and not country = "GB"'));
  const [follower] = impact.dependants;
  expect(follower?.slug).toBe('regulars-of-leeds');
  expect(follower?.entering.count).toBe(await count('orders = 3 and country = "GB" and city = "Leeds"'));
  // Nothing has changed by asking.
  expect(await ask('GET', '/segments/regulars-here')).toMatchObject({ text: 'orders >= 4', version: 1 });
  expect((await server.owner('POST', '/segments/regulars-here/impact', { text: 'in segment "regulars-of-leeds"' })).status).toBe(400);
});

test('a draft is kept, replaced and discarded', async () => {
  const draft = { segment: null, base_version: null, name: 'Half', folder: '', text: 'orders >=', note: '' };
  expect((await server.owner('PUT', '/drafts/new-1', draft)).status).toBe(200);
  await server.owner('PUT', '/drafts/new-1', { ...draft, name: 'Whole' });
  expect(await ask('GET', '/drafts')).toMatchObject({ items: [{ key: 'new-1', name: 'Whole', text: 'orders >=' }] });
  await server.owner('DELETE', '/drafts/new-1');
  expect(await ask('GET', '/drafts')).toEqual({ items: [] });
  expect((await server.owner('GET', '/drafts/new-1')).status).toBe(404);
});

test('folders are made, renamed with what is in them, and deleted when they are empty', async () => {
  await ask('POST', '/segment-folders', { name: 'Mine' });
  expect((await server.owner('POST', '/segment-folders', { name: 'mine' })).status).toBe(409);
  expect(await ask('POST', '/segment-moves', { slugs: ['champions'], folder: 'Mine' })).toEqual({ items: [{ slug: 'champions', folder: 'RFM' }] });
  expect(await ask('PATCH', '/segment-folders/Mine', { name: 'Ours' })).toEqual({ name: 'Ours', segments: 1 });
  expect(await ask('GET', '/segments/champions')).toMatchObject({ folder: 'Ours' });
  expect((await server.owner('DELETE', '/segment-folders/Ours')).status).toBe(409);
  await ask('POST', '/segment-moves', { slugs: ['champions'], folder: 'RFM' });
  expect((await server.owner('DELETE', '/segment-folders/Ours')).status).toBe(200);
});

test('a deleted segment comes back', async () => {
  await server.owner('DELETE', '/segments/loyal');
  expect((await server.owner('GET', '/segments/loyal')).status).toBe(404);
  expect(await ask('POST', '/segments/loyal/undelete')).toMatchObject({ slug: 'loyal' });
  expect(await ask('GET', '/segments/loyal')).toMatchObject({ slug: 'loyal', status: 'ok' });
});

test('the gallery counts what can be counted and says what the rest needs', async () => {
  type Entry = { readonly id: string; readonly text: string; readonly members: number | null; readonly needs: string | null; readonly sentence: string | null };
  const { items } = await ask<{ readonly items: readonly Entry[] }>('GET', '/segment-templates');
  const quiet = items.find(({ id }) => id === 'best-gone-quiet');
  expect(quiet?.members).toBe(await count(quiet?.text ?? ''));
  expect(items.find(({ id }) => id === 'decision-makers')).toMatchObject({ members: null, sentence: null, needs: 'a column for job title' });
});

test('a definition is changed in the background: a job says how far it is, and what was good before is served until then', async () => {
  await ask('POST', '/segments', { name: 'Slowly', text: 'orders >= 4' });
  const before = await count('orders >= 4');
  const changed = await ask<{ readonly members: number; readonly backfill: string }>('PATCH', '/segments/slowly', { text: 'orders >= 2', background: true });
  expect(changed).toMatchObject({ text: 'orders >= 2', members: before });
  await expect
    .poll(async () => ask<{ readonly status: string }>('GET', `/jobs/${changed.backfill}`), { timeout: 30_000 })
    .toMatchObject({ kind: 'backfill', title: 'Members of slowly', status: 'done', result: { slug: 'slowly', version: 2, segments: 1 } });
  expect(await ask('GET', '/segments/slowly')).toMatchObject({ behind: false, version: 2, members: await count('orders >= 2') });
  const { items } = await ask<{ readonly items: readonly { readonly id: string }[] }>('GET', '/jobs');
  expect(items.map(({ id }) => id)).toContain(changed.backfill);
});

test('a town is found by its name, and by the place that a condition kept of it', async () => {
  type Town = { readonly name: string; readonly country: string; readonly latitude: number; readonly longitude: number; readonly text: string };
  const { items } = await ask<{ readonly items: readonly Town[] }>('GET', '/towns?name=norwi');
  const [norwich] = items;
  if (norwich === undefined) throw new Error('no Norwich');
  expect(norwich).toMatchObject({ name: 'Norwich', country: 'GB' });
  const { town } = await ask<{ readonly town: Town | null }>('GET', `/towns/at?latitude=${norwich.latitude}&longitude=${norwich.longitude}`);
  expect(town).toEqual(norwich);
  // Those whose city it is live in it, and a few more around it.
  expect(await count(`within 10 km of ${norwich.text}`)).toBeGreaterThanOrEqual(await count('city = "Norwich"'));
  expect(await count('city = "Norwich"')).toBeGreaterThan(0);
  expect(await ask('GET', '/towns/at?latitude=0.5&longitude=0.5')).toEqual({ town: null });
  expect((await server.owner('GET', '/towns?name=')).status).toBe(400);
});

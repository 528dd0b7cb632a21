import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SegmentComposition, SegmentFlow, SegmentMember, SegmentValue } from '../../src/contract/index.ts';
import { openApp, realEffects } from '../../src/app/index.ts';
import { sql } from '../../src/sql/index.ts';
import { startTestServer, type TestServer } from '../test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer('example');
});
afterAll(async () => {
  await server.remove();
});

const get = async <T>(path: string): Promise<T> => {
  const { status, body, text } = await server.owner('GET', path);
  if (status !== 200) throw new Error(text);
  return body as T;
};

test('members are listed a page at a time, each once, as many as the segment has', async () => {
  const { members } = await get<{ readonly members: number }>('/segments/champions');
  const seen: number[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const page: { readonly items: readonly SegmentMember[]; readonly total: number; readonly next: string | null } = await get(
      `/segments/champions/members?limit=60${next === '' ? '' : `&cursor=${next}`}`,
    );
    expect(page.total).toBe(members);
    seen.push(...page.items.map(({ profile }) => profile));
    next = page.next;
  }
  expect(new Set(seen).size).toBe(members);
});

test('a shared value of the make-up counts the very people that its expression selects', async () => {
  const { traits, members } = await get<SegmentComposition>('/segments/champions/composition');
  expect(members).toBeGreaterThan(100);
  for (const trait of traits.slice(0, 4)) {
    const [value] = trait.values;
    if (value === undefined) continue;
    const { body } = await server.owner('POST', '/preview', { text: `in segment "champions" and ${value.expression}` });
    expect(body, value.expression).toMatchObject({ members: value.members });
  }
});

test('somebody who is put in by hand and taken off again enters, leaves, and stands in the log', async () => {
  const { items } = await get<{ readonly items: readonly { readonly profile: number; readonly customer_id: string; readonly lifecycle: string }[] }>(
    '/customers?sort=name&limit=200',
  );
  const somebody = items.find(({ lifecycle }) => lifecycle === 'churned');
  const id = somebody?.customer_id ?? '';
  const list = { include: [], exclude: [], unlist: [] };
  const before = await get<SegmentFlow>('/segments/champions/flow');
  expect(before.sentence).toMatch(/is logged since its first evaluation on \d{1,2} \w+ 2026: nobody so far\./);
  await server.owner('PATCH', '/segments/champions', { ...list, include: [id] });
  const within = await get<{ readonly items: readonly SegmentMember[] }>('/segments/champions/members?sort=since&limit=1');
  expect(within.items[0]).toMatchObject({ profile: somebody?.profile, listed: true });
  await server.owner('PATCH', '/segments/champions', { ...list, unlist: [id] });
  const flow = await get<SegmentFlow>('/segments/champions/flow');
  expect(flow).toMatchObject({ entered: 1, left: 1 });
  expect(flow.people.map(({ profile }) => profile)).toEqual([somebody?.profile, somebody?.profile]);
});

test('what members bring is what the orders say, reckoned independently', async () => {
  const value = await get<SegmentValue>('/segments/champions/value');
  const { items } = await get<{ readonly items: readonly SegmentMember[] }>('/segments/champions/members?limit=200');
  await server.stop();
  const app = await openApp(
    server.folder,
    realEffects(() => undefined),
  );
  // A year up to the day after the newest fact, 1 July 2026 in London.
  const row = await app.warehouse.row<{ revenue: number }>(sql`
    select sum(total)::DOUBLE as revenue from orders where counts and ordered_at > '2025-06-30 23:00:00' and ordered_at <= '2026-06-30 23:00:00'
      and profile in (select unnest(${JSON.stringify(items.map(({ profile }) => profile))}::INTEGER[]))`);
  await app.close();
  expect(value.revenue_12_months).toBeCloseTo(row?.revenue ?? 0, 2);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { caller, startTestServer, type TestServer } from '../test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer('example');
}, 120_000);
afterAll(async () => {
  await server.stop();
  await server.remove();
});

type Group = { readonly people: number; readonly expression: string | null };

/** Every group of an answer, wherever it stands in it. */
function groupsIn(value: unknown): readonly Group[] {
  if (Array.isArray(value)) return value.flatMap(groupsIn);
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(groupsIn);
  return 'people' in value && 'expression' in value ? [value as Group, ...inside] : inside;
}

const range = 'from=2026-06-01&to=2026-06-30';

test('what Home shows is counted by the very expressions it offers', async () => {
  const { status, body } = await server.owner('GET', `/home/figures?${range}`);
  expect(status).toBe(200);
  const [customers] = groupsIn(body);
  const preview = await server.owner('POST', '/preview', { text: customers?.expression });
  expect(preview.body).toMatchObject({ members: customers?.people });
});

test('a goal puts its own steps first', async () => {
  const { body: plain } = await server.owner('GET', '/home/next-steps');
  const { body: mailing } = await server.owner('GET', '/home/next-steps?goal=better_mailing');
  const kinds = (body: unknown) => (body as { steps: readonly { kind: string }[] }).steps.map(({ kind }) => kind);
  // 'unread_mail' serves better mailing, 'no_second_order' does not.
  expect(kinds(plain).indexOf('unread_mail')).toBeGreaterThan(kinds(plain).indexOf('no_second_order'));
  expect(kinds(mailing).indexOf('unread_mail')).toBeLessThan(kinds(mailing).indexOf('no_second_order'));
});

test('how far a goal is stands beside it, counted as Home counts the same twelve months', async () => {
  expect((await server.owner('GET', '/goal/progress')).body).toEqual({ goal: null });
  const set = (measure: string, number: number) => server.owner('PUT', '/goal', { goal: 'repeat_sales', target: { measure, number }, by: '2026-07-10' });
  expect((await set('repeat_rate', 260)).status).toBe(400);
  const moment = 'as_of=2026-06-30';
  const { body: year } = await server.owner('GET', `/home/figures?from=2025-07-01&to=2026-06-30&compare=none&${moment}`);
  const figure = (name: string) => (year as { figures: readonly { name: string; value: number }[] }).figures.find((one) => one.name === name)?.value ?? 0;
  expect((await set('repeat_rate', 99)).status).toBe(200);
  const { body } = await server.owner('GET', `/goal/progress?${moment}`);
  // From 30 June to 10 July.
  expect(body).toMatchObject({ goal: { value: figure('repeat_rate') * 100, reached: false, days_left: 10 } });
  await set('orders', 1);
  expect((await server.owner('GET', `/goal/progress?${moment}`)).body).toMatchObject({ goal: { value: figure('orders'), reached: true } });
});

test('all time begins with the first order, not with the year asked for', async () => {
  const { body } = await server.owner('GET', '/home/figures?from=1990-01-01&to=2026-06-30&compare=none');
  // The first line of the shop's orders.csv, sold over the counter to nobody known.
  expect(body).toMatchObject({ from: '2023-07-03', compared_with: null });
});

test('dates that are none, and ranges that end before they begin, are said to be wrong', async () => {
  for (const wrong of ['from=yesterday&to=2026-06-30', 'from=2026-02-30&to=2026-06-30', 'from=2026-06-30&to=2026-06-01', 'to=2026-06-30']) {
    const { status } = await server.owner('GET', `/home/figures?${wrong}`);
    expect([wrong, status]).toEqual([wrong, expect.toSatisfy((code: number) => code >= 400 && code < 500)]);
  }
});

test('a funnel has its steps in order and everybody who is lost in one of them', async () => {
  const steps = ['Product Viewed', 'Product Added', 'Order Completed'];
  const { body } = await server.owner('POST', '/insights/funnel', { from: '2026-04-01', to: '2026-06-30', steps });
  const answer = body as { readonly steps: readonly (Group & { readonly event: string; readonly lost: Group })[] };
  expect(answer.steps.map(({ event }) => event)).toEqual(steps);
  // Who got to a step either got to the next or was lost there.
  answer.steps.forEach((step, index) => expect(step.people).toBe((answer.steps[index + 1]?.people ?? 0) + (index < 2 ? step.lost.people : step.people)));
});

test('without the permission for personal data no value of a name, address or birthday is shown or named', async () => {
  const { body: key } = await server.owner('POST', '/keys', { name: 'masked', scopes: ['read'] });
  const masked = caller(server.url, { authorization: `Bearer ${(key as { readonly key: string }).key}` });
  for (const attribute of ['email', 'last_name', 'postcode', 'birthday', 'latitude']) {
    const ask = { rows: { attribute }, columns: { attribute: 'value_tier' } };
    const full = (await server.owner('POST', '/insights/cross-tabulation', ask)).body as {
      readonly rows: readonly { readonly label: string; readonly kind: string }[];
    };
    const { status, text } = await masked('POST', '/insights/cross-tabulation', ask);
    expect([attribute, status]).toEqual([attribute, 200]);
    const shown = full.rows.filter(({ kind }) => kind === 'value').map(({ label }) => label);
    expect(shown.filter((label) => text.includes(JSON.stringify(label).slice(1, -1)))).toEqual([]);
    const { rows } = JSON.parse(text) as { readonly rows: readonly (Group & { readonly kind: string })[] };
    expect(rows.filter(({ kind, expression }) => kind !== 'unknown' && expression !== null)).toEqual([]);
  }
});

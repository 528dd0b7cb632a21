import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Job } from '../../src/contract/index.ts';
import { modelCardSchema, predictionSummarySchema } from '../../src/contract/schemas.ts';
import { startTestServer, type TestServer } from '../test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer('example');
}, 300_000);
afterAll(async () => {
  await server.stop();
  await server.remove();
});

async function ended({ id }: Job): Promise<Job> {
  for (;;) {
    const { body } = await server.owner('GET', `/jobs/${id}`);
    const job = body as Job;
    if (job.status === 'done' || job.status === 'failed' || job.status === 'cancelled') return job;
    await setTimeout(100);
  }
}

test('a model is trained as a job in another thread, approved, asked about a customer, and stopped', async () => {
  const { status, body } = await server.owner('POST', '/predictions/next-order/train', { approve: false });
  expect(status).toBe(202);
  const trained = await ended(body as Job);
  expect(trained.error).toBeNull();
  expect(() => modelCardSchema.parse(trained.result)).not.toThrow();
  expect(trained.progress?.label).toBeTypeOf('string');
  const list = await server.owner('GET', '/predictions');
  const { items } = list.body as { items: readonly unknown[] };
  const own = items.map((item) => predictionSummarySchema.parse(item)).find(({ model }) => model === 'next-order');
  expect(own).toMatchObject({ acting: null, challenger: { version: 1 }, horizon_days: 28 });
  expect((await ended((await server.owner('POST', '/predictions/next-order/approve', {})).body as Job)).status).toBe('done');
  const { body: customers } = await server.owner('GET', '/predictions/next-order/customers?limit=3');
  const [first] = (customers as { items: readonly { readonly customer: { readonly profile: number }; readonly probability: number }[] }).items;
  const one = await server.owner('GET', `/predictions/next-order/customers/${first?.customer.profile}`);
  expect((one.body as { probability: number }).probability).toBeCloseTo(first?.probability ?? 0, 9);
  expect((await ended((await server.owner('POST', '/predictions/next-order/stop', {})).body as Job)).status).toBe('done');
  expect((await server.owner('GET', '/predictions/next-order/customers')).status).toBe(409);
  // Not that it may not act: it gives no probability, whether it acts or not.
  const { body: listless } = await server.owner('GET', '/predictions/value/customers');
  expect(listless).toMatchObject({ status: 400, code: 'model.no-list', parameters: { models: 'churn, next-order' } });
}, 300_000);

test('two who ask for the same training get one job, and other options are a job of their own', async () => {
  const ask = async (body: object) => (await server.owner('POST', '/predictions/value/train', body)).body as Job;
  const [one, two] = await Promise.all([ask({}), ask({ seed: 1, approve: false })]);
  expect(two.id).toBe(one.id);
  const other = await ask({ seed: 2 });
  expect(other.id).not.toBe(one.id);
  for (const each of [other, one]) {
    await server.owner('DELETE', `/jobs/${each.id}`);
    expect((await ended(each)).status).toBe('cancelled');
  }
}, 180_000);

test('training that is cancelled keeps nothing', async () => {
  const { body } = await server.owner('POST', '/predictions/churn/train', {});
  const { id } = body as Job;
  await setTimeout(300);
  await server.owner('DELETE', `/jobs/${id}`);
  expect((await ended(body as Job)).status).toBe('cancelled');
  expect((await server.owner('GET', '/predictions/churn/card')).status).toBe(404);
}, 180_000);

// What the banner "a newer version waits" and the button that brings the one before back are made of.
test('a newer version is told beside the one that acts, changes nothing until it is let act, and the one before comes back', async () => {
  const own = async () => predictionSummarySchema.parse(((await server.owner('GET', '/predictions/timing')).body as { readonly summary: unknown }).summary);
  const run = async (path: string, body: unknown) => (await ended((await server.owner('POST', `/predictions/timing/${path}`, body)).body as Job)).status;
  expect(await run('train', { approve: true })).toBe('done');
  expect(await own()).toMatchObject({ acting: { version: 1 }, challenger: null });
  expect(await run('train', {})).toBe('done');
  expect(await own()).toMatchObject({ acting: { version: 1 }, challenger: { version: 2 } });
  const { body } = await server.owner('GET', '/predictions/timing/comparison');
  expect(body).toMatchObject({ champion: { version: 1 }, challenger: { version: 2 } });
  expect(await run('approve', {})).toBe('done');
  expect(await own()).toMatchObject({ acting: { version: 2 }, challenger: null });
  expect(await run('roll-back', {})).toBe('done');
  // It was decided against: that one waits for nobody any more.
  expect(await own()).toMatchObject({ acting: { version: 1 }, challenger: null });
}, 300_000);

test('a question is checked before it is asked', async () => {
  const { body } = await server.owner('POST', '/predictions/check', { target: { kind: 'event', event: 'Email Opened' }, horizon_days: 28 });
  expect(body).toMatchObject({ outcome: 'count("Email Opened" in last 28 days) >= 1', can_learn: true, warnings: [] });
  const wrong = await server.owner('POST', '/predictions/check', { target: { kind: 'condition', text: 'orders >' }, horizon_days: 28 });
  expect(wrong.status).toBe(400);
}, 180_000);

test.each([
  [{ kind: 'event', event: 'Email Opend' }, 'No event called "Email Opend" has been seen. Did you mean "Email Opened"?'],
  [{ kind: 'category', category: 'Esspresso' }, 'No order has the category "Esspresso". Did you mean "Espresso"?'],
  [{ kind: 'product', product: 'Stonware Mug' }, 'No order has the product "Stonware Mug". Did you mean "Stoneware Mug"?'],
])(
  'a question about a name that nothing is known of says so, with what was meant: %o',
  async (target, warning) => {
    const { body } = await server.owner('POST', '/predictions/check', { target, horizon_days: 28 });
    expect(body).toMatchObject({ can_learn: false, warnings: [warning] });
  },
  180_000,
);

// Nobody has ever done it, so nothing can be told of anybody: the share of all.
test('a model that does no better than the share of all is not let act, unless somebody wants it all the same', async () => {
  const asked = { name: 'fly', target: { kind: 'event', event: 'Flown' }, horizon_days: 28, train: false };
  expect((await server.owner('POST', '/predictions', asked)).status).toBe(201);
  const trained = await ended((await server.owner('POST', '/predictions/will-fly/train', { approve: true })).body as Job);
  expect(trained.status).toBe('done');
  const summary = async () =>
    predictionSummarySchema.parse(((await server.owner('GET', '/predictions/will-fly')).body as { readonly summary: unknown }).summary);
  expect(await summary()).toMatchObject({
    acting: null,
    challenger: { version: 1, no_better: expect.stringContaining('How well it does is not known') as unknown },
  });
  const act = async (wish: unknown) => ended((await server.owner('POST', '/predictions/will-fly/approve', wish)).body as Job);
  expect(await act({})).toMatchObject({ status: 'failed', error: { code: 'model.no-better' } });
  expect(await summary()).toMatchObject({ acting: null });
  expect((await act({ anyway: true })).status).toBe('done');
  expect(await summary()).toMatchObject({ acting: { version: 1 } });
}, 300_000);

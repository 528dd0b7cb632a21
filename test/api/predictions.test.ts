import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trainStale } from '../../src/api/work/predict.ts';
import type { Job, PredictionSummary } from '../../src/contract/index.ts';
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

test('a model is trained as a job in another thread, approved, and asked about a customer', async () => {
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
}, 300_000);

const nextOrder = async (): Promise<PredictionSummary> => {
  const { items } = (await server.owner('GET', '/predictions')).body as { items: readonly PredictionSummary[] };
  const found = items.find(({ model }) => model === 'next-order');
  if (found === undefined) throw new Error('no next-order');
  return found;
};

/** 800 orders of September, by 500 customers whom nobody had seen before: everybody else has been silent for a quarter by then. */
const autumn = ['Order ID,Customer ID,Date,Amount'];
for (let order = 0; order < 800; order += 1) {
  autumn.push(`Z${order},N${order % 500},2026-09-${String(1 + (order % 30)).padStart(2, '0')},${10 + (order % 40)}.00`);
}

test('customers who have become others, or time, make a model learn again; the new one waits for an owner and is taken back', async () => {
  expect(await nextOrder()).toMatchObject({ drift: 'none', stale: null });
  const upload = (await server.owner('POST', '/uploads?name=autumn.csv', `${autumn.join('\n')}\n`)).body as { readonly id: string };
  expect((await ended((await server.owner('POST', '/imports', { files: [{ upload: upload.id }] })).body as Job)).status).toBe('done');
  const because = async (settings: { readonly retrain_days: number | null; readonly retrain_on_drift: boolean }): Promise<string | null> => {
    await server.owner('PUT', '/predictions/settings', { fairness: [], churn_days: null, next_order_days: null, ...settings });
    return (await nextOrder()).stale;
  };
  expect(await because({ retrain_days: null, retrain_on_drift: false })).toBeNull();
  expect(await because({ retrain_days: 100, retrain_on_drift: false })).toBeNull();
  // The shop's last fact was of 30 June, the file's is of 30 September: 92 days.
  expect(await because({ retrain_days: 90, retrain_on_drift: false })).toBe('It learned from facts until 92 days ago, and is to be trained again after 90.');
  expect(await because({ retrain_days: null, retrain_on_drift: true })).toBe('Customers are no longer those that it learned from.');
  // What the scheduler does at a tick; whether it or this came first, the model is trained once.
  await trainStale(server.service);
  const jobs = async (): Promise<readonly Job[]> => ((await server.owner('GET', '/jobs?kind=predict-train')).body as { items: readonly Job[] }).items;
  const again = (await jobs()).find(({ title }) => title === 'Train next-order again');
  if (again === undefined) throw new Error('nothing learns again');
  expect((await ended(again)).error).toBeNull();
  expect(await nextOrder()).toMatchObject({ acting: { version: 1 }, challenger: { version: 2 }, drift: 'strong', stale: null });
  await trainStale(server.service);
  expect((await jobs()).filter(({ title }) => title === 'Train next-order again')).toHaveLength(1);
  expect((await server.owner('GET', '/predictions/next-order/comparison')).body).toMatchObject({ champion: { version: 1 }, challenger: { version: 2 } });
  for (const [act, version] of [
    ['approve', 2],
    ['roll-back', 1],
  ] as const) {
    expect((await ended((await server.owner('POST', `/predictions/next-order/${act}`, {})).body as Job)).error).toBeNull();
    expect((await nextOrder()).acting?.version).toBe(version);
  }
  expect((await ended((await server.owner('POST', '/predictions/next-order/stop', {})).body as Job)).status).toBe('done');
  expect((await server.owner('GET', '/predictions/next-order/customers')).status).toBe(409);
}, 300_000);

test('training that is cancelled keeps nothing', async () => {
  const { body } = await server.owner('POST', '/predictions/churn/train', {});
  const { id } = body as Job;
  await setTimeout(300);
  await server.owner('DELETE', `/jobs/${id}`);
  expect((await ended(body as Job)).status).toBe('cancelled');
  expect((await server.owner('GET', '/predictions/churn/card')).status).toBe(404);
}, 180_000);

test('a question is checked before it is asked', async () => {
  const { body } = await server.owner('POST', '/predictions/check', { target: { kind: 'event', event: 'Email Opened' }, horizon_days: 28 });
  expect(body).toMatchObject({ outcome: 'count("Email Opened" in last 28 days) >= 1', can_learn: true });
  const wrong = await server.owner('POST', '/predictions/check', { target: { kind: 'condition', text: 'orders >' }, horizon_days: 28 });
  expect(wrong.status).toBe(400);
}, 180_000);

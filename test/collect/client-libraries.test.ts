import RudderAnalytics from '@rudderstack/rudder-sdk-node';
import { Analytics } from '@segment/analytics-node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient } from '../../src/client/index.ts';
import { startTestServer, type TestServer, writeKeyOf } from '../test-server.ts';
import { type Fault, type FaultyServer, faultyServer } from './faulty-server.ts';
import { memoryInbox } from './memory-inbox.ts';

// The libraries that shops use, as they come from npm, against our server on its good and its bad days: whatever they try again arrives once.

const inbox = memoryInbox();
let server: TestServer;
let key = '';
beforeAll(async () => {
  server = await startTestServer('empty', { inbox });
  await server.owner('POST', '/live-sources', { type: 'server', name: 'Server' });
  key = await writeKeyOf(server, 'server');
});
/** A library may still be trying when everything has arrived: its way stays open to the end. */
const proxies: FaultyServer[] = [];
afterAll(async () => {
  await new Promise((resolve) => setTimeout(resolve, 1500));
  for (const proxy of proxies) await proxy.close();
  await server.stop();
  await server.remove();
});

const days: readonly (readonly [string, readonly Fault[]])[] = [
  ['a normal day', []],
  ['slow', ['slow', 'slow']],
  ['429 with Retry-After', ['429']],
  ['503', ['503']],
  ['connections cut before anything was read', ['reset']],
  ['connections cut after everything was on disk', ['reset-after']],
];
const calls = 25;
const arrived = (event: string): number => inbox.messages().filter(({ body }) => body['event'] === event).length;
const until = async (done: () => boolean, milliseconds = 25_000): Promise<void> => {
  for (const end = Date.now() + milliseconds; !done() && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 50));
};

test.concurrent.each(days)('@segment/analytics-node: %s', { timeout: 40_000 }, async (day, faults) => {
  const proxy = await faultyServer(server.url, [...faults]);
  const event = `segment ${day}`;
  const analytics = new Analytics({ writeKey: key, host: proxy.url, flushAt: 10, flushInterval: 200, maxRetries: 5 });
  for (let index = 0; index < calls; index += 1) analytics.track({ userId: 'u-1', event, properties: { index } });
  await analytics.closeAndFlush({ timeout: 30_000 });
  await until(() => arrived(event) >= calls);
  expect(arrived(event)).toBe(calls);
  proxies.push(proxy);
});

test.concurrent.each(days)('@rudderstack/rudder-sdk-node: %s', { timeout: 40_000 }, async (day, faults) => {
  const proxy = await faultyServer(server.url, [...faults]);
  const event = `rudder ${day}`;
  const analytics = new RudderAnalytics(key, { dataPlaneUrl: proxy.url, flushAt: 10, flushInterval: 200 });
  for (let index = 0; index < calls; index += 1) analytics.track({ userId: 'u-1', event, properties: { index } });
  await analytics.flush().catch(() => undefined);
  await until(() => arrived(event) >= calls);
  expect(arrived(event)).toBe(calls);
  proxies.push(proxy);
});

test.concurrent.each(days)('our own client: %s', { timeout: 40_000 }, async (day, faults) => {
  const proxy = await faultyServer(server.url, [...faults]);
  const event = `own ${day}`;
  const client = createClient({ host: proxy.url, writeKey: key, batch: 10, wait: 50 });
  for (let index = 0; index < calls; index += 1) client.track({ userId: 'u-1', event, properties: { index } });
  await client.flush();
  expect(arrived(event)).toBe(calls);
  proxies.push(proxy);
});

test('our own client says what was not taken, and why', async () => {
  const client = createClient({ host: server.url, writeKey: 'cw_none' });
  client.identify({ userId: 'u-1', traits: { city: 'Leeds' } });
  await expect(client.flush()).rejects.toThrow(/1 calls were not taken: 401/);
});

import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Aedes } from 'aedes';
import { connectAsync } from 'mqtt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Inbox } from '../../src/contract/index.ts';
import { ClienteleError } from '../../src/core/index.ts';
import { startTestServer, type TestServer } from '../test-server.ts';
import { memoryInbox } from './memory-inbox.ts';

// A real broker: what it holds reaches the inbox, and is acknowledged only then.

const kept = memoryInbox();
let broken = false;
const inbox: Inbox = {
  append: async (messages) => {
    if (broken) throw new ClienteleError('live.store-unavailable', { detail: 'the disk is full', retry_after: 1 });
    return kept.append(messages);
  },
};
let server: TestServer;
let broker: Aedes;
let listener: Server;
let url = '';
let acknowledged = 0;
beforeAll(async () => {
  broker = await Aedes.createBroker();
  broker.on('ack', () => (acknowledged += 1));
  listener = createServer(broker.handle);
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  url = `mqtt://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  server = await startTestServer('empty', { inbox });
});
afterAll(async () => {
  await server.stop();
  await server.remove();
  await new Promise<void>((resolve) => broker.close(() => listener.close(() => resolve())));
});

const until = async (done: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 10_000; !(await done()) && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 30));
};
const state = async (): Promise<string | undefined> =>
  ((await server.owner('GET', '/live-sources/mqtt')).body as { readonly connection: { readonly state: string } | null }).connection?.state;

test('sales of a till arrive by MQTT, are acknowledged once they are kept, and what waited for the store arrives then', { timeout: 30_000 }, async () => {
  const mapping = { kind: 'order', id: 'no', identifiers: { email: 'mail' }, fields: { total: 'sum' } };
  const made = await server.owner('POST', '/live-sources', { type: 'mqtt', name: 'Tills', settings: { url, topics: ['shop/+/sales'], mapping } });
  expect(made.status).toBe(201);
  await until(async () => (await state()) === 'connected');
  const till = await connectAsync(url);
  await new Promise((resolve) => setTimeout(resolve, 200));
  for (let no = 1; no <= 5; no += 1) await till.publishAsync('shop/1/sales', JSON.stringify({ no, sum: '9.50', mail: 'ana.ruiz@example.org' }), { qos: 1 });
  await until(() => kept.messages().length === 5 && acknowledged >= 5);
  expect(kept.messages().map(({ body }) => [body['format'], body['topic']])).toEqual(Array.from({ length: 5 }, () => ['webhook', 'shop/1/sales']));
  expect(acknowledged).toBe(5);

  broken = true;
  await till.publishAsync('shop/2/sales', JSON.stringify({ no: 6, sum: '1.00', mail: 'ana.ruiz@example.org' }), { qos: 1 });
  await until(async () => (await state()) === 'failed');
  expect(acknowledged).toBe(5);
  broken = false;
  await until(() => kept.messages().length === 6 && acknowledged === 6);
  expect(kept.messages()).toHaveLength(6);
  expect(acknowledged).toBe(6);
  const { items } = (await server.owner('GET', '/live-sources/mqtt/messages')).body as { readonly items: readonly { readonly says: readonly string[] }[] };
  expect(items[0]?.says).toEqual(['order 6']);
  await till.endAsync();
  await server.owner('PATCH', '/live-sources/mqtt', { disabled: true });
  expect(await state()).toBeUndefined();
});

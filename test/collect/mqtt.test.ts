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
/** Topics that somebody listens to at the broker. */
const listened = new Set<string>();
beforeAll(async () => {
  broker = await Aedes.createBroker();
  broker.on('ack', () => (acknowledged += 1));
  broker.on('subscribe', (topics) => topics.forEach(({ topic }) => listened.add(topic)));
  broker.on('unsubscribe', (topics) => topics.forEach((topic) => listened.delete(topic)));
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
const state = async (slug = 'mqtt'): Promise<string | undefined> =>
  ((await server.owner('GET', `/live-sources/${slug}`)).body as { readonly connection: { readonly state: string } | null }).connection?.state;

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
  expect(await state()).toBe('connected');
  expect(acknowledged).toBe(6);
  const { items } = (await server.owner('GET', '/live-sources/mqtt/messages')).body as { readonly items: readonly { readonly says: readonly string[] }[] };
  expect(items[0]?.says).toEqual(['order 6']);
  await till.endAsync();
  await server.owner('PATCH', '/live-sources/mqtt', { disabled: true });
  expect(await state()).toBeUndefined();
});

/** What a broker writes at once to whoever comes back (MQTT 3.1.1): the confirmation of a session that is still there, and behind it what that session holds. */
const heldBy = (topic: string, payloads: readonly string[]): Buffer =>
  Buffer.concat([
    Buffer.from([0x20, 2, 1, 0]),
    ...payloads.map((payload, index) => {
      const body = Buffer.concat([Buffer.from([0, topic.length]), Buffer.from(topic), Buffer.from([0, index + 1]), Buffer.from(payload)]);
      return Buffer.concat([Buffer.from([0x3a, body.length]), body]);
    }),
  ]);

test('what the broker held meanwhile comes in one breath with its confirmation, and none of it is acknowledged before it is kept', {
  timeout: 30_000,
}, async () => {
  const sales = Array.from({ length: 20 }, (_, no) => JSON.stringify({ no: `held-${no}`, sum: '1', mail: 'ana.ruiz@example.org' }));
  let acknowledgements = 0;
  const held = createServer((socket) => {
    socket.once('data', () => socket.write(heldBy('doors', sales)));
    // Packets are a first byte, a length below 128, and so many bytes; an acknowledgement begins with 0x40.
    socket.on('data', (bytes: Buffer) => {
      for (let at = 0; at < bytes.length; at += 2 + (bytes[at + 1] ?? 0)) acknowledgements += bytes[at] === 0x40 ? 1 : 0;
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => held.listen(0, '127.0.0.1', resolve));
  broken = true;
  const mapping = { kind: 'order', id: 'no', identifiers: { email: 'mail' }, fields: { total: 'sum' } };
  const settings = { url: `mqtt://127.0.0.1:${(held.address() as AddressInfo).port}`, topics: ['doors'], mapping };
  await server.owner('POST', '/live-sources', { type: 'mqtt', name: 'Doors', slug: 'doors', settings });
  const doors = (): number => kept.messages().filter(({ body }) => body['topic'] === 'doors').length;
  await until(async () => (await state('doors')) === 'failed');
  expect(acknowledgements).toBe(0);
  broken = false;
  await until(() => doors() === 20 && acknowledgements === 20);
  expect([doors(), acknowledgements]).toEqual([20, 20]);
  await server.owner('DELETE', '/live-sources/doors');
  held.close();
});

test('a broker that refuses is asked again, and meanwhile it is said why', { timeout: 30_000 }, async () => {
  let asked = 0;
  const refusing = createServer((socket) => {
    // The first answer is "not authorised" (5), then one gets in.
    socket.once('data', () => socket.write(Buffer.from([0x20, 2, 0, (asked += 1) === 1 ? 5 : 0])));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
  const settings = { url: `mqtt://127.0.0.1:${(refusing.address() as AddressInfo).port}`, topics: ['gates'] };
  await server.owner('POST', '/live-sources', { type: 'mqtt', name: 'Gates', slug: 'gates', settings });
  await until(() => asked === 1);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(((await server.owner('GET', '/live-sources/gates')).body as { readonly connection: unknown }).connection).toEqual({
    state: 'failed',
    detail: 'Connection refused: Not authorized',
  });
  await until(async () => (await state('gates')) === 'connected');
  expect([asked, await state('gates')]).toEqual([2, 'connected']);
  await server.owner('DELETE', '/live-sources/gates');
  refusing.close();
});

test('topics that are no longer named stop coming', { timeout: 30_000 }, async () => {
  const mapping = { kind: 'order', id: 'no', identifiers: { email: 'mail' }, fields: { total: 'sum' } };
  await server.owner('POST', '/live-sources', { type: 'mqtt', name: 'Halls', slug: 'halls', settings: { url, topics: ['old', 'both'], mapping } });
  await until(() => listened.has('old') && listened.has('both'));
  await server.owner('PATCH', '/live-sources/halls', { settings: { url, topics: ['both', 'new'], mapping } });
  await until(() => listened.has('new') && !listened.has('old'));
  const hall = await connectAsync(url);
  const say = (topic: string, no: number): Promise<unknown> =>
    hall.publishAsync(topic, JSON.stringify({ no, sum: '1', mail: 'ana.ruiz@example.org' }), { qos: 1 });
  for (const [index, topic] of ['old', 'both', 'new'].entries()) await say(topic, index);
  const came = (): readonly unknown[] =>
    kept
      .messages()
      .filter(({ source }) => source === 'halls')
      .map(({ body }) => body['topic']);
  await until(() => came().length === 2);
  expect(came()).toEqual(['both', 'new']);
  await hall.endAsync();
  await server.owner('DELETE', '/live-sources/halls');
});

test('two devices that say the same are two, one that says it again is not', { timeout: 30_000 }, async () => {
  const mapping = { kind: 'event', name: 'Door Opened', identifiers: { customer_id: 'member' } };
  await server.owner('POST', '/live-sources', { type: 'mqtt', name: 'Locks', slug: 'locks', settings: { url, topics: ['lock/+'], mapping } });
  await until(() => listened.has('lock/+'));
  const lock = await connectAsync(url);
  for (const topic of ['lock/1', 'lock/1', 'lock/2', 'lock/end']) await lock.publishAsync(topic, JSON.stringify({ member: 'c-7' }), { qos: 1 });
  const came = (): readonly unknown[] =>
    kept
      .messages()
      .filter(({ source }) => source === 'locks')
      .map(({ body }) => body['topic']);
  await until(() => came().includes('lock/end'));
  expect(came()).toEqual(['lock/1', 'lock/2', 'lock/end']);
  await lock.endAsync();
  await server.owner('DELETE', '/live-sources/locks');
});

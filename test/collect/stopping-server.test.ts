import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Inbox } from '../../src/contract/index.ts';
import { startTestServer, type TestServer, writeKeyOf } from '../test-server.ts';

// A server that stops answers whom it has let in, and tells whoever comes meanwhile when to come again.
const held = Promise.withResolvers<void>();
let taken = 0;
const inbox: Inbox = {
  append: async (messages) => {
    taken += 1;
    await held.promise;
    return { accepted: messages.length, duplicates: 0 };
  },
};
let server: TestServer;
let hook = '';
beforeAll(async () => {
  server = await startTestServer('empty', { inbox });
  await server.owner('POST', '/live-sources', { type: 'server', name: 'Server' });
  const made = await server.owner('POST', '/live-sources', { type: 'shopify', name: 'Shop' });
  hook = `/v1/hooks/${await writeKeyOf(server, (made.body as { slug: string }).slug)}`;
});
afterAll(() => server.remove());

/** A connection over which a request has gone out; what all comes back over it. */
async function begun(request: string): Promise<{ readonly socket: Socket; readonly answers: Promise<string> }> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write(request);
  const answers = new Promise<string>((resolve) => {
    let text = '';
    socket.on('data', (part) => (text += part.toString()));
    socket.on('close', () => resolve(text));
  });
  return { socket, answers };
}

const body = JSON.stringify({ userId: 'u-1', event: 'Seen' });
const post = (path: string, key: string): string =>
  [
    `POST ${path} HTTP/1.1`,
    'host: localhost',
    'origin: https://shop.example',
    `authorization: Basic ${Buffer.from(`${key}:`).toString('base64')}`,
    'content-type: application/json',
    `content-length: ${body.length}`,
    '',
    body,
  ].join('\r\n');

test('who was let in is answered; who comes while it stops is told when to come again', { timeout: 60_000 }, async () => {
  const key = await writeKeyOf(server, 'server');
  const paths = ['/v1/track', '/v1/batch', hook, '/api/v1/segments'];
  const senders = await Promise.all(paths.map(() => begun(post('/v1/track', key))));
  await expect.poll(() => taken).toBe(paths.length);
  const stopped = server.stop();
  await new Promise((resolve) => setTimeout(resolve, 200));
  for (const [index, { socket }] of senders.entries()) socket.write(post(paths[index] ?? '', key));
  await new Promise((resolve) => setTimeout(resolve, 200));
  held.resolve();
  for (const [index, { answers }] of senders.entries()) {
    const [first = '', second = ''] = (await answers).split(/(?=HTTP\/1\.1 )/);
    expect(first).toMatch(/^HTTP\/1\.1 200 /);
    expect(second).toMatch(/^HTTP\/1\.1 503 /);
    expect(second).toMatch(/\r\nretry-after: 5\r\n/i);
    expect(second).toContain('"code":"server.stopping"');
    // Pages of other sites may read what the tracking API says.
    if (paths[index] !== '/api/v1/segments') expect(second).toMatch(/\r\naccess-control-allow-origin: \*\r\n/i);
  }
  expect(taken).toBe(paths.length);
  await stopped;
});

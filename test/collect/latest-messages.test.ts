import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer, writeKeyOf } from '../test-server.ts';

// What the page of a live source shows of its latest messages, over the end of a server and the start of the next.

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer('empty');
  for (const [type, name] of [
    ['website', 'Website'],
    ['server', 'Server'],
  ])
    await server.owner('POST', '/live-sources', { type, name });
});
afterAll(async () => {
  await server.stop();
  await server.remove();
});

const send = async (source: string, messageId: string, more: object = { event: 'Seen', userId: 'u' }): Promise<void> => {
  const answer = await fetch(`${server.url}/v1/track`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${await writeKeyOf(server, source)}:`)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ messageId, ...more }),
  });
  expect(answer.status).toBe(200);
};
const shown = async (source: string): Promise<readonly string[]> => {
  const { body } = await server.owner('GET', `/live-sources/${source}/messages`);
  return (body as { readonly items: readonly { readonly message_id: string; readonly status: string }[] }).items.map(
    (one) => `${one.message_id} ${one.status}`,
  );
};

test('after a restart the messages of before are there, those that wait among them, and what comes stands above them, once', { timeout: 120_000 }, async () => {
  await send('website', 'one');
  await send('server', 'of another');
  await send('website', 'two', { event: 'Seen' });
  expect(await shown('website')).toEqual(['two quarantined', 'one accepted']);
  await server.service.live.settled();
  await server.stop();
  server = await startTestServer({ folder: server.folder });
  // Before anybody has looked: it is in the inbox and among those that came since the start.
  await send('website', 'three');
  expect(await shown('website')).toEqual(['three accepted', 'two quarantined', 'one accepted']);
  await send('website', 'four');
  await send('website', 'three');
  expect(await shown('website')).toEqual(['three accepted', 'four accepted', 'three accepted', 'two quarantined', 'one accepted']);
  expect(await shown('server')).toEqual(['of another accepted']);
});

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { allowPrivate, createWebhook } from '../activate/index.ts';
import type { LiveRecord } from '../contract/index.ts';
import { type LiveShop, openLiveShop } from './live/fixtures.ts';
import { startWebhooks, type Webhooks } from './webhooks.ts';

const servers: Server[] = [];
let shop: LiveShop | undefined;
let webhooks: Webhooks | undefined;
afterEach(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await webhooks?.stop();
  await shop?.close();
});

async function listening(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}

test('a subscriber that hangs keeps nobody else waiting', async () => {
  shop = await openLiveShop();
  const { app, clock, desk, live } = shop;
  const heard: string[] = [];
  let hung = 0;
  const hanging = await listening(() => (hung += 1));
  const quick = await listening((request, response) => {
    request.on('data', (bytes: Buffer) => heard.push((JSON.parse(bytes.toString()) as { type: string }).type));
    request.on('end', () => response.writeHead(204).end());
  });
  await shop.send(['0', came('nobody', 'Looked')], ['00', came('nobody', 'Came')]);
  await shop.define([['Came', 'count("Came") >= 1']]);
  await allowPrivate(app.control, true);
  for (const [name, url] of [
    ['hanging', hanging],
    ['quick', quick],
  ] as const)
    await createWebhook({ control: app.control, effects: app.effects }, { name, url, segments: ['came'], moves: 'entered', identifiers: [] }, 'test');
  webhooks = await startWebhooks(desk, live, (error) => heard.push(String(error)));
  await shop.send(['1', came('ann', 'Came')]);
  await vi.waitFor(() => expect([hung, heard.length]).toEqual([1, 1]), 5000);
  await shop.send(['2', came('bob', 'Came')]);
  await vi.waitFor(() => expect(heard).toEqual(['segment.entered', 'segment.entered']), 5000);

  function came(who: string, name: string): LiveRecord {
    return { kind: 'event', identifiers: [{ namespace: 'customer_id', value: who }], name, occurredAt: clock.now, fields: {}, properties: {} };
  }
});

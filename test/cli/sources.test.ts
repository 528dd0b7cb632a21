import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startTestServer } from '../test-server.ts';
import { run } from './run.ts';

test('what was put aside is looked at, its mapping mended, and sent once more from the command line', async () => {
  const server = await startTestServer('empty');
  const { folder } = server;
  const data = ['--data', folder];
  const mapping = { kind: 'order', id: 'receipt', at: 'when', identifiers: { email: 'mail' }, fields: { total: 'sum' } };
  await server.owner('POST', '/live-sources', { type: 'webhook', name: 'Till', slug: 'till', settings: { mapping: { ...mapping, id: 'number' } } });
  const { items } = (await server.owner('GET', '/live-sources/till/keys')).body as { readonly items: readonly { readonly key: string }[] };
  const post = (receipt: string) =>
    fetch(`${server.url}/v1/hooks/${items[0]?.key ?? ''}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `sale-${receipt}` },
      body: JSON.stringify({ receipt, when: '2026-11-20T10:15:00Z', mail: 'ana.ruiz@example.org', sum: '12.50' }),
    });
  expect((await post('R-1')).status).toBe(200);
  expect((await post('R-2')).status).toBe(200);
  await server.service.live.settled();
  await server.stop();

  const waiting = await run(['sources', 'quarantine', 'till', ...data]);
  expect([waiting.code, waiting.stdout]).toEqual([0, expect.stringMatching(/received .*reason .*what to do[\s\S]*order/)]);
  expect((await run(['sources', 'replay', 'till', ...data])).stdout).toContain('0 sent once more and recorded, 2 still can not be read.');
  const settings = join(folder, 'till.json');
  // A misspelled setting is said, and changes nothing.
  writeFileSync(settings, JSON.stringify({ mapping: { ...mapping, feilds: {} } }));
  expect((await run(['sources', 'change', 'till', '--settings', settings, ...data])).stderr).toContain(
    'there is no setting "mapping.feilds". Did you mean fields?',
  );
  writeFileSync(settings, JSON.stringify({ mapping }));
  expect((await run(['sources', 'change', 'till', '--settings', settings, ...data])).stdout).toContain('till (Till) is on.');
  expect((await run(['sources', 'quarantine', 'till', ...data])).stdout).toContain('clientele sources replay till');
  expect((await run(['sources', 'replay', 'till', ...data])).stdout).toContain('2 sent once more and recorded, 0 still can not be read.');
  expect((await run(['sources', 'quarantine', 'till', ...data])).stdout).toContain('Nothing of till is in quarantine.');
  // Recorded, not only sent: the customer has both orders, and sending again adds none.
  const { stdout } = await run(['profile', 'ana.ruiz@example.org', ...data]);
  expect(stdout).toMatch(/total_spent +25\n/);
  expect((await run(['sources', 'volumes', 'till', ...data])).code).toBe(0);
  expect((await run(['sources', 'quarantine', 'nothing', ...data])).code).not.toBe(0);
  await server.remove();
});

test('webhooks are made, listed, switched and removed from the command line', async () => {
  const server = await startTestServer('empty');
  await server.stop();
  const data = ['--data', server.folder];
  const made = await run(['webhooks', 'add', 'https://example.com/hook', '--moves', 'entered', ...data]);
  expect(made.stdout).toMatch(/shown this once: whsec_/);
  const [, id = ''] = /\(([^)]+)\)/.exec(made.stdout) ?? [];
  expect((await run(['webhooks', ...data])).stdout).toMatch(/example\.com +https:\/\/example\.com\/hook +every one +entered/);
  expect((await run(['webhooks', 'off', id, ...data])).stdout).toContain('is off');
  expect((await run(['webhooks', 'deliveries', id, ...data])).stdout).toContain('Nothing has been sent.');
  expect((await run(['webhooks', 'remove', id, ...data])).stdout).toContain('Removed.');
  expect((await run(['webhooks', ...data])).stdout).toContain('Nobody is told yet.');
  await server.remove();
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { raiseNotice } from '../../src/app/notices/raise.ts';
import { writeKeyOf } from '../test-server.ts';
import { openScreen, type Screen } from './support.ts';

let screen: Screen | undefined;
beforeAll(async () => {
  screen = await openScreen('empty');
}, 120_000);
afterAll(async () => screen?.close());

test('what waits in quarantine is recorded once its mapping is mended on the page', { timeout: 120_000 }, async ({ skip }) => {
  if (screen === undefined) return skip();
  const { server } = screen;
  const mapping = { kind: 'order', id: 'receipt.no', at: 'receipt.at', identifiers: { email: 'member.mail' } };
  await server.owner('POST', '/live-sources', { type: 'webhook', name: 'Till', settings: { mapping } });
  const page = await screen.open();
  await page.goto('/sources/webhook');
  await page.getByText('Messages appear here as they arrive.').waitFor();
  const hook = `${server.url}/v1/hooks/${await writeKeyOf(server, 'webhook')}`;
  const body = JSON.stringify({ bon: 'B-1', when: '2026-11-29T12:10:00Z', kunde: { mail: 'carl@example.com' }, sum: '19.90' });
  expect((await fetch(hook, { method: 'POST', body, headers: { 'content-type': 'application/json' } })).status).toBe(200);
  await page.getByText('receipt.at holds no instant').waitFor();
  // The count follows by itself.
  await page.getByText('Quarantined 1').click();
  const own = page.locator('form', { hasText: 'What its payload means' });
  const mended = { kind: 'order', id: 'bon', at: 'when', identifiers: { email: 'kunde.mail' }, fields: { total: 'sum' } };
  await own.getByLabel('What its payload means').fill(JSON.stringify({ ...mended, identifers: {} }));
  await own.getByRole('button', { name: 'Save' }).click();
  await own.getByText('did you mean identifiers?').waitFor();
  await own.getByLabel('What its payload means').fill(JSON.stringify(mended));
  await own.getByRole('button', { name: 'Save' }).click();
  await own.getByText('Saved.').waitFor();
  await page.getByRole('button', { name: 'Try the quarantined again' }).click();
  await page.getByText('1 recorded, 0 still wait.').waitFor();
  await server.service.live.settled();
  expect((await server.owner('GET', '/customers/carl@example.com')).body).toMatchObject({ features: { orders_count: 1, total_spent: 19.9 } });
  expect(screen.complaintsOf(page).filter((text) => !text.includes('400'))).toEqual([]);
});

test('what is told of a source stands on Home and on its page as soon as it is told, until somebody has seen it', { timeout: 120_000 }, async ({ skip }) => {
  if (screen === undefined) return skip();
  const { server } = screen;
  const [home, page] = [await screen.open(), await screen.open()];
  await home.goto('/');
  await page.goto('/sources/webhook');
  await page.getByText('Set it up').waitFor();
  await raiseNotice(server.service.desk.app, {
    key: 'source:webhook:quiet:2026-11-29',
    kind: 'source',
    severity: 'urgent',
    subject: { type: 'source', id: 'webhook', name: 'Till' },
    title: 'Till has gone quiet',
    sentence: 'Nothing arrived from Till in the last hour.',
    at: '2026-11-29T12:00:00Z',
  });
  await home.getByRole('link', { name: 'Till has gone quiet' }).waitFor();
  await page.getByText('Nothing arrived from Till in the last hour.').waitFor();
  const { items } = (await server.owner('GET', '/notices')).body as { readonly items: readonly { readonly id: string }[] };
  await server.owner('POST', `/notices/${items[0]?.id ?? ''}/acknowledge`, {});
  await home.reload();
  await home.getByText('Do next').or(home.getByText('ordered')).first().waitFor();
  expect(await home.getByText('Worth a look').count()).toBe(0);
});

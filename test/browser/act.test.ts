import { afterAll, beforeAll, expect, test } from 'vitest';
import { isTooWide, seriousFindings, settled } from './look.ts';
import { openScreen, type Screen } from './support.ts';

let screen: Screen | undefined;
const pictures = process.env['CLIENTELE_TEST_PICTURES'];
beforeAll(async () => {
  screen = await openScreen('example');
}, 120_000);
afterAll(async () => screen?.close());

test('from Act a group is written to: who may be, and the file for the mailing tool with as many', { timeout: 90_000 }, async () => {
  if (screen === undefined) return;
  const page = await screen.open();
  await page.goto('/act');
  await page.getByRole('combobox', { name: 'Whom' }).click();
  await page.getByRole('option', { name: 'Champions', exact: true }).click();
  const said = page.getByText(/may and can be e-mailed\./);
  await said.first().waitFor();
  const reachable = Number(/of whom ([\d,]+) may/.exec(await said.first().innerText())?.[1]?.replaceAll(',', ''));
  expect(reachable).toBeGreaterThan(0);
  for (const theme of ['light', 'dark'] as const)
    for (const width of [1280, 320]) {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: 800 });
      await settled(page);
      expect({ theme, width, wide: await isTooWide(page), findings: await seriousFindings(page) }).toEqual({ theme, width, wide: false, findings: [] });
    }
  await page.setViewportSize({ width: 1280, height: 800 });
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'For Mailchimp' }).click();
  const file = await (await coming).createReadStream();
  let text = '';
  for await (const part of file) text += String(part);
  // A line each, after the names of the columns.
  expect(text.trim().split('\n')).toHaveLength(reachable + 1);
  expect(text).toContain('Email Address');
  expect(screen.complaints).toEqual([]);
});

test('of the messages to another program those given up are found, and sent again', { timeout: 90_000 }, async () => {
  if (screen === undefined) return;
  const { server } = screen;
  const made = await server.owner('POST', '/webhooks', { name: 'Mail tool', url: 'https://hooks.example.org/clientele' });
  const { id: subscriber } = (made.body as { readonly webhook: { readonly id: string } }).webhook;
  // Switched off, so that nothing is tried in the meantime.
  await server.owner('PATCH', `/webhooks/${subscriber}`, { enabled: false });
  const { control } = server.service.desk.app;
  const at = '2026-11-29T12:00:00.000Z';
  for (const [id, status, last_error] of [
    ['taken', 'delivered', null],
    ['given-up', 'dead', 'answered 410'],
  ] as const) {
    const row = { id, subscriber, type: 'segment.entered', segment: id, profile: 1, payload: '{}', status, attempts: 10, next_at: null };
    await control
      .insertInto('webhook_deliveries')
      .values({ ...row, last_status: null, last_error, created_at: at, tried_at: at, ended_at: at })
      .execute();
  }
  const page = await screen.open();
  await page.goto('/act?part=webhooks');
  await page.getByRole('button', { name: 'Messages', exact: true }).click();
  const list = page.getByRole('radiogroup', { name: 'Which messages' }).locator('xpath=..');
  await list.getByText('segment.entered · taken').waitFor();
  await list.getByText('given up', { exact: true }).first().click();
  await list.getByText('segment.entered · taken').waitFor({ state: 'detached' });
  await list.getByText('answered 410').waitFor();
  for (const theme of ['light', 'dark'] as const)
    for (const width of [1280, 320]) {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: 800 });
      await settled(page);
      expect({ theme, width, wide: await isTooWide(page), findings: await seriousFindings(page) }).toEqual({ theme, width, wide: false, findings: [] });
      if (pictures !== undefined) await page.screenshot({ path: `${pictures}/given-up-${theme}-${width}.png`, fullPage: true });
    }
  await page.setViewportSize({ width: 1280, height: 800 });
  await list.getByRole('button', { name: 'Send again' }).click();
  await list.getByText('There are none.').waitFor();
  await list.getByText('waiting', { exact: true }).first().click();
  await list.getByText('segment.entered · given-up').waitFor();
  expect(screen.complaints).toEqual([]);
});

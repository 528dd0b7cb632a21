import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openScreen, type Screen } from './support.ts';

// What an owner sets up once: the words of the business, who comes in, which programs ask, and a copy of everything; and the long list of customers.
const patience = { timeout: 60_000 };
let screen: Screen | undefined;
beforeAll(async () => {
  screen = await openScreen('example');
});
afterAll(async () => screen?.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const within = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });

test('a stage is renamed and a score gets values of its own; both show who moves, are kept, and can be taken back', { timeout: 120_000 }, async () => {
  if (screen === undefined) return;
  const { owner } = screen.server;
  const stages = async (): Promise<readonly string[]> =>
    ((await owner('GET', '/lifecycle')).body as { readonly items: readonly { readonly name: string }[] }).items.map(({ name }) => name);
  const before = await stages();
  const page = await screen.open();
  await page.goto('/settings/lifecycle');
  await page.getByLabel('Name of stage 1', { exact: true }).fill('Strangers');
  await page.getByText(/^[\d,]+ (person|people) would move\.$|^Nobody would move\.$/).waitFor(patience);
  await button(page, 'Save').click();
  await within(page, 'Save').click();
  await expect.poll(stages, patience).toEqual(['Strangers', ...before.slice(1)]);
  await button(page, 'Undo').click();
  await expect.poll(stages, patience).toEqual(before);

  await page.goto('/settings/scores');
  const cuts = async (): Promise<unknown> => (await owner('GET', '/settings/features')).body;
  const kept = JSON.stringify(await cuts());
  await page.getByText('Own values', { exact: true }).first().click();
  await button(page, 'Save').click();
  await within(page, 'Save').click();
  await expect.poll(async () => JSON.stringify(await cuts()) === kept, patience).toBe(false);
  expect(screen.complaints).toEqual([]);
});

test('somebody is invited, comes in by the link, and may do what their role says', { timeout: 120_000 }, async () => {
  if (screen === undefined) return;
  const page = await screen.open();
  await page.goto('/settings/people');
  await page.getByRole('textbox', { name: 'E-mail', exact: true }).fill('vera@example.org');
  await page.getByLabel('Name', { exact: true }).fill('Vera Viewer');
  await page.getByRole('radio', { name: /^Viewer/ }).check();
  await button(page, 'Make an invitation link').click();
  const link = await page.locator('[data-secret]').innerText();
  const { pathname, hash } = new URL(link);

  const theirs = await screen.open({ signedIn: false });
  await theirs.goto(pathname + hash);
  await theirs.getByRole('heading', { name: 'Welcome to the team' }).first().waitFor(patience);
  await theirs.getByLabel('New password').fill('four quiet green bicycles');
  await button(theirs, 'Save and sign in').click();
  await theirs.getByRole('heading', { level: 1, name: 'Home' }).waitFor(patience);
  // A viewer without the permission: no owner's parts, nothing to change, and nobody's name.
  await theirs.goto('/settings/upkeep');
  await theirs.getByRole('tab', { name: 'Your account' }).waitFor(patience);
  expect(await theirs.getByRole('tab', { name: /^(People|Upkeep)$/ }).count()).toBe(0);
  await theirs.goto('/segments');
  await theirs.getByRole('heading', { level: 1, name: 'Segments' }).waitFor();
  expect(await button(theirs, /New segment|All definitions as a file/).count()).toBe(0);
  // The link works once.
  await theirs.goto('/sign-in');
  const again = await screen.open({ signedIn: false });
  await again.goto(pathname + hash);
  await again.getByRole('heading', { name: 'This link leads nowhere any more' }).first().waitFor(patience);

  await page.reload();
  await page.getByText('vera@example.org').waitFor(patience);
  await page
    .getByText(/Last seen/)
    .first()
    .waitFor();
});

test('a key is made, answers, and answers no more once it is revoked', async () => {
  if (screen === undefined) return;
  const { url } = screen.server;
  const page = await screen.open();
  await page.goto('/settings/keys');
  await page.getByLabel('Name', { exact: true }).fill('Till');
  await button(page, 'Make the key').click();
  const key = await page.locator('[data-secret]').innerText();
  const asked = async (): Promise<number> => (await fetch(`${url}/api/v1/segments`, { headers: { authorization: `Bearer ${key}` } })).status;
  expect(await asked()).toBe(200);
  await button(page, 'Revoke Till').click();
  await expect.poll(asked, patience).toBe(401);
  await page.getByText('Revoked', { exact: true }).waitFor(patience);
});

test('a backup is made and downloaded; putting it back asks for the name of the business first', async () => {
  if (screen === undefined) return;
  const page = await screen.open();
  await page.goto('/settings/upkeep');
  await button(page, 'Make a backup').click();
  const download = page.waitForEvent('download', patience);
  await page.getByRole('link', { name: /^Download clientele-/ }).click(patience);
  const bytes = await readFile(await (await download).path());
  // gzip begins so (RFC 1952, 2.3.1).
  expect([...bytes.subarray(0, 2)]).toEqual([0x1f, 0x8b]);
  await button(page, /^Restore clientele-/).click();
  const replace = within(page, 'Replace everything');
  expect(await replace.isDisabled()).toBe(true);
  const { name } = (await screen.server.owner('GET', '/workspace')).body as { readonly name: string };
  await page.getByRole('dialog').getByRole('textbox').fill(name);
  expect(await replace.isEnabled()).toBe(true);
  await within(page, 'Leave it as it is').click();
  await button(page, /^Remove clientele-/).click();
  await page.getByText('No backup lies here yet.').waitFor(patience);
});

test('of a long list only what is in sight is drawn; which row is which is said all the same, and arrow keys go on', async () => {
  if (screen === undefined) return;
  const page = await screen.open();
  await page.goto('/customers');
  const rows = page.locator('tbody tr[aria-rowindex]');
  await rows.first().waitFor(patience);
  const table = page.getByRole('table');
  const total = Number(await table.getAttribute('aria-rowcount'));
  expect(total).toBeGreaterThan(1000);
  const first = Number(await rows.first().getAttribute('aria-rowindex'));
  await button(page, 'Show more').click();
  await page.getByText(/^200 of /).waitFor(patience);
  expect(await rows.count()).toBeLessThan(80);
  await rows.first().locator('a').first().focus();
  for (let step = 0; step < 150; step += 1) await page.keyboard.press('ArrowDown');
  const index = async (): Promise<string | null> => page.locator('tr:has(:focus)').getAttribute('aria-rowindex');
  expect(await index()).toBe(String(first + 150));
  // Whoever scrolls away with the wheel comes back to the row that has the focus.
  await page.getByRole('region', { name: 'Customers', exact: true }).evaluate((region: { scrollTop: number }) => {
    region.scrollTop = 0;
  });
  await expect.poll(() => rows.first().getAttribute('aria-rowindex'), patience).toBe(String(first));
  expect(await index()).toBe(String(first + 150));
  // Of what is drawn the row before is far away; arrow keys go to the neighbour all the same, however fast they come.
  for (let step = 0; step < 20; step += 1) await page.keyboard.press('ArrowUp', { delay: 0 });
  expect(await index()).toBe(String(first + 130));
  expect(screen.complaintsOf(page)).toEqual([]);
});

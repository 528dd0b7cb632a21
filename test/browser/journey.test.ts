import { readFile } from 'node:fs/promises';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openScreen, type Screen } from './support.ts';

// The main job by somebody who has never seen it: a Shopify export goes in, people who are slipping away come out as a file. Once by
// mouse and once with no mouse at all, each on a workspace of its own.
const patience = { timeout: 60_000 };
const day = 86_400_000;

/** Who is slipping away by the definition below is known from how this is made: five regulars gone quiet, five who still come, five who came once. */
function shopifyExport(now: number): { readonly csv: string; readonly slipping: readonly string[] } {
  const header =
    'Name,Email,Financial Status,Paid at,Fulfillment Status,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name';
  const lines: string[] = [];
  const order = (email: string, name: string, daysAgo: number): void => {
    const at = new Date(now - daysAgo * day).toISOString().slice(0, 19).replace('T', ' ');
    const number = `#${1001 + lines.length}`;
    lines.push(`${number},${email},paid,${at} +0000,fulfilled,yes,GBP,20.00,0.00,0.00,20.00,,0.00,Standard,${at} +0000,1,House Blend,20.00,HB1,${name}`);
  };
  const slipping = [1, 2, 3, 4, 5].map((each) => `quiet${each}@example.org`);
  for (const [index, email] of slipping.entries()) for (const ago of [200, 160, 130, 95]) order(email, `Quiet Person ${index + 1}`, ago);
  for (const each of [1, 2, 3, 4, 5]) for (const ago of [150, 100, 50, 5]) order(`loyal${each}@example.org`, `Loyal Person ${each}`, ago);
  for (const each of [1, 2, 3, 4, 5]) order(`once${each}@example.org`, `Single Person ${each}`, 120);
  return { csv: `${[header, ...lines].join('\n')}\n`, slipping };
}

const definition = 'orders >= 3 and days since last order > 60';

let folder = '';
let file = '';
const { csv, slipping } = shopifyExport(Date.now());
const screens: Screen[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-journey-'));
  file = join(folder, 'orders_export.csv');
  await writeFile(file, csv);
});
afterAll(async () => {
  for (const screen of screens) await screen.close();
  await rm(folder, { recursive: true, force: true });
});

async function firstVisit(): Promise<{ readonly screen: Screen; readonly page: Page } | undefined> {
  const screen = await openScreen('unclaimed');
  if (screen === undefined) return undefined;
  screens.push(screen);
  const page = await screen.open({ signedIn: false });
  await page.goto('/');
  await page.waitForURL('**/welcome');
  return { screen, page };
}

async function rowsOf(download: Promise<Download>): Promise<readonly string[]> {
  const text = await readFile(await (await download).path(), 'utf8');
  const [header = '', ...rows] = text.trim().split(/\r?\n/);
  const email = header
    .replace(/^\uFEFF/, '')
    .split(',')
    .indexOf('email');
  return rows.map((row) => row.split(',')[email] ?? '').toSorted();
}

test('by mouse', { timeout: 300_000 }, async () => {
  const visit = await firstVisit();
  if (visit === undefined) return;
  const { screen, page } = visit;
  await page.getByLabel('Your name').fill('Olive Owner');
  await page.getByLabel('E-mail').fill('olive@example.org');
  await page.getByLabel('Password', { exact: true }).fill('three unrelated words');
  await page.getByRole('button', { name: 'Make my account' }).click();
  await page.waitForURL('**/start**');
  await page.getByText('Fewer lost customers').click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Corner Roasters');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.locator('input[type=file]').setInputFiles([file]);
  await page.getByText('This is an export of Shopify orders').waitFor(patience);
  await page.getByRole('button', { name: 'See what will change' }).click();
  await page.getByRole('heading', { name: 'What importing will change' }).waitFor(patience);
  await page.getByRole('button', { name: 'Import this file' }).click();
  await page.getByRole('heading', { name: 'Your data is in' }).waitFor(patience);
  await page.getByRole('link', { name: 'Home', exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor(patience);
  await page.getByRole('link', { name: 'Segments', exact: true }).first().click();
  await page
    .getByRole('link', { name: 'New segment' })
    .or(page.getByRole('button', { name: 'New segment' }))
    .first()
    .click();
  await page.waitForURL('**/segments/~new**');
  await page.getByText('Both', { exact: true }).click();
  await page.locator('[data-code=definition]').click();
  await page.keyboard.insertText(definition);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Slipping away');
  await expect.poll(() => page.locator('[data-total]').getAttribute('data-total'), patience).toBe(String(slipping.length));
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.waitForURL('**/segments/slipping-away', patience);
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /CSV to open/ }).click();
  expect(await rowsOf(download)).toEqual(slipping);
  expect(screen.complaints).toEqual([]);
});

/** Tab until what has the focus is called so. After the last one the browser itself may have it, and the next Tab begins at the top. */
async function reach(page: Page, name: string | RegExp): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate<string>(`(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return '';
      return (element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent).trim();
    })()`);
    if (typeof name === 'string' ? label === name : name.test(label)) return;
  }
  throw new Error(`Tab never comes to ${String(name)}`);
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await reach(page, name);
  await page.keyboard.press('Enter');
}

async function type(page: Page, name: string | RegExp, text: string): Promise<void> {
  await reach(page, name);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

test('by keyboard alone', { timeout: 450_000 }, async () => {
  const visit = await firstVisit();
  if (visit === undefined) return;
  const { screen, page } = visit;
  // The first field has the focus already.
  await page.locator('input:focus').waitFor(patience);
  await page.keyboard.type('Olive Owner');
  await type(page, 'E-mail', 'olive@example.org');
  await type(page, 'Password', 'three unrelated words');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/start**', patience);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await press(page, 'Skip this step');
  await page.getByLabel('Time zone').first().waitFor();
  await press(page, 'Skip this step');
  await page.getByRole('heading', { name: 'Bring your data' }).waitFor();
  // The file is dropped from the keyboard: Enter on the drop zone opens the system's own chooser.
  const chooser = page.waitForEvent('filechooser');
  await press(page, /^Drop files here/);
  await (await chooser).setFiles([file]);
  await page.getByText('This is an export of Shopify orders').waitFor(patience);
  await press(page, 'See what will change');
  await page.getByRole('heading', { name: 'What importing will change' }).waitFor(patience);
  await press(page, 'Import this file');
  await page.getByRole('heading', { name: 'Your data is in' }).waitFor(patience);
  await page.locator('[data-page-heading]').focus();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor(patience);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.getByRole('heading', { level: 1, name: 'Segments' }).waitFor(patience);
  await press(page, 'New segment');
  await page.waitForURL('**/segments/~new**');
  await type(page, 'Name', 'Slipping away');
  await page.locator('[data-page-heading]').focus();
  await reach(page, 'Conditions');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.locator('[data-code=definition]').waitFor();
  await reach(page, 'The definition as text');
  await page.keyboard.insertText(definition);
  await expect.poll(() => page.locator('[data-total]').getAttribute('data-total'), patience).toBe(String(slipping.length));
  await page.keyboard.press('Escape');
  await page.locator('[data-page-heading]').focus();
  await press(page, 'Publish');
  await page.getByRole('dialog').waitFor();
  await press(page, 'Publish');
  await page.waitForURL('**/segments/slipping-away', patience);
  await press(page, 'Export');
  await page.getByRole('menuitem', { name: /CSV to open/ }).waitFor();
  const download = page.waitForEvent('download');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await rowsOf(download)).toEqual(slipping);
  expect(screen.complaints).toEqual([]);
});

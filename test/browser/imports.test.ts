import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousFindings } from './look.ts';
import { openScreen, type Screen } from './support.ts';

let screen: Screen | undefined;
beforeAll(async () => {
  screen = await openScreen('empty');
});
afterAll(async () => screen?.close());

const shop = resolve(import.meta.dirname, '../../examples/daily-grind');
const shopify = resolve(import.meta.dirname, '../../src/sources/fixtures/presets/shopify-orders.csv');
/** The machine that runs this may be busy with much else. */
const patience = { timeout: 90_000 };

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function dryRun(page: Page): Promise<void> {
  await expect.poll(() => button(page, 'See what will change').isEnabled(), patience).toBe(true);
  await button(page, 'See what will change').click();
  await page.getByRole('heading', { name: 'What importing will change' }).waitFor(patience);
}

describe('from an empty workspace to data', { timeout: 180_000 }, () => {
  test('the way in: a goal that is kept, then the data', async () => {
    if (screen === undefined) return;
    const page = await screen.open();
    await page.goto('/');
    await page.waitForURL('**/start**');
    await page.getByText('Fewer lost customers').click();
    await page.getByLabel('Target', { exact: true }).fill('900');
    await button(page, 'Continue').click();
    await page.getByLabel('Name', { exact: true }).fill('Corner Roasters');
    await button(page, 'Continue').click();
    await page.getByRole('heading', { name: 'Bring your data' }).waitFor();
    expect((await screen.server.owner('GET', '/goal')).body).toEqual({
      goal: { goal: 'fewer_lost', target: { measure: 'active_customers', number: 900 }, by: null },
    });
    // Whoever drops a file beside the box means the page.
    const dropped = await page.evaluateHandle(`(() => {
      const held = new DataTransfer();
      held.items.add(new File(['Order ID,Date,Email,Total\\n1,2026-01-02,ann@example.org,9\\n'], 'beside.csv', { type: 'text/csv' }));
      return held;
    })()`);
    await page.dispatchEvent('h1', 'drop', { dataTransfer: dropped });
    await page.getByText('beside.csv').first().waitFor(patience);
    expect((await screen.server.owner('GET', '/workspace')).body).toMatchObject({ name: 'Corner Roasters' });
    expect(await seriousFindings(page)).toEqual([]);
  });

  test('several files at once: exact counts before, a reload in mid-import, the same counts after', async () => {
    if (screen === undefined) return;
    const page = await screen.open();
    await page.goto('/start?step=data');
    await page.locator('input[type=file]').setInputFiles(['products.csv', 'customers.csv', 'orders.csv'].map((name) => join(shop, name)));
    await page.getByRole('heading', { name: 'orders.csv' }).waitFor(patience);
    await dryRun(page);
    // What `clientele import examples/daily-grind/orders.csv --dry-run` says.
    const counts = page.getByRole('region', { name: 'What importing will change' }).getByRole('row', { name: /orders\.csv/ });
    expect(await counts.innerText()).toMatch(/13,036\s+8,958\s+0\s+0\s+2\s/);
    expect(await seriousFindings(page)).toEqual([]);
    await button(page, 'Import 3 files').click();
    await page.waitForURL('**job=**');
    await page.reload();
    await page.getByRole('heading', { name: 'Your data is in' }).waitFor(patience);
    const cameIn = page
      .getByRole('region', { name: 'What came in' })
      .last()
      .getByRole('row', { name: /orders\.csv/ });
    expect(await cameIn.innerText()).toMatch(/13,036\s+8,958\s+0\s+0\s+2\s/);
    // The shop's data ends in summer 2026.
    await button(page, 'Look from 30 Jun 2026').or(button(page, 'Look from Jun 30, 2026')).click();
    await expect.poll(async () => (await screen?.server.owner('GET', '/workspace'))?.body, patience).toMatchObject({ present: 'latest' });
    expect(await seriousFindings(page)).toEqual([]);
  });

  test('a Shopify export is recognised; what could be read two ways is asked in place; an import is taken back', async () => {
    if (screen === undefined) return;
    const page = await screen.open({ theme: 'dark' });
    await page.goto('/imports/new');
    await page.locator('input[type=file]').setInputFiles([shopify]);
    await page.getByText('This is an export of Shopify orders').waitFor(patience);
    await button(page, 'Paste a table').click();
    await page.getByLabel('Table', { exact: true }).fill('Order ID\tCustomer ID\tDate\tAmount\tNote\n1\ta\t01/02/2026\t1.50\t<img src=x onerror=alert(1)>');
    await button(page, 'Use this table').click();
    await page.getByRole('heading', { name: 'Day or month first in “Date”?' }).waitFor(patience);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /day first/ }).click();
    await page.getByRole('heading', { name: 'Day or month first in “Date”?' }).waitFor({ state: 'detached', ...patience });
    await dryRun(page);
    await button(page, 'Import 2 files').click();
    await page.getByRole('heading', { name: 'Your data is in' }).waitFor(patience);

    await page.goto('/imports');
    await page.getByRole('button', { name: 'Pasted table.tsv' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
    await page.getByText('1 record that came with it goes.').waitFor();
    await page.getByRole('dialog', { name: 'Take this import back?' }).getByRole('button', { name: 'Take back' }).click();
    await page.getByRole('row', { name: /Pasted table.*taken back/ }).waitFor(patience);
    expect(await seriousFindings(page)).toEqual([]);
    expect(screen.complaints).toEqual([]);
  });
});

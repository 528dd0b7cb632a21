import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openScreen, type Screen } from './support.ts';

let screen: Screen | undefined;
beforeAll(async () => {
  screen = await openScreen('example');
}, 120_000);
afterAll(async () => {
  await screen?.close();
});

const tabs = ['', '/rfm', '/cohorts', '/concentration', '/products', '/rhythm', '/when', '/where', '/crossing', '/funnel', '/paths'];

/** All that was asked for is there. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(`document.querySelector('main [role="status"][aria-label="Loading"]') === null`);
}

test('Home says how it goes and leads to the people and to a segment', async ({ skip }) => {
  if (screen === undefined) return skip();
  const page = await screen.open();
  await page.goto('/');
  await page.getByText(/customers ordered in these 30 days/).waitFor();
  await page.getByRole('button', { name: /^Period/ }).click();
  await page.getByRole('menuitemradio', { name: 'Last 90 days' }).click();
  await page.getByText(/customers ordered in these 90 days/).waitFor();
  expect(new URL(page.url()).searchParams.get('period')).toBe('last90');
  // The address alone brings the same page back.
  await page.reload();
  await page.getByText(/customers ordered in these 90 days/).waitFor();
  await page.getByRole('link', { name: /^Make a segment: 51 of your best customers/ }).click();
  await page.waitForURL(/\/segments\/new\?/);
  expect(new URL(page.url()).searchParams.get('text')).toContain('value_tier = "high"');
});

test('a cell of the value map, chosen by mouse or in the table by keyboard, names its people', async ({ skip }) => {
  if (screen === undefined) return skip();
  const page = await screen.open();
  await page.goto('/insights/rfm');
  const panel = page.getByRole('region', { name: /^Where value sits/ });
  await panel.getByText('102', { exact: true }).click();
  await panel.getByText('102 people').waitFor();
  await panel.getByRole('button', { name: 'Close' }).click();
  await panel.getByRole('button', { name: /^Show as table/ }).focus();
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Champions' }).last().focus();
  await page.keyboard.press('Enter');
  const link = panel.getByRole('link', { name: /^See them/ });
  expect(await link.getAttribute('href')).toMatch(/^\/customers\?where=rfm\.r/);
});

test('numbers behind a chart are downloaded as CSV and the chart as SVG and PNG', async ({ skip }) => {
  if (screen === undefined) return skip();
  const page = await screen.open();
  await page.goto('/insights/rhythm');
  const panel = page.getByRole('region', { name: /^Days between orders/ });
  await panel.locator('svg path').first().waitFor();
  for (const [choice, ending] of [
    ['Numbers (CSV)', '.csv'],
    ['Drawing (SVG)', '.svg'],
    ['Picture (PNG)', '.png'],
  ] as const) {
    await panel.getByRole('button', { name: /^More for this chart/ }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: choice }).click()]);
    expect(download.suggestedFilename()).toBe(`days-between-orders${ending}`);
  }
});

test('a funnel is put together on the page and stands in its address', async ({ skip }) => {
  if (screen === undefined) return skip();
  const page = await screen.open();
  await page.goto('/insights/funnel');
  await page.getByText(/went from Product Viewed to Order Completed/).waitFor();
  await page.getByRole('button', { name: 'Remove Checkout Started' }).click();
  await page.waitForURL((url) => url.searchParams.get('steps') === JSON.stringify(['Product Viewed', 'Product Added', 'Order Completed']));
  await page.getByRole('link', { name: 'Paths' }).click();
  await page.getByRole('link', { name: 'See as a funnel' }).first().click();
  await page.waitForURL(/\/insights\/funnel/);
});

test('every part of Insights is accessible in both themes and fits on a phone', async ({ skip }) => {
  if (screen === undefined) return skip();
  const found: string[] = [];
  for (const theme of ['light', 'dark'] as const) {
    const page = await screen.open({ theme });
    for (const path of ['/', ...tabs.map((tab) => `/insights${tab}`)]) {
      await page.goto(path);
      await settled(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, impact, nodes } of violations)
        if (impact === 'serious' || impact === 'critical') found.push(`${theme} ${path} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    }
  }
  const phone = await screen.open({ width: 320, height: 640 });
  for (const path of ['/', ...tabs.map((tab) => `/insights${tab}`)]) {
    await phone.goto(path);
    await settled(phone);
    if (await phone.evaluate('document.documentElement.scrollWidth > innerWidth')) found.push(`${path} is wider than a phone`);
  }
  expect(found).toEqual([]);
}, 120_000);

test('nothing on these screens complained', ({ skip }) => {
  if (screen === undefined) return skip();
  expect(screen.complaints).toEqual([]);
});

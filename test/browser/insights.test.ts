import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFindings, settled } from './look.ts';
import { openScreen, type Screen } from './support.ts';

let screen: Screen | undefined;
beforeAll(async () => {
  screen = await openScreen('example');
}, 120_000);
afterAll(async () => {
  await screen?.close();
});

type Window = { readonly innerWidth: number; readonly document: { readonly documentElement: { readonly scrollWidth: number } } };
/** Runs in the page. */
function isTooWide(): boolean {
  const { document, innerWidth } = globalThis as unknown as Window;
  return document.documentElement.scrollWidth > innerWidth;
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
  await page.waitForURL(/\/segments\/~new\?/);
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

test('charts, pickers and tables are accessible in both themes', async ({ skip }) => {
  if (screen === undefined) return skip();
  const found: string[] = [];
  for (const [theme, path] of [
    ['light', '/'],
    ['dark', '/'],
    ['light', '/insights/crossing'],
    ['dark', '/insights/funnel'],
  ] as const) {
    const page = await screen.open({ theme });
    await page.goto(path);
    await settled(page);
    found.push(...(await seriousFindings(page)).map((finding) => `${theme} ${path} ${finding}`));
  }
  expect(found).toEqual([]);
});

test('on a phone nothing is wider than the screen, and grids come as tables', async ({ skip }) => {
  if (screen === undefined) return skip();
  const page = await screen.open({ width: 320, height: 640 });
  for (const path of ['/', '/insights/cohorts', '/insights/products']) {
    await page.goto(path);
    await settled(page);
    expect([path, await page.evaluate(isTooWide)]).toEqual([path, false]);
  }
  await page.getByRole('region', { name: 'Numbers of Each with each' }).waitFor();
});

test('nothing on these screens complained', ({ skip }) => {
  if (screen === undefined) return skip();
  expect(screen.complaints).toEqual([]);
});

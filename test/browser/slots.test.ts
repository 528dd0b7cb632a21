import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ExampleShop, serveExampleShop } from '../../examples/shop-page/serve.ts';
import { openScreen, type Screen } from './support.ts';

// The example shop, clicked through, with the dashboard open beside it.
const screen: Screen | undefined = await openScreen('example');
let shop: ExampleShop;
let page: Page;
let dashboard: Page;
const pictures = process.env.CLIENTELE_TEST_PICTURES;
const picture = async (of: Page, name: string): Promise<void> => {
  if (pictures !== undefined) await of.screenshot({ path: `${pictures}/${name}.png` });
};

describe.skipIf(screen === undefined)('the example shop', () => {
  beforeAll(async () => {
    if (screen === undefined) return;
    const { server } = screen;
    const { key } = (await server.owner('POST', '/keys', { name: 'Example shop', scopes: ['read', 'write', 'admin'] })).body as { key: string };
    shop = await serveExampleShop(server.url, key);
    dashboard = await screen.open();
    await dashboard.goto('/segments/browsing-on-the-page');
    await dashboard.getByRole('heading', { name: 'Browsing on the page' }).waitFor();
    page = await (await screen.browser.newContext({ viewport: { width: 1000, height: 700 } })).newPage();
    await page.goto(shop.url);
  });
  afterAll(async () => {
    shop?.close();
    await screen?.close();
  });

  test('without consent everybody sees the same, nobody is asked, and nothing is kept', async () => {
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
    await page.getByRole('button', { name: 'Look' }).first().click();
    await page.waitForTimeout(1500);
    expect(await page.textContent('#banner h1')).toBe('Coffee, roasted this morning');
    expect(asked.filter((path) => path.startsWith('/v1/'))).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, globalThis.document?.cookie])).toEqual([0, '']);
    await picture(page, 'shop-without-consent');
  });

  test('with consent the visitor moves through segments on the open dashboard, and the slots follow the cart', async () => {
    await page.getByLabel('Remember me').check();
    await dashboard.locator('[data-moves] li').first().waitFor({ timeout: 15_000 });
    expect(await dashboard.locator('[data-moves]').textContent()).toContain('entered Browsing on the page');
    await picture(dashboard, 'dashboard-browsing');
    await page.getByRole('button', { name: 'Add' }).nth(2).click();
    await page.getByText('Delivery is free.').waitFor({ timeout: 5000 });
    await picture(page, 'shop-with-cart');
  });

  test('an order moves the visitor at once: from the click to the dashboard in about a second', async () => {
    await dashboard.goto('/segments/just-bought-on-the-page');
    await dashboard.getByRole('heading', { name: 'Just bought on the page' }).waitFor();
    const from = Date.now();
    await page.getByRole('button', { name: 'Buy' }).click();
    await dashboard.locator('[data-moves] li').first().waitFor({ timeout: 15_000 });
    if (pictures !== undefined) console.log(`from the click to the dashboard: ${Date.now() - from} ms`);
    await picture(dashboard, 'dashboard-bought');
    await page.reload();
    await page.getByLabel('Remember me').check();
    await page.getByText('Thank you for your order', { exact: true }).waitFor({ timeout: 10_000 });
    await picture(page, 'shop-after-order');
  });

  test('taking the consent back brings what everybody sees', async () => {
    await page.getByLabel('Remember me').uncheck();
    await page.getByText('Coffee, roasted this morning').waitFor({ timeout: 5000 });
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('what a slot says is text, whatever it holds', async () => {
    const evil = '<img src=x onerror="document.title=\'broken\'"><b>bold</b>';
    await screen?.server.owner('PATCH', '/slots/cart-note', {
      definition: {
        rules: [{ when: 'context.cart_items >= 0', variant: 'evil', content: { type: 'text', value: evil } }],
        default: { variant: 'default', content: { type: 'text', value: '' } },
        schedule: null,
        browser: 'content',
      },
    });
    await screen?.server.owner('POST', '/slots/cart-note/publish', {});
    await page.getByLabel('Remember me').check();
    await page.getByRole('button', { name: 'Add' }).first().click();
    await page.getByText(evil).waitFor({ timeout: 5000 });
    expect(await page.title()).toBe('The Daily Grind');
  });

  test('the screens of Act show slots, a preview and the decisions', async () => {
    await dashboard.goto('/act');
    await dashboard.getByRole('link', { name: 'Banner of the example shop' }).click();
    await dashboard.getByRole('button', { name: 'Look' }).click();
    await dashboard.getByText('No rule held').first().waitFor();
    await picture(dashboard, 'slot-editor');
    await dashboard.goto('/act?part=decisions');
    await dashboard.getByText('cart-note: evil').first().waitFor();
    await picture(dashboard, 'decisions');
    await dashboard.goto('/act?part=webhooks');
    await dashboard.getByText('Nobody is told yet').waitFor();
    await picture(dashboard, 'webhooks');
    expect(screen?.complaintsOf(dashboard)).toEqual([]);
  });
});

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { serveExampleShop } from '../../examples/shop-page/serve.ts';
import { hasChromium, openChromium, signInOn } from './chromium.ts';
import { type Measurement, measurement } from './measurement.ts';
import { runClientele, succeed } from './run-process.ts';
import { type Served, serveFolder } from './served.ts';
import type { BenchSettings } from './settings.ts';

const visitors = 9;

/** The whole way that an owner sees: a click in the example shop, until the open dashboard says that its visitor has entered a segment. Both in one real browser. */
export async function measureClick({ folder }: BenchSettings): Promise<readonly Measurement[]> {
  if (!hasChromium('click')) return [];
  const data = join(folder, 'click-data');
  rmSync(data, { recursive: true, force: true });
  await succeed(runClientele('init', '--data', data));
  await succeed(runClientele('import', join(import.meta.dirname, '../../examples/daily-grind'), '--data', data));
  const served = await serveFolder(data);
  const browser = await openChromium();
  const { key } = (await served.post('/keys', { name: 'Example shop', scopes: ['read', 'write', 'admin'] })) as { readonly key: string };
  const shop = await serveExampleShop(served.url, key);
  try {
    const dashboard = await dashboardOf(browser, served);
    const waits: number[] = [];
    for (let one = 0; one < visitors; one += 1) waits.push(await clickAndWait(browser, shop.url, dashboard));
    // The first finds a server that has only just begun; an owner's second click is like the others.
    const [first = Number.NaN, ...warm] = waits;
    const ordered = warm.toSorted((a, b) => a - b);
    return [
      measurement({
        name: 'click-to-dashboard',
        what: 'a click in the example shop, until the open dashboard shows who entered the segment, median of eight visitors',
        value: ordered[Math.floor(ordered.length / 2)] ?? Number.NaN,
        unit: 'ms',
        limits: { atMost: 1000 },
        details: { first: Math.round(first), all: ordered.map((wait) => Math.round(wait)) },
      }),
    ];
  } finally {
    shop.close();
    await browser.close();
    await served.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function dashboardOf(browser: Browser, served: Served): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInOn(page, served.url);
  await page.goto(`${served.url}/segments/browsing-on-the-page`);
  await page.getByRole('heading', { name: 'Browsing on the page' }).waitFor();
  return page;
}

/** One new visitor who agrees, settles, and looks at a product: milliseconds until the dashboard has one more line. */
async function clickAndWait(browser: Browser, shop: string, dashboard: Page): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(shop);
  await page.waitForFunction('typeof clientele.track === "function"');
  await Promise.all([page.waitForResponse('**/v1/decide'), page.getByLabel('Remember me').check()]);
  await pause(2000); // A person looks at the page before they click.
  const lines = dashboard.locator('[data-moves] li');
  const before = await lines.evaluateAll((all) => all.map((line) => line.textContent).join('\n'));
  const began = performance.now();
  await page.getByRole('button', { name: 'Look' }).first().click();
  await dashboard.waitForFunction(
    (text) => {
      // Within the page there is a document, which this file's own types know nothing of.
      const { document } = globalThis as unknown as {
        readonly document: { readonly querySelectorAll: (what: string) => Iterable<{ readonly textContent: string }> };
      };
      const now = [...document.querySelectorAll('[data-moves] li')].map((line) => line.textContent).join('\n');
      return now !== '' && now !== text;
    },
    before,
    { polling: 'raf' },
  );
  const waited = performance.now() - began;
  await context.close();
  return waited;
}

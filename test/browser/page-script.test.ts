import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { faultyServer } from '../collect/faulty-server.ts';
import { memoryInbox } from '../collect/memory-inbox.ts';
import { writeKeyOf } from '../test-server.ts';
import { openScreen, type Screen } from './support.ts';

// A shop's page in a real browser, on an origin of its own, with our script and with Segment's: what leaves it, when, and what is kept there.

const inbox = memoryInbox();
let screen: Screen | undefined;
let shop: Server;
let shopUrl = '';
let key = '';
let html = '';
const library = join(dirname(createRequire(import.meta.url).resolve('@segment/analytics-next/package.json')), 'dist/umd/index.js');

beforeAll(async () => {
  screen = await openScreen('empty', { inbox });
  if (screen === undefined) return;
  await screen.server.owner('POST', '/live-sources', { type: 'website', name: 'Shop' });
  key = await writeKeyOf(screen.server, 'website');
  shop = createServer((request, answer) => {
    if (request.url === '/segment.js') answer.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(library));
    else answer.writeHead(200, { 'content-type': 'text/html' }).end(html);
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
});
afterAll(async () => {
  shop?.close();
  await screen?.close();
});
beforeEach(() => {
  html = pageWith(screen?.server.url ?? '', '');
});

const pageWith = (host: string, attributes: string): string =>
  `<!doctype html><title>Espresso</title><script>window.clientele = window.clientele || []; clientele.push(['productViewed', { product_id: 'ESP', price: 9.5 }]);</script>
   <script async src="${host}/clientele.js" data-key="${key}" ${attributes}></script>`;

const shopPage = async (before: (page: Page) => Promise<unknown> = async () => undefined): Promise<Page> => {
  const page = await (screen as Screen).open({ signedIn: false });
  await before(page);
  await page.goto(`${shopUrl}/espresso?utm_source=news`);
  await page.waitForFunction('typeof clientele.track === "function"');
  return page;
};
type Kept = { readonly storage: string | null; readonly cookie: string };
const kept = (page: Page): Promise<Kept> => page.evaluate<Kept>('({ storage: localStorage.getItem("clientele"), cookie: document.cookie })');
const said = (page: Page, ...call: readonly unknown[]): Promise<void> => page.evaluate(`clientele.push(${JSON.stringify(call)})`);
const events = (since = 0): readonly string[] =>
  inbox
    .messages()
    .slice(since)
    .map(({ body }) => (body['event'] ?? body['type']) as string);
const until = async (done: () => boolean): Promise<void> => {
  for (const end = Date.now() + 8000; !done() && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 50));
};

test('the script is under 6 kB, packed', async () => {
  if (screen === undefined) return;
  const answer = await fetch(`${screen.server.url}/clientele.js`);
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(gzipSync(await answer.text(), { level: 9 }).length).toBeLessThan(6000);
});

test('before consent nothing is kept and nothing leaves; with it what was held arrives, and so does what comes', { timeout: 30_000 }, async () => {
  if (screen === undefined) return;
  const since = inbox.messages().length;
  const page = await shopPage();
  await page.waitForTimeout(1500);
  expect(await kept(page)).toEqual({ storage: null, cookie: '' });
  expect(events(since)).toEqual([]);
  await said(page, 'consent', true);
  await until(() => events(since).length === 2);
  expect(events(since).toSorted()).toEqual(['Product Viewed', 'page']);
  await page.evaluate(`history.pushState({}, '', '/mugs')`);
  await said(page, 'identify', 'c-7', { email: 'ana.ruiz@example.org' });
  await said(page, 'orderCompleted', { order_id: '1042', total: 19 });
  await until(() => events(since).length === 5);
  const messages = inbox
    .messages()
    .slice(since)
    .map(({ body }) => body);
  expect(new Set(messages.map((body) => body['anonymousId'])).size).toBe(1);
  expect(messages.find((body) => body['type'] === 'page' && JSON.stringify(body).includes('/mugs'))).toBeDefined();
  expect(messages.find((body) => body['event'] === 'Order Completed')).toMatchObject({
    userId: 'c-7',
    context: { library: { name: 'clientele.js' }, userAgent: expect.stringContaining('Mozilla') },
  });
  // The same visitor after loading anew, and nobody after taking the consent back.
  await page.reload();
  await page.waitForFunction('typeof clientele.track === "function"');
  await said(page, 'consent', true);
  await until(() => events(since).length >= 7);
  expect(
    new Set(
      inbox
        .messages()
        .slice(since)
        .map(({ body }) => body['anonymousId']),
    ).size,
  ).toBe(1);
  await said(page, 'consent', false);
  await said(page, 'track', 'Never Told');
  await page.waitForTimeout(1200);
  expect(await kept(page)).toEqual({ storage: null, cookie: '' });
  expect(events(since)).not.toContain('Never Told');
  await page.context().close();
});

test.each([
  ['Global Privacy Control', 'globalPrivacyControl', true],
  ['Do Not Track', 'doNotTrack', '1'],
])('%s outweighs everything the page says', { timeout: 20_000 }, async (_, name, value) => {
  if (screen === undefined) return;
  const since = inbox.messages().length;
  const page = await shopPage((fresh) =>
    fresh.addInitScript(`Object.defineProperty(Navigator.prototype, ${JSON.stringify(name)}, { get: () => ${JSON.stringify(value)} })`),
  );
  await said(page, 'consent', true);
  await said(page, 'track', 'Never Told');
  await page.waitForTimeout(1200);
  expect([events(since), await kept(page)]).toEqual([[], { storage: null, cookie: '' }]);
  await page.context().close();
});

test('what is said as the page closes arrives; a server that refuses for now gets it once all the same', { timeout: 30_000 }, async () => {
  if (screen === undefined) return;
  const proxy = await faultyServer(screen.server.url, ['503', 'reset-after', 'reset']);
  html = pageWith(proxy.url, 'data-consent="granted"');
  const since = inbox.messages().length;
  const page = await shopPage();
  await said(page, 'track', 'Patient');
  await until(() => events(since).includes('Patient'));
  await page.waitForTimeout(1500);
  await said(page, 'track', 'Last Word');
  await page.goto('about:blank');
  await until(() => events(since).includes('Last Word'));
  expect(
    events(since)
      .filter((event) => event === 'Patient' || event === 'Last Word')
      .toSorted(),
  ).toEqual(['Last Word', 'Patient']);
  expect(proxy.seen()).toBeGreaterThan(2);
  await page.context().close();
  await proxy.close();
});

test.each([
  ['a normal day', []],
  ['503, then a cut connection', ['503', 'reset-after']],
] as const)('@segment/analytics-next in the browser: %s', { timeout: 40_000 }, async (_, faults) => {
  if (screen === undefined) return;
  const proxy = await faultyServer(screen.server.url, [...faults]);
  html = `<!doctype html><title>Shop</title><script src="/segment.js"></script>`;
  const since = inbox.messages().length;
  const page = await screen.open({ signedIn: false });
  await page.goto(shopUrl);
  await page.evaluate(`(async () => {
    const [analytics] = await AnalyticsNext.AnalyticsBrowser.load(${JSON.stringify({ writeKey: key, cdnURL: proxy.url })});
    analytics.page();
    analytics.identify('c-9', { email: 'bob.norman@example.org' });
    analytics.track('Product Added', { product_id: 'ESP', price: 9.5 });
  })()`);
  await until(() => events(since).length >= 3);
  await page.waitForTimeout(500);
  expect(events(since).toSorted()).toEqual(['Product Added', 'identify', 'page']);
  await page.context().close();
  await proxy.close();
});

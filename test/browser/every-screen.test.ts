import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insideAddresses } from './addresses.ts';
import { goWithin, isTooWide, seriousFindings, settled } from './look.ts';
import { openScreen, type Screen } from './support.ts';

// Every page of the application with the example shop, in both themes at 1280 and 320 pixels. Each address is gone to as
// a link goes there and then turned through the views, as a person who turns a tablet or sets the theme would see it. Pictures for the manual are only made where they are
// missing or asked for, so that a run leaves the tree as it was.
const pictures = resolve(import.meta.dirname, '../../docs/screens');
const anew = process.env['CLIENTELE_SCREENSHOTS'] === '1';

/** What depends on the colours is looked at in each theme, everything else once for each width. */
const ofColours = ['color-contrast', 'link-in-text-block'];
const views = [
  { theme: 'light', width: 1280, height: 900, rules: undefined, picture: 'wide' },
  { theme: 'dark', width: 1280, height: 900, rules: ofColours, picture: undefined },
  { theme: 'dark', width: 320, height: 720, rules: undefined, picture: 'small' },
  { theme: 'light', width: 320, height: 720, rules: ofColours, picture: undefined },
] as const;
const alsoSmall: ReadonlySet<string> = new Set(['home', 'segment', 'customers']);

let screen: Screen | undefined;
let persona = '';
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  screen = await openScreen('example');
  await screen?.server.owner('POST', '/live-sources', { type: 'website', name: 'Our shop' });
  await screen?.server.owner('POST', '/live-sources', { type: 'shopify', name: 'Shopify' });
  await screen?.server.owner('POST', '/slots', { name: 'Home banner', definition: banner });
  await screen?.server.owner('POST', '/slots/home-banner/publish', { note: 'First' });
  await screen?.server.owner('POST', '/webhooks', { name: 'Mail tool', url: 'https://hooks.example.org/clientele', segments: ['champions'] });
  await screen?.server.owner('POST', '/actions', { name: 'Call them', channel: 'phone', eligible: 'in segment "at-risk"', cost: 3, value: 40 });
  const made = await screen?.server.owner('POST', '/personas', { segment: 'champions', name: 'Clara' });
  persona = (made?.body as { readonly id: string } | undefined)?.id ?? '';
});
afterAll(async () => screen?.close());

const text = (value: string) => ({ type: 'text', value });
const banner = {
  rules: [
    { when: 'in segment "champions" and context.hour >= 17', variant: 'evening', content: text('Your evening roast is waiting') },
    { when: 'context.cart_value >= 40', variant: 'free-delivery', content: { type: 'json', value: { headline: 'Free delivery', href: '/delivery' } } },
  ],
  default: { variant: 'default', content: { type: 'json', value: { headline: 'Roasted today', tags: ['new'] } } },
  schedule: { from: '2026-01-01', weekly: [{ days: [1, 2, 3, 4, 5], from: '09:00', until: '02:00' }] },
  browser: 'content',
};

/** Pages that wait for the next address: so many are looked at side by side. */
const free: Page[] = [];
const turn = async (page: Page, { theme, width, height }: (typeof views)[number]): Promise<void> => {
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize({ width, height });
};

async function look(page: Page, path: string, picture: string | undefined): Promise<void> {
  await turn(page, views[0]);
  await goWithin(page, path);
  for (const view of views) {
    await turn(page, view);
    await settled(page);
    expect(await page.getByRole('heading', { level: 1 }).count(), `${path} has one first heading`).toBe(1);
    const { theme, width } = view;
    const seen = { wide: await isTooWide(page), findings: await seriousFindings(page, view.rules) };
    expect({ path, theme, width, ...seen }).toEqual({ path, theme, width, wide: false, findings: [] });
    if (picture === undefined || view.picture === undefined || (view.picture === 'small' && !alsoSmall.has(picture))) continue;
    const file = resolve(pictures, view.picture === 'small' ? `${picture}-dark-320.png` : `${picture}.png`);
    // Where this machine keeps the workspace is nobody else's affair.
    const mask = [page.getByText(screen?.server.folder ?? '')];
    if (anew || !existsSync(file)) await page.screenshot({ path: file, animations: 'disabled', mask, maskColor: '#d5d9e0' });
  }
}

describe.concurrent('behind the sign-in', () => {
  test.each(insideAddresses())('$path', { timeout: 300_000 }, async ({ path, picture }) => {
    if (screen === undefined) return;
    const page = free.pop() ?? (await screen.open(views[0]));
    const before = screen.complaintsOf(page).length;
    await look(page, path.replace('{persona}', persona), picture);
    expect({ path, complaints: screen.complaintsOf(page).slice(before) }).toEqual({ path, complaints: [] });
    free.push(page);
  });
});

test('the pages before the sign-in', async () => {
  if (screen === undefined) return;
  const page = await screen.open({ ...views[0], signedIn: false });
  for (const path of ['/sign-in', '/link#nothing-such']) await look(page, path, undefined);
  // A link that is none answers with a refusal, which the browser mentions by itself.
  expect(screen.complaintsOf(page).filter((each) => !/status of 4[0-9][0-9]/.test(each))).toEqual([]);
});

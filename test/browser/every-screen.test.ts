import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insideAddresses } from './addresses.ts';
import { isTooWide, seriousFindings, settled } from './look.ts';
import { openScreen, type Screen } from './support.ts';

// Every page of the application with the example shop: light at 1280 pixels, dark at 320. Pictures for the manual are only made where
// they are missing or asked for, so that a run leaves the tree as it was.
const pictures = resolve(import.meta.dirname, '../../docs/screens');
const anew = process.env['CLIENTELE_SCREENSHOTS'] === '1';

let screen: Screen | undefined;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  screen = await openScreen('example');
});
afterAll(async () => screen?.close());

const views = [
  { theme: 'light', width: 1280, height: 900 },
  { theme: 'dark', width: 320, height: 720 },
] as const;
const alsoSmall: ReadonlySet<string> = new Set(['home', 'segment', 'customers']);

test.each(insideAddresses())('$path', { timeout: 120_000 }, async ({ path, picture }) => {
  if (screen === undefined) return;
  const before = screen.complaints.length;
  for (const view of views) {
    const page = await screen.open(view);
    await page.goto(path);
    await settled(page);
    expect(await page.getByRole('heading', { level: 1 }).count(), `${path} has one first heading`).toBe(1);
    expect({ path, ...view, wide: await isTooWide(page) }).toEqual({ path, ...view, wide: false });
    expect({ path, ...view, findings: await seriousFindings(page) }).toEqual({ path, ...view, findings: [] });
    const small = view.width < 1280;
    if (picture !== undefined && (!small || alsoSmall.has(picture))) {
      const file = resolve(pictures, small ? `${picture}-dark-320.png` : `${picture}.png`);
      if (anew || !existsSync(file)) await page.screenshot({ path: file, animations: 'disabled' });
    }
    await page.context().close();
  }
  expect(screen.complaints.slice(before)).toEqual([]);
});

test('the pages before the sign-in', async () => {
  if (screen === undefined) return;
  const before = screen.complaints.length;
  for (const view of views) {
    const page = await screen.open({ ...view, signedIn: false });
    for (const path of ['/sign-in', '/link#nothing-such']) {
      await page.goto(path);
      await settled(page);
      expect({ path, ...view, wide: await isTooWide(page), findings: await seriousFindings(page) }).toEqual({ path, ...view, wide: false, findings: [] });
    }
    await page.context().close();
  }
  // A link that is none answers with a refusal, which the browser mentions by itself.
  expect(screen.complaints.slice(before).filter((each) => !/status of 4[0-9][0-9]/.test(each))).toEqual([]);
});

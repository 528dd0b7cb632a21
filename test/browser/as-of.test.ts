import { afterAll, beforeAll, expect, test } from 'vitest';
import { isTooWide, patience, seriousFindings, settled } from './look.ts';
import { openScreen, type Screen } from './support.ts';

let screen: Screen | undefined;
beforeAll(async () => {
  screen = await openScreen('example');
}, 120_000);
afterAll(async () => screen?.close());

const day = '2026-03-01';

test('a day is chosen once and holds on every page until one goes back to now', { timeout: 120_000 }, async () => {
  if (screen === undefined) return;
  const { server } = screen;
  const page = await screen.open();
  await page.goto('/segments');
  await page.getByRole('button', { name: /^as of / }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Day').fill(day);
  await dialog.getByRole('button', { name: 'Look from there' }).click();
  const bar = page.getByText(/^You see everything as it was on .*2026/);
  await bar.waitFor();
  const then = (await server.owner('GET', `/segments/champions?as_of=${day}`)).body as { readonly members: number };
  const now = (await server.owner('GET', '/segments/champions')).body as { readonly members: number };
  expect(then.members).not.toBe(now.members);
  // By a link: the day goes along, in the address too.
  await page.locator('[data-segment=champions]').getByRole('link').first().click();
  await page.waitForURL(`**/segments/champions?**as_of=${day}**`);
  await settled(page);
  expect(await page.locator('main').innerText()).toMatch(new RegExp(`^${then.members}$`, 'm'));
  await page.getByRole('button', { name: 'Export' }).click();
  expect(await page.getByRole('menuitem', { name: /^CSV/ }).first().getAttribute('href')).toContain(`as_of=${day}`);
  await page.keyboard.press('Escape');
  // By a button, which knows nothing of it.
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.waitForURL(`**/segments/champions/edit?**as_of=${day}**`);
  const preview = (await server.owner('POST', '/preview', { text: 'orders >= 3', as_of: day })).body as { readonly members: number };
  await page.goto(`/segments/~new?text=orders%20%3E%3D%203&as_of=${day}`);
  await expect.poll(() => page.locator('[data-total]').getAttribute('data-total'), patience).toBe(String(preview.members));
  await page.getByRole('button', { name: 'Back to now' }).click();
  await expect.poll(() => page.getByText('You see everything').count(), patience).toBe(0);
  expect(page.url()).not.toContain('as_of');
  // The session of now, which the page fetches ahead, is not what a page of another day asks for.
  expect(screen.complaints.filter((text) => !text.includes('/api/v1/session was preloaded'))).toEqual([]);
  await page.close();
});

test('the bar and the dialog are fit for everybody, and for a phone', { timeout: 120_000 }, async () => {
  if (screen === undefined) return;
  for (const theme of ['light', 'dark'] as const) {
    for (const width of [1280, 320]) {
      const page = await screen.open({ theme, width });
      await page.goto(`/?as_of=${day}`);
      await page.getByText('You see everything as it was on').waitFor();
      await settled(page);
      // February had orders: the figures are of the month before that day.
      expect(await page.locator('main').innerText()).not.toContain('Nobody ordered');
      expect([theme, width, await isTooWide(page), await seriousFindings(page)]).toEqual([theme, width, false, []]);
      await page.getByRole('button', { name: /Your menu/ }).click();
      await page.getByRole('menuitem', { name: 'Look from another day' }).click();
      await page.getByRole('dialog').getByLabel('Day').waitFor();
      await settled(page);
      expect([theme, width, await isTooWide(page), await seriousFindings(page)]).toEqual([theme, width, false, []]);
      await page.close();
    }
  }
});

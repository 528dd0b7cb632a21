import { afterAll, beforeAll, expect, test } from 'vitest';
import { isTooWide, seriousFindings, settled } from './look.ts';
import { openScreen, type Screen } from './support.ts';

let screen: Screen | undefined;
beforeAll(async () => {
  screen = await openScreen('example');
}, 120_000);
afterAll(async () => screen?.close());

test('from Act a group is written to: who may be, and the file for the mailing tool with as many', { timeout: 90_000 }, async () => {
  if (screen === undefined) return;
  const page = await screen.open();
  await page.goto('/act');
  await page.getByRole('combobox', { name: 'Whom' }).click();
  await page.getByRole('option', { name: 'Champions', exact: true }).click();
  const said = page.getByText(/may and can be e-mailed\./);
  await said.first().waitFor();
  const reachable = Number(/of whom ([\d,]+) may/.exec(await said.first().innerText())?.[1]?.replaceAll(',', ''));
  expect(reachable).toBeGreaterThan(0);
  for (const theme of ['light', 'dark'] as const)
    for (const width of [1280, 320]) {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: 800 });
      await settled(page);
      expect({ theme, width, wide: await isTooWide(page), findings: await seriousFindings(page) }).toEqual({ theme, width, wide: false, findings: [] });
    }
  await page.setViewportSize({ width: 1280, height: 800 });
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'For Mailchimp' }).click();
  const file = await (await coming).createReadStream();
  let text = '';
  for await (const part of file) text += String(part);
  // A line each, after the names of the columns.
  expect(text.trim().split('\n')).toHaveLength(reachable + 1);
  expect(text).toContain('Email Address');
  expect(screen.complaints).toEqual([]);
});

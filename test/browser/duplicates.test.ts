import { afterAll, beforeAll, expect, test } from 'vitest';
import { isTooWide, seriousFindings, settled } from './look.ts';
import { openScreen, type Screen } from './support.ts';

let screen: Screen | undefined;
beforeAll(async () => {
  screen = await openScreen('example');
}, 120_000);
afterAll(async () => screen?.close());

test('all pairs of a kind are decided at once by keyboard alone, with what becomes of whom, and taken back as one', { timeout: 120_000 }, async () => {
  if (screen === undefined) return;
  const page = await screen.open();
  await page.goto('/data?part=duplicates');
  await settled(page);
  const finding = await page.getByText(/pairs are probably one customer each/).innerText();
  await page.getByRole('radio', { name: 'One by one' }).focus();
  await page.keyboard.press('ArrowRight');
  const all = page.getByRole('checkbox', { name: /^Choose (all|the one)/ }).first();
  await all.waitFor();
  const label = await all.getAttribute('id').then((id) => page.locator(`label[for="${id}"]`).innerText());
  const pairs = label.includes('the one') ? 1 : Number(/\d+/.exec(label)?.[0]);
  await all.focus();
  await page.keyboard.press('Space');
  await page
    .getByRole('status')
    .getByText(`${pairs} pair${pairs === 1 ? '' : 's'} chosen`)
    .waitFor();
  for (const theme of ['light', 'dark'] as const)
    for (const width of [1280, 320]) {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: 800 });
      await settled(page);
      expect({ theme, width, wide: await isTooWide(page), findings: await seriousFindings(page) }).toEqual({ theme, width, wide: false, findings: [] });
    }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'One customer each' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/customers become/).waitFor();
  await dialog.getByRole('button', { name: 'One customer each' }).focus();
  await page.keyboard.press('Enter');
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.waitFor();
  expect(await page.getByText(/pairs? (?:is|are) probably one customer/).innerText()).not.toBe(finding);
  await undo.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByText(/pairs are probably one customer each/).innerText(), { timeout: 30_000 }).toBe(finding);
  expect(screen.complaints).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { isTooWide, seriousFindings, settled } from './look.ts';
import { openScreen, type Screen } from './support.ts';

// An owner who writes no code: takes over what is suggested, adds an action for a segment and one by conditions, sets a budget, looks, decides, and has a list of names.
const patience = { timeout: 60_000 };
let screen: Screen | undefined;
beforeAll(async () => {
  screen = await openScreen('example');
}, 600_000);
afterAll(async () => screen?.close());

test('from nothing to a list of names, without a written condition', { timeout: 300_000 }, async () => {
  if (screen === undefined) return;
  const page = await screen.open();
  await page.goto('/predict/actions');
  const call = 'Phone call to customers who are overdue';
  await page.getByRole('button', { name: `Take it over: ${call}` }).click(patience);
  await page.getByRole('button', { name: `Change ${call}` }).waitFor(patience);
  expect(await page.getByRole('button', { name: `Take it over: ${call}` }).count()).toBe(0);

  // For a segment, with the keyboard: type a part of its name, choose it.
  await page.getByRole('button', { name: 'Add one of your own' }).click();
  await page.getByRole('textbox', { name: 'What you call it' }).fill('Card for one-time buyers');
  const whom = page.getByRole('combobox', { name: 'Whom it may be done for' });
  await whom.fill('One-time');
  await page.getByRole('option', { name: 'One-time buyers' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page
    .getByRole('status')
    .filter({ hasText: /people/ })
    .waitFor(patience);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page
    .getByText('For in the segment')
    .or(page.getByRole('link', { name: /One-time buyers/ }))
    .first()
    .waitFor(patience);

  // By the conditions that segments are made of.
  await page.getByRole('button', { name: 'Add one of your own' }).click();
  await page.getByRole('textbox', { name: 'What you call it' }).fill('Voucher for regulars');
  await page.getByRole('combobox', { name: 'Whom it may be done for' }).click();
  await page.getByRole('option', { name: 'By conditions of your own' }).click();
  const conditions = page.getByRole('group', { name: 'By conditions of your own' });
  await conditions.getByRole('button', { name: 'Condition', exact: true }).waitFor();
  await conditions.locator('[data-form] input').first().fill('3');
  await conditions.getByText('Customers who ordered at least 3 times.').waitFor(patience);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('link', { name: 'customers who ordered at least 3 times' }).waitFor(patience);

  await page.getByRole('textbox', { name: 'Budget for all actions together' }).fill('200');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText(/^All actions together may cost £200/).waitFor(patience);
  await page.getByRole('button', { name: 'Look what would be chosen' }).click();
  await page.getByText(/Chance may spend 10% of it, £20, on tries/).waitFor(patience);
  await page.getByRole('button', { name: 'Decide and write down' }).click();
  const list = page.getByRole('region', { name: 'Your list' });
  await list.getByRole('link').first().waitFor(patience);
  // By name, never by number.
  expect(await list.getByRole('link').first().textContent()).toMatch(/^\p{L}+[\p{L}' -]+$/u);
  for (const { colorScheme, width } of [
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 390 },
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    await settled(page);
    expect({ width, wide: await isTooWide(page), findings: await seriousFindings(page) }).toEqual({ width, wide: false, findings: [] });
  }
  expect(screen.complaintsOf(page)).toEqual([]);
});

test('whom to call is on the first screen of a phone', { timeout: 120_000 }, async () => {
  if (screen === undefined) return;
  const page = await screen.open({ width: 390, height: 844 });
  await page.goto('/');
  const link = page.getByRole('link', { name: 'Whom to call' });
  await link.waitFor(patience);
  const box = await link.boundingBox();
  expect((box?.y ?? 1e9) + (box?.height ?? 0)).toBeLessThan(844 - 60);
  await link.click();
  await page.waitForURL(/\/predict\/calls/);
});

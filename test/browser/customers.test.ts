import { afterAll, beforeAll, expect, test } from 'vitest';
import { openScreen, type Screen } from './support.ts';

let screen: Screen | undefined;
beforeAll(async () => {
  screen = await openScreen('example');
}, 120_000);
afterAll(async () => screen?.close());

test('somebody is found as one types, opened, and written about', { timeout: 60_000 }, async () => {
  if (screen === undefined) return;
  const page = await screen.open();
  await page.goto('/customers');
  await page.getByRole('searchbox', { name: 'Search customers' }).fill('c00006');
  const person = page.getByRole('rowheader').getByRole('link');
  await expect.poll(() => person.count(), { timeout: 10_000 }).toBe(1);
  await person.click();
  await page.getByRole('heading', { name: 'Timeline' }).waitFor();
  await page.getByRole('textbox', { name: 'Write a note' }).fill('Prefers decaf');
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByRole('listitem').getByText('Prefers decaf').waitFor();
  expect(screen.complaints).toEqual([]);
});

test('a filter above a column narrows the list and can become a segment', { timeout: 60_000 }, async () => {
  if (screen === undefined) return;
  const page = await screen.open();
  await page.goto('/customers');
  await page.getByRole('textbox', { name: 'Filter Number of orders' }).fill('>= 3');
  const make = page.getByRole('link', { name: 'Make a segment' });
  await make.waitFor();
  expect(await make.getAttribute('href')).toContain('orders_count+%3E%3D+3');
  expect(screen.complaints).toEqual([]);
});

test('search and commands: a page within Insights by its name, the first customer found with Enter, and a word where nothing is', {
  timeout: 90_000,
}, async () => {
  if (screen === undefined) return;
  const page = await screen.open();
  const look = async (words: string) => {
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Search customers, segments and pages').fill(words);
  };
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await look('cohorts');
  await page.getByText('Insights: Cohorts', { exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/insights/cohorts**');
  await look('vellacott34');
  await page.getByText('Hana Vellacott').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/customers\/\d+/);
  await page.getByRole('heading', { level: 1, name: 'Hana Vellacott' }).waitFor();
  await look('no such thing');
  await page.getByText('No customer and no segment of that name.').waitFor();
});

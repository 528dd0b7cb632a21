import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goWithin, seriousFindings, settled as stands } from './look.ts';
import { openScreen, type Screen } from './support.ts';

let screen: Screen | undefined;
beforeAll(async () => {
  screen = await openScreen('example');
});
afterAll(async () => screen?.close());

/** The same segment three times. */
const definition = 'country in ("GB") and (count(orders in last 12 months) >= 3 or accepts_email = true)';

/** The machine that runs this may be busy with much else. */
const patience = { timeout: 20_000 };

const textOf = (page: Page): Promise<string> => page.locator('[data-code=definition]').innerText();
const total = async (page: Page): Promise<number> => {
  await page.locator('[data-total]').waitFor();
  return Number(await page.locator('[data-total]').getAttribute('data-total'));
};

async function settled(page: Page, text: string): Promise<{ readonly text: string; readonly sentence: string; readonly members: number }> {
  await expect.poll(() => textOf(page), patience).toBe(text);
  // A draft is kept a moment after the last change; by then the count is the newest.
  await page.getByText('Draft kept').waitFor();
  return { text: await textOf(page), sentence: await page.locator('[data-sentence]').innerText(), members: await total(page) };
}

async function byMouse(page: Page): Promise<void> {
  const add = page.getByRole('button', { name: 'Condition', exact: true });
  const search = page.getByRole('textbox', { name: 'Search traits, events, segments' });
  await add.first().click();
  await page.getByRole('option', { name: 'country', exact: true }).click();
  await page.getByRole('combobox', { name: 'Values' }).click();
  await page.getByRole('option', { name: 'GB', exact: true }).click();
  // Both further conditions land outside the group first; one is dragged in, the other added there.
  await page.getByRole('button', { name: 'Group', exact: true }).first().click();
  await add.first().click();
  await search.fill('accepts');
  await page.getByRole('option', { name: 'accepts e-mail marketing' }).click();
  await add.last().click();
  await page.getByRole('option', { name: 'Orders in a period' }).click();
  await page.getByRole('textbox', { name: 'Value', exact: true }).fill('3');
  const inside = page.locator('[data-row]', { hasText: 'accepts e-mail' });
  await page
    .locator('[data-row]')
    .last()
    .locator('[data-handle]')
    .dragTo(inside, { targetPosition: { x: 60, y: 4 } });
}

/** Not one click: Tab, arrows, letters and Enter. */
async function byKeyboard(page: Page): Promise<void> {
  const reach = async (name: string): Promise<void> => {
    for (let step = 0; step < 80; step += 1) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      const label = (await focused.getAttribute('aria-label')) ?? (await focused.textContent()) ?? '';
      if (label.trim() === name) return;
    }
    throw new Error(`Tab never comes to ${name}`);
  };
  const choose = async (typed: string): Promise<void> => {
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Search traits, events, segments' }).waitFor();
    await page.keyboard.type(typed);
    // What fits best is taken; the arrows are for another.
    await page.locator('[role=option][data-combobox-selected]').first().waitFor();
    await page.keyboard.press('Enter');
  };
  await page.locator('[data-page-heading]').focus();
  await reach('Condition');
  await choose('country');
  // The focus is in the field that wants a value.
  await expect.poll(() => page.locator(':focus').getAttribute('aria-label'), patience).toBe('Values');
  await page.keyboard.type('GB');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await reach('Group');
  await page.keyboard.press('Enter');
  // The new group has the focus; its own first button comes after its menu.
  await reach('Condition');
  await choose('accepts');
  await page.locator('[data-page-heading]').focus();
  await reach('More for this condition');
  await reach('Condition');
  await reach('Condition');
  await choose('orders in a');
  await expect.poll(() => page.locator(':focus').getAttribute('aria-label'), patience).toBe('Value');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('3');
  // Up past nothing: the group stands before it, so one step goes inside, the next above the other.
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
}

async function byText(page: Page): Promise<void> {
  await page.locator('[data-code=definition]').click();
  await page.keyboard.insertText(definition);
}

describe('one segment, built three ways', () => {
  const built: unknown[] = [];
  test.each([
    ['by mouse', byMouse],
    ['by keyboard alone', byKeyboard],
    ['by text', byText],
  ] as const)('%s', async (_how, build) => {
    if (screen === undefined) return;
    const page = await screen.open();
    await page.goto('/segments/~new?view=both');
    await page.locator('[data-code=definition]').waitFor();
    await build(page);
    built.push(await settled(page, definition));
    expect(new Set(built.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(screen.complaints).toEqual([]);
    await page.close();
  });
});

test('a text that can not be read keeps the last conditions, and says where it breaks', async () => {
  if (screen === undefined) return;
  const page = await screen.open();
  await page.goto('/segments/~new?view=both&text=orders%20%3E%3D%203');
  const members = await total(page);
  await page.locator('[data-code=definition]').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' and country =');
  await page.getByText('Line 1, column').waitFor();
  expect(await page.locator('[data-row]').count()).toBe(1);
  expect(await page.locator('[data-row] [role=group]').first().getAttribute('inert')).not.toBeNull();
  expect(await total(page)).toBe(members);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(() => textOf(page), patience).toBe('orders >= 3');
  await page.close();
});

test('a draft survives a reload; publishing says who enters and who leaves; a second editor is told', { timeout: 180_000 }, async () => {
  if (screen === undefined) return;
  const { server } = screen;
  const page = await screen.open();
  await page.goto('/segments/~new?text=orders%20%3E%3D%203');
  await page.getByRole('textbox', { name: 'Name' }).fill('Regular people');
  await page.getByText('Draft kept').waitFor();
  await page.reload();
  expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Regular people');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.waitForURL('**/segments/regular-people');
  await page.goto('/segments/regular-people/edit');
  await page.getByRole('textbox', { name: 'Value', exact: true }).fill('5');
  await page.getByText('Draft kept').waitFor();
  // Somebody else is quicker.
  const theirs = await server.owner('PATCH', '/segments/regular-people', { text: 'orders >= 4' });
  expect(theirs.status).toBe(200);
  await page.getByRole('button', { name: 'Publish' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('[data-impact]').waitFor();
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await dialog.getByText('In force now').waitFor();
  expect(await dialog.locator('pre').allInnerTexts()).toEqual(['orders >= 4', 'orders >= 5']);
  await dialog.getByRole('button', { name: 'Look at what mine changes now' }).click();
  const impact = (await dialog.locator('[data-impact]').getAttribute('data-impact')) ?? '';
  const [enter, leave] = impact.split(' ').map(Number);
  expect(enter).toBe(0);
  const count = async (text: string) => ((await server.owner('POST', '/preview', { text })).body as { readonly members: number }).members;
  expect(leave).toBe((await count('orders >= 4')) - (await count('orders >= 5')));
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await page.waitForURL('**/segments/regular-people');
  const after = (await server.owner('GET', '/segments/regular-people')).body as { readonly text: string; readonly version: number };
  expect(after).toMatchObject({ text: 'orders >= 5', version: 3 });
  // Its members are worked out beside everything else; the page says so until they are there.
  const members = async () => (await server.owner('GET', '/segments/regular-people')).body as { readonly behind: boolean; readonly members: number };
  await expect.poll(async () => (await members()).behind, patience).toBe(false);
  expect((await members()).members).toBe(await count('orders >= 5'));
  await expect.poll(() => page.getByText('The definition was changed.').count(), patience).toBe(0);
  await page.close();
});

test('segments are found, moved into a folder, deleted and brought back', { timeout: 180_000 }, async () => {
  if (screen === undefined) return;
  // High enough for the whole list: a drag across a scrolled page begins nowhere.
  const page = await screen.open({ height: 6000 });
  await page.goto('/segments?q=');
  await page.getByRole('button', { name: 'New folder' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Folder' }).fill('Mine');
  await page.getByRole('button', { name: 'Make the folder' }).click();
  const folder = page.locator('[data-folder="Mine"]');
  await folder.waitFor();
  const row = page.locator('[data-segment="champions"]');
  await row.dragTo(folder.locator('h2'));
  await folder.locator('[data-segment="champions"]').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator('[data-folder="RFM"] [data-segment="champions"]').waitFor();
  await row.getByRole('button', { name: 'More for Champions' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect.poll(() => row.count(), patience).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await row.waitFor();
  await row.getByRole('button', { name: 'More for Champions' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Export members (CSV)' }).click();
  expect((await readFile(await (await download).path(), 'utf8')).split('\n').length).toBeGreaterThan(100);
  await page.close();
});

test('every state of it is accessible in both themes', { timeout: 180_000 }, async () => {
  if (screen === undefined) return;
  const page = await screen.open();
  for (const path of [
    '/segments?q=champions',
    '/segments/~templates?kind=rfm',
    '/segments/~new?view=both&text=orders%20%3E%3D%203%20or%20country%20%21%3D%20%22GB%22',
  ]) {
    await goWithin(page, path);
    await page.locator('[data-segment], [data-template], [data-total]').first().waitFor();
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await stands(page);
      expect({ path, theme, findings: await seriousFindings(page) }).toEqual({ path, theme, findings: [] });
    }
  }
});

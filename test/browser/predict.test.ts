import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from '../test-server.ts';
import { goWithin, isTooWide, seriousFindings, settled } from './look.ts';
import { openScreen, type Screen } from './support.ts';

// An owner who has never seen it lets a model learn, reads its card, lets it act, makes a segment of what it foretells, and then says from the screen whom to
// call, why, and how sure that is. Afterwards every screen that a trained model fills is looked at in both themes and widths.
const patience = { timeout: 120_000 };
const pictures = resolve(import.meta.dirname, '../../docs/screens');
const anew = process.env['CLIENTELE_SCREENSHOTS'] === '1';

let screen: Screen | undefined;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  screen = await openScreen('example');
}, 600_000);
afterAll(async () => screen?.close());

async function learnAndLetAct(page: Page, model: string): Promise<void> {
  await page.goto(`/predict/models/${model}`);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await page.getByRole('button', { name: 'Let it act' }).first().waitFor(patience);
  await page.getByRole('button', { name: 'Let it act' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Let it act' }).click();
  await page.getByText('Version 1 acts.').waitFor(patience);
}

test('from a question to whom to call, and why', { timeout: 600_000 }, async () => {
  if (screen === undefined) return;
  const page = await screen.open();
  await page.goto('/predict');
  await page.getByRole('heading', { level: 1, name: 'Predict' }).waitFor();
  await page.getByText('No model acts yet').waitFor(patience);
  await page.getByRole('link', { name: 'Who will stay away' }).click();
  await learnAndLetAct(page, 'churn');
  await page.getByRole('button', { name: 'The statistics behind it' }).click();
  await page.getByText('Can its percentages be taken at their word?').waitFor(patience);

  await page.getByText('People', { exact: true }).click();
  await page.getByRole('textbox', { name: 'At least' }).fill('80');
  await page.getByRole('link', { name: /^Make a segment: Who will stay away: at least 80/ }).click();
  await page.waitForURL('**/segments/~new**');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.waitForURL(/\/segments\/who-will-stay-away/, patience);

  // Where the page has nothing to say yet, the model that it needs learns and is let act right there.
  await page.goto('/predict/calls');
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await page.getByText('It has learnt. May it act?').waitFor(patience);
  await page.getByRole('button', { name: 'Let it act' }).click();
  await page.getByText('How sure is this?').waitFor(patience);
  await page.getByText('the intervals promise').first().waitFor();
  const first = page.locator('main ol > li').first();
  await first.getByText('at stake').waitFor();
  const reason = (await first.locator('ul li').first().textContent()) ?? '';
  expect(reason).toMatch(/^Usually orders every \d+ days?; quiet for \d+ days?\.$/);
  await first.getByRole('link').first().click();
  await page.waitForURL('**/customers/*');
  await page.getByRole('heading', { name: 'What is to come' }).waitFor(patience);
  await page.getByText(/expected in 12 months, most likely between/).waitFor();
  await page.getByText(/^They ordered every/).waitFor();
  await page.getByRole('heading', { name: 'How likely, and why' }).waitFor();
  await page.getByRole('heading', { name: 'What to offer' }).waitFor();
  expect(screen.complaintsOf(page)).toEqual([]);
});

const learned = ['value', 'churn', 'groups', 'recommendations', 'timing'];
/** The screens that say little before models have learnt. */
const filled: readonly { readonly path: string; readonly picture: string }[] = [
  { path: '/predict', picture: 'predict' },
  { path: '/predict/calls', picture: 'predict-calls' },
  { path: '/predict/models/churn', picture: 'predict-model' },
  { path: '/predict/groups', picture: 'predict-groups' },
  { path: '/predict/offers', picture: 'predict-offers' },
  { path: '/predict/offers/DG-E04', picture: 'predict-offers-product' },
];

test('screens that trained models fill', { timeout: 600_000 }, async () => {
  const trained = await openScreen('trained');
  if (trained === undefined) return;
  try {
    for (const model of learned) await finished(trained.server, await trained.server.owner('POST', `/predictions/${model}/approve`, {}));
    const page = await trained.open();
    for (const { path, picture } of filled) {
      for (const { colorScheme, width, height } of [
        { colorScheme: 'light', width: 1280, height: 900 },
        { colorScheme: 'dark', width: 320, height: 720 },
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height });
        if (width === 1280) await goWithin(page, path);
        await settled(page);
        const seen = { wide: await isTooWide(page), findings: await seriousFindings(page) };
        expect({ path, width, ...seen }).toEqual({ path, width, wide: false, findings: [] });
        const file = resolve(pictures, `${picture}.png`);
        if (width === 1280 && (anew || !existsSync(file))) await page.screenshot({ path: file, animations: 'disabled' });
      }
    }
    expect(trained.complaints).toEqual([]);
  } finally {
    await trained.close();
  }
});

async function finished({ owner }: Screen['server'], begun: Answer): Promise<void> {
  const { id } = begun.body as { readonly id: string };
  await expect.poll(async () => (await owner('GET', `/jobs/${id}`)).body, patience).toMatchObject({ status: 'done' });
}

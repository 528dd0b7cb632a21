import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { chromiumProgram, openChromium } from '../../scripts/chromium.ts';
import { notRun } from '../datasets.ts';
import { firstOwner, startServed } from '../served-process.ts';

const shop = resolve(import.meta.dirname, '../../examples/daily-grind');
/** The machine that runs this may be busy with much else. */
const patience = { timeout: 90_000, interval: 20 } as const;

type Jobs = { readonly items: readonly { readonly kind: string; readonly status: string; readonly progress: unknown }[] };

test('the server dies in mid-import and comes back: the open page goes on by itself, and all is in once', async () => {
  const program = chromiumProgram();
  if (program === undefined) return notRun('Restart in mid-import: there is no Chromium here (Debian: apt-get install chromium).');
  const folder = mkdtempSync(join(tmpdir(), 'clientele-restart-'));
  let server = await startServed(folder);
  const browser = await openChromium(program);
  try {
    const { cookie, call } = await firstOwner(server);
    const [name = '', value = ''] = cookie.split('=');
    const context = await browser.newContext({ baseURL: server.url, reducedMotion: 'reduce' });
    await context.addCookies([{ name, value, url: server.url.replace('http:', 'https:'), secure: true, httpOnly: true, sameSite: 'Lax' }]);
    const page = await context.newPage();
    await page.goto('/start?step=data');
    await page.locator('input[type=file]').setInputFiles(['products.csv', 'customers.csv', 'orders.csv'].map((file) => join(shop, file)));
    const see = page.getByRole('button', { name: 'See what will change', exact: true });
    await expect.poll(() => see.isEnabled(), patience).toBe(true);
    await see.click();
    await page.getByRole('button', { name: 'Import 3 files', exact: true }).click(patience);
    await page.waitForURL('**job=**');
    // At work, not only accepted.
    const imports = async () => ((await call('GET', '/jobs')).body as Jobs).items.filter(({ kind }) => kind === 'import');
    await expect.poll(async () => (await imports()).map(({ status, progress }) => status === 'running' && progress !== null), patience).toEqual([true]);
    await server.kill();

    server = await startServed(folder, server.port);
    await page.getByRole('heading', { name: 'Your data is in' }).waitFor(patience);
    expect((await imports()).map(({ status }) => status)).toEqual(['done']);
    // What `clientele import examples/daily-grind/orders.csv` says of an empty workspace, once.
    const cameIn = page.getByRole('region', { name: 'What came in' }).last();
    expect(await cameIn.getByRole('row', { name: /orders\.csv/ }).innerText()).toMatch(/13,036\s+8,958\s+0\s+0\s+2\s/);
    expect((await call('GET', '/imports')).body).toMatchObject({ items: [{ status: 'done' }, { status: 'done' }, { status: 'done' }] });
    // The same page, opened anew, says the same.
    await page.reload();
    await cameIn.getByRole('row', { name: /orders\.csv/ }).waitFor(patience);
  } finally {
    await browser.close();
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});

import type { Browser, Page } from 'playwright-core';
import { chromiumProgram, openChromium as openProgram } from '../chromium.ts';
import { owner } from './served.ts';

/** The machine's own browser; where there is none `part` says on standard error that it did not run. */
export function hasChromium(part: string): boolean {
  if (chromiumProgram() !== undefined) return true;
  process.stderr.write(`${part}: not run, there is no Chromium here (Debian: apt-get install chromium)\n`);
  return false;
}

export const openChromium = (): Promise<Browser> => openProgram(chromiumProgram() ?? 'chromium');

/** Signs the owner in by the form, as a person does. */
export async function signInOn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel(/e-mail/i).fill(owner.email);
  await page
    .getByLabel(/password/i)
    .first()
    .fill(owner.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
}

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The machine that runs this may be busy with much else. */
export const patience = { timeout: 20_000, interval: 100 } as const;

/** All that was asked for is there: nothing loads, and no older answer stands in for a newer one. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('main').first().waitFor();
  await expect.poll(() => page.locator('main [role="status"][aria-label="Loading"], main [aria-busy="true"]').count(), patience).toBe(0);
}

type View = { readonly innerWidth: number; readonly document: { readonly documentElement: { readonly scrollWidth: number } } };

/** Whether one would have to scroll sideways to read the page. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { innerWidth, document } = globalThis as unknown as View;
    return document.documentElement.scrollWidth > innerWidth;
  });

/** Serious and critical findings of axe by WCAG 2.2 AA and its good practices, with the places. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

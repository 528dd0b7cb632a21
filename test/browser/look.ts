import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { requestsUnderWay } from './requests-under-way.ts';

/** The machine that runs this may be busy with much else. */
export const patience = { timeout: 40_000, interval: 100 } as const;

/**
 * All that was asked for is there: no request is under way, nothing loads, and no older answer stands in for a newer one. Seen twice with
 * the page idle in between, so that what an answer makes the page ask next is waited for, too.
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.locator('main').first().waitFor();
  const end = Date.now() + patience.timeout;
  let before = '';
  for (let quiet = 0; quiet < 2; ) {
    const waiting = await page.evaluate(lookWhenIdle);
    // A page that is never idle may still be drawing: it has to say the same twice.
    const now = await page.locator('body').innerText();
    quiet = waiting.length === 0 && requestsUnderWay(page).length === 0 && now === before ? quiet + 1 : 0;
    before = now;
    if (quiet === 0 && Date.now() > end) throw new Error(`${page.url()} does not settle: ${[...waiting, ...requestsUnderWay(page)].join(', ')}`);
  }
}

type Router = { readonly navigate: (to: { readonly href: string }) => Promise<void> };

/** Goes to another address as a link of the application does, without loading it anew; the first time it is loaded. */
export async function goWithin(page: Page, path: string): Promise<void> {
  if (page.url() === 'about:blank') await page.goto(path);
  else await page.evaluate((href) => (Reflect.get(globalThis, '__TSR_ROUTER__') as Router).navigate({ href }), path);
}

type Element = { readonly outerHTML: string };
type Animation = { readonly playState: string; readonly effect: { readonly target?: Element; readonly getComputedTiming: () => { readonly endTime: number } } };
type Looking = {
  readonly scheduler: { readonly postTask: (task: () => void, options: { readonly priority: 'background' }) => Promise<void> };
  readonly setTimeout: (then: () => void, milliseconds: number) => void;
  readonly document: { readonly querySelectorAll: (selector: string) => Iterable<Element>; readonly getAnimations: () => readonly Animation[] };
};

/** Runs in the page: the places of it that still wait or move, once it has nothing else to do. What moves for ever is as it is. */
async function lookWhenIdle(): Promise<readonly string[]> {
  const { scheduler, setTimeout, document } = globalThis as unknown as Looking;
  await new Promise<void>((resolve) => setTimeout(resolve, 60));
  // Behind everything that the page still has to do. An idle callback comes later than that: where nothing is drawn, only when its time is over.
  await scheduler.postTask(() => undefined, { priority: 'background' });
  const loading = [...document.querySelectorAll('main [role="status"][aria-label="Loading"], main [aria-busy="true"]')];
  const moving = document.getAnimations().filter(({ playState, effect }) => playState === 'running' && Number.isFinite(effect.getComputedTiming().endTime));
  return [
    ...loading.map((each) => `waits: ${each.outerHTML.slice(0, 120)}`),
    ...moving.map(({ effect }) => `moves: ${effect.target?.outerHTML.slice(0, 120)}`),
  ];
}

type View = { readonly innerWidth: number; readonly document: { readonly documentElement: { readonly scrollWidth: number } } };

/** Whether one would have to scroll sideways to read the page. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { innerWidth, document } = globalThis as unknown as View;
    return document.documentElement.scrollWidth > innerWidth;
  });

/** axe itself, put into the page: its driver for Playwright carries each result through a second page, which takes ten times as long. */
const axe = readFileSync(resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

type Violation = {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly (string | readonly string[])[] }[];
};
type WithAxe = { readonly axe?: { readonly run: (options: object) => Promise<{ readonly violations: readonly Violation[] }> } };

/**
 * Serious and critical findings of axe by WCAG 2.2 AA and its good practices, with the places; with `rules` only by these. The
 * application has no frames, which would have to be looked at one by one.
 */
export async function seriousFindings(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  if (page.frames().length !== 1) throw new Error('a page with frames is not looked at as a whole');
  if (!(await page.evaluate(() => (globalThis as unknown as WithAxe).axe !== undefined))) await page.evaluate(axe);
  return page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as WithAxe;
    if (axe === undefined) throw new Error('axe did not load');
    // Preloading fetches style sheets for a rule about turned devices that is off, and sound, of which there is none.
    const found = await axe.run({ resultTypes: ['violations'], preload: false, ...(only === undefined ? {} : { runOnly: { type: 'rule', values: only } }) });
    return found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`);
  }, rules);
}

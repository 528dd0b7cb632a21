import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromiumProgram, openChromium } from '../../scripts/chromium.ts';
import { notRun } from '../datasets.ts';
import { startTestServer, type TestServer } from '../test-server.ts';
import { watchRequests } from './requests-under-way.ts';

export type Screen = {
  readonly server: TestServer;
  readonly browser: Browser;
  /** A page of the owner, signed in unless said otherwise. What goes wrong on it is collected in `complaints`. */
  readonly open: (options?: {
    readonly theme?: 'light' | 'dark';
    readonly width?: number;
    readonly height?: number;
    readonly signedIn?: boolean;
  }) => Promise<Page>;
  /** Errors of scripts, of the content security policy and of the console, of all pages so far. */
  readonly complaints: readonly string[];
  /** Those of one page. */
  readonly complaintsOf: (page: Page) => readonly string[];
  readonly close: () => Promise<void>;
};

/** A server and a real browser; undefined (and said so in the last lines of the run) where there is no Chromium or the application is not built. */
export async function openScreen(on: Parameters<typeof startTestServer>[0], options: Parameters<typeof startTestServer>[1] = {}): Promise<Screen | undefined> {
  const program = chromiumProgram();
  if (program === undefined) {
    notRun('Browser tests: there is no Chromium here (Debian: apt-get install chromium).');
    return undefined;
  }
  const server = await startTestServer(on, options);
  const browser = await openChromium(program);
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  const byPage = new WeakMap<Page, string[]>();
  const open: Screen['open'] = async ({ theme = 'light', width = 1280, height = 900, signedIn = true } = {}) => {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: theme,
      reducedMotion: 'reduce',
      baseURL: server.url,
      acceptDownloads: true,
    });
    contexts.push(context);
    const [name = '', value = ''] = server.ownerCookie.split('=');
    if (signedIn) await context.addCookies([{ name, value, url: server.url.replace('http:', 'https:'), secure: true, httpOnly: true, sameSite: 'Lax' }]);
    const page = await context.newPage();
    watchRequests(page);
    const own: string[] = [];
    byPage.set(page, own);
    const complain = (text: string): void => {
      complaints.push(text);
      own.push(text);
    };
    page.on('pageerror', (error) => complain(`script: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complain(`console: ${message.text()}`);
    });
    return page;
  };
  return {
    server,
    browser,
    open,
    complaints,
    complaintsOf: (page) => byPage.get(page) ?? [],
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      try {
        await server.stop();
      } finally {
        await server.remove();
      }
    },
  };
}

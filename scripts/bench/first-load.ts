import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { hasChromium, openChromium, signInOn } from './chromium.ts';
import { type Measurement, measurement } from './measurement.ts';
import { runClientele, succeed } from './run-process.ts';
import { serveFolder } from './served.ts';
import type { BenchSettings } from './settings.ts';

const times = 5;

/** The start screen in a real browser with an empty cache: how much script comes, and when the first field takes a letter. */
export async function measureFirstLoad({ folder }: BenchSettings): Promise<readonly Measurement[]> {
  if (!hasChromium('first-load')) return [];
  const data = join(folder, 'first-load-data');
  rmSync(data, { recursive: true, force: true });
  await succeed(runClientele('init', '--data', data));
  const served = await serveFolder(data);
  const browser = await openChromium();
  try {
    const seconds: number[] = [];
    let scriptBytes = 0;
    for (let time = 0; time < times; time += 1) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await signInOn(page, served.url);
      const cookies = await context.cookies(served.url.replace('http:', 'https:'));
      await context.close();
      // A browser of its own, so that nothing is cached, that is signed in already.
      const fresh = await browser.newContext();
      await fresh.addCookies(cookies);
      const start = await fresh.newPage();
      let bytes = 0;
      start.on('requestfinished', async (request) => {
        if (request.resourceType() === 'script') bytes += (await request.sizes()).responseBodySize;
      });
      const began = performance.now();
      await start.goto(`${served.url}/start`, { waitUntil: 'commit' });
      await start.getByRole('radio').first().waitFor();
      await start.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
      seconds.push((performance.now() - began) / 1000);
      await start.waitForLoadState('networkidle');
      scriptBytes = bytes;
      await fresh.close();
    }
    const median = seconds.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
    return [
      measurement({
        name: 'first-load',
        what: 'the start screen with an empty cache, until it can be used',
        value: median,
        unit: 's',
        limits: { atMost: 2 },
        details: { all: seconds.map((each) => Math.round(each * 1000) / 1000) },
      }),
      measurement({
        name: 'first-script',
        what: 'compressed script that the start screen brings, as it came over the wire',
        value: scriptBytes / 1000,
        unit: 'kB',
        limits: { atMost: 300 },
      }),
    ];
  } finally {
    await browser.close();
    await served.stop();
    rmSync(data, { recursive: true });
  }
}

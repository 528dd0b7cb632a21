import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The README's picture: the top of a report, drawn by Chromium without a window.
 *
 *   node scripts/picture.ts report.html docs/report.png
 *
 * `CHROMIUM` names the browser where it is not called `chromium`. Nothing is fetched: the report needs nothing.
 */
const [report = 'report.html', picture = 'docs/report.png'] = process.argv.slice(2);
const most = 300_000;

const profile = mkdtempSync(join(tmpdir(), 'clientele-picture-'));
try {
  const { status, error, stderr } = spawnSync(
    process.env['CHROMIUM'] ?? 'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--hide-scrollbars',
      `--user-data-dir=${profile}`,
      `--screenshot=${resolve(picture)}`,
      '--window-size=1200,1560',
      pathToFileURL(resolve(report)).href,
    ],
    { encoding: 'utf8' },
  );
  if (error !== undefined || status !== 0) throw new Error(`Chromium did not draw ${report}: ${error?.message ?? stderr}`);
  const { size } = statSync(picture);
  if (size > most) throw new Error(`${picture} has ${size} bytes, more than ${most}.`);
  process.stdout.write(`${picture}: ${Math.round(size / 1000)} kB\n`);
} finally {
  rmSync(profile, { recursive: true, force: true });
}

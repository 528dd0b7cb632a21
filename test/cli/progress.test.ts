import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { notRun } from '../datasets.ts';
import { folderFor } from './run.ts';

// `script` (util-linux) gives a command a terminal of its own, as a person's.
const terminal = ['/usr/bin/script', '/bin/script'].find((path) => existsSync(path));
const program = resolve(import.meta.dirname, '../../src/cli/main.ts');
const folder = folderFor('progress');
afterAll(folder.done);

const lines = 20_000;
const name = 'the-orders-of-our-shop-in-leeds-and-of-the-stall-on-the-market-2026.csv';

test('an import in a terminal of 80 columns draws its bar in one line and takes it away', () => {
  if (terminal === undefined) {
    notRun('The progress bar in a terminal: there is no `script` command (Debian: bsdutils).');
    return expect(terminal).toBeUndefined();
  }
  const orders = Array.from({ length: lines }, (_, line) => `${line},c${line % 500},2026-03-${String((line % 28) + 1).padStart(2, '0')},Tea,1,2.50`);
  writeFileSync(join(folder.path, name), ['Order ID,Customer ID,Order Date,Product,Quantity,Unit Price', ...orders].join('\n'));
  const data = join(folder.path, 'data');
  const command = [process.execPath, '--disable-warning=ExperimentalWarning', program, 'import', join(folder.path, name), '--as-of', 'latest', '--data', data];
  const seen = execFileSync(terminal, ['-qec', `stty cols 80 rows 24; ${command.map((part) => `'${part}'`).join(' ')}`, '/dev/null'], {
    encoding: 'utf8',
    env: { ...process.env, TERM: 'xterm' },
  });
  const frames = seen
    .replaceAll('\u001B[', '\n\u001B[')
    .split(/[\r\n]+/)
    .map(stripVTControlCharacters)
    .filter((frame) => /[█░].* \d+%/.test(frame));
  expect(frames.length).toBeGreaterThan(0);
  expect(Math.max(...frames.map((frame) => frame.length))).toBeLessThanOrEqual(80);
  const after = stripVTControlCharacters(seen.slice(seen.lastIndexOf('░')));
  expect(after).toContain('20,000 rows: 20,000 accepted, 0 rejected.');
});

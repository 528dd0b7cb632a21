import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inBrowserWords, ofCommandLine } from './in-browser-words.ts';

test.each([
  ['Write 2026-01-31 or 2026-01-31 09:30, or say the order of day and month with --date-order.', 'Write 2026-01-31 or 2026-01-31 09:30.'],
  ['Write yes or no, or say what the word means with --means "WORD=yes".', 'Write yes or no.'],
  ['Write it with its country code (+44 …), or set the country with --country.', 'Write it with its country code (+44 …).'],
  ['Import the orders first, from the same --source.', 'Import the orders first, from the same source.'],
  [
    'No column holds an order id: every row is taken for an order. Name one with --map "COLUMN=order_id" if there is one.',
    'No column holds an order id: every row is taken for an order. Choose it among the columns if there is one.',
  ],
  [
    'This workspace counts in EUR: convert the amounts, or import the file into a workspace of their currency (clientele init --currency).',
    'This workspace counts in EUR: convert the amounts.',
  ],
  ['Check the clock and the time zone of what sends it (--zone).', 'Check the clock and the time zone of what sends it.'],
  ['Its columns have no names: give them some with --columns, such as --columns a,b.c. Look at "St. Pölten" first.', 'Look at "St. Pölten" first.'],
  ['Run `clientele rebuild` first. Then import again.', 'Then import again.'],
  [
    '"Kunde" holds names. If each name is one customer all the same, say --map "Kunde=customer_id".',
    '"Kunde" holds names. If each name is one customer all the same, choose customer id for the column.',
  ],
  [
    '2 cells of "Nr." are not a number and were left out (for instance "1.2.3" on line 4). Write 1234.56.',
    '2 cells of "Nr." are not a number and were left out (for instance "1.2.3" on line 4). Write 1234.56.',
  ],
])('on screen %j', (text, shown) => {
  expect(inBrowserWords(text)).toBe(shown);
});

const source = join(import.meta.dirname, '../../..');

/** Texts in quotes or backticks, with `X` where something is put in. */
function textsOf(file: string): readonly string[] {
  const code = readFileSync(join(source, file), 'utf8').replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  return [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(([, plain, template]) =>
    (plain ?? template ?? '').replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, 'X'),
  );
}

const files = globSync(['sources/**/*.ts', 'ingest/**/*.ts', 'core/errors.ts'], { cwd: source }).filter((file) => !file.endsWith('.test.ts'));
const sayings = files.flatMap((file) => textsOf(file).filter((text) => ofCommandLine.test(text) && /\s/.test(text.trim())));

test('no sentence that the import, its warnings, fixes and errors can say names a flag or a command on screen', () => {
  expect(sayings.length).toBeGreaterThan(25);
  expect(sayings.map(inBrowserWords).filter((shown) => ofCommandLine.test(shown))).toEqual([]);
});

test('a fix of a row or of a figure of quality says something on screen, too', () => {
  const fixes = files
    .filter((file) => file.startsWith('ingest/'))
    .flatMap((file) => textsOf(file).filter((text) => ofCommandLine.test(text) && /\s/.test(text.trim())));
  expect(fixes.filter((text) => inBrowserWords(text) === '')).toEqual([]);
});

test('whoever shows a fix on screen shows it in these words', () => {
  const pages = globSync(['web/pages/**/*.tsx'], { cwd: source }).filter((file) => />\s*\{(?:[\w.]+\.)?fix\}/.test(readFileSync(join(source, file), 'utf8')));
  // These speak to whoever keeps the machine, which is done by commands.
  expect(pages.toSorted()).toEqual(['web/pages/data/doctor-part.tsx', 'web/pages/settings/upkeep/upkeep-part.tsx']);
});

import { expect, test } from 'vitest';
import { inBrowserWords } from './in-browser-words.ts';

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
])('on screen %j', (text, shown) => {
  expect(inBrowserWords(text)).toBe(shown);
});

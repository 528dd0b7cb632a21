import { expect, test } from 'vitest';
import { typedDate, writtenInNumbers } from './typed-date.ts';

test.each([
  ['2026-01-31', 'en-GB', '2026-01-31'],
  ['31/01/2026', 'en-GB', '2026-01-31'],
  ['01/31/2026', 'en-US', '2026-01-31'],
  ['1.2.2026', 'de-DE', '2026-02-01'],
  ['01/02/2026', 'en-US', '2026-01-02'],
  ['01/02/2026', 'en-GB', '2026-02-01'],
  // Only one order is possible.
  ['31/01/2026', 'en-US', '2026-01-31'],
  ['31.1.26', 'de-DE', '2026-01-31'],
  ['2026/1/5', 'ja-JP', '2026-01-05'],
  ['30/02/2026', 'en-GB', undefined],
  ['2026-01', 'en-GB', undefined],
  ['soon', 'en-GB', undefined],
] as const)('%s in %s is %s', (text, locale, date) => {
  expect(typedDate(text, locale)).toBe(date);
});

test('an example is written as the locale does', () => {
  expect(writtenInNumbers(new Date('2026-01-31T00:00:00Z'), 'de-DE')).toBe('31.01.2026');
});

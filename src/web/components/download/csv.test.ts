import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';
import { writesComma } from './spreadsheet.ts';

test('quotes what RFC 4180 asks for, and keeps formulas text', () => {
  expect(
    csvOf(
      ['name', 'spent'],
      [
        ['Ruiz, "Ana"', 12.5],
        ['=1+1', null],
      ],
    ),
  ).toBe('\u{feff}name,spent\r\n"Ruiz, ""Ana""",12.5\r\n\'=1+1,\r\n');
});

test('for a spreadsheet that writes 2,50', () => {
  expect(csvOf(['name', 'spent'], [['Ruiz, Ana; Eva', 12.5]], true)).toBe('\u{feff}name;spent\r\n"Ruiz, Ana; Eva";12,5\r\n');
  expect(['de-DE', 'fr-FR', 'en-GB', 'de-CH'].map(writesComma)).toEqual([true, true, false, false]);
});

import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

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

import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from './fold.ts';

/** By the definition alone, with no short way for plain texts. */
const slowly = (text: string): string =>
  Array.from(text.normalize('NFKC'), (character) => character.toLowerCase().toUpperCase().toLowerCase())
    .join('')
    .normalize('NFKC')
    .trim();

test('plain texts take a short way to the same end', () => {
  const every = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
  for (const character of every) for (const text of [character, `A${character}`, `${character}z `]) expect(fold(text)).toBe(slowly(text));
  assert(property(string({ unit: 'binary-ascii' }), (text) => fold(text) === slowly(text)));
  assert(property(string({ unit: 'grapheme' }), (text) => fold(text) === slowly(text)));
});

test('letters of other scripts as the page on the language says', () => {
  expect([fold(' STRASSE'), fold('straße'), fold('ΣΟΦΟΣ'), fold('σοφος')]).toEqual(['strasse', 'strasse', 'σοφοσ', 'σοφοσ']);
});

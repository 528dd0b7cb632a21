import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryTree } from '../../test/arbitrary-tree.ts';
import { sampleVocabulary } from '../../test/sample-vocabulary.ts';
import { check, checkText, describe, format, parse } from './index.ts';

const pieces = fc.constantFrom(
  ...'country orders "GB" "a\\"b" " ( ) , . = != <= > - % £ 5 1,000 2026-01-31 2026-13-45 1e999 -3 and or not all any none of is known unknown in last next 30 days month this today'.split(
    ' ',
  ),
  ...'between contains starts ends with exactly where count( sum( distinct( then within random seed can receive for segment days since first "Product Viewed" true € 💥 \\ # @ ; 0x1 .5'.split(
    ' ',
  ),
);
const soup = fc.array(pieces, { maxLength: 40 }).map((words) => words.join(' '));
const glued = fc.array(pieces, { maxLength: 40 }).map((words) => words.join(''));
const cut = fc.tuple(arbitraryTree(), fc.nat(), fc.nat(), fc.string({ unit: 'binary', maxLength: 3 })).map(([tree, from, length, put]) => {
  const text = format(tree);
  const at = from % (text.length + 1);
  return text.slice(0, at) + put + text.slice(at + (length % 5));
});

test('no text makes the parser throw, and every diagnostic lies inside the text', () => {
  fc.assert(
    fc.property(fc.oneof(soup, glued, cut, fc.string({ unit: 'binary' })), (text) => {
      const checked = checkText(text, sampleVocabulary);
      const diagnostics = checked.ok ? checked.value.warnings : checked.error;
      expect(checked.ok || diagnostics.length > 0).toBe(true);
      for (const { position, message, hint } of diagnostics) {
        expect(position.offset).toBeGreaterThanOrEqual(0);
        expect(position.offset + position.length).toBeLessThanOrEqual(text.length);
        const lines = text.slice(0, position.offset).split('\n');
        expect([position.line, position.column]).toEqual([lines.length, (lines.at(-1)?.length ?? 0) + 1]);
        expect([message, hint].every((words) => words !== '' && !words.includes('undefined') && !words.includes('NaN'))).toBe(true);
      }
      // What could be read has a canonical text that reads the same.
      if (checked.ok) expect(parse(checked.value.text)).toMatchObject({ ok: true, value: { tree: checked.value.tree } });
    }),
    { numRuns: 5000 },
  );
});

test('any tree can be checked and described', () => {
  fc.assert(
    fc.property(arbitraryTree(), (tree) => {
      const checked = check(tree, sampleVocabulary);
      if (checked.ok) expect(check(checked.value.tree, sampleVocabulary)).toMatchObject({ ok: true, value: { text: checked.value.text } });
      const sentence = describe(tree, sampleVocabulary);
      expect(sentence.startsWith('Customers ')).toBe(true);
      expect(sentence).not.toMatch(/undefined|\[object/);
    }),
    { numRuns: 1500 },
  );
});

test.each([
  ['parentheses', '('],
  ['negations', 'not '],
  ['lists', 'any of ('],
  ['conditions on facts', 'count(orders where ('],
])('%s without end are refused at the hundredth', (_, opening) => {
  const parsed = parse(opening.repeat(100_000));
  expect(parsed).toMatchObject({ ok: false });
});

test.each([
  ['many conditions', (n: number) => Array.from({ length: n }, (_, i) => `city = "${i}"`).join(' or ')],
  ['many values', (n: number) => `city in (${Array.from({ length: n }, (_, i) => `"${i}"`).join(', ')})`],
  ['many unknown values', (n: number) => `country in (${Array.from({ length: n }, (_, i) => `"${i}"`).join(', ')})`],
  ['one long text', (n: number) => `city = "${'x'.repeat(n * 10)}"`],
  ['one long name', (n: number) => 'name '.repeat(n)],
  ['an unclosed quote full of escapes', (n: number) => `city = "${'\\n'.repeat(n)}`],
  ['thousands commas', (n: number) => `orders > 1${',000'.repeat(n)}`],
])('%s are read and checked in one pass', (_, make) => {
  // The number of steps can not be counted from outside; a pass that were not linear would not come to an end here.
  expect(typeof checkText(make(20_000), sampleVocabulary).ok).toBe('boolean');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDifference } from './word-difference.ts';

test('a changed number is the only piece that is marked', () => {
  expect(wordDifference('orders >= 3 and country = "GB"', 'orders >= 5 and country = "GB"')).toEqual([
    { kind: 'same', text: 'orders >= ' },
    { kind: 'removed', text: '3' },
    { kind: 'added', text: '5' },
    { kind: 'same', text: ' and country = "GB"' },
  ]);
});

test('without what was removed it is the new text, without what was added the old one', () => {
  const definition = fc.array(fc.constantFrom('orders', '>=', '3', '5', 'and', 'or', ' ', '"GB"', '\n'), { maxLength: 30 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(definition, definition, (before, after) => {
      const pieces = wordDifference(before, after);
      const without = (kind: string): string =>
        pieces
          .filter((piece) => piece.kind !== kind)
          .map(({ text }) => text)
          .join('');
      expect([without('added'), without('removed')]).toEqual([before, after]);
    }),
  );
});

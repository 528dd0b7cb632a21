import { expect, test } from 'vitest';
import { oneRowEach } from './one-row-each.ts';

test('a product with several reasons is one row; that it was bought before need not stand beside when it is due again', () => {
  const tea = { key: 'tea', name: 'Tea' };
  const pot = { key: 'pot', name: 'Pot' };
  const mug = { key: 'mug', name: 'Mug' };
  expect(
    oneRowEach([
      { product: tea, kind: 'due', sentence: 'Due in 3 days.' },
      { product: mug, kind: 'popular', sentence: 'Bought by 40 customers.' },
      { product: tea, kind: 'bought before', sentence: 'They bought it before.', weak: true },
      { product: tea, kind: 'goes with theirs', sentence: 'Goes with Mug.' },
      { product: pot, kind: 'bought before', sentence: 'They bought it before.', weak: true },
    ]),
  ).toEqual([
    {
      product: tea,
      reasons: [
        { kind: 'due', sentence: 'Due in 3 days.' },
        { kind: 'goes with theirs', sentence: 'Goes with Mug.' },
      ],
    },
    { product: mug, reasons: [{ kind: 'popular', sentence: 'Bought by 40 customers.' }] },
    { product: pot, reasons: [{ kind: 'bought before', sentence: 'They bought it before.' }] },
  ]);
});

import { expect, test } from 'vitest';
import { oneRowEach } from './one-row-each.ts';

test('a product that is due and was bought before is one row with both reasons', () => {
  const tea = { key: 'tea', name: 'Tea' };
  const mug = { key: 'mug', name: 'Mug' };
  expect(
    oneRowEach([
      { product: tea, kind: 'due', sentence: 'Due in 3 days.' },
      { product: mug, kind: 'popular', sentence: 'Bought by 40 customers.' },
      { product: tea, kind: 'bought before', sentence: 'They bought it before.' },
    ]),
  ).toEqual([
    {
      product: tea,
      reasons: [
        { kind: 'due', sentence: 'Due in 3 days.' },
        { kind: 'bought before', sentence: 'They bought it before.' },
      ],
    },
    { product: mug, reasons: [{ kind: 'popular', sentence: 'Bought by 40 customers.' }] },
  ]);
});

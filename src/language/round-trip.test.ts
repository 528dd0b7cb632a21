import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryTree } from '../../test/arbitrary-tree.ts';
import { assertTree, format, formatPretty, parse } from './index.ts';

test('the text of every tree is read back as the same tree', () => {
  fc.assert(
    fc.property(arbitraryTree(), (tree) => {
      const text = format(tree);
      const parsed = parse(text);
      expect(parsed.ok ? parsed.value.tree : parsed.error, text).toStrictEqual(tree);
    }),
    { numRuns: 3000 },
  );
});

test('every tree has the shape that is asked of JSON from outside', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTree(), async (tree) => {
      expect(await assertTree(JSON.parse(JSON.stringify(tree)))).toStrictEqual({ ok: true, value: tree });
    }),
    { numRuns: 500 },
  );
});

test('text over several lines is read back as the same tree', () => {
  fc.assert(
    fc.property(arbitraryTree(), (tree) => {
      const text = formatPretty(tree);
      const parsed = parse(text);
      expect(parsed.ok ? parsed.value.tree : parsed.error, text).toStrictEqual(tree);
    }),
    { numRuns: 1000 },
  );
});

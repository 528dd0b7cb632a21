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

test.each([
  ['median days between orders < 30', 'median_days_between_orders < 30'],
  ['median days between orders between 3 and 5', 'median_days_between_orders between 3 and 5'],
  ['median days between orders is known', 'median_days_between_orders is known'],
  ['average order value between 3 and 5 and mean days between orders > 2', 'average_order_value between 3 and 5 and mean_days_between_orders > 2'],
  ['first order at between 2026-01-01 and 2026-02-01', 'first_order_at between 2026-01-01 and 2026-02-01'],
])('`%s` has the name whose words are written apart', (text, canonical) => {
  const parsed = parse(text);
  expect(parsed.ok ? format(parsed.value.tree) : parsed.error).toBe(canonical);
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

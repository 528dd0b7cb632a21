import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryTree } from '../../../test/arbitrary-tree.ts';
import { readCases } from '../../../test/cases/read-cases.ts';
import { format, formatPretty, parse } from '../../language/index.ts';
import { documentOf, editRoot, writeText } from './document.ts';
import { countingIds } from './node.ts';
import { toEditor } from './to-editor.ts';
import { locate, toTree } from './to-tree.ts';

const texts = [
  ...new Set(readCases().flatMap(({ cases, world }) => [...cases.map(({ text }) => text), ...Object.values(world.segments).map(({ text }) => text)])),
];

test.each(texts)('text and builder say the same: %s', (text) => {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(text);
  const { tree } = parsed.value;
  const back = toTree(toEditor(tree, countingIds()));
  expect(back).toStrictEqual(tree);
  expect(back && format(back)).toBe(format(tree));
  // Both ways through the document that both views share.
  const typed = documentOf(text, countingIds());
  expect(typed).toMatchObject({ text, trouble: [] });
  expect(toTree(typed.root)).toStrictEqual(tree);
  expect(documentOf(formatPretty(tree), countingIds())).toMatchObject({ root: typed.root });
});

test('the builder gives back every tree there is', () => {
  fc.assert(
    fc.property(arbitraryTree(), (tree) => {
      expect(toTree(toEditor(tree, countingIds()))).toStrictEqual(tree);
    }),
    { numRuns: 3000 },
  );
});

test('every node of the builder stands where its path says', () => {
  fc.assert(
    fc.property(arbitraryTree(), (tree) => {
      const root = toEditor(tree, countingIds());
      const located = locate(root);
      for (const path of located?.paths.values() ?? []) expect(at(tree, path)).toBeDefined();
    }),
    { numRuns: 300 },
  );
});

test('text as it is typed survives an edit that changes no meaning, and nothing is lost while it can not be read', () => {
  const newId = countingIds();
  const typed = documentOf('country = "GB"\n   and   orders >= 3', newId);
  expect(editRoot(typed, { ...typed.root }).text).toBe('country = "GB"\n   and   orders >= 3');
  const broken = writeText(typed, 'country = "GB"\n   and   orders >=', newId);
  expect(broken.root).toBe(typed.root);
  expect(broken.text).toBe('country = "GB"\n   and   orders >=');
  expect(broken.trouble).toHaveLength(1);
  const mended = writeText(broken, 'country = "GB"\n   and   orders >= 4', newId);
  expect(mended.trouble).toEqual([]);
  expect(mended.root.of.map(({ id }) => id)).toEqual(typed.root.of.map(({ id }) => id));
});

function at(tree: unknown, path: readonly number[]): unknown {
  return path.reduce<unknown>((node, index) => {
    const { kind, of } = node as { readonly kind: string; readonly of: unknown };
    return kind === 'not' ? of : (of as readonly unknown[])[index];
  }, tree);
}

import { expect, test } from 'vitest';
import { format } from '../../language/index.ts';
import { documentOf } from './document.ts';
import { duplicateNode, removeNode, setMode, toggleNegation, unwrapGroup, wrapNode } from './edits.ts';
import { allNodes } from './find.ts';
import { historyOf, record, redo, undo } from './history.ts';
import { moveNode, stepNode } from './moves.ts';
import { countingIds, type EditorGroup } from './node.ts';
import { toTree } from './to-tree.ts';

const start = (text: string) => {
  const newId = countingIds();
  const { root } = documentOf(text, newId);
  const id = (index: number): string => allNodes(root)[index]?.id ?? '';
  return { root, newId, id };
};
const written = (root: EditorGroup): string => {
  const tree = toTree(root);
  return tree === undefined ? '' : format(tree);
};

test('a condition can be wrapped, denied, copied and taken away', () => {
  const { root, newId, id } = start('a = 1 and b = 2');
  const wrapped = wrapNode(root, id(2), 'any', newId);
  expect(written(wrapped)).toBe('a = 1 and b = 2');
  expect(written(duplicateNode(root, id(1), newId).root)).toBe('a = 1 and a = 1 and b = 2');
  expect(written(toggleNegation(root, id(2)))).toBe('a = 1 and not b = 2');
  expect(written(removeNode(root, id(1)))).toBe('b = 2');
  expect(written(setMode(root, root.id, 'none'))).toBe('none of (a = 1, b = 2)');
});

test('steps pass conditions, enter groups and leave them again', () => {
  const { root, id } = start('a = 1 and (b = 2 or c = 3) and d = 4');
  const a = id(1);
  const texts = [root];
  for (let step = 0; step < 5; step += 1) texts.push(stepNode(texts.at(-1) ?? root, a, 'down'));
  expect(texts.map(written)).toEqual([
    'a = 1 and (b = 2 or c = 3) and d = 4',
    '(a = 1 or b = 2 or c = 3) and d = 4',
    '(b = 2 or a = 1 or c = 3) and d = 4',
    '(b = 2 or c = 3 or a = 1) and d = 4',
    '(b = 2 or c = 3) and a = 1 and d = 4',
    '(b = 2 or c = 3) and d = 4 and a = 1',
  ]);
  let back = texts.at(-1) ?? root;
  for (let step = 0; step < 5; step += 1) back = stepNode(back, a, 'up');
  expect(written(back)).toBe(written(root));
});

test('a condition is dropped where it is put, and a group never into itself', () => {
  const { root, id } = start('a = 1 and (b = 2 or c = 3) and d = 4');
  const group = id(2);
  expect(written(moveNode(root, id(5), group, 0))).toBe('a = 1 and (d = 4 or b = 2 or c = 3)');
  expect(written(moveNode(root, id(1), root.id, 3))).toBe('(b = 2 or c = 3) and d = 4 and a = 1');
  expect(moveNode(root, group, group, 0)).toBe(root);
  expect(moveNode(root, id(1), root.id, 1)).toBe(root);
});

test('a group opens only where that changes nobody', () => {
  const { root, id } = start('a = 1 and (b = 2 and c = 3) and none of (d = 4)');
  expect(written(unwrapGroup(root, id(2)))).toBe('a = 1 and b = 2 and c = 3 and none of (d = 4)');
  expect(unwrapGroup(root, id(5))).toBe(root);
});

test('keys typed into one field are one step back', () => {
  const typed = ['a', 'ab', 'abc'].reduce((history, value) => record(history, value, 'name'), historyOf(''));
  const further = record(typed, 'abc d');
  expect(undo(further).present).toBe('abc');
  expect(undo(undo(further)).present).toBe('');
  expect(redo(undo(undo(further))).present).toBe('abc');
  expect(redo(redo(undo(undo(further)))).present).toBe('abc d');
});

import type { Condition } from '../../language/index.ts';
import { type EditorGroup, type EditorNode, type NewId } from './node.ts';

/** Tree → what the builder edits; `toTree` gives the same tree back. A definition of one condition stands in a group without brackets. */
export function toEditor(tree: Condition, newId: NewId): EditorGroup {
  const node = nodeOf(tree, 0, newId);
  return node.kind === 'group' ? node : { kind: 'group', id: newId(), mode: 'all', loose: true, negations: 0, of: [node] };
}

function nodeOf(tree: Condition, negations: number, newId: NewId): EditorNode {
  switch (tree.kind) {
    case 'not':
      return nodeOf(tree.of, negations + 1, newId);
    case 'all':
    case 'any':
    case 'none':
      // A list of one or none was written with brackets, and keeps them.
      return {
        kind: 'group',
        id: newId(),
        mode: tree.kind,
        loose: tree.of.length > 1,
        negations,
        of: tree.of.map((part) => nodeOf(part, 0, newId)),
      };
    default:
      return { kind: 'row', id: newId(), negations, condition: tree, pending: false };
  }
}

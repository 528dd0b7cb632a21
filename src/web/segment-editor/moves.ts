import { insertNode, removeNode } from './edits.ts';
import { findNode, placeOf } from './find.ts';
import type { EditorGroup } from './node.ts';

/**
 * Puts a node before the child that now has this index in a group (at the end where there is none). A group can't be put
 * inside itself: then, and where nothing would change, the very same root comes back.
 */
export function moveNode(root: EditorGroup, id: string, parent: string, index: number): EditorGroup {
  const node = findNode(root, id);
  const from = placeOf(root, id);
  const target = findNode(root, parent);
  if (node === undefined || from === undefined || target?.kind !== 'group' || findNode(node, parent) !== undefined) return root;
  const shifts = from.parent.id === parent && from.index < index;
  const to = shifts ? index - 1 : index;
  if (from.parent.id === parent && from.index === to) return root;
  return insertNode(removeNode(root, id), parent, to, node);
}

/**
 * One step through the builder as it is seen: past a condition, into the group that stands there, or out of the own group at its
 * edge. So two keys reach every place.
 */
export function stepNode(root: EditorGroup, id: string, direction: 'up' | 'down'): EditorGroup {
  const place = placeOf(root, id);
  if (place === undefined) return root;
  const { parent, index } = place;
  const neighbour = parent.of[direction === 'up' ? index - 1 : index + 1];
  if (neighbour?.kind === 'group') return moveNode(root, id, neighbour.id, direction === 'up' ? neighbour.of.length : 0);
  if (neighbour !== undefined) return moveNode(root, id, parent.id, direction === 'up' ? index - 1 : index + 2);
  const outer = placeOf(root, parent.id);
  if (outer === undefined) return root;
  return moveNode(root, id, outer.parent.id, direction === 'up' ? outer.index : outer.index + 1);
}

import { findNode, placeOf } from './find.ts';
import { type EditorGroup, type EditorNode, type GroupMode, type LeafCondition, type NewId, newGroup } from './node.ts';

// Each edit gives a new root and leaves the old one as it was; an identity that is not there changes nothing.

/** Undefined takes the node away. */
export function changeNode(root: EditorGroup, id: string, change: (node: EditorNode) => EditorNode | undefined): EditorGroup {
  const changed = changeWithin(root, id, change);
  return changed?.kind === 'group' ? changed : { ...root, of: [] };
}

function changeWithin(node: EditorNode, id: string, change: (node: EditorNode) => EditorNode | undefined): EditorNode | undefined {
  if (node.id === id) return change(node);
  if (node.kind === 'row') return node;
  let touched = false;
  const of = node.of.flatMap((child) => {
    const after = changeWithin(child, id, change);
    if (after !== child) touched = true;
    return after === undefined ? [] : [after];
  });
  return touched ? { ...node, of } : node;
}

export function insertNode(root: EditorGroup, parent: string, index: number, node: EditorNode): EditorGroup {
  return changeNode(root, parent, (group) => (group.kind === 'group' ? { ...group, of: group.of.toSpliced(index, 0, node) } : group));
}

export const removeNode = (root: EditorGroup, id: string): EditorGroup => (root.id === id ? { ...root, of: [] } : changeNode(root, id, () => undefined));

/** A condition that is filled in from now on. */
export function setCondition(root: EditorGroup, id: string, condition: LeafCondition | undefined, pending = false): EditorGroup {
  return changeNode(root, id, (node) => (node.kind === 'row' ? { ...node, condition, pending } : node));
}

export const setMode = (root: EditorGroup, id: string, mode: GroupMode): EditorGroup =>
  changeNode(root, id, (node) => (node.kind === 'group' ? { ...node, mode } : node));

/** Denied or not: a double denial is taken back to none. */
export const toggleNegation = (root: EditorGroup, id: string): EditorGroup =>
  changeNode(root, id, (node) => ({ ...node, negations: node.negations % 2 === 0 ? 1 : 0 }));

export function wrapNode(root: EditorGroup, id: string, mode: GroupMode, newId: NewId, ...more: readonly EditorNode[]): EditorGroup {
  return root.id === id ? root : changeNode(root, id, (node) => newGroup(newId, mode, [node, ...more]));
}

/** Puts what a group holds in its place; a denied group and a `none of` can't be opened without changing who is meant. */
export function unwrapGroup(root: EditorGroup, id: string): EditorGroup {
  const group = findNode(root, id);
  const place = placeOf(root, id);
  if (group?.kind !== 'group' || place === undefined || group.negations > 0 || group.mode === 'none') return root;
  return changeNode(root, place.parent.id, (parent) =>
    parent.kind === 'group' ? { ...parent, of: parent.of.toSpliced(place.index, 1, ...group.of) } : parent,
  );
}

export function duplicateNode(root: EditorGroup, id: string, newId: NewId): { readonly root: EditorGroup; readonly copy: string | undefined } {
  const place = placeOf(root, id);
  const node = findNode(root, id);
  if (place === undefined || node === undefined) return { root, copy: undefined };
  const copy = withNewIds(node, newId);
  return { root: insertNode(root, place.parent.id, place.index + 1, copy), copy: copy.id };
}

const withNewIds = (node: EditorNode, newId: NewId): EditorNode =>
  node.kind === 'row' ? { ...node, id: newId() } : { ...node, id: newId(), of: node.of.map((child) => withNewIds(child, newId)) };

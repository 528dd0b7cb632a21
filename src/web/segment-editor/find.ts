import type { EditorGroup, EditorNode } from './node.ts';

export type Place = { readonly parent: EditorGroup; readonly index: number };

export function findNode(root: EditorNode, id: string): EditorNode | undefined {
  if (root.id === id) return root;
  if (root.kind === 'row') return undefined;
  for (const child of root.of) {
    const found = findNode(child, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The group a node stands in, and at which place; undefined for the root and for what is not there. */
export function placeOf(root: EditorGroup, id: string): Place | undefined {
  const index = root.of.findIndex((child) => child.id === id);
  if (index >= 0) return { parent: root, index };
  for (const child of root.of) {
    const found = child.kind === 'group' ? placeOf(child, id) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every node in the order it is shown. */
export const allNodes = (node: EditorNode): readonly EditorNode[] => (node.kind === 'row' ? [node] : [node, ...node.of.flatMap(allNodes)]);

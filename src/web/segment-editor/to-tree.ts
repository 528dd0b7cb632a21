import type { Condition } from '../../language/index.ts';
import type { EditorGroup, EditorNode } from './node.ts';

/** Where a node stands in the tree: indices into `of` from the root, 0 for what a `not` denies. */
export type TreePath = readonly number[];
export const pathKey = (path: TreePath): string => path.join('.');

/** What the builder holds, as a tree; `paths` says where each node of the builder stands in it, negations included. */
export type Located = { readonly tree: Condition; readonly paths: ReadonlyMap<string, TreePath> };

/** Undefined while nothing is filled in. Rows and groups that are not filled in are left out. */
export const toTree = (root: EditorGroup): Condition | undefined => locate(root)?.tree;

export function locate(root: EditorGroup): Located | undefined {
  const placed = place(root);
  return placed === undefined ? undefined : { tree: placed.tree, paths: new Map(placed.at.map(({ id, path }) => [id, path])) };
}

type Placed = { readonly tree: Condition; readonly at: readonly { readonly id: string; readonly path: TreePath }[] };

function place(node: EditorNode): Placed | undefined {
  const bare = node.kind === 'row' ? placeRow(node) : placeGroup(node);
  if (bare === undefined) return undefined;
  const denied = Array.from({ length: node.negations }).reduce<Placed>((inner) => ({ tree: { kind: 'not', of: inner.tree }, at: below(inner, 0) }), bare);
  return { tree: denied.tree, at: [{ id: node.id, path: [] }, ...denied.at] };
}

const placeRow = ({ condition, pending }: Extract<EditorNode, { kind: 'row' }>): Placed | undefined =>
  condition === undefined || pending ? undefined : { tree: condition, at: [] };

function placeGroup({ mode, loose, of }: EditorGroup): Placed | undefined {
  const parts = of.map(place).filter((part) => part !== undefined);
  const [only] = parts;
  if (loose && only === undefined) return undefined;
  if (loose && only !== undefined && parts.length === 1 && mode !== 'none') return only;
  return { tree: { kind: mode, of: parts.map(({ tree }) => tree) }, at: parts.flatMap((part, index) => below(part, index)) };
}

const below = ({ at }: Placed, index: number): Placed['at'] => at.map(({ id, path }) => ({ id, path: [index, ...path] }));

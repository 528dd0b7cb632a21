import type { Condition } from '../../language/index.ts';

/** A condition inside a definition; `path` holds indices into `of` from the root, 0 for what a `not` denies. */
export type TreeNode = { readonly path: readonly number[]; readonly tree: Condition };

/** The definition itself and every condition in it, outermost first. */
export function nodesOf(tree: Condition, path: readonly number[] = []): readonly TreeNode[] {
  switch (tree.kind) {
    case 'all':
    case 'any':
    case 'none':
      return [{ path, tree }, ...tree.of.flatMap((part, index) => nodesOf(part, [...path, index]))];
    case 'not':
      return [{ path, tree }, ...nodesOf(tree.of, [...path, 0])];
    default:
      return [{ path, tree }];
  }
}

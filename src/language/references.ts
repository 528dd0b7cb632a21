import type { Condition, InSegment } from './tree.ts';

/** The `in segment` conditions of a tree, in order. */
export function references(tree: Condition): readonly InSegment[] {
  switch (tree.kind) {
    case 'all':
    case 'any':
    case 'none':
      return tree.of.flatMap(references);
    case 'not':
      return references(tree.of);
    case 'in-segment':
      return [tree];
    case 'compare':
    case 'known':
    case 'unknown':
    case 'date':
    case 'can-receive':
    case 'random':
    case 'within':
    case 'sequence':
      return [];
  }
}

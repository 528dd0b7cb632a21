import type { Comparison, Condition, Presence } from '../tree.ts';
import { isAboutVisit } from './words.ts';

/** A condition about the visit: a comparison with a `context.` word, or whether one is known. */
export type VisitCondition = Comparison | Presence;

export const visitCondition = (condition: Condition): VisitCondition | undefined => {
  if (condition.kind === 'compare') return condition.left.kind === 'attribute' && isAboutVisit(condition.left.name) ? condition : undefined;
  return (condition.kind === 'known' || condition.kind === 'unknown') && isAboutVisit(condition.attribute) ? condition : undefined;
};

/** Each single condition of a definition, in order. */
export function leavesOf(tree: Condition): readonly LeafCondition[] {
  switch (tree.kind) {
    case 'all':
    case 'any':
    case 'none':
      return tree.of.flatMap(leavesOf);
    case 'not':
      return leavesOf(tree.of);
    default:
      return [tree];
  }
}
export type LeafCondition = Exclude<Condition, { kind: 'all' | 'any' | 'none' | 'not' }>;

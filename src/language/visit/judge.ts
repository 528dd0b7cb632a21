import type { Condition } from '../tree.ts';
import type { LeafCondition } from './about-visit.ts';

/** The answer to a definition with that of each single condition, in order. Nothing is left out for being decided already. */
export type Judgement = { readonly holds: boolean; readonly leaves: readonly { readonly condition: LeafCondition; readonly holds: boolean }[] };

/** Two-valued logic over the answers to single conditions, as `combine` has it for sets. */
export function judge(tree: Condition, ask: (condition: LeafCondition) => boolean): Judgement {
  const leaves: { condition: LeafCondition; holds: boolean }[] = [];
  const holds = (condition: Condition): boolean => {
    switch (condition.kind) {
      case 'all':
        return condition.of.map(holds).every(Boolean);
      case 'any':
        return condition.of.map(holds).some(Boolean);
      case 'none':
        return !condition.of.map(holds).some(Boolean);
      case 'not':
        return !holds(condition.of);
      default: {
        const answer = ask(condition);
        leaves.push({ condition, holds: answer });
        return answer;
      }
    }
  };
  return { holds: holds(tree), leaves };
}

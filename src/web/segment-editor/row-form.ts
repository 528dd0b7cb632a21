import { filtersOf } from './filters.ts';
import type { LeafCondition } from './node.ts';

/** Which form shows a condition. What no form can show whole is shown, and edited, as text. */
export type RowForm = 'attribute' | 'facts' | 'segment' | 'can-receive' | 'random' | 'within' | 'sequence' | 'text';

export function rowFormOf(condition: LeafCondition): RowForm {
  switch (condition.kind) {
    case 'compare':
      if (condition.left.kind === 'attribute') return 'attribute';
      return filtersOf(condition.left.facts.where) === undefined ? 'text' : 'facts';
    case 'known':
    case 'unknown':
    case 'date':
      return 'attribute';
    case 'in-segment':
      return 'segment';
    case 'can-receive':
    case 'random':
    case 'within':
      return condition.kind;
    case 'sequence':
      return condition.steps.some(({ facts }) => filtersOf(facts.where) === undefined) ? 'text' : 'sequence';
  }
}

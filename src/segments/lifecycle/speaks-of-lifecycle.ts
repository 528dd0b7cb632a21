import type { Condition } from '../../language/index.ts';

/** Does a condition use the feature that it would define? */
export function speaksOfLifecycle(condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      return condition.of.some(speaksOfLifecycle);
    case 'not':
      return speaksOfLifecycle(condition.of);
    case 'compare':
      return condition.left.kind === 'attribute' && condition.left.name.toLowerCase() === 'lifecycle';
    case 'known':
    case 'unknown':
    case 'date':
      return condition.attribute.toLowerCase() === 'lifecycle';
    case 'in-segment':
    case 'can-receive':
    case 'random':
    case 'within':
    case 'sequence':
      return false;
  }
}

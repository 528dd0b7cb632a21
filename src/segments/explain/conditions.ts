import { type Condition, format } from '../../language/index.ts';

/** The single conditions of a definition in order, a negated one with its `not`. */
export function conditionsOf(tree: Condition): readonly { readonly condition: Condition; readonly text: string }[] {
  switch (tree.kind) {
    case 'all':
    case 'any':
    case 'none':
      return tree.of.flatMap(conditionsOf);
    case 'not':
      return isGroup(tree.of) ? conditionsOf(tree.of) : [{ condition: tree, text: format(tree) }];
    case 'compare':
    case 'known':
    case 'unknown':
    case 'date':
    case 'in-segment':
    case 'can-receive':
    case 'random':
    case 'within':
    case 'sequence':
      return [{ condition: tree, text: format(tree) }];
  }
}

const isGroup = ({ kind }: Condition): boolean => kind === 'all' || kind === 'any' || kind === 'none' || kind === 'not';

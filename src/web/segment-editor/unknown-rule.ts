import type { Condition, FactSource } from '../../language/index.ts';
import { attributeOf } from './attribute-row.ts';
import type { EditorRow } from './node.ts';

/** What a negative condition does with customers of whom the value is not known, and what would take them in. */
export type UnknownRule = {
  /** Which sentence of the language's rules applies. */
  readonly rule: 'not-equal' | 'not-in' | 'contains-none' | 'negated' | 'nothing-to-measure';
  /** Who is named in the sentence: the attribute, or the facts. */
  readonly attribute: string | undefined;
  readonly facts: FactSource | undefined;
  /** The condition that would take in those who are left out; undefined where they are in already. */
  readonly orUnknown: Condition | undefined;
};

/** Undefined for conditions that deny nothing, and for those that are known of everybody. */
export function unknownRuleOf({ condition, negations }: Pick<EditorRow, 'condition' | 'negations'>): UnknownRule | undefined {
  if (condition === undefined) return undefined;
  const attribute = attributeOf(condition);
  const denied = negations % 2 === 1;
  if (condition.kind === 'known' || condition.kind === 'unknown') return undefined;
  if (denied && attribute !== undefined) return { rule: 'negated', attribute, facts: undefined, orUnknown: undefined };
  if (condition.kind !== 'compare') return undefined;
  const { left, operator } = condition;
  const negative = negativeOf(operator);
  if (negative === undefined) return undefined;
  if (left.kind === 'attribute')
    return { rule: negative, attribute: left.name, facts: undefined, orUnknown: denied ? undefined : { kind: 'unknown', attribute: left.name } };
  // Counts, sums and different values over nothing are 0; the others are unknown.
  if (left.kind === 'aggregate' && (left.function === 'count' || left.function === 'sum' || left.function === 'distinct')) return undefined;
  const none: Condition = {
    kind: 'compare',
    left: { kind: 'aggregate', function: 'count', facts: left.facts },
    operator: '=',
    values: [0],
  };
  return { rule: 'nothing-to-measure', attribute: undefined, facts: left.facts.of, orUnknown: denied ? undefined : none };
}

function negativeOf(operator: string): 'not-equal' | 'not-in' | 'contains-none' | undefined {
  switch (operator) {
    case '!=':
      return 'not-equal';
    case 'not in':
      return 'not-in';
    case 'contains none of':
      return 'contains-none';
    default:
      return undefined;
  }
}

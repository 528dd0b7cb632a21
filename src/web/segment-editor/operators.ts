import type { ComparisonOperator, Literal, ValueType } from '../../language/index.ts';
import type { LeafCondition } from './node.ts';

/** What can be asked of an attribute, as one choice: how it compares, whether it is known, when its date lies. */
export type OperatorChoice = ComparisonOperator | 'known' | 'unknown' | 'dated';

const byType: Readonly<Record<ValueType, readonly OperatorChoice[]>> = {
  text: ['=', '!=', 'in', 'not in', 'contains', 'starts with', 'ends with', 'is exactly', 'known', 'unknown'],
  number: ['>=', '>', '<=', '<', 'between', '=', '!=', 'known', 'unknown'],
  boolean: ['=', '!=', 'known', 'unknown'],
  date: ['dated', 'known', 'unknown'],
  instant: ['dated', 'known', 'unknown'],
  list: ['contains any of', 'contains all of', 'contains none of', 'contains', 'known', 'unknown'],
};
const amounts: readonly OperatorChoice[] = ['>=', '>', '<=', '<', 'between', '=', '!='];

/** The operators to choose from; the one in force is always among them, even where it is unusual for the type. */
export function operatorChoices(type: ValueType, now: OperatorChoice): readonly OperatorChoice[] {
  return byType[type].includes(now) ? byType[type] : [...byType[type], now];
}

export const amountChoices = (now: ComparisonOperator): readonly ComparisonOperator[] => {
  const usual = amounts as readonly ComparisonOperator[];
  return usual.includes(now) ? usual : [...usual, now];
};

/** How many values an operator takes. */
export function arity(operator: ComparisonOperator): 'one' | 'two' | 'many' {
  switch (operator) {
    case 'between':
      return 'two';
    case 'in':
    case 'not in':
    case 'contains any of':
    case 'contains all of':
    case 'contains none of':
      return 'many';
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'is exactly':
    case 'contains':
    case 'starts with':
    case 'ends with':
      return 'one';
  }
}

/** Values as another operator takes them: as many as can be kept. `undefined` when one is missing. */
export function fitValues(values: readonly Literal[], operator: ComparisonOperator): readonly Literal[] | undefined {
  const [first, second] = values;
  if (first === undefined) return undefined;
  switch (arity(operator)) {
    case 'one':
      return [first];
    case 'two':
      return [first, second ?? first];
    case 'many':
      return values;
  }
}

export function choiceOf(condition: LeafCondition): OperatorChoice | undefined {
  switch (condition.kind) {
    case 'compare':
      return condition.operator;
    case 'known':
    case 'unknown':
      return condition.kind;
    case 'date':
      return 'dated';
    default:
      return undefined;
  }
}

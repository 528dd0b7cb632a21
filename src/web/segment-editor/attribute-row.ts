import type { AttributeWord, Literal } from '../../language/index.ts';
import type { EditorRow, LeafCondition } from './node.ts';
import { fitValues, type OperatorChoice } from './operators.ts';

export type Filled = Pick<EditorRow, 'pending'> & { readonly condition: LeafCondition };

/** The first condition about an attribute: ready where a sensible value is known, else waiting for one. */
export function startAttribute({ name, type, values }: Pick<AttributeWord, 'name' | 'type' | 'values'>): Filled {
  const left = { kind: 'attribute', name } as const;
  switch (type) {
    case 'date':
    case 'instant':
      return { condition: { kind: 'date', attribute: name, window: { kind: 'last', amount: 30, unit: 'day' } }, pending: false };
    case 'boolean':
      return { condition: { kind: 'compare', left, operator: '=', values: [true] }, pending: false };
    case 'number':
      return { condition: { kind: 'compare', left, operator: '>=', values: [''] }, pending: true };
    case 'list':
      return { condition: { kind: 'compare', left, operator: 'contains any of', values: [] }, pending: true };
    case 'text':
      return values !== undefined && values.length > 0
        ? { condition: { kind: 'compare', left, operator: 'in', values: [] }, pending: true }
        : { condition: { kind: 'compare', left, operator: '=', values: [''] }, pending: true };
  }
}

/** The same attribute asked otherwise, with the values kept that fit. */
export function withOperator(row: Pick<EditorRow, 'condition' | 'pending'>, attribute: string, choice: OperatorChoice): Filled {
  switch (choice) {
    case 'known':
    case 'unknown':
      return { condition: { kind: choice, attribute }, pending: false };
    case 'dated':
      return {
        condition: row.condition?.kind === 'date' ? row.condition : { kind: 'date', attribute, window: { kind: 'last', amount: 30, unit: 'day' } },
        pending: false,
      };
    default: {
      const before: readonly Literal[] = row.condition?.kind === 'compare' ? row.condition.values : [];
      const values = fitValues(before, choice);
      return {
        condition: { kind: 'compare', left: { kind: 'attribute', name: attribute }, operator: choice, values: values ?? [] },
        pending: values === undefined || (row.pending && before.length === 0) || values.some((value) => value === ''),
      };
    }
  }
}

/** Name of the attribute a condition is about; undefined for those about something else. */
export function attributeOf(condition: LeafCondition): string | undefined {
  switch (condition.kind) {
    case 'compare':
      return condition.left.kind === 'attribute' ? condition.left.name : undefined;
    case 'known':
    case 'unknown':
    case 'date':
      return condition.attribute;
    default:
      return undefined;
  }
}

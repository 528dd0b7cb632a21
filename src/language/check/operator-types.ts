import { formatLiteral, formatName } from '../format-text.ts';
import { formatTail } from '../operators/compare/tail.ts';
import type { ComparisonOperator, Literal } from '../tree.ts';
import type { ValueType } from '../vocabulary.ts';

export const ordering: ReadonlySet<ComparisonOperator> = new Set(['<', '<=', '>', '>=', 'between']);
const equality: readonly ComparisonOperator[] = ['=', '!=', 'in', 'not in'];

/** The operators each type has. Texts may be compared with numbers: those that are no number are then unknown. */
export const fitting: Readonly<Record<ValueType, ReadonlySet<ComparisonOperator>>> = {
  text: new Set([...equality, ...ordering, 'is exactly', 'contains', 'starts with', 'ends with']),
  number: new Set([...equality, ...ordering]),
  boolean: new Set(['=', '!=']),
  date: new Set([...equality, ...ordering]),
  instant: new Set([...equality, ...ordering]),
  list: new Set(['contains', 'contains any of', 'contains all of', 'contains none of']),
};

/** What to write instead of an operator that does not fit. */
export function adviceFor(type: ValueType, name: string, operator: ComparisonOperator, values: readonly Literal[]): string {
  switch (type) {
    case 'text':
      return `Write ${spelledOut(name, operator, values)}.`;
    case 'list':
      return listAdvice(name, operator, values);
    case 'number':
      return `Numbers are compared with =, !=, <, <=, >, >=, between, in: ${name} >= ${numberIn(values)}.`;
    case 'boolean':
      return `Write ${name} = true or ${name} = false.`;
    case 'date':
    case 'instant':
      return `Write a window: ${name} in last 30 days, ${name} before 2026-01-31.`;
  }
}

const numberIn = (values: readonly Literal[]): string => String(values.find((value) => typeof value === 'number') ?? 5);

/** `contains any of ("a", "b")` on a text → `x contains "a" or x contains "b"`. */
function spelledOut(name: string, operator: ComparisonOperator, values: readonly Literal[]): string {
  const joined = values.map((value) => `${name} contains ${formatLiteral(value, false)}`).join(operator === 'contains all of' ? ' and ' : ' or ');
  return operator === 'contains none of' ? `not (${joined})` : joined;
}

function listAdvice(name: string, operator: ComparisonOperator, values: readonly Literal[]): string {
  const texts = values.map(String);
  if (operator === '=' || operator === 'is exactly') return `Write ${name} ${formatTail('contains', texts, true)}.`;
  if (operator === 'in') return `Write ${name} ${formatTail('contains any of', texts, true)}.`;
  if (operator === '!=' || operator === 'not in') return `Write ${name} ${formatTail('contains none of', texts, true)}.`;
  return `Lists are asked with contains, contains any of, contains all of, contains none of: ${formatName(name)} contains "…".`;
}

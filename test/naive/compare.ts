import type { ComparisonOperator, Literal } from '../../src/language/tree.ts';
import { asNumber, fold, isUnknown } from './text.ts';
import type { Value } from './world.ts';

/** One comparison of one value. Unknown is false, whatever the operator. */
export function compare(value: Value | undefined, operator: ComparisonOperator, literals: readonly Literal[]): boolean {
  if (isUnknown(value)) return false;
  const [first, second] = literals;
  if (first === undefined) throw new Error(`${operator} without a literal`);
  switch (operator) {
    case '=':
      return equal(value, first) === true;
    case '!=':
      return equal(value, first) === false;
    case 'in':
      return literals.some((literal) => equal(value, literal) === true);
    case 'not in':
      return literals.every((literal) => equal(value, literal) === false);
    case '<':
      return ordered(value, first, (a, b) => a < b);
    case '<=':
      return ordered(value, first, (a, b) => a <= b);
    case '>':
      return ordered(value, first, (a, b) => a > b);
    case '>=':
      return ordered(value, first, (a, b) => a >= b);
    case 'between':
      if (second === undefined) throw new Error('between with one literal');
      return ordered(value, first, (a, b) => a >= b) && ordered(value, second, (a, b) => a <= b);
    case 'is exactly':
      return value === first;
    case 'starts with':
      return fold(String(value)).startsWith(fold(String(first)));
    case 'ends with':
      return fold(String(value)).endsWith(fold(String(first)));
    case 'contains':
      return contains(value, first);
    case 'contains any of':
      return literals.some((literal) => contains(value, literal));
    case 'contains all of':
      return literals.every((literal) => contains(value, literal));
    case 'contains none of':
      return !literals.some((literal) => contains(value, literal));
  }
}

/** Undefined: the value can not be read as what the literal is, so it is unknown here. */
function equal(value: Value, literal: Literal): boolean | undefined {
  if (typeof literal === 'boolean') return typeof value === 'boolean' ? value === literal : undefined;
  if (typeof literal === 'number') {
    const number = asNumber(value);
    return number === undefined ? undefined : number === literal;
  }
  return typeof value === 'string' ? fold(value) === fold(literal) : undefined;
}

function ordered(value: Value, literal: Literal, holds: (a: number, b: number) => boolean): boolean {
  const left = asNumber(value);
  const right = asNumber(literal);
  return left !== undefined && right !== undefined && holds(left, right);
}

/** A list has such an element; a text has such a part. */
function contains(value: Value, literal: Literal): boolean {
  if (typeof value === 'object' && value !== null) return value.some((element) => fold(element) === fold(String(literal)));
  return fold(String(value)).includes(fold(String(literal)));
}

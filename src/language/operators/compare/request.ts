import { blanks } from '../../compile/value.ts';
import { fold } from '../../compile/fold.ts';
import type { ComparisonOperator, Literal } from '../../tree.ts';
import type { VisitValue } from '../../visit/values.ts';
import type { ValueType } from '../../vocabulary.ts';

/** A value that is known, as a value of its type; anything else is unknown. */
type Known = { readonly type: ValueType; readonly value: VisitValue | undefined };

/**
 * One comparison of a value that came with a request. Its meaning is that of `comparisonSql` beside it, operator by operator; a test runs the
 * shared cases through both. Undefined is unknown, which a condition takes for false.
 */
export function comparisonOnRequest(known: Known, operator: ComparisonOperator, values: readonly Literal[]): boolean {
  switch (operator) {
    case '=':
    case 'in':
      return membership(known, true, values);
    case '!=':
    case 'not in':
      return membership(known, false, values);
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'between':
      return ordered(numberOf(known), operator, values);
    case 'is exactly':
      return exactly(known, values[0]);
    case 'starts with':
      return textOf(known)?.startsWith(fold(String(values[0] ?? ''))) === true;
    case 'ends with':
      return textOf(known)?.endsWith(fold(String(values[0] ?? ''))) === true;
    case 'contains':
    case 'contains any of':
      return values.some((literal) => contains(known, literal) === true);
    case 'contains all of':
      return values.length > 0 && values.every((literal) => contains(known, literal) === true);
    case 'contains none of':
      return values.length > 0 && values.every((literal) => contains(known, literal) === false);
  }
}

/** A plain decimal number, as `asNumber` of the compiler reads it. */
const decimal = /^[\t\n\f\r ]*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?[\t\n\f\r ]*$/i;

function numberOf({ type, value }: Known): number | undefined {
  if (type === 'number') return typeof value === 'number' ? value : undefined;
  if (type !== 'text' || typeof value !== 'string' || !decimal.test(value)) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** The folded text; undefined where it is no text, or blank. */
function textOf({ type, value }: Known): string | undefined {
  const folded = type === 'text' && typeof value === 'string' ? fold(value) : '';
  return folded === '' ? undefined : folded;
}

/** The type of each literal says how the value is read. Positive: one equal reading is enough. Negative: every reading must be known, and another. */
function membership(known: Known, positive: boolean, values: readonly Literal[]): boolean {
  const equal = (literal: Literal): boolean | undefined => {
    const reading = typeof literal === 'string' ? textOf(known) : typeof literal === 'number' ? numberOf(known) : booleanOf(known);
    return reading === undefined ? undefined : reading === (typeof literal === 'string' ? fold(literal) : literal);
  };
  return positive ? values.some((literal) => equal(literal) === true) : values.length > 0 && values.every((literal) => equal(literal) === false);
}

const booleanOf = ({ type, value }: Known): boolean | undefined => (type === 'boolean' && typeof value === 'boolean' ? value : undefined);

function ordered(number: number | undefined, operator: ComparisonOperator, values: readonly Literal[]): boolean {
  const numbers = values.map((literal) => (typeof literal === 'number' ? literal : numberOf({ type: 'text', value: literal })));
  const [first, second] = numbers;
  if (number === undefined || first === undefined || numbers.includes(undefined)) return false;
  switch (operator) {
    case '<':
      return number < first;
    case '<=':
      return number <= first;
    case '>':
      return number > first;
    case '>=':
      return number >= first;
    default:
      return second !== undefined && number >= first && number <= second;
  }
}

function exactly(known: Known, literal: Literal | undefined): boolean {
  if (literal === undefined) return false;
  if (typeof literal !== 'string') return membership(known, true, [literal]);
  return known.type === 'text' && known.value === literal && literal.replaceAll(/^ +| +$/g, '') !== '';
}

/** Undefined where the list or the text is unknown. */
function contains(known: Known, literal: Literal): boolean | undefined {
  const wanted = fold(String(literal));
  if (known.type !== 'list') return textOf(known)?.includes(wanted);
  const list = Array.isArray(known.value) ? (known.value as readonly string[]) : [];
  if (!holdsSomething(list)) return undefined;
  return list.some((element) => fold(element) !== '' && fold(element) === wanted);
}

/** A list is known when one of its elements is more than blanks. */
export const holdsSomething = (list: readonly string[]): boolean =>
  list.some((element) => Array.from(element).some((character) => !blanks.includes(character)));

import { type Fragment, join, sql } from '../../../sql/index.ts';
import { span } from '../../compile/bounds.ts';
import type { CompileContext } from '../../compile/context.ts';
import { fold, foldedTest, listHolds } from '../../compile/fold.ts';
import { before, insideBounds, notBefore } from '../../compile/time-test.ts';
import { asList, asNumber, asText, isList, rawColumn, textColumn, type TypedValue } from '../../compile/value.ts';
import type { ComparisonOperator, Literal } from '../../tree.ts';

/** One comparison as SQL: true, or else false or null (unknown), which a condition takes for false alike. */
export function comparisonSql(value: TypedValue, operator: ComparisonOperator, values: readonly Literal[], context: CompileContext): Fragment {
  if (value.kind === 'column' && (value.type === 'date' || value.type === 'instant')) return timeComparison(value, operator, values, context.moment.zone);
  switch (operator) {
    case '=':
    case '!=':
    case 'in':
    case 'not in':
      return membership(value, operator === '=' || operator === 'in', values, context);
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'between':
      return numberComparison(asNumber(value), operator, values);
    case 'is exactly':
      return exactly(value, values[0], context);
    case 'starts with':
      return text(value, (folded) => sql`starts_with(${folded}, ${fold(String(values[0] ?? ''))})`, context);
    case 'ends with':
      return text(value, (folded) => sql`ends_with(${folded}, ${fold(String(values[0] ?? ''))})`, context);
    case 'contains':
    case 'contains any of':
      return anyOf(values.map((literal) => contains(value, literal, context)));
    case 'contains all of':
      return sql`(${join(
        values.map((literal) => contains(value, literal, context)),
        ' and ',
      )})`;
    case 'contains none of':
      return sql`(not ${anyOf(values.map((literal) => contains(value, literal, context)))})`;
  }
}

const anyOf = (tests: readonly Fragment[]): Fragment => (tests.length === 0 ? nothing : sql`(${join(tests, ' or ')})`);
const nothing = sql`cast(null as boolean)`;

/** A comparison of a number with literals. A literal that is no number compares with nothing. */
export function numberComparison(number: Fragment, operator: ComparisonOperator, values: readonly Literal[]): Fragment {
  const numbers = values.map(numeric).filter((each) => each !== undefined);
  const [first, second] = numbers;
  if (first === undefined || numbers.length < values.length) return nothing;
  switch (operator) {
    case '=':
    case 'is exactly':
      return sql`(${number} = ${first})`;
    case '!=':
      return sql`(${number} <> ${first})`;
    case '<':
      return sql`(${number} < ${first})`;
    case '<=':
      return sql`(${number} <= ${first})`;
    case '>':
      return sql`(${number} > ${first})`;
    case '>=':
      return sql`(${number} >= ${first})`;
    case 'between':
      return second === undefined ? nothing : sql`(${number} between ${first} and ${second})`;
    case 'in':
      return sql`(${number} in (${join(numbers.map((each) => sql`${each}`))}))`;
    case 'not in':
      return sql`(${number} not in (${join(numbers.map((each) => sql`${each}`))}))`;
    default:
      return nothing;
  }
}

/** A literal as a number, where it is one. */
export function numeric(literal: Literal): number | undefined {
  if (typeof literal === 'number') return literal;
  return typeof literal === 'string' && /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(literal) ? Number(literal) : undefined;
}

/** `=`, `in` and their opposites: the type of each literal says how the value is read; for the opposites every reading must be known. */
function membership(value: TypedValue, positive: boolean, values: readonly Literal[], context: CompileContext): Fragment {
  const texts = values.filter((literal) => typeof literal === 'string').map(fold);
  const numbers = values.filter((literal) => typeof literal === 'number');
  const booleans = values.filter((literal) => typeof literal === 'boolean');
  const tests: Fragment[] = [];
  if (texts.length > 0)
    tests.push(text(value, (folded) => oneOf(folded, texts, positive), context, { strict: true, failsBlank: positive && !texts.includes('') }));
  if (numbers.length > 0) tests.push(numberComparison(asNumber(value), positive ? 'in' : 'not in', numbers));
  for (const literal of booleans) tests.push(positive ? sql`(${asBoolean(value)} = ${literal})` : sql`(${asBoolean(value)} <> ${literal})`);
  return tests.length === 0 ? nothing : sql`(${join(tests, positive ? ' or ' : ' and ')})`;
}

/** One text is compared by itself, which the engine does quicker than it looks through a list of one. */
function oneOf(folded: Fragment, texts: readonly string[], positive: boolean): Fragment {
  const [only, ...more] = texts;
  if (only !== undefined && more.length === 0) return positive ? sql`${folded} = ${only}` : sql`${folded} <> ${only}`;
  return positive ? sql`${folded} in ${parameters(texts)}` : sql`${folded} not in ${parameters(texts)}`;
}

const parameters = (values: readonly string[]): Fragment => sql`(${join(values.map((each) => sql`${each}`))})`;

function asBoolean(value: TypedValue): Fragment {
  if (value.kind === 'column') return value.type === 'boolean' ? sql`try_cast(${rawColumn(value)} as boolean)` : nothing;
  return sql`case lower(${asText(value)}) when 'true' then true when 'false' then false end`;
}

/** A test of the folded text. `strict`: a value that is no text is unknown instead of being written out. */
function text(value: TypedValue, test: (folded: Fragment) => Fragment, context: CompileContext, { strict = false, failsBlank = false } = {}): Fragment {
  if (isList(value) || (strict && value.kind === 'column' && value.type !== 'text')) return nothing;
  context.texts.push(textColumn(value));
  return sql`(${foldedTest(asText(value), test, context.moment, failsBlank)})`;
}

function contains(value: TypedValue, literal: Literal, context: CompileContext): Fragment {
  const inText = (): Fragment => text(value, (folded) => sql`contains(${folded}, ${fold(String(literal))})`, context);
  if (value.kind === 'column' && !isList(value)) return inText();
  context.texts.push(textColumn(value));
  const inList = listHolds(asList(value), String(literal), context.moment);
  return value.kind === 'json' ? sql`coalesce(${inList}, ${inText()})` : inList;
}

function exactly(value: TypedValue, literal: Literal | undefined, context: CompileContext): Fragment {
  if (literal === undefined) return nothing;
  if (typeof literal !== 'string') return membership(value, true, [literal], context);
  return value.kind === 'column' && value.type !== 'text' ? nothing : sql`(${asText(value)} = ${literal} and trim(${asText(value)}) <> '')`;
}

/** Dates and instants against written dates (whole local days) or instants. */
function timeComparison(value: Extract<TypedValue, { kind: 'column' }>, operator: ComparisonOperator, values: readonly Literal[], zone: string): Fragment {
  const spans = values.map((literal) => span(String(literal), zone));
  const [first, second] = spans;
  if (first === undefined) return nothing;
  switch (operator) {
    case '=':
    case 'in':
    case 'is exactly':
      return anyOf(spans.map((each) => insideBounds(value, each, zone)));
    case '!=':
    case 'not in':
      return sql`(not ${anyOf(spans.map((each) => insideBounds(value, each, zone)))})`;
    case '<':
      return before(value, first.from, zone);
    case '<=':
      return before(value, first.to, zone);
    case '>':
      return notBefore(value, first.to, zone);
    case '>=':
      return notBefore(value, first.from, zone);
    case 'between':
      return second === undefined ? nothing : insideBounds(value, { from: first.from, to: second.to }, zone);
    default:
      return nothing;
  }
}

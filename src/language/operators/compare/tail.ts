import type { Span } from '../../positions.ts';
import { formatLiteral } from '../../format-text.ts';
import { parseLiteral } from '../../parse/literal.ts';
import { atWords, expectSymbol, isSymbol, isWord, peek, type Reader, refuse, spanFrom, take, takeSymbol, takeWords, unexpected } from '../../parse/reader.ts';
import type { ComparisonOperator, Literal } from '../../tree.ts';

/** What stands right of an operand: the operator and its values. Shared by conditions on customers and on facts. */
export type Tail = { readonly operator: ComparisonOperator; readonly values: readonly Literal[]; readonly parts: Readonly<Record<string, Span>> };

const phrases: readonly (readonly [string, ComparisonOperator])[] = [
  ['not in', 'not in'],
  ['in', 'in'],
  ['between', 'between'],
  ['contains any of', 'contains any of'],
  ['contains all of', 'contains all of'],
  ['contains none of', 'contains none of'],
  ['contains', 'contains'],
  ['starts with', 'starts with'],
  ['ends with', 'ends with'],
  ['is exactly', 'is exactly'],
  ['is not', '!='],
  ['is', '='],
];
const signs: readonly ComparisonOperator[] = ['=', '!=', '<', '<=', '>', '>='];
const listOperators: ReadonlySet<ComparisonOperator> = new Set(['in', 'not in', 'contains any of', 'contains all of', 'contains none of']);

const expectedOperators = ['=', '!=', '>', 'between', 'in', 'contains', 'is known'];

/** Operator and values; stops the parse when no operator follows. */
export function parseTail(reader: Reader): Tail {
  const first = peek(reader);
  const operator = parseOperator(reader);
  const sign = spanFrom(reader, first);
  const read = listOperators.has(operator) ? parseValues(reader, operator) : operator === 'between' ? parseBounds(reader) : [parseLiteral(reader)];
  const parts = Object.fromEntries(read.map((literal, index) => [`values.${index}`, literal.span]));
  return { operator, values: Object.freeze(read.map((literal) => literal.value)), parts: { ...parts, operator: sign } };
}

function parseOperator(reader: Reader): ComparisonOperator {
  const token = peek(reader);
  const sign = signs.find((one) => isSymbol(token, one));
  if (sign !== undefined) {
    take(reader);
    return sign;
  }
  for (const [words, operator] of phrases) {
    if (!takeWords(reader, words)) continue;
    const next = peek(reader);
    if (isWord(token, 'is') && next.kind === 'word' && !isWord(next, 'true', 'false')) {
      unexpected(reader, ['known', 'unknown', 'a value in quotes'], `Write \`is known\`, \`is unknown\`, or the value in quotes: ${words} "${next.text}".`);
    }
    return operator;
  }
  if (isWord(token, 'does')) {
    refuse(
      'syntax.unexpected',
      spanFrom(reader, token),
      'There is no operator `does not`.',
      'Write `not email contains "…"`, or `contains none of ("…")` for a list.',
      ['contains none of'],
    );
  }
  if (atWords(reader, 'then')) {
    refuse(
      'syntax.unexpected',
      spanFrom(reader, token),
      'A sequence is made of events and orders.',
      'Write the name of an event in quotes before `then`; put several conditions of a step in parentheses: where (… and …).',
    );
  }
  unexpected(reader, expectedOperators, 'After a name comes an operator: country = "GB", orders >= 3, city is known, email contains "@".');
}

type Read = { readonly value: Literal; readonly span: Span };

function parseBounds(reader: Reader): readonly Read[] {
  const from = parseLiteral(reader);
  if (!takeWords(reader, 'and')) unexpected(reader, ['and'], 'Both bounds are needed: between 2 and 5.');
  return [from, parseLiteral(reader)];
}

function parseValues(reader: Reader, operator: string): readonly Read[] {
  const next = peek(reader);
  if (next.kind === 'number')
    unexpected(reader, ['('], `Write \`in last ${next.text} days\` or \`in next ${next.text} days\` for a time, ${operator} (${next.text}) for values.`);
  expectSymbol(reader, '(', `Write the values in parentheses: ${operator} ("first", "second").`);
  const values = [parseLiteral(reader, true)];
  while (takeSymbol(reader, ',')) values.push(parseLiteral(reader, true));
  if (!takeSymbol(reader, ')')) unexpected(reader, [',', ')'], 'Put commas between the values and close the parenthesis.');
  return values;
}

/** Canonical text. `ofCustomer`: there, bare dates after `between` would read as a window. */
export function formatTail(operator: ComparisonOperator, values: readonly Literal[], ofCustomer: boolean): string {
  const written = values.map((value) => formatLiteral(value, !(operator === 'between' && ofCustomer)));
  if (operator === 'between') return `between ${written.join(' and ')}`;
  return listOperators.has(operator) ? `${operator} (${written.join(', ')})` : `${operator} ${written.join(', ')}`;
}

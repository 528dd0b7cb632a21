import { formatFactCondition, formatSingleFactCondition, parseFactCondition, parseSingleFactCondition } from '../facts/condition-text.ts';
import { formatSource, parseSource } from '../facts/source-text.ts';
import { formatName } from '../format-text.ts';
import { parseName } from '../parse/name.ts';
import { isSymbol, peek, place, type Reader, refuse, spanFrom, takeSymbol, takeWords, unexpected } from '../parse/reader.ts';
import type { Span } from '../positions.ts';
import type { Aggregate, Attribute, DaysSince, Facts, FactSource, Operand } from '../tree.ts';
import { formatWindow, parseWindow } from '../windows/text.ts';

const functionWords: ReadonlyMap<string, Aggregate['function']> = new Map([
  ['count', 'count'],
  ['sum', 'sum'],
  ['avg', 'avg'],
  ['average', 'avg'],
  ['min', 'min'],
  ['minimum', 'min'],
  ['max', 'max'],
  ['maximum', 'max'],
  ['distinct', 'distinct'],
]);

/** `count(…)`, `days since last order`, or the name of a trait or feature. */
export function parseOperand(reader: Reader): Operand {
  const first = peek(reader);
  const called = first.kind === 'word' && isSymbol(peek(reader, 1), '(') ? functionWords.get(first.text.toLowerCase()) : undefined;
  if (called !== undefined) return parseAggregate(reader, called);
  for (const which of ['last', 'first'] as const) {
    if (takeWords(reader, `days since ${which}`)) return place(reader, { kind: 'days-since' as const, which, facts: parseLooseFacts(reader) }, first);
  }
  if (takeWords(reader, 'days since')) unexpected(reader, ['last', 'first'], 'Write `days since last order` or `days since first "Product Viewed"`.');
  return parseAttribute(reader);
}

export function parseAttribute(reader: Reader): Attribute {
  const first = peek(reader);
  const name = parseName(reader, 'a condition');
  return place(reader, { kind: 'attribute' as const, name }, first);
}

function parseAggregate(reader: Reader, called: Aggregate['function']): Aggregate {
  const first = peek(reader);
  reader.index += 2;
  const start = peek(reader);
  const of = parseSource(reader);
  const field = parseField(reader, called, of);
  const where = takeWords(reader, 'where') ? parseFactCondition(reader) : undefined;
  const window = parseWindow(reader);
  const facts = place(reader, makeFacts(of, where, window), start);
  if (!isSymbol(peek(reader), ')'))
    unexpected(
      reader,
      [...(where === undefined && window === undefined ? ['where'] : []), ...(window === undefined ? ['a window such as `in last 90 days`'] : []), ')'],
      'Close the parenthesis after what is counted.',
    );
  takeSymbol(reader, ')');
  if (field === undefined) return place(reader, { kind: 'aggregate' as const, function: called, facts }, first);
  return place(reader, { kind: 'aggregate' as const, function: called, facts, field: field.name }, first, { field: field.span });
}

function parseField(reader: Reader, called: Aggregate['function'], of: FactSource): { readonly name: string; readonly span: Span } | undefined {
  const dot = peek(reader);
  if (!takeSymbol(reader, '.')) {
    if (called === 'count') return undefined;
    const source = formatSource(of);
    unexpected(
      reader,
      ['a field'],
      `Say of what: ${called}(${source}.${of.kind === 'items' ? 'quantity' : of.kind === 'orders' || of.kind === 'returns' ? 'total' : of.kind === 'event' ? 'value' : 'rating'}).`,
    );
  }
  const first = peek(reader);
  const name = parseName(reader, 'a field');
  const span = spanFrom(reader, first);
  if (called === 'count')
    refuse(
      'syntax.unexpected',
      spanFrom(reader, dot),
      'count counts facts, not a field.',
      `Write count(${formatSource(of)}), or distinct(${formatSource(of)}.${formatName(name)}) for the number of different values.`,
    );
  return { name, span };
}

/** Facts outside parentheses: `orders where total > 50 in last 6 months`. */
export function parseLooseFacts(reader: Reader): Facts {
  const first = peek(reader);
  const of = parseSource(reader);
  const where = takeWords(reader, 'where') ? parseSingleFactCondition(reader) : undefined;
  return place(reader, makeFacts(of, where, parseWindow(reader)), first);
}

const makeFacts = (of: FactSource, where: Facts['where'], window: Facts['window']): Facts => ({
  of,
  ...(where === undefined ? {} : { where }),
  ...(window === undefined ? {} : { window }),
});

/** Canonical text. */
export function formatOperand(operand: Operand): string {
  switch (operand.kind) {
    case 'attribute':
      return formatName(operand.name);
    case 'aggregate':
      return formatAggregate(operand);
    case 'days-since':
      return formatDaysSince(operand);
  }
}

function formatAggregate({ function: called, facts, field }: Aggregate): string {
  if (called === 'count' && facts.of.kind !== 'event' && facts.where === undefined && facts.window === undefined) return facts.of.kind;
  const pieces = [`${formatSource(facts.of)}${field === undefined ? '' : `.${formatName(field)}`}`];
  if (facts.where !== undefined) pieces.push(`where ${formatFactCondition(facts.where)}`);
  if (facts.window !== undefined) pieces.push(formatWindow(facts.window));
  return `${called}(${pieces.join(' ')})`;
}

function formatDaysSince({ which, facts }: DaysSince): string {
  const pieces = [`days since ${which} ${facts.of.kind === 'event' ? formatSource(facts.of) : facts.of.kind.slice(0, -1)}`];
  // The parentheses keep the operator that follows apart from the values of the condition.
  if (facts.where !== undefined) pieces.push(`where ${parenthesised(formatSingleFactCondition(facts.where))}`);
  if (facts.window !== undefined) pieces.push(formatWindow(facts.window));
  return pieces.join(' ');
}

const parenthesised = (text: string): string => (text.startsWith('(') ? text : `(${text})`);

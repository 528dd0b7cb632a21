import { typedDate } from './typed-date.ts';
import { type AttributeWord, type Condition, type ComparisonOperator, format, type Literal } from '../../../language/index.ts';

/**
 * What somebody typed above a column, as a condition: `5`, `>= 3`, `3-10` for numbers, `2026-01-31`, `> 2026-01-31` and what their locale writes for dates, `yes` and `no`, part of a
 * text, `=text` for the whole of it, `?` for unknown, `*` for any value. Undefined where it can not be read yet.
 */
export function columnCondition(word: AttributeWord, typed: string, locale: string = navigator.language): Condition | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  if (text === '?' || text === '*') return { kind: text === '?' ? 'unknown' : 'known', attribute: word.name };
  switch (word.type) {
    case 'number':
      return numberCondition(word.name, text);
    case 'boolean':
      return booleanCondition(word.name, text);
    case 'date':
    case 'instant':
      return dateCondition(word.name, text, locale);
    case 'list':
      return compare(word.name, 'contains any of', [text]);
    case 'text':
      return text.startsWith('=') ? compare(word.name, '=', [text.slice(1).trim()]) : compare(word.name, 'contains', [text]);
  }
}

/** All filters and the condition that came with the address, as one text; empty for everybody. */
export function whereOf(where: string, filters: Readonly<Record<string, string>>, words: ReadonlyMap<string, AttributeWord>): string {
  const conditions = Object.entries(filters).flatMap(([name, typed]) => {
    const word = words.get(name);
    return (word === undefined ? undefined : columnCondition(word, typed)) ?? [];
  });
  const parts = [where.trim(), ...conditions.map(format)].filter((part) => part !== '');
  return parts.length < 2 ? (parts[0] ?? '') : parts.map((part) => `(${part})`).join(' and ');
}

const compare = (name: string, operator: ComparisonOperator, values: readonly Literal[]): Condition => ({
  kind: 'compare',
  left: { kind: 'attribute', name },
  operator,
  values,
});

const signs: readonly ComparisonOperator[] = ['>=', '<=', '!=', '>', '<', '='];

function signed(text: string): { readonly operator: ComparisonOperator; readonly rest: string } {
  const operator = signs.find((sign) => text.startsWith(sign));
  return operator === undefined ? { operator: '=', rest: text } : { operator, rest: text.slice(operator.length).trim() };
}

function numberCondition(name: string, text: string): Condition | undefined {
  const [, low, high] = /^(\d+(?:\.\d+)?)\s*(?:-|–|to|\.\.)\s*(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (low !== undefined && high !== undefined) return compare(name, 'between', [Number(low), Number(high)]);
  const { operator, rest } = signed(text);
  return /^-?\d+(\.\d+)?$/.test(rest) ? compare(name, operator, [Number(rest)]) : undefined;
}

function booleanCondition(name: string, text: string): Condition | undefined {
  if (/^(y|yes|true)$/i.test(text)) return compare(name, '=', [true]);
  return /^(n|no|false)$/i.test(text) ? compare(name, '=', [false]) : undefined;
}

function dateCondition(name: string, text: string, locale: string): Condition | undefined {
  const { operator, rest } = signed(text);
  const date = typedDate(rest, locale);
  if (date === undefined) return undefined;
  const kind = operator.startsWith('>') ? 'after' : operator.startsWith('<') ? 'before' : 'on';
  return { kind: 'date', attribute: name, window: { kind, date } };
}

import type { VisitWord } from '../../../../language/index.ts';

export type Operator = 'is' | 'not' | 'least' | 'most' | 'begins' | 'contains';

/** Ways to compare that one can choose; the language knows more. Of a segment: being in it, or not. */
export function operatorsOf(word: Pick<VisitWord, 'type'> | undefined): readonly Operator[] {
  if (word === undefined) return ['is', 'not'];
  if (word.type === 'number') return ['least', 'most', 'is'];
  if (word.type === 'boolean') return ['is', 'not'];
  return word.type === 'list' ? ['contains'] : ['is', 'not', 'begins', 'contains'];
}

const written: Readonly<Record<Operator, string>> = { is: '=', not: '!=', least: '>=', most: '<=', begins: 'starts with', contains: 'contains' };
const numbers: ReadonlySet<string> = new Set(['context.hour', 'context.cart_value', 'context.cart_items']);
const booleans: ReadonlySet<string> = new Set(['context.returning', 'context.recognised']);

/** The condition as the language writes it; undefined while something is missing. */
export function conditionText(subject: string, operator: Operator, value: string, segment: string | undefined): string | undefined {
  if (segment !== undefined) return `${operator === 'not' ? 'not ' : ''}in segment "${quoted(segment)}"`;
  if (booleans.has(subject)) return `${subject} = ${operator === 'not' ? 'false' : 'true'}`;
  if (value.trim() === '') return undefined;
  if (!numbers.has(subject)) return `${subject} ${written[operator]} "${quoted(value.trim())}"`;
  return Number.isFinite(Number(value)) ? `${subject} ${written[operator]} ${Number(value)}` : undefined;
}

const quoted = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');

/** Joined to what stands there: all of them have to hold. */
export function joined(before: string, condition: string): string {
  const text = before.trim();
  if (text === '') return condition;
  return / or /i.test(text) ? `(${text}) and ${condition}` : `${text} and ${condition}`;
}

import { formatName } from '../format-text.ts';
import { formatTail, parseTail } from '../operators/compare/tail.ts';
import { formatLogic, formatUnary, parseLogic, parseUnary } from '../operators/group/text.ts';
import { parseName } from '../parse/name.ts';
import { peek, place, type Reader, spanFrom, takeWords } from '../parse/reader.ts';
import type { FactCondition } from '../tree.ts';

type Leaf = Extract<FactCondition, { readonly field: string }>;

/** What follows `where` between the parentheses of an aggregate. */
export const parseFactCondition = (reader: Reader): FactCondition => parseLogic<Leaf>(reader, parseLeaf);
/** What follows `where` elsewhere: one condition, or several in parentheses, since `and` belongs to the customer's conditions there. */
export const parseSingleFactCondition = (reader: Reader): FactCondition => parseUnary<Leaf>(reader, parseLeaf);

export const formatFactCondition = (condition: FactCondition): string => formatLogic<Leaf>(condition, formatLeaf);
export const formatSingleFactCondition = (condition: FactCondition): string => formatUnary<Leaf>(condition, formatLeaf);

function parseLeaf(reader: Reader): Leaf {
  const first = peek(reader);
  const field = parseName(reader, 'a field');
  const name = spanFrom(reader, first);
  for (const kind of ['known', 'unknown'] as const) {
    if (takeWords(reader, `is ${kind}`)) return place(reader, { kind, field }, first, { field: name });
  }
  const { operator, values, parts } = parseTail(reader);
  return place(reader, { kind: 'compare' as const, field, operator, values }, first, { ...parts, field: name });
}

function formatLeaf(leaf: Leaf): string {
  const field = formatName(leaf.field);
  return leaf.kind === 'compare' ? `${field} ${formatTail(leaf.operator, leaf.values, false)}` : `${field} is ${leaf.kind}`;
}

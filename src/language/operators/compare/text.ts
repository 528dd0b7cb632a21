import { formatOperand } from '../../operands/text.ts';
import { isWord, peek, place, type Reader } from '../../parse/reader.ts';
import type { Subject } from '../../parse/subject.ts';
import type { Comparison } from '../../tree.ts';
import { formatTail, parseTail } from './tail.ts';

export function parseComparison(reader: Reader, { operand, first }: Subject): Comparison {
  const { operator, values, parts } = parseTail(reader);
  // `days since last order > 60 days` says the unit twice.
  if (operand.kind === 'days-since' && isWord(peek(reader), 'days', 'day')) reader.index += 1;
  return place(reader, { kind: 'compare' as const, left: operand, operator, values }, first, parts);
}

export const formatComparison = ({ left, operator, values }: Comparison): string => `${formatOperand(left)} ${formatTail(operator, values, true)}`;

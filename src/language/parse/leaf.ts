import { factKindAt } from '../facts/source-text.ts';
import { parseOperand } from '../operands/text.ts';
import { parseCanReceive } from '../operators/can-receive/text.ts';
import { parseComparison } from '../operators/compare/text.ts';
import { parseDateCondition } from '../operators/date/text.ts';
import { parseInSegment } from '../operators/in-segment/text.ts';
import { parsePresence } from '../operators/presence/text.ts';
import { parseRandom } from '../operators/random/text.ts';
import { parseSequence, parseStepFacts } from '../operators/sequence/text.ts';
import { parseWithin } from '../operators/within/text.ts';
import type { Condition, Group, Not, Operand, Sequence } from '../tree.ts';
import { parseWindow } from '../windows/text.ts';
import { continuesName } from './name.ts';
import { isSymbol, isWord, peek, place, type Reader, refuse, spanFrom, unexpected } from './reader.ts';
import type { Subject } from './subject.ts';
import type { Token } from './token.ts';

/** A condition that is no group and no negation. */
export type LeafCondition = Exclude<Condition, Group | Not>;

/** Operators that begin with a word of their own come first; the others are told by what follows their subject. */
export function parseLeaf(reader: Reader): LeafCondition {
  const opened = parseInSegment(reader) ?? parseCanReceive(reader) ?? parseRandom(reader) ?? parseWithin(reader);
  if (opened !== undefined) return opened;
  const first = peek(reader);
  if (!atFacts(reader)) return parsePredicate(reader, { operand: parseOperand(reader), first });
  const read = parseFacts(reader, first);
  return read.kind === 'sequence' ? read : parsePredicate(reader, { operand: read, first });
}

const parsePredicate = (reader: Reader, subject: Subject): LeafCondition =>
  parsePresence(reader, subject) ?? parseDateCondition(reader, subject) ?? parseComparison(reader, subject);

/** `orders …`, or an event that is followed by its condition or by the next step of a sequence. */
function atFacts(reader: Reader): boolean {
  if (peek(reader).kind === 'quoted') return isWord(peek(reader, 1), 'where', 'then');
  const kind = factKindAt(reader);
  if (kind === undefined || continuesName(reader, 1)) return false;
  const dot = peek(reader, 1);
  if (isSymbol(dot, '.')) {
    const span = { offset: peek(reader).offset, length: dot.end - peek(reader).offset };
    refuse(
      'syntax.unexpected',
      span,
      `A customer has many ${kind}: say how their values are put together.`,
      `Write sum(${kind}.…), avg, min, max or distinct.`,
      ['sum', 'avg', 'min', 'max', 'distinct'],
    );
  }
  return true;
}

/** Facts outside parentheses are the first step of a sequence, or short for their count. */
function parseFacts(reader: Reader, first: Token): Sequence | Operand {
  const step = parseStepFacts(reader);
  const sequence = parseSequence(reader, step, first);
  if (sequence !== undefined) return sequence;
  if (step.where !== undefined && isWord(peek(reader), 'and', 'or')) {
    const hint = 'Several conditions on the same fact stand in parentheses here: where (… and …).';
    unexpected(reader, ['then', 'a window such as `in last 90 days`', 'an operator such as >='], hint);
  }
  const window = parseWindow(reader);
  const facts = place(reader, { ...step, ...(window === undefined ? {} : { window }) }, first);
  const aggregate = place(reader, { kind: 'aggregate' as const, function: 'count' as const, facts }, first);
  if (peek(reader).kind === 'end') {
    refuse(
      'syntax.unexpected',
      spanFrom(reader, first),
      'Say how many.',
      `Write ${reader.text.slice(first.offset, spanFrom(reader, first).length + first.offset)} >= 1.`,
      ['>= 1'],
    );
  }
  return aggregate;
}

import { failed, ok, type Result } from '../../core/index.ts';
import { type Diagnostic, lineStarts, positionIn } from '../diagnostic.ts';
import { parseLogic } from '../operators/group/text.ts';
import type { Positions } from '../positions.ts';
import type { Condition } from '../tree.ts';
import { type LeafCondition, parseLeaf } from './leaf.ts';
import { tokenize } from './lexer.ts';
import { peek, type Reader, refuse, unexpected } from './reader.ts';
import { SyntaxFailure } from './syntax-failure.ts';

export type Parsed = { readonly tree: Condition; readonly positions: Positions };
export type ParseResult = Result<Parsed, readonly Diagnostic[]>;

/**
 * Text → tree, in one pass over the characters and one over the tokens. Never throws: bad text gives a diagnostic with its
 * position, what was expected and what to write. Names are kept as written; `check` finds what they mean.
 */
export function parse(text: string): ParseResult {
  const { tokens, trouble } = tokenize(text);
  const reader: Reader = { text, tokens, trouble, positions: new Map(), index: 0, depth: 0 };
  try {
    return ok({ tree: parseAll(reader), positions: { text, of: reader.positions } });
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    const { code, message, hint, span, expected } = error.trouble;
    const diagnostic: Diagnostic = {
      code,
      message,
      hint,
      severity: 'error',
      position: positionIn(lineStarts(text), span.offset, span.length),
      ...(expected.length === 0 ? {} : { expected }),
    };
    return failed([Object.freeze(diagnostic)]);
  }
}

function parseAll(reader: Reader): Condition {
  if (reader.tokens.length === 1 && reader.trouble === undefined) {
    refuse('syntax.empty', { offset: 0, length: reader.text.length }, 'There is no condition.', 'Write one: orders >= 3.');
  }
  const tree: Condition = parseLogic<LeafCondition>(reader, parseLeaf);
  if (peek(reader).kind !== 'end' || reader.trouble !== undefined) unexpected(reader, ['and', 'or', 'the end'], hintAfter(reader));
  return tree;
}

/** A unit after a finished condition: somebody compares how long ago something was, as one says it. */
function hintAfter(reader: Reader): string {
  const token = peek(reader);
  return token.kind === 'word' && /^(?:minute|hour|day|week|month|year)s?$/i.test(token.text)
    ? 'How long ago something was is `days since last order > 90`; a stretch of time is `in last 90 days`.'
    : 'Join conditions with `and` or `or`.';
}

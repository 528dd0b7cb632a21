import type { DiagnosticCode } from '../diagnostic.ts';
import type { NodePosition, Span } from '../positions.ts';
import { describeToken } from './describe-token.ts';
import { SyntaxFailure } from './syntax-failure.ts';
import type { LexicalTrouble, Token } from './token.ts';

/** Where the parser stands. The only thing in this room that changes while it is used. */
export type Reader = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly trouble: LexicalTrouble | undefined;
  readonly positions: Map<object, NodePosition>;
  index: number;
  depth: number;
};

const end: Token = Object.freeze({ kind: 'end', text: '', number: 0, offset: 0, end: 0, glued: false });

export const peek = (reader: Reader, ahead = 0): Token => reader.tokens[reader.index + ahead] ?? reader.tokens.at(-1) ?? end;

export function take(reader: Reader): Token {
  const token = peek(reader);
  if (token.kind !== 'end') reader.index += 1;
  return token;
}

export const isWord = (token: Token, ...words: readonly string[]): boolean => token.kind === 'word' && words.includes(token.text.toLowerCase());
export const isSymbol = (token: Token, ...symbols: readonly string[]): boolean => token.kind === 'symbol' && symbols.includes(token.text);

/** True when the next words are these, in any letter case. */
export const atWords = (reader: Reader, phrase: string): boolean => phrase.split(' ').every((word, index) => isWord(peek(reader, index), word));

/** Takes the words of a phrase when they are next. */
export function takeWords(reader: Reader, phrase: string): boolean {
  if (!atWords(reader, phrase)) return false;
  reader.index += phrase.split(' ').length;
  return true;
}

export function takeSymbol(reader: Reader, symbol: string): boolean {
  if (!isSymbol(peek(reader), symbol)) return false;
  reader.index += 1;
  return true;
}

export function expectSymbol(reader: Reader, symbol: string, hint: string): void {
  if (!takeSymbol(reader, symbol)) unexpected(reader, [symbol], hint);
}

/** The stretch from a token to the last one taken. */
export function spanFrom(reader: Reader, first: Token): Span {
  const last = reader.tokens[reader.index - 1] ?? first;
  return { offset: first.offset, length: Math.max(last.end, first.end) - first.offset };
}

/** Remembers where a node stands and freezes it. */
export function place<T extends object>(reader: Reader, node: T, first: Token, parts: Readonly<Record<string, Span>> = {}): T {
  reader.positions.set(node, { ...spanFrom(reader, first), parts });
  return Object.freeze(node);
}

/** Stops the parse: something else was expected at the next token. */
export function unexpected(reader: Reader, expected: readonly string[], hint: string): never {
  const token = peek(reader);
  if (token.kind === 'end' && reader.trouble !== undefined) {
    const { code, message, hint: advice, offset, length } = reader.trouble;
    throw new SyntaxFailure({ code, message, hint: advice, span: { offset, length }, expected: [] });
  }
  const found = describeToken(token);
  const message = token.kind === 'end' ? `The definition ends where ${list(expected)} was expected.` : `Expected ${list(expected)}, not ${found}.`;
  throw new SyntaxFailure({ code: 'syntax.unexpected', message, hint, span: { offset: token.offset, length: token.end - token.offset }, expected });
}

/** Stops the parse with a message of its own. */
export function refuse(code: DiagnosticCode, span: Span, message: string, hint: string, expected: readonly string[] = []): never {
  throw new SyntaxFailure({ code, message, hint, span, expected });
}

const list = (expected: readonly string[]): string => {
  const named = expected.map((one) => (/^(?:an?|the) /.test(one) ? one : `\`${one}\``));
  const last = named.at(-1) ?? 'something else';
  return named.length < 2 ? last : `${named.slice(0, -1).join(', ')} or ${last}`;
};

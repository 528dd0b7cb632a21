import { quotedText } from './quoted.ts';
import type { LexicalTrouble, Token } from './token.ts';

const blank = /[\s\u200b\ufeff]+/uy;
const word = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const date = /(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})?))?(?![\p{L}\p{N}_])/uy;
const symbol = /<=|>=|!=|<>|==|[=<>≤≥≠(),.%\-+\p{Sc}]/uy;
const openingQuotes = new Map([
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['‘', '’'],
]);
const sameSymbol = new Map([
  ['<>', '!='],
  ['==', '='],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
]);

/** Characters → tokens, in one pass. Stops at the first trouble, which stands after the tokens before it. */
export function tokenize(text: string): { readonly tokens: readonly Token[]; readonly trouble?: LexicalTrouble } {
  const tokens: Token[] = [];
  let at = 0;
  let glued = false;
  const push = (kind: Token['kind'], value: string, end: number, numeric = 0): void => {
    tokens.push({ kind, text: value, number: numeric, offset: at, end, glued });
    at = end;
    glued = true;
  };
  while (at < text.length) {
    const skipped = matchAt(blank, text, at);
    if (skipped !== undefined) {
      at += skipped[0].length;
      glued = false;
      continue;
    }
    const closing = openingQuotes.get(text.charAt(at));
    if (closing !== undefined) {
      const read = quotedText(text, at, closing);
      if (!read.ok) return { tokens: finish(tokens, at), trouble: read.error };
      push('quoted', read.value.text, read.value.end);
      continue;
    }
    const found = nextPlain(text, at, glued ? tokens.at(-1) : undefined);
    if (found === undefined) return { tokens: finish(tokens, at), trouble: strangeCharacter(text, at) };
    push(found.kind, found.text, found.end, found.number);
  }
  return { tokens: finish(tokens, text.length) };
}

type Plain = { readonly kind: Token['kind']; readonly text: string; readonly end: number; readonly number?: number };

function nextPlain(text: string, at: number, before: Token | undefined): Plain | undefined {
  const dated = matchAt(date, text, at);
  if (dated !== undefined)
    return { kind: 'date', text: dated[2] === undefined ? (dated[1] ?? '') : `${dated[1] ?? ''}T${dated[2]}`, end: at + dated[0].length };
  const named = matchAt(word, text, at);
  if (named !== undefined) return { kind: 'word', text: named[0], end: at + named[0].length };
  // A minus belongs to the number unless something stands right before it: `-5`, but `new-2` is a slug.
  const negative = text[at] === '-' && (before === undefined || before.kind === 'symbol') ? 1 : 0;
  const numeric = matchAt(number, text, at + negative);
  if (numeric !== undefined) {
    const end = at + negative + numeric[0].length;
    const value = Number(text.slice(at, end));
    return { kind: 'number', text: text.slice(at, end), end, number: value === 0 ? 0 : value };
  }
  const sign = matchAt(symbol, text, at);
  return sign === undefined ? undefined : { kind: 'symbol', text: sameSymbol.get(sign[0]) ?? sign[0], end: at + sign[0].length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

const finish = (tokens: readonly Token[], at: number): readonly Token[] => [...tokens, { kind: 'end', text: '', number: 0, offset: at, end: at, glued: false }];

function strangeCharacter(text: string, at: number): LexicalTrouble {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const hint =
    character === '&'
      ? 'Write `and`.'
      : character === '|'
        ? 'Write `or`.'
        : character === '!'
          ? 'Write `not`, or `!=`.'
          : 'Leave it out, or put text in double quotes.';
  return { offset: at, length: character.length, code: 'syntax.character', message: `The character ${character} means nothing here.`, hint };
}

import { isSymbol, isWord, peek, type Reader, take, unexpected } from './reader.ts';
import { factNouns, reservedWords } from './reserved.ts';

const alwaysEnds = ['and', 'or', 'then', 'where', 'is', 'in', 'not', 'between', 'before', 'after', 'contains', 'within', 'today', 'yesterday', 'does'];
const comparisons = ['=', '!=', '<', '<=', '>', '>='];
const periods = ['week', 'month', 'quarter', 'year'];

/**
 * The name of a trait, feature or field: quoted, dotted (`rfm.segment`), or several words, which are joined with `_`
 * (`average order value` is average_order_value); `e-mail` keeps its hyphen. It ends where an operator or a window begins.
 */
export function parseName(reader: Reader, what: string): string {
  const first = peek(reader);
  if (first.kind === 'quoted') return take(reader).text;
  if (first.kind !== 'word' || (reservedWords.has(first.text.toLowerCase()) && !opensPhrase(reader))) {
    unexpected(reader, [what], 'Write its name; names with signs or words of the language go in double quotes.');
  }
  let name = take(reader).text;
  for (;;) {
    const next = peek(reader);
    if (isSymbol(next, '.') && peek(reader, 1).kind === 'word') {
      take(reader);
      name += `.${take(reader).text}`;
    } else if (isSymbol(next, '-') && next.glued && peek(reader, 1).kind === 'word' && peek(reader, 1).glued) {
      take(reader);
      name += `-${take(reader).text}`;
    } else if (continuesName(reader)) {
      name += `${next.glued ? '' : '_'}${take(reader).text}`;
    } else {
      return name;
    }
  }
}

/** `last order at`, `first order at`: a reserved word that begins a longer name. */
function opensPhrase(reader: Reader): boolean {
  const next = peek(reader, 1);
  return isWord(peek(reader), 'last', 'first', 'average', 'days', ...factNouns, 'minimum', 'maximum') && next.kind === 'word' && !isWord(next, ...alwaysEnds);
}

/** `median days between orders < 30`: words after `between` that another operator follows, and no `and`, belong to the name. */
function insideName(reader: Reader, ahead: number): boolean {
  let next = ahead;
  while (peek(reader, next).kind === 'word' && !isWord(peek(reader, next), ...alwaysEnds, 'true', 'false')) next += 1;
  if (next === ahead) return false;
  const end = peek(reader, next);
  return isSymbol(end, ...comparisons) || isWord(end, 'is', 'in', 'not', 'between', 'before', 'after', 'contains');
}

/** True when the token `ahead` goes on with a name of several words. */
export function continuesName(reader: Reader, ahead = 0): boolean {
  const token = peek(reader, ahead);
  const next = peek(reader, ahead + 1);
  if (token.kind === 'number') return /^\d+$/.test(token.text) && next.kind === 'word' && !isWord(next, 'and', 'or');
  if (isWord(token, 'between') && insideName(reader, ahead + 1)) return true;
  if (token.kind !== 'word' || isWord(token, ...alwaysEnds)) return false;
  if (isWord(token, 'this', 'last')) return !isWord(next, ...periods);
  if (isWord(token, 'starts', 'ends')) return !isWord(next, 'with');
  if (isWord(token, 'on')) return next.kind === 'word' || next.kind === 'symbol';
  return true;
}

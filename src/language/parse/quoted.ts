import { failed, ok, type Result } from '../../core/index.ts';
import type { LexicalTrouble } from './token.ts';

const simpleEscapes = new Map([
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Reads a quoted text that opens at `start`. Escapes: `\"`, `\\`, `\n`, `\r`, `\t`, `\u0041`. */
export function quotedText(text: string, start: number, closing: string): Result<{ readonly text: string; readonly end: number }, LexicalTrouble> {
  const pieces: string[] = [];
  let from = start + 1;
  let at = from;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === closing) {
      pieces.push(text.slice(from, at));
      return ok({ text: pieces.join(''), end: at + 1 });
    }
    if (character !== '\\') {
      at += 1;
      continue;
    }
    const escape = readEscape(text, at);
    if (escape === undefined) {
      return failed({
        offset: at,
        length: Math.min(2, text.length - at),
        code: 'syntax.quote',
        message: 'This escape does not exist.',
        hint: 'Write \\\\ for a backslash and \\" for a quote inside a text.',
      });
    }
    pieces.push(text.slice(from, at), escape.text);
    at = escape.end;
    from = at;
  }
  return failed({
    offset: start,
    length: 1,
    code: 'syntax.quote',
    message: 'This text is opened with a quote and never closed.',
    hint: `Put a ${closing} after its last letter.`,
  });
}

function readEscape(text: string, at: number): { readonly text: string; readonly end: number } | undefined {
  const simple = simpleEscapes.get(text.charAt(at + 1));
  if (simple !== undefined) return { text: simple, end: at + 2 };
  const code = /^u([0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 6))?.[1];
  return code === undefined ? undefined : { text: String.fromCharCode(Number.parseInt(code, 16)), end: at + 6 };
}

import { tokenize } from '../parse/lexer.ts';
import type { Token } from '../parse/token.ts';

/** What stands before the cursor: whole tokens, and the piece being typed. */
export type Cursor = {
  readonly tokens: readonly Token[];
  /** What has been typed of the name, word or text at the cursor. */
  readonly typed: string;
  /** Inside an open quote. */
  readonly quoted: boolean;
  /** Offset at which the piece begins, with its quote. */
  readonly start: number;
};

/** Splits the text before the cursor. Words of a name of several words belong to the piece being typed. */
export function cursorAt(text: string, offset: number): Cursor {
  const before = text.slice(0, offset);
  const { tokens: read, trouble } = tokenize(before);
  const tokens = read.slice(0, -1);
  if (trouble?.code === 'syntax.quote') return { tokens, typed: before.slice(trouble.offset + 1), quoted: true, start: trouble.offset };
  let from = tokens.length;
  if (tokens.at(-1)?.end === before.length) while (from > 0 && continues(tokens, from - 1)) from -= 1;
  const start = tokens[from]?.offset ?? before.length;
  return { tokens: tokens.slice(0, from), typed: before.slice(start), quoted: false, start };
}

/** A word or dot of an unfinished name: what lies before it may still belong to it. */
function continues(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const last = at === tokens.length - 1;
  if (token?.kind === 'symbol') return token.text === '.' && tokens[at - 1]?.kind === 'word' && !isFact(tokens[at - 1]);
  if (token?.kind !== 'word') return false;
  return last || (!notInNames.test(token.text) && !isFact(token) && !(tokens[at + 1]?.kind === 'symbol' && tokens[at + 1]?.text !== '.'));
}

/** Words that end one thing and begin another, so that a name does not reach across them. */
const notInNames =
  /^(?:and|or|not|where|then|in|is|of|with|segment|between|contains|known|unknown|exactly|since|last|first|next|receive|for|any|all|none|true|false)$/i;

const isFact = (token: Token | undefined): boolean => token !== undefined && /^(?:orders?|items?|returns?|reviews?|tickets?|surveys?)$/i.test(token.text);

import type { Token } from './token.ts';

/** A token as it is named in messages; long texts are cut. */
export function describeToken(token: Token): string {
  const shown = token.text.length > 40 ? `${token.text.slice(0, 40)}…` : token.text;
  switch (token.kind) {
    case 'end':
      return 'the end';
    case 'quoted':
      return `the text "${shown}"`;
    case 'number':
      return `the number ${shown}`;
    case 'date':
      return `the date ${shown}`;
    case 'word':
    case 'symbol':
      return `\`${shown}\``;
  }
}

import type { Span } from '../positions.ts';
import type { Literal } from '../tree.ts';
import { reservedWords } from './reserved.ts';
import { isSymbol, isWord, peek, type Reader, refuse, spanFrom, take, unexpected } from './reader.ts';
import type { Token } from './token.ts';

const currencySign = /^\p{Sc}$/u;
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** A value on its own: `"GB"`, `12.5`, `true`, `2026-01-31`. */
export function parseLiteral(reader: Reader, insideList = false): { readonly value: Literal; readonly span: Span } {
  const token = peek(reader);
  if (token.kind === 'symbol' && currencySign.test(token.text)) refuseCurrency(reader);
  if (token.kind === 'number') return parseNumber(reader, insideList);
  if (token.kind === 'quoted' || token.kind === 'date') {
    take(reader);
    return { value: token.text, span: spanFrom(reader, token) };
  }
  if (isWord(token, 'true', 'false')) {
    take(reader);
    return { value: token.text.toLowerCase() === 'true', span: spanFrom(reader, token) };
  }
  if (token.kind === 'word') refuseUnquoted(reader);
  unexpected(reader, ['a value'], 'Write a text in double quotes, a number, a date such as 2026-01-31, true or false.');
}

/** `United Kingdom` without quotes: all the words that seem to be meant. */
function refuseUnquoted(reader: Reader): never {
  const first = take(reader);
  let last = first;
  while (peek(reader).kind === 'word' && !reservedWords.has(peek(reader).text.toLowerCase())) last = take(reader);
  const written = reader.text.slice(first.offset, last.end);
  refuse('syntax.unquoted', between(first, last), `\`${written}\` is not a value.`, `Put text in double quotes: "${written}".`);
}

/** A number token, refused with advice when it carries a thousands comma, a percent sign or a letter. */
export function parseNumber(reader: Reader, insideList = false): { readonly value: number; readonly span: Span } {
  const token = peek(reader);
  if (token.kind === 'symbol' && currencySign.test(token.text)) refuseCurrency(reader);
  if (token.kind !== 'number') unexpected(reader, ['a number'], 'Write a number such as 5 or 12.5.');
  if (!Number.isFinite(token.number)) refuse('syntax.number', spanOf(token), `The number ${token.text.slice(0, 40)} is too large.`, 'Write a smaller number.');
  take(reader);
  if (!insideList) {
    refuseThousands(reader, token);
    refuseDecimalComma(reader, token);
  }
  if (isSymbol(peek(reader), '%')) refusePercent(reader, token);
  const code = peek(reader);
  if (code.kind === 'word' && currencies.has(code.text)) {
    refuse('syntax.number', between(token, code), 'Amounts are written without a currency.', `Write ${token.text}: money is in the currency of the workspace.`);
  }
  return { value: token.number, span: spanFrom(reader, token) };
}

function refuseThousands(reader: Reader, first: Token): void {
  const groups: Token[] = [];
  for (let ahead = 0; isSymbol(peek(reader, ahead), ',') && peek(reader, ahead).glued; ahead += 2) {
    const group = peek(reader, ahead + 1);
    if (group.kind !== 'number' || !group.glued || !/^\d{3}(?:\.\d+)?$/.test(group.text)) break;
    groups.push(group);
  }
  const last = groups.at(-1);
  if (last === undefined) return;
  const written = first.text + groups.map((group) => group.text).join('');
  refuse('syntax.number', between(first, last), 'Numbers are written without thousands commas.', `Write ${written}.`);
}

/** `1.000,50` and `12,5` as they are written where the comma is the decimal sign. */
function refuseDecimalComma(reader: Reader, first: Token): void {
  const rest = /^(?:\.\d{3})*,\d{1,2}(?![\p{L}\p{N}_.,])/u.exec(reader.text.slice(first.end))?.[0];
  if (rest === undefined || !/^\d{1,3}(?:\.\d{3})?$|^\d+$/.test(first.text)) return;
  const [whole = '', decimals = ''] = (first.text + rest).split(',');
  refuse(
    'syntax.number',
    { offset: first.offset, length: first.end - first.offset + rest.length },
    'Numbers are written with a decimal point, and without signs between thousands.',
    `Write ${whole.replaceAll('.', '')}.${decimals}.`,
  );
}

function refusePercent(reader: Reader, number: Token): never {
  refuse(
    'syntax.number',
    between(number, peek(reader)),
    'Values are written without a percent sign.',
    `Shares go from 0 to 1: write ${Number((number.number / 100).toPrecision(12))}.`,
  );
}

function refuseCurrency(reader: Reader): never {
  const sign = peek(reader);
  const number = peek(reader, 1);
  const written = number.kind === 'number' ? number.text : '500';
  const span = number.kind === 'number' ? between(sign, number) : spanOf(sign);
  refuse('syntax.number', span, 'Amounts are written without a currency sign.', `Write ${written}: money is in the currency of the workspace.`);
}

const spanOf = (token: Token): Span => ({ offset: token.offset, length: token.end - token.offset });
const between = (first: Token, last: Token): Span => ({ offset: first.offset, length: last.end - first.offset });

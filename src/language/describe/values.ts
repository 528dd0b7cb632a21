import { countryName } from '../../core/index.ts';
import { isDate } from '../dates.ts';
import type { Literal } from '../tree.ts';
import type { ValueStyle } from './context.ts';

// Made when first used: to load what they know takes longer than most commands have for all their work.
const numbers = once(() => new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 }));
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A value as a shop owner would write it: £500, 12.5, 31 January 2026, United Kingdom, yes. */
export function writeValue(value: Literal, style: ValueStyle): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return writeNumber(value, style);
  if (style.kind === 'date' && isDate(value)) return writeDate(value);
  if (style.kind === 'country' && /^[A-Za-z]{2}$/.test(value)) return countryInSentence(value);
  return plain.test(value) && !/\b(?:and|or|unknown|known|not)\b/i.test(value) ? value : quote(value);
}

function countryInSentence(code: string): string {
  const name = countryName(code);
  return /^(?:United |Netherlands|Philippines|Bahamas|Maldives|Gambia|Isle )|(?: Islands| Republic)$/.test(name) ? `the ${name}` : name;
}

/** Texts that stand in a sentence without quotes and can not be misread. */
const plain = /^[\p{L}\p{N}](?:[\p{L}\p{N} '’&/.@+-]*[\p{L}\p{N}+])?$/u;

export const quote = (text: string): string => `“${text}”`;

function writeNumber(value: number, style: ValueStyle): string {
  switch (style.kind) {
    case 'money':
      return writeMoney(value, style.currency);
    case 'unit':
      return `${numbers().format(value)} ${style.unit}`;
    case 'plain':
    case 'country':
    case 'date':
      return numbers().format(value);
  }
}

function writeMoney(value: number, currency: string): string {
  const whole = Number.isInteger(value);
  try {
    return new Intl.NumberFormat('en-GB', {
      style: 'currency',
      currency,
      ...(whole ? { maximumFractionDigits: 0 } : { minimumFractionDigits: 2, maximumFractionDigits: 4 }),
    }).format(value);
  } catch {
    return `${numbers().format(value)} ${currency}`;
  }
}

/** `2026-01-31T09:30Z` → 31 January 2026 at 09:30 UTC. */
export function writeDate(date: string): string {
  const [, year = '', month = '', day = '', clock = '', zone = ''] = /^(\d{4})-(\d{2})-(\d{2})(?:T([\d:.]+)(Z|[+-][\d:]+)?)?$/.exec(date) ?? [];
  if (year === '') return quote(date);
  const words = `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`;
  if (clock === '') return words;
  return `${words} at ${clock}${zone === '' ? '' : zone === 'Z' ? ' UTC' : ` UTC${zone}`}`;
}

/** `a`, `a or b`, `a, b or c`. */
export function enumerate(words: readonly string[], join: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${join} ${last}`;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

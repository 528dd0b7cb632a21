import { reservedWords } from './parse/reserved.ts';

/** How names, texts and numbers are written in canonical text. */
const bare = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;

/** A name as the parser reads it back: bare where it can be, `rfm.segment`, else in quotes. */
export function formatName(name: string): string {
  const parts = name.split('.');
  const first = parts[0] ?? '';
  return parts.every((part) => bare.test(part)) && !reservedWords.has(first.toLowerCase()) ? name : formatQuoted(name);
}

/** Control characters, separators that editors eat, and halves of surrogate pairs travel as escapes. */
export function formatQuoted(text: string): string {
  const escaped = text.replaceAll(/["\\]/g, (character) => `\\${character}`).replaceAll(/[\p{Cc}\u2028\u2029\ufeff]|\p{Cs}/gu, escape);
  return `"${escaped}"`;
}

const escape = (character: string): string => {
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
};

export const formatNumber = (value: number): string => String(value);

/** `2 days`, `1 day`. */
export const formatDuration = (amount: number, unit: string): string => `${formatNumber(amount)} ${unit}${amount === 1 ? '' : 's'}`;

const dateShape = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;
/** True for `2026-01-31`, `2026-01-31T09:30`, and either with a zone: what may stand bare. */
export const isDateShaped = (text: string): boolean => dateShape.test(text);

/** Dates stand bare but after `between`, where bare dates would be a window. */
export function formatLiteral(value: string | number | boolean, bareDates: boolean): string {
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return String(value);
  return bareDates && isDateShaped(value) ? value : formatQuoted(value);
}

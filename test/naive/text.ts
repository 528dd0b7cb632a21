import type { Value } from './world.ts';

/**
 * Text as the language compares it: NFKC, letter case ignored one character at a time (so that ß is ss and a final sigma is a
 * sigma, wherever they stand), surrounding blanks gone.
 */
export function fold(text: string): string {
  const cased = Array.from(text.normalize('NFKC'), (character) => character.toLowerCase().toUpperCase().toLowerCase()).join('');
  return cased.normalize('NFKC').trim();
}

/** Absent, empty, or nothing but blanks. */
export function isUnknown(value: Value | undefined): value is null | undefined {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value === 'object') return value.every((element) => element.trim() === '');
  return false;
}

/** The number that a value is; undefined where it is none, never 0. */
export function asNumber(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(value)) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

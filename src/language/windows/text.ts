import { formatDuration } from '../format-text.ts';
import { durationUnit } from '../parse/reserved.ts';
import { parseNumber } from '../parse/literal.ts';
import { atWords, isWord, peek, place, type Reader, refuse, spanFrom, take, takeWords, unexpected } from '../parse/reader.ts';
import type { Token } from '../parse/token.ts';
import type { DateCondition, DurationUnit, Window } from '../tree.ts';

type DateWindow = DateCondition['window'];

const periodWords = ['week', 'month', 'quarter', 'year'] as const;

/** A window when one begins here. `in next` is for dates of customers alone. */
export function parseWindow(reader: Reader): Window | undefined {
  const first = peek(reader);
  if (takeWords(reader, 'in last') || takeWords(reader, 'in the last')) return place(reader, { kind: 'last' as const, ...parseLast(reader, first) }, first);
  if (takeWords(reader, 'today')) return place(reader, { kind: 'period' as const, period: 'day' as const, offset: 0 as const }, first);
  if (takeWords(reader, 'yesterday')) return place(reader, { kind: 'period' as const, period: 'day' as const, offset: -1 as const }, first);
  if (isWord(first, 'this', 'last')) return parsePeriod(reader);
  if (isWord(first, 'between') && peek(reader, 1).kind === 'date') {
    take(reader);
    const from = parseDate(reader);
    if (!takeWords(reader, 'and')) unexpected(reader, ['and'], 'A window of dates is written: between 2026-01-01 and 2026-03-31.');
    return place(reader, { kind: 'between' as const, from, to: parseDate(reader) }, first);
  }
  for (const kind of ['before', 'after', 'on'] as const) {
    if (isWord(first, kind)) {
      take(reader);
      return place(reader, { kind, date: parseDate(reader) }, first);
    }
  }
  return undefined;
}

/** A window of a customer's own date, which may also lie ahead: `in next 14 days`. */
export function parseDateWindow(reader: Reader): DateWindow | undefined {
  const first = peek(reader);
  if (!takeWords(reader, 'in next') && !takeWords(reader, 'in the next')) return parseWindow(reader);
  return place(reader, { kind: 'next' as const, ...parseDuration(reader) }, first);
}

/** `14 days`. */
export function parseDuration(reader: Reader): { readonly amount: number; readonly unit: DurationUnit } {
  const { value } = parseNumber(reader);
  const token = peek(reader);
  const unit = token.kind === 'word' ? durationUnit(token.text) : undefined;
  if (unit === undefined) {
    const hint = isWord(token, 'quarter', 'quarters') ? `Write ${3 * value} months.` : 'Write a number and a unit: 30 days.';
    unexpected(reader, ['minutes', 'hours', 'days', 'weeks', 'months', 'years'], hint);
  }
  take(reader);
  return { amount: value, unit };
}

function parseLast(reader: Reader, first: Token): { readonly amount: number; readonly unit: DurationUnit } {
  const token = peek(reader);
  if (isWord(token, ...periodWords)) {
    take(reader);
    const unit = token.text.toLowerCase();
    refuse(
      'syntax.unexpected',
      spanFrom(reader, first),
      `\`in last ${unit}\` could be two things.`,
      `Write \`last ${unit}\` for the whole ${unit} before this one, or \`in last ${unit === 'quarter' ? '3 months' : `1 ${unit}`}\` for the time up to now.`,
      [`last ${unit}`],
    );
  }
  return parseDuration(reader);
}

function parsePeriod(reader: Reader): Window | undefined {
  const first = peek(reader);
  const period = periodWords.find((word) => isWord(peek(reader, 1), word));
  if (period === undefined) return undefined;
  reader.index += 2;
  return place(reader, { kind: 'period' as const, period, offset: isWord(first, 'this') ? (0 as const) : (-1 as const) }, first);
}

function parseDate(reader: Reader): string {
  if (peek(reader).kind !== 'date') unexpected(reader, ['a date'], 'Write the date as 2026-01-31, or with a clock time as 2026-01-31T09:30.');
  return take(reader).text;
}

export const atWindow = (reader: Reader): boolean => atWords(reader, 'in last') || atWords(reader, 'in the last');

/** Canonical text. */
export function formatWindow(window: DateWindow): string {
  switch (window.kind) {
    case 'last':
    case 'next':
      return `in ${window.kind} ${formatDuration(window.amount, window.unit)}`;
    case 'period':
      if (window.period === 'day') return window.offset === 0 ? 'today' : 'yesterday';
      return `${window.offset === 0 ? 'this' : 'last'} ${window.period}`;
    case 'between':
      return `between ${window.from} and ${window.to}`;
    case 'before':
    case 'after':
    case 'on':
      return `${window.kind} ${window.date}`;
  }
}

/**
 * A day as somebody writes it, as `2026-01-31`: so, or in numbers by their locale (`31/01/2026`, `1/31/2026`, `31.1.26`). Where only one order of day and
 * month is possible, that one is meant. Undefined for days that there are not.
 */
export function typedDate(text: string, locale: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text.trim()) ?? [];
  if (year !== undefined) return existing(Number(year), Number(month), Number(day));
  const [, first, second, last] = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})\.?$/.exec(text.trim()) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const [one, two, in4] = [Number(first), Number(second), last.length === 2 ? 2000 + Number(last) : Number(last)];
  const asDayFirst = existing(in4, two, one);
  const asMonthFirst = existing(in4, one, two);
  return monthFirst(locale) ? (asMonthFirst ?? asDayFirst) : (asDayFirst ?? asMonthFirst);
}

/** A day as the locale writes it in numbers. */
export const writtenInNumbers = (date: Date, locale: string): string =>
  new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }).format(date);

function monthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' }).formatToParts(0).map(({ type }) => type);
  return parts.indexOf('month') < parts.indexOf('day') && parts.indexOf('year') > parts.indexOf('day');
}

function existing(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}

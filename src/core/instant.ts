/**
 * An instant is a whole number of microseconds since 1970-01-01T00:00:00Z, the resolution in which facts are kept.
 * A double holds it exactly until the year 2255.
 */
export type Instant = number & { readonly __unit: 'microseconds' };

export const microsecond = 1;
export const second = 1_000_000;
export const minute = 60 * second;
export const hour = 60 * minute;
/** In windows a day is 24 hours; calendar days are a matter of `calendar.ts`. */
export const day = 24 * hour;
export const week = 7 * day;

export const instant = (microseconds: number): Instant => Math.trunc(microseconds) as Instant;
export const fromMilliseconds = (milliseconds: number): Instant => instant(milliseconds * 1000);
export const toMilliseconds = (at: Instant): number => Math.floor(at / 1000);

/** ISO 8601 in UTC; fractions only where there are any: `2026-01-31T09:30:00Z`, `…00.000001Z`. */
export function formatInstant(at: Instant): string {
  const seconds = Math.floor(at / second);
  const rest = at - seconds * second;
  const whole = new Date(seconds * 1000).toISOString().slice(0, 19);
  return rest === 0 ? `${whole}Z` : `${whole}.${String(rest).padStart(6, '0').replace(/0+$/, '')}Z`;
}

/** Reads what `formatInstant` writes, and any ISO 8601 text with a zone. Undefined when it is none. */
export function parseInstant(text: string): Instant | undefined {
  const match = /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,9}))?(Z|[+-]\d{2}:?\d{2})$/i.exec(text.trim());
  if (match === null) return undefined;
  const [, local = '', fraction = '', zone = ''] = match;
  const milliseconds = Date.parse(`${local.replace(' ', 'T')}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`);
  if (Number.isNaN(milliseconds)) return undefined;
  return instant(milliseconds * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6)));
}

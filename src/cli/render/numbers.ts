/** Numbers, shares, money and times as a person reads them; the same everywhere in the terminal. */
export const wholeNumber = (value: number): string => new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 }).format(value);

export const share = (value: number): string =>
  new Intl.NumberFormat('en-GB', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);

export const money = (value: number, currency: string): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency, maximumFractionDigits: 0 }).format(value);

/** To the penny, for a single order. */
export const exactMoney = (value: number, currency: string): string => new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(value);

export const plural = (count: number, one: string, many = `${one}s`): string => `${wholeNumber(count)} ${count === 1 ? one : many}`;

/** An instant (ISO 8601, UTC) as local date and minute in the workspace's zone: `2026-06-01 09:30`. */
export function localTime(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant));
}

export const localDay = (instant: string, zone: string): string => localTime(instant, zone).slice(0, 10);

/** Fractions to two places; whole numbers and words as they are. */
export const readable = (value: unknown): string =>
  typeof value === 'number' && !Number.isInteger(value) ? String(Math.round(value * 100) / 100) : String(value);

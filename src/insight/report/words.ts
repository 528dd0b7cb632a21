import { shareOf, type Instant, localDate, writtenDate } from '../../core/index.ts';

/** Numbers in the words of the report. English; the workspace's currency. */
export type Words = {
  /** `£1,847`, with pence below 100. */
  readonly money: (amount: number) => string;
  /** `£1.8k`, for charts. */
  readonly shortMoney: (amount: number) => string;
};

export function wordsIn(currency: string): Words {
  const format = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    try {
      return new Intl.NumberFormat('en-GB', { style: 'currency', currency, ...options });
    } catch {
      return new Intl.NumberFormat('en-GB', options);
    }
  };
  const whole = format({ maximumFractionDigits: 0 });
  const exact = format({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const short = format({ notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 });
  return {
    money: (amount) => (Math.abs(amount) >= 100 || Number.isInteger(amount) ? whole : exact).format(amount),
    shortMoney: (amount) =>
      short
        .formatToParts(amount)
        .map(({ type, value }) => (type === 'compact' ? value.toLowerCase() : value))
        .join(''),
  };
}

const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
export const count = (value: number): string => plain.format(value);

/** `1 customer`, `1,284 customers`. */
export const counted = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value === 1 ? one : many}`;

/** `38%`; `0.4%` below one; `under 0.1%` rather than a zero that isn't one, `more than 99%` rather than an all that isn't. */
export function share(value: number): string {
  const percent = value * 100;
  if (percent === 0) return '0%';
  if (Math.abs(percent) < 0.1) return 'under 0.1%';
  return Math.abs(percent) < 1 ? `${percent.toFixed(1)}%` : shareOf(value);
}

/** `34 days`, `1 day`, `today`. */
export const days = (value: number): string => (Math.round(value) === 0 ? 'less than a day' : counted(Math.round(value), 'day'));

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** `22 November 2026`, in the workspace's zone. */
export const dateOf = (at: number, zone: string): string => writtenDate(localDate(at as Instant, zone));
/** `Nov 2026`, `Q4 2026` or `22 Nov` for the local date on which a period starts: a year of two digits reads like a day. */
export function periodName(starts: string, unit: 'week' | 'month' | 'quarter'): string {
  const date = new Date(starts);
  if (unit === 'week') return shortDay.format(date);
  if (unit === 'month') return monthFormat.format(date);
  return `Q${Math.floor(date.getUTCMonth() / 3) + 1} ${date.getUTCFullYear()}`;
}

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

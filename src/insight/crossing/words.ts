import { periodName } from '../report/words.ts';

const format = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });
/** `1,234.5`. */
export const number = (value: number): string => format.format(value);

/** `Jan 2026` for the month that a local date begins. */
export const monthWords = (starts: string): string => periodName(starts, 'month');

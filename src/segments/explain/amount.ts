import { writeValue } from '../../language/index.ts';

/** Money as the sentence of a definition writes it, to two decimals: `£1,234.50`. */
export const amount = (value: number, currency: string): string => writeValue(Math.round(value * 100) / 100, { kind: 'money', currency });

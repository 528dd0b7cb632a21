/** Money in a sentence: `1,234.50 EUR`. */
export const amount = (value: number, currency: string): string =>
  `${value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} ${currency}`;

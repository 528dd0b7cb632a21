/** Numbers, shares and money as a person reads them; the same everywhere in the terminal. */
export const wholeNumber = (value: number): string => new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 }).format(value);

export const share = (value: number): string => new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 }).format(value);

export const money = (value: number, currency: string): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency, maximumFractionDigits: Math.abs(value) >= 1000 ? 0 : 2 }).format(value);

export const plural = (count: number, one: string, many = `${one}s`): string => `${wholeNumber(count)} ${count === 1 ? one : many}`;

/** Whether this person's spreadsheet writes 2,50: then it sets the cells of a CSV apart by semicolons, and takes 2.50 for a text or a date. */
export const writesComma = (locale: string): boolean =>
  new Intl.NumberFormat(locale).formatToParts(0.5).some(({ type, value }) => type === 'decimal' && value === ',');

/** Said to the server where it writes the file. */
export const decimalMark = (): string => (writesComma(navigator.language) ? 'comma' : 'point');

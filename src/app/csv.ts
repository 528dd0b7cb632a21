/** Who reads it. `safe` is for people's spreadsheets, `comma` for those of countries that write 2,50: they set cells apart by semicolons and take 2.50 for a text or a date. */
export type CsvStyle = { readonly safe: boolean; readonly comma?: boolean | undefined };

/**
 * One line of CSV (RFC 4180) without its line end. `safe` guards cells against spreadsheets that would run them: a cell that
 * begins with `= + - @`, tab or carriage return gets a leading `'`; numbers are left alone.
 */
export function csvLine(values: readonly unknown[], style: CsvStyle): string {
  return values.map((value) => cell(value, style)).join(style.comma === true ? ';' : ',');
}

/** The first line: the names of the columns. For a spreadsheet it begins with a byte order mark, without which Excel takes UTF-8 for the old letters of Windows. */
export const csvHeader = (names: readonly string[], style: CsvStyle): string => `${style.safe ? '\u{feff}' : ''}${csvLine(names, style)}\n`;

function cell(value: unknown, { safe, comma = false }: CsvStyle): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return comma ? String(value).replace('.', ',') : String(value);
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : Array.isArray(value) ? value.join('; ') : JSON.stringify(value);
  const guarded = safe && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return (comma ? /[";\r\n]/ : /[",\r\n]/).test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

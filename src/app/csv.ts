/**
 * One line of CSV (RFC 4180) without its line end. `safe` guards cells against spreadsheets that would run them: a cell that
 * begins with `= + - @`, tab or carriage return gets a leading `'`; numbers are left alone.
 */
export function csvLine(values: readonly unknown[], safe = false): string {
  return values.map((value) => cell(value, safe)).join(',');
}

/** The first line: the names of the columns. For a spreadsheet it begins with a byte order mark, without which Excel takes UTF-8 for the old letters of Windows. */
export const csvHeader = (names: readonly string[], safe = false): string => `${safe ? '\u{feff}' : ''}${csvLine(names, safe)}\n`;

function cell(value: unknown, safe: boolean): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : Array.isArray(value) ? value.join('; ') : JSON.stringify(value);
  const guarded = safe && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

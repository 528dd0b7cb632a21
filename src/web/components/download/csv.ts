/**
 * RFC 4180, with a byte order mark for spreadsheets. A cell that a spreadsheet would run as a formula is kept text by an apostrophe. With `comma` numbers have a decimal
 * comma and cells are set apart by semicolons, as the spreadsheets of such countries read them.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly (string | number | null)[])[], comma = false): string {
  return `\u{feff}${[header, ...rows].map((row) => row.map((value) => cell(value, comma)).join(comma ? ';' : ',')).join('\r\n')}\r\n`;
}

function cell(value: string | number | null, comma: boolean): string {
  if (value === null) return '';
  if (typeof value === 'number') return comma ? String(value).replace('.', ',') : String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return (comma ? /[";\r\n]/ : /[",\r\n]/).test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

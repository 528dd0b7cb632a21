import type { CellValue } from 'exceljs';

/** A cell's value as text: formulas by their result, dates as ISO text, rich text without its formats, errors as nothing. */
export function cellText(value: CellValue | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return dateText(value);
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return numberText(value);
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      return objectText(value);
  }
}

function objectText(value: Exclude<CellValue, string | number | boolean | Date | null | undefined>): string | null {
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('hyperlink' in value) return typeof value.text === 'string' ? value.text : cellText(value.text);
  if ('error' in value) return null;
  if ('result' in value) return cellText(value.result);
  return null;
}

/** Workbooks keep dates as days without a zone, which the reader gives in UTC. Times of midnight are dates. */
function dateText(date: Date): string | null {
  if (Number.isNaN(date.getTime())) return null;
  const rounded = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  // A time without a date lies on the day on which their calendar begins.
  if (rounded < '1900') return rounded.slice(11, 19);
  return rounded.endsWith('T00:00:00.000Z') ? rounded.slice(0, 10) : rounded.slice(0, 19).replace('T', ' ');
}

/** As a spreadsheet shows it: 15 significant digits, without an exponent where that is possible. */
function numberText(value: number): string {
  const rounded = Number(value.toPrecision(15));
  return Number.isInteger(rounded) && Math.abs(rounded) < 1e21 ? BigInt(rounded).toString() : String(rounded);
}

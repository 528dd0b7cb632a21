import { stripVTControlCharacters, styleText } from 'node:util';

export type TableColumn<T> = {
  readonly title: string;
  readonly align?: 'left' | 'right';
  readonly max?: number;
  readonly cell: (row: T) => string;
  readonly style?: (text: string, row: T) => string;
};

/** Rows as aligned text; control characters in data can not move the cursor. */
export function renderTable<T>(columns: readonly TableColumn<T>[], rows: readonly T[]): string {
  const cells = rows.map((row) => columns.map((column) => clip(safeText(column.cell(row)), column.max ?? 48)));
  const styled = cells.map((line, at) => line.map((text, index) => style(text, columns[index], rows[at])));
  const widths = columns.map((column, index) => Math.max(width(column.title), ...cells.map((line) => width(line[index] ?? ''))));
  const line = (values: readonly string[]): string =>
    values
      .map((value, index) => pad(value, widths[index] ?? 0, columns[index]?.align ?? 'left'))
      .join('  ')
      .trimEnd();
  return [styleText('dim', line(columns.map((column) => column.title))), ...styled.map(line)].join('\n');
}

/** The same, and nothing where there is no row: headings alone say nothing. */
export const renderRows = <T>(columns: readonly TableColumn<T>[], rows: readonly T[]): string => (rows.length === 0 ? '' : renderTable(columns, rows));

/** Text from data, made safe for a terminal: no control characters, no line breaks. */
export function safeText(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/\p{Cc}+/gu, ' ');
}

function style<T>(text: string, column: TableColumn<T> | undefined, row: T | undefined): string {
  return column?.style === undefined || row === undefined ? text : column.style(text, row);
}

const width = (text: string): number => Array.from(stripVTControlCharacters(text)).length;

function clip(text: string, max: number): string {
  const characters = Array.from(text);
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`;
}

function pad(text: string, size: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, size - width(text)));
  return align === 'right' ? space + text : text + space;
}

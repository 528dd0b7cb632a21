import type { Staged } from '../../contract/index.ts';
import { ClienteleError, type Effects } from '../../core/index.ts';
import type { LoadValue, Warehouse } from '../../warehouse/index.ts';
import { headerNames } from '../header-names.ts';
import type { ReadOptions } from '../input.ts';
import { cellText } from './cell-text.ts';
import { zipSize } from './zip-size.ts';

/** Workbooks are read row by row in memory, so they are limited; larger tables belong into CSV or Parquet. */
const mostPacked = 100 << 20;
const mostUnpacked = 1 << 30;
const mostColumns = 2000;

/** Reads one sheet of an XLSX workbook: the first that holds anything, or the one that `sheet` names. The first row is the header. */
export async function stageWorkbook(
  warehouse: Warehouse,
  file: { readonly path: string; readonly name: string },
  options: ReadOptions,
  effects: Pick<Effects, 'progress'>,
): Promise<Staged> {
  await checkSize(file);
  effects.progress({ label: `reading ${file.name}`, done: 0 });
  const rows = await sheetRows(file, options.sheet);
  const first = rows.find((row) => row.cells.some((cell) => cell !== null && cell.trim() !== ''));
  if (first === undefined) throw new ClienteleError('file.empty', { file: file.name });
  const hasHeader = options.header ?? options.columns === undefined;
  const records = rows.filter((row) => (!hasHeader || row.line > first.line) && row.cells.some((cell) => cell !== null && cell !== ''));
  if (records.length === 0) throw new ClienteleError('file.empty', { file: file.name });
  const width = Math.min(
    mostColumns,
    rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0),
  );
  const headers = headerNames(hasHeader ? first.cells : (options.columns ?? []), width);
  const table = options.table ?? 'staged';
  const columns = [{ name: 'line', type: 'BIGINT' } as const, ...headers.map((_, index) => ({ name: `c${index}`, type: 'VARCHAR' }) as const)];
  await warehouse.load(table, columns, loadable(records, headers.length));
  return { table, headers, rows: records.length, unreadable: [], format: { kind: 'xlsx', hasHeader }, name: file.name };
}

type SheetRow = { readonly line: number; readonly cells: readonly (string | null)[] };

function* loadable(rows: readonly SheetRow[], width: number): Iterable<readonly LoadValue[]> {
  for (const row of rows) yield [row.line, ...Array.from({ length: width }, (_, index) => row.cells[index] ?? null)];
}

async function checkSize(file: { readonly path: string; readonly name: string }): Promise<void> {
  const size = await zipSize(file.path);
  if (size === undefined)
    throw new ClienteleError('file.unreadable', { file: file.name, detail: 'it is cut off or damaged.', hint: 'Save or fetch it again.' });
  if (!size.names.some((name) => name.startsWith('xl/'))) {
    throw new ClienteleError('file.unreadable', {
      file: file.name,
      detail: 'it is a zip archive, not a workbook.',
      hint: 'Unpack it and import the files in it.',
    });
  }
  const limit = size.packed > mostPacked ? '100 MB' : size.unpacked > mostUnpacked ? '1 GB when unpacked' : undefined;
  if (limit !== undefined) throw new ClienteleError('file.too-large', { file: file.name, limit, hint: 'Save the sheet as CSV and import that.' });
}

/** The rows of one sheet, with their numbers in it. */
async function sheetRows(file: { readonly path: string; readonly name: string }, wanted: string | undefined): Promise<readonly SheetRow[]> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.readFile(file.path);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new ClienteleError('file.unreadable', { file: file.name, detail, hint: 'Save it as CSV and import that.' }, {}, cause);
  }
  const sheets = workbook.worksheets;
  const sheet =
    wanted === undefined
      ? (sheets.find((one) => one.actualRowCount > 0) ?? sheets[0])
      : (sheets.find((one) => one.name === wanted) ?? sheets[Number(wanted) - 1]);
  if (sheet === undefined) {
    throw new ClienteleError('usage', { detail: `${file.name} has no sheet "${wanted ?? '1'}"; it has ${sheets.map((one) => one.name).join(', ')}.` });
  }
  const rows: SheetRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, line) => {
    const cells: (string | null)[] = [];
    for (let column = 1; column <= Math.min(row.cellCount, mostColumns); column += 1) cells.push(cellText(row.getCell(column).value));
    rows.push({ line, cells });
  });
  return rows;
}

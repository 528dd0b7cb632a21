import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { type ImportReport, rejectsHeaders, type Staged } from '../contract/index.ts';
import { ident, join, sql } from '../sql/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import type { Rejection } from './check/rejections.ts';

/** Rejected rows grouped by reason and column, most frequent first, with one example each. */
export async function groupRejects(warehouse: Warehouse, staged: Staged, rejections: readonly Rejection[]): Promise<ImportReport['rejects']> {
  const groups = await warehouse.rows<{ reject: number; rows: number; line: number }>(sql`
    select reject, count(*) as rows, min(line) as line from ingest_checked where reject is not null group by reject order by rows desc, reject`);
  const found: ImportReport['rejects'][number][] = [];
  for (const group of groups) {
    const rejection = rejections[group.reject - 1];
    if (rejection === undefined) continue;
    const example = await cellAt(warehouse, staged, rejection.header, group.line);
    found.push({ reason: rejection.reason, column: rejection.header, rows: group.rows, example, line: group.line, fix: rejection.fix });
  }
  return [...found, ...groupUnreadable(staged)];
}

async function cellAt(warehouse: Warehouse, staged: Staged, header: string | null, line: number): Promise<string> {
  const cells = cellsOf(staged, header);
  if (cells.length === 0) return '';
  const found = await warehouse.row<{ example: string | null }>(
    sql`select concat_ws(' ', ${join(cells)}) as example from ${ident(staged.table)} s where line = ${line} limit 1`,
  );
  return (found?.example ?? '').slice(0, 200);
}

const cellsOf = (staged: Staged, header: string | null) =>
  staged.headers.flatMap((name, index) => (header !== null && (name === header || header.split(', ').includes(name)) ? [ident('s', `c${index}`)] : []));

function groupUnreadable(staged: Staged): ImportReport['rejects'] {
  const groups = new Map<string, { rows: number; line: number; example: string }>();
  for (const { line, reason, text } of staged.unreadable) {
    const known = groups.get(reason);
    groups.set(reason, known === undefined ? { rows: 1, line, example: text.slice(0, 200) } : { ...known, rows: known.rows + 1 });
  }
  const fix = 'Correct the line in the file, or export it again.';
  const told = [...groups].map(([reason, group]) => ({ reason, column: null, ...group, fix }));
  const untold = (staged.unreadableCount ?? 0) - staged.unreadable.length;
  if (untold <= 0) return told;
  return [...told, { reason: 'further lines that could not be read', column: null, rows: untold, line: staged.unreadable.at(-1)?.line ?? 0, example: '', fix }];
}

/** Writes every rejected row to a temporary file beside `file`, on disk when this resolves, and returns its name (`file.….part`); undefined when there is none. */
export async function writeRejects(warehouse: Warehouse, staged: Staged, rejections: readonly Rejection[], file: string): Promise<string | undefined> {
  const count = await warehouse.row<{ n: number }>(sql`select count(*) as n from ingest_checked where reject is not null`);
  if ((count?.n ?? 0) + staged.unreadable.length === 0) return undefined;
  const temporary = `${file}.${randomUUID()}.part`;
  const out = openSync(temporary, 'wx');
  try {
    writeSync(out, csvLine([...rejectsHeaders, ...staged.headers]));
    for (const { line, reason, text } of staged.unreadable) writeSync(out, csvLine([String(line), '', reason, text]));
    await writeRows(warehouse, staged, rejections, out);
    fsyncSync(out);
    return temporary;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(out);
  }
}

async function writeRows(warehouse: Warehouse, staged: Staged, rejections: readonly Rejection[], out: number): Promise<void> {
  const cells = staged.headers.map((_, index) => ident('s', `c${index}`));
  await warehouse.chunks(
    sql`select c.line, c.reject, ${join(cells)} from ingest_checked c join ${ident(staged.table)} s using (line) where c.reject is not null order by c.line`,
    (columns, rows) => {
      const lines: string[] = [];
      for (let row = 0; row < rows; row += 1) {
        const [line, reject, ...raw] = columns.map(({ values }) => values[row]);
        const rejection = rejections[Number(reject) - 1];
        const value = staged.headers.map((name, index) => (rejection?.header === name ? text(raw[index]) : '')).join('');
        lines.push(csvLine([String(line), rejection?.header ?? '', rejection?.reason ?? '', value, ...raw.map(text)]));
      }
      writeSync(out, lines.join(''));
    },
  );
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** For people and spreadsheets: a cell that could be taken for a formula gets an apostrophe. */
const csvLine = (cells: readonly string[]): string =>
  `${cells
    .map((cell) => (/^[=+@\t\r-]/.test(cell) && !/^-?[\d.,]+$/.test(cell) ? `'${cell}` : cell))
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')}\r\n`;

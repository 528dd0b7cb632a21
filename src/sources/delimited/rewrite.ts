import { isUtf8 } from 'node:buffer';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { type Dialect, whiteSpace } from './dialect.ts';
import { readRecords } from './read-records.ts';
import { type Expectation, type LineJumps, acceptable, jumpKeeper } from './survey.ts';

/** A line that is no record: how many there were is exact, the texts are a bounded sample. */
export type UnreadableLine = { readonly line: number; readonly reason: string; readonly text: string };

export type Rewritten = {
  readonly records: number;
  readonly jumps: LineJumps;
  readonly unreadable: readonly UnreadableLine[];
  readonly unreadableCount: number;
  /** Cells of the widest record. */
  readonly width: number;
};

/** More unreadable lines than this mean that the file is something else; each is kept with its beginning, the first ones with more. */
export const keptUnreadable = 100_000;
const keptText = (before: number): number => (before < 1000 ? 2000 : 200);
const flushAt = 1 << 18;

/** The plainest dialect there is, which the engine reads without a doubt: comma, doubled quotes, line feeds. */
export const plainDialect: Dialect = { delimiter: ',', quote: '"', escape: '"' };

/**
 * Writes a file again in the plain dialect, without header, blank lines and lines that are no records.
 * Rows of differing length (`expected.cells` undefined) are padded to `padTo` cells.
 */
export async function rewrite(bytes: AsyncIterable<Buffer>, dialect: Dialect, expected: Expectation, padTo: number, path: string): Promise<Rewritten> {
  const output = createWriteStream(path);
  const failure = once(output, 'error').then(([error]) => Promise.reject(error as Error));
  failure.catch(() => undefined);
  const pending: string[] = [];
  const unreadable: UnreadableLine[] = [];
  const keeper = jumpKeeper();
  let size = 0;
  let records = 0;
  let unreadableCount = 0;
  let width = 0;
  let headerToCome = expected.hasHeader;
  const throttled = async function* (): AsyncIterable<Buffer> {
    for await (const part of bytes) {
      yield part;
      if (size < flushAt) continue;
      if (!output.write(pending.join(''))) await Promise.race([once(output, 'drain'), failure]);
      pending.length = 0;
      size = 0;
    }
  };
  await readRecords(throttled(), dialect, acceptable(expected), (buffer, start, scan, line, fault) => {
    if (scan.blank) return;
    if (headerToCome) {
      headerToCome = false;
      return;
    }
    const text = buffer.toString('utf8', start, scan.end);
    const badBytes = text.includes('\uFFFD') && !isUtf8(buffer.subarray(start, scan.end));
    if (fault !== undefined || badBytes) {
      unreadableCount += 1;
      if (unreadable.length < keptUnreadable)
        unreadable.push({ line, reason: reasonFor(fault, scan.cells, expected), text: text.slice(0, keptText(unreadable.length)) });
      return;
    }
    const cells = cellsOf(text, dialect);
    width = Math.max(width, cells.length);
    while (cells.length < padTo) cells.push(null);
    const written = `${cells.length === 1 && cells[0] === '' ? '""' : cells.map(plainCell).join(',')}\n`;
    pending.push(written);
    size += written.length;
    keeper.see(records, line);
    records += 1;
  });
  output.end(pending.join(''));
  await Promise.race([once(output, 'close'), failure]);
  return { records, jumps: keeper.jumps, unreadable, unreadableCount, width };
}

function reasonFor(fault: 'cells' | 'quote' | undefined, cells: number, expected: Expectation): string {
  switch (fault) {
    case 'cells':
      return `${cells} ${cells === 1 ? 'cell' : 'cells'} where ${expected.cells ?? cells} are expected`;
    case 'quote':
      return 'a quote is opened and never closed, or closed in the middle of a cell';
    case undefined:
      return 'characters that its encoding does not have';
  }
}

/** Text of each cell of one whole record. A cell that is missing is null, one that is empty is empty text. */
export function cellsOf(record: string, dialect: Dialect): (string | null)[] {
  if (dialect.delimiter === whiteSpace) return record.trim().split(/[ \t]+/);
  const { delimiter, quote, escape } = dialect;
  if (quote === null || !record.includes(quote)) return record.split(delimiter);
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const start = afterSpaces(record, at);
    if (record[start] === quote) {
      const [text, after] = quotedCell(record, start + 1, quote, escape);
      cells.push(text);
      at = record.indexOf(delimiter, after);
    } else {
      const end = record.indexOf(delimiter, at);
      cells.push(record.slice(at, end === -1 ? undefined : end));
      at = end;
    }
    if (at === -1) return cells;
    at += delimiter.length;
  }
}

/** Blanks around a quoted cell are no part of it. */
export function afterSpaces(record: string, from: number): number {
  let at = from;
  while (record[at] === ' ') at += 1;
  return at;
}

function quotedCell(record: string, from: number, quote: string, escape: string): [string, number] {
  let text = '';
  let at = from;
  while (at < record.length) {
    const character = record[at] ?? '';
    if (character === escape && escape !== quote) {
      text += record[at + 1] ?? '';
      at += 2;
    } else if (character === quote) {
      if (escape !== quote || record[at + 1] !== quote) return [text, at + 1];
      text += quote;
      at += 2;
    } else {
      text += character;
      at += 1;
    }
  }
  return [text, at];
}

/** Missing cells are written bare and quoted ones in quotes, so that the engine can tell them apart. */
const plainCell = (cell: string | null): string => (cell === null ? '\u0001' : /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

import { type Dialect, whiteSpace } from './dialect.ts';

/** Where one record of a buffer ends, and what was met on the way. Reused between calls, for speed. */
export type RecordScan = {
  /** After the record's last byte, line ending not counted. */
  end: number;
  /** Where the next record starts. */
  next: number;
  cells: number;
  /** Physical lines it takes: more than 1 when a quoted cell holds line breaks. */
  lines: number;
  /** Only white space between two line ends. */
  blank: boolean;
  /** A quote was met anywhere. */
  quotes: boolean;
  ending: 'lf' | 'crlf' | 'cr' | 'none';
  outcome: 'record' | 'incomplete' | 'broken-quote';
};

export const newScan = (): RecordScan => ({ end: 0, next: 0, cells: 0, lines: 0, blank: false, quotes: false, ending: 'none', outcome: 'record' });

/** Makes the scanner for a dialect. `final` says that no more bytes will come after `limit`. */
export function recordScanner(dialect: Dialect): (bytes: Buffer, from: number, limit: number, final: boolean, scan: RecordScan) => void {
  const spaced = dialect.delimiter === whiteSpace;
  const delimiter = spaced ? -1 : dialect.delimiter.charCodeAt(0);
  const quote = dialect.quote === null || spaced ? -1 : dialect.quote.charCodeAt(0);
  const escape = dialect.escape === dialect.quote ? quote : dialect.escape.charCodeAt(0);

  return (bytes, from, limit, final, scan) => {
    let at = from;
    scan.cells = 1;
    scan.lines = 1;
    scan.blank = true;
    scan.quotes = false;
    for (;;) {
      // At the start of a cell.
      let start = at;
      if (quote !== -1) {
        while (start < limit && bytes[start] === 32) start += 1;
        if (start < limit && bytes[start] === quote) {
          scan.blank = false;
          scan.quotes = true;
          at = afterQuoted(bytes, start + 1, limit, scan);
          if (at === -1) {
            scan.outcome = final ? 'broken-quote' : 'incomplete';
            return;
          }
          while (at < limit && bytes[at] === 32) at += 1;
          if (at < limit && bytes[at] !== delimiter && bytes[at] !== 10 && bytes[at] !== 13) {
            scan.outcome = 'broken-quote';
            return;
          }
        }
      }
      // To the end of the cell.
      let byte = -1;
      while (at < limit) {
        byte = bytes[at] ?? -1;
        if (byte === delimiter || byte === 10 || byte === 13) break;
        if (byte === quote) scan.quotes = true;
        if (byte !== 32 && byte !== 9) scan.blank = false;
        at += 1;
      }
      if (at < limit && byte === delimiter) {
        scan.blank = false;
        scan.cells += 1;
        at += 1;
        continue;
      }
      if (at >= limit && !final) {
        scan.outcome = 'incomplete';
        return;
      }
      finish(bytes, at, limit, final, scan);
      if (scan.outcome === 'record' && spaced) scan.cells = spacedCells(bytes, from, scan.end);
      return;
    }
  };

  /** After the closing quote, or −1 when the bytes end before it. */
  function afterQuoted(bytes: Buffer, from: number, limit: number, scan: RecordScan): number {
    let at = from;
    while (at < limit) {
      const byte = bytes[at];
      if (byte === escape && escape !== quote) at += 2;
      else if (byte === quote) {
        if (escape === quote && at + 1 < limit && bytes[at + 1] === quote) at += 2;
        else if (at + 1 >= limit) return closedAtLimit(at, limit);
        else return at + 1;
      } else {
        if (byte === 10 || (byte === 13 && bytes[at + 1] !== 10)) scan.lines += 1;
        at += 1;
      }
    }
    return -1;
  }
}

/** A quote as the very last byte so far closes the cell only when nothing follows; the caller asks again with more bytes otherwise. */
const closedAtLimit = (at: number, limit: number): number => Math.min(at + 1, limit);

function finish(bytes: Buffer, at: number, limit: number, final: boolean, scan: RecordScan): void {
  scan.end = at;
  scan.outcome = 'record';
  if (at >= limit) {
    scan.next = at;
    scan.ending = 'none';
    return;
  }
  if (bytes[at] === 10) {
    scan.next = at + 1;
    scan.ending = 'lf';
    return;
  }
  if (at + 1 >= limit && !final) {
    scan.outcome = 'incomplete';
    return;
  }
  const pair = bytes[at + 1] === 10 && at + 1 < limit;
  scan.next = at + (pair ? 2 : 1);
  scan.ending = pair ? 'crlf' : 'cr';
}

function spacedCells(bytes: Buffer, from: number, end: number): number {
  let cells = 0;
  let inside = false;
  for (let at = from; at < end; at += 1) {
    const blank = bytes[at] === 32 || bytes[at] === 9;
    if (!blank && !inside) cells += 1;
    inside = !blank;
  }
  return cells;
}

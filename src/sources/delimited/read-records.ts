import type { Dialect } from './dialect.ts';
import { newScan, type RecordScan, recordScanner } from './scan-record.ts';
import type { Skim } from './skim-lines.ts';

/** One record or one physical line that is none, where it stands, and what is wrong with it. */
export type RecordVisit = (bytes: Buffer, start: number, scan: RecordScan, line: number, fault: RecordFault | undefined) => void;
export type RecordFault = 'cells' | 'quote';

/** A record longer than this is an opening quote that nobody closed. */
const longestRecord = 4 << 20;

/**
 * Cuts UTF-8 bytes into records and tells each to `visit`, with its physical line (from 1). A record whose quoting is broken, or that
 * has the wrong number of cells after running over several lines, costs its first line only: reading goes on at the line below, so
 * that one stray quote never swallows the good rows after it. What `skim` takes is not told to `visit`.
 */
export async function readRecords(
  bytes: AsyncIterable<Buffer>,
  dialect: Dialect,
  accepts: (cells: number) => boolean,
  visit: RecordVisit,
  skim?: Skim,
): Promise<void> {
  const scanNext = recordScanner(dialect);
  const scan = newScan();
  let line = 1;

  const consume = (buffer: Buffer, final: boolean): number => {
    let at = 0;
    while (at < buffer.length) {
      if (skim !== undefined) {
        const skimmed = skim(buffer, at, line);
        line += skimmed.lines;
        at = skimmed.next;
        if (at >= buffer.length) return at;
      }
      scanNext(buffer, at, buffer.length, final, scan);
      if (scan.outcome === 'incomplete') {
        if (buffer.length - at < longestRecord) return at;
        scan.outcome = 'broken-quote';
      }
      if (scan.outcome === 'record' && (scan.blank || accepts(scan.cells))) visit(buffer, at, scan, line, undefined);
      else {
        const fault = scan.outcome === 'record' ? 'cells' : 'quote';
        if (fault === 'quote' || scan.lines > 1) toFirstLine(buffer, at, scan);
        visit(buffer, at, scan, line, fault);
      }
      line += scan.lines;
      at = scan.next;
    }
    return at;
  };

  let rest: Buffer = Buffer.alloc(0);
  for await (const part of bytes) {
    const buffer = rest.length === 0 ? part : Buffer.concat([rest, part]);
    rest = buffer.subarray(consume(buffer, false));
  }
  consume(rest, true);
}

/** Shrinks what was scanned to the physical line on which it began. */
function toFirstLine(buffer: Buffer, start: number, scan: RecordScan): void {
  let at = start;
  while (at < buffer.length && buffer[at] !== 10 && buffer[at] !== 13) at += 1;
  scan.end = at;
  scan.next = Math.min(buffer.length, buffer[at] === 13 && buffer[at + 1] === 10 ? at + 2 : at + 1);
  scan.lines = 1;
}

import { isUtf8 } from 'node:buffer';
import { type Dialect, whiteSpace } from './dialect.ts';
import { readRecords, type RecordVisit } from './read-records.ts';
import { lineSkimmer } from './skim-lines.ts';

/** What a whole file turned out to be. */
export type Survey = {
  /** Data records, the header and blank lines not counted. */
  readonly records: number;
  /** The engine can read the file as it stands: one line ending, every record whole, no stray blanks. */
  readonly regular: boolean;
  readonly validUtf8: boolean;
  readonly jumps: LineJumps;
};

/** From the record with this number (from 0) on, the physical line is `record + shift`. Ascending; the first is for record 0. */
export type LineJumps = readonly { readonly record: number; readonly shift: number }[];

export type Expectation = {
  /** Cells of a whole record; undefined when rows differ in length by nature. */
  readonly cells: number | undefined;
  readonly hasHeader: boolean;
};

/** One pass over UTF-8 bytes, which keeps nothing. */
export async function survey(bytes: AsyncIterable<Buffer>, dialect: Dialect, expected: Expectation): Promise<Survey> {
  const counted = utf8Watch(bytes);
  const keeper = jumpKeeper();
  let records = 0;
  let headerToCome = expected.hasHeader;
  let regular = expected.cells !== undefined;
  let ending: string | undefined;
  const ends = (how: string): void => {
    ending ??= how;
    if (ending !== how) regular = false;
  };
  const skim = lineSkimmer(
    dialect,
    expected.cells ?? 0,
    (line) => {
      ends('lf');
      if (!headerToCome) {
        keeper.see(records, line);
        records += 1;
      }
      headerToCome = false;
    },
    () => {
      ends('lf');
      if (headerToCome) regular = false;
    },
  );
  const visit: RecordVisit = (_buffer, start, scan, line, fault) => {
    if (scan.ending !== 'none') ends(scan.ending);
    if (fault !== undefined || (!scan.blank && expected.cells !== undefined && scan.cells !== expected.cells)) regular = false;
    if (scan.blank) {
      if (scan.end > start || headerToCome || expected.cells === 1) regular = false;
      return;
    }
    if (headerToCome) {
      headerToCome = false;
      if (scan.lines > 1) regular = false;
      return;
    }
    if (fault !== undefined) return;
    keeper.see(records, line);
    records += 1;
  };
  // In a file of one column a line of blanks is an empty cell, and whether one is there only the slow road tells.
  const skimmable = expected.cells !== undefined && expected.cells > 1 && dialect.delimiter !== whiteSpace;
  await readRecords(counted.bytes, dialect, acceptable(expected), visit, skimmable ? skim : undefined);
  return { records, regular: regular && ending !== 'cr', validUtf8: counted.valid(), jumps: keeper.jumps };
}

export const acceptable = (expected: Expectation) => (cells: number) => expected.cells === undefined || cells === expected.cells;

/** Remembers only where the distance between record and line changes. */
export function jumpKeeper(): { readonly see: (record: number, line: number) => void; readonly jumps: { record: number; shift: number }[] } {
  const jumps: { record: number; shift: number }[] = [];
  let shift = Number.NaN;
  return {
    jumps,
    see: (record, line) => {
      if (line - record === shift) return;
      shift = line - record;
      jumps.push({ record, shift });
    },
  };
}

/** Checks each part natively; a character cut by the end of a part is carried into the next. */
function utf8Watch(bytes: AsyncIterable<Buffer>): { readonly bytes: AsyncIterable<Buffer>; readonly valid: () => boolean } {
  let valid = true;
  async function* watched(): AsyncIterable<Buffer> {
    let carried: Buffer = Buffer.alloc(0);
    for await (const part of bytes) {
      if (valid) {
        const joined = carried.length === 0 ? part : Buffer.concat([carried, part]);
        const cut = wholeCharacters(joined);
        valid = isUtf8(joined.subarray(0, cut));
        carried = joined.subarray(cut);
      }
      yield part;
    }
    if (carried.length > 0 && !isUtf8(carried)) valid = false;
  }
  return { bytes: watched(), valid: () => valid };
}

/** How many bytes from the start hold whole characters. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
}

import { ClienteleError, type Effects } from '../../core/index.ts';
import type { Staged } from '../../contract/index.ts';
import { empty, type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { decodeHead, isUtf8Name, knownEncoding, sniffEncoding, transcode } from '../bytes/encoding.ts';
import { type Compression, openBytes, readHead } from '../bytes/open-bytes.ts';
import { headerNames } from '../header-names.ts';
import type { ReadOptions } from '../input.ts';
import { withTempPath } from '../temp-path.ts';
import { type Dialect, whiteSpace } from './dialect.ts';
import { plainDialect, rewrite, type UnreadableLine } from './rewrite.ts';
import { sniff } from './sniff.ts';
import { type LineJumps, survey } from './survey.ts';

export type DelimitedFile = { readonly path: string; readonly name: string; readonly compression: Compression | undefined };

/** Longest line that the engine is asked to take, in bytes. */
const longestLine = 8 << 20;
/** Stands for a missing cell in files that we write; no export uses it. */
const missing = '\u0001';

/**
 * Reads a text file of cells into a temp table: the dialect is sniffed here, then the engine is told exactly what to do, while a second
 * pass over the bytes checks what it may do. A file that is not plain (other encodings, odd quoting, lines that are no records) is
 * written again plainly first; that is slower, and loses no good row.
 */
export async function stageDelimited(warehouse: Warehouse, file: DelimitedFile, options: ReadOptions, effects: Pick<Effects, 'progress'>): Promise<Staged> {
  const { head, whole } = await readHead(file.path, file.compression);
  if (head.length === 0) throw new ClienteleError('file.empty', { file: file.name });
  const encoding = options.encoding === undefined ? sniffEncoding(head, whole) : knownEncoding(options.encoding);
  const delimiter = options.delimiter === undefined ? undefined : namedDelimiter(options.delimiter);
  const text = decodeHead(head, encoding);
  if (text.trim() === '') throw new ClienteleError('file.empty', { file: file.name });
  const seen = sniff(whole ? text : text.slice(0, lastLineEnd(text)), { delimiter, quote: options.quote, header: options.header, columns: options.columns });
  const plan = {
    file,
    table: options.table ?? 'staged',
    encoding,
    dialect: seen.dialect,
    hasHeader: seen.hasHeader,
    cells: seen.cells,
    tempFolder: options.tempFolder,
  };
  effects.progress({ label: `reading ${file.name}`, done: 0 });
  const read = (await readAsItStands(warehouse, plan)) ?? (await readRewritten(warehouse, plan));
  if (read.rows === 0) throw new ClienteleError('file.empty', { file: file.name });
  const headers = headerNames(seen.hasHeader ? seen.first : (options.columns ?? []), read.width);
  return {
    table: plan.table,
    headers,
    rows: read.rows,
    unreadable: read.unreadable,
    ...(read.unreadableCount > read.unreadable.length ? { unreadableCount: read.unreadableCount } : {}),
    format: {
      kind: 'csv',
      ...(file.compression === undefined ? {} : { compression: file.compression }),
      encoding: read.encoding,
      delimiter: seen.dialect.delimiter,
      hasHeader: seen.hasHeader,
    },
    name: file.name,
  };
}

type Plan = {
  readonly file: DelimitedFile;
  readonly table: string;
  readonly encoding: string;
  readonly dialect: Dialect;
  readonly hasHeader: boolean;
  readonly cells: number | undefined;
  readonly tempFolder: string;
};

type Outcome = {
  readonly rows: number;
  readonly width: number;
  readonly encoding: string;
  readonly unreadable: readonly UnreadableLine[];
  readonly unreadableCount: number;
};

/** Undefined when the file has to be rewritten. */
async function readAsItStands(warehouse: Warehouse, plan: Plan): Promise<Outcome | undefined> {
  const { file, dialect, cells } = plan;
  if (!isUtf8Name(plan.encoding) || cells === undefined || dialect.delimiter === whiteSpace) return undefined;
  const surveying = survey(transcode(openBytes(file.path, file.compression), plan.encoding), dialect, { cells, hasHeader: plan.hasHeader });
  const loading = loadTable(warehouse, plan.table, file.path, dialect, cells, plan.hasHeader ? 1 : 0, file.compression).then(
    () => true,
    () => false,
  );
  const [loaded, found] = await Promise.all([loading, surveying.catch((cause: unknown) => unpackingFailed(file, cause))]);
  if (!loaded || !found.regular || !found.validUtf8) return undefined;
  const rows = await countRows(warehouse, plan.table);
  if (rows !== found.records) return undefined;
  await numberLines(warehouse, plan.table, found.jumps);
  return { rows, width: cells, encoding: plan.encoding, unreadable: [], unreadableCount: 0 };
}

async function readRewritten(warehouse: Warehouse, plan: Plan): Promise<Outcome> {
  const { file, dialect, hasHeader } = plan;
  const encoding = isUtf8Name(plan.encoding) ? await encodingOfWhole(plan) : plan.encoding;
  const bytes = () => transcode(openBytes(file.path, file.compression), encoding);
  return withTempPath(plan.tempFolder, '.csv', async (path) => {
    const cells = plan.cells ?? (await widestRow(bytes(), dialect));
    const expected = { cells: plan.cells, hasHeader };
    const written = await rewrite(bytes(), dialect, expected, cells, path).catch((cause: unknown) => unpackingFailed(file, cause));
    try {
      await loadTable(warehouse, plan.table, path, plainDialect, cells, 0, undefined);
    } catch (cause) {
      const detail = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
      throw new ClienteleError('file.unreadable', { file: file.name, detail, hint: 'Name its --delimiter and --encoding.' }, {}, cause);
    }
    await numberLines(warehouse, plan.table, written.jumps);
    return { rows: written.records, width: cells, encoding, unreadable: written.unreadable, unreadableCount: written.unreadableCount };
  });
}

/** A file that begins in plain ASCII may turn out to be Windows-1252 further down. */
async function encodingOfWhole(plan: Plan): Promise<string> {
  const { head, whole } = await readHead(plan.file.path, plan.file.compression);
  if (whole || head.some((byte) => byte >= 0x80)) return plan.encoding;
  const found = await survey(openBytes(plan.file.path, plan.file.compression), plan.dialect, { cells: plan.cells, hasHeader: plan.hasHeader });
  return found.validUtf8 ? plan.encoding : 'windows-1252';
}

async function widestRow(bytes: AsyncIterable<Buffer>, dialect: Dialect): Promise<number> {
  const { readRecords } = await import('./read-records.ts');
  let widest = 1;
  await readRecords(
    bytes,
    dialect,
    () => true,
    (_buffer, _start, scan) => {
      if (scan.cells > widest) widest = scan.cells;
    },
  );
  return widest;
}

/** The engine's own reader, told everything; `line` stays empty until it is known. */
async function loadTable(
  warehouse: Warehouse,
  table: string,
  path: string,
  dialect: Dialect,
  width: number,
  skip: number,
  compression: Compression | undefined,
): Promise<void> {
  const columns = join(Array.from({ length: width }, (_, index) => sql`${ident(`c${index}`)}: 'VARCHAR'`));
  const packed: Fragment = compression === undefined ? sql`'none'` : compression === 'gzip' ? sql`'gzip'` : sql`'zstd'`;
  await warehouse.run(sql`
    create or replace temp table ${ident(table)} as
    select null::bigint as line, *
    from read_csv(${path}, columns = {${columns}}, auto_detect = false, header = false, skip = ${skip}, delim = ${dialect.delimiter},
      quote = ${dialect.quote ?? ''}, escape = ${dialect.quote === null ? '' : dialect.escape}, nullstr = ${missing},
      compression = ${packed}, max_line_size = ${longestLine}, strict_mode = true)`);
}

async function countRows(warehouse: Warehouse, table: string): Promise<number> {
  const found = await warehouse.row<{ rows: number }>(sql`select count(*) as rows from ${ident(table)}`);
  return found?.rows ?? 0;
}

/** Physical lines, from the engine's row ids (dense and in file order in a table just filled) and the few places where the distance changes. */
export async function numberLines(warehouse: Warehouse, table: string, jumps: LineJumps): Promise<void> {
  const first = sql`(select min(rowid) from ${ident(table)})`;
  const [only] = jumps;
  if (jumps.length <= 1) {
    await warehouse.run(sql`update ${ident(table)} set line = rowid - ${first} + ${only?.shift ?? 1}`);
    return;
  }
  const lookup = `${table}_jumps`;
  await warehouse.load(
    lookup,
    [
      { name: 'record', type: 'BIGINT' },
      { name: 'shift', type: 'BIGINT' },
    ],
    jumps.map((jump) => [jump.record, jump.shift]),
  );
  await warehouse.run(sql`
    update ${ident(table)} set line = placed.line
    from (
      select numbered.id, numbered.record + jump.shift as line
      from (select rowid as id, rowid - ${first} as record from ${ident(table)}) as numbered
      asof join ${ident(lookup)} as jump on numbered.record >= jump.record
    ) as placed
    where ${ident(table)}.rowid = placed.id`);
  await warehouse.run(sql`drop table ${ident(lookup)}${empty}`);
}

function unpackingFailed(file: DelimitedFile, cause: unknown): never {
  if (cause instanceof ClienteleError) throw cause;
  const detail = cause instanceof Error ? cause.message : String(cause);
  throw new ClienteleError('file.unreadable', { file: file.name, detail, hint: 'The file seems damaged; export or fetch it again.' }, {}, cause);
}

function namedDelimiter(given: string): string {
  const names: Readonly<Record<string, string>> = {
    tab: '\t',
    '\\t': '\t',
    comma: ',',
    semicolon: ';',
    pipe: '|',
    space: whiteSpace,
    spaces: whiteSpace,
    [whiteSpace]: whiteSpace,
    ' ': whiteSpace,
  };
  const delimiter = names[given.toLowerCase()] ?? given;
  if (delimiter !== whiteSpace && (delimiter.length !== 1 || delimiter.charCodeAt(0) > 127 || /["\r\n]/.test(delimiter))) {
    throw new ClienteleError('usage', { detail: `A delimiter is one plain character, tab or space, not "${given}".` });
  }
  return delimiter;
}

const lastLineEnd = (text: string): number => {
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  return end <= 0 ? text.length : end;
};

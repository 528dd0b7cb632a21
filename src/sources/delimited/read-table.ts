import { ClienteleError } from '../../core/index.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { isUtf8Name, transcode } from '../bytes/encoding.ts';
import { type Compression, openBytes, readHead } from '../bytes/open-bytes.ts';
import { withTempPath } from '../temp-path.ts';
import { type Dialect, whiteSpace } from './dialect.ts';
import { numberLines } from './number-lines.ts';
import { readRecords } from './read-records.ts';
import { plainDialect, rewrite, type UnreadableLine } from './rewrite.ts';
import { survey } from './survey.ts';

export type PackedFile = { readonly path: string; readonly name: string; readonly compression: Compression | undefined };

/** A file and everything that is known about how it is written. */
export type TablePlan = {
  readonly file: PackedFile;
  readonly table: string;
  readonly encoding: string;
  readonly dialect: Dialect;
  readonly hasHeader: boolean;
  readonly cells: number | undefined;
  readonly tempFolder: string;
};

/** What is in the temp table now. */
export type TableRead = {
  readonly rows: number;
  readonly width: number;
  readonly encoding: string;
  readonly unreadable: readonly UnreadableLine[];
  readonly unreadableCount: number;
};

/** Longest line that the engine takes from a file as it stands, and from one written again, in bytes; its buffers grow with it. */
const usualLine = 2_000_000;
const longestLine = 8 << 20;
/** The engine joins what it read of one buffer to that of the next by copying; with few large buffers a third of the work goes. */
const bufferBytes = 64 << 20;
/** Stands for a missing cell in files that we write; no export uses it. */
const missing = '\u0001';

/**
 * Fills a temp table with `line` and `c0` … from a file. The engine reads it as it stands while a second pass over the bytes checks
 * that it may; otherwise the file is written again plainly first, which is slower and loses no good row.
 */
export async function readTable(warehouse: Warehouse, plan: TablePlan): Promise<TableRead> {
  return (await readAsItStands(warehouse, plan)) ?? readRewritten(warehouse, plan);
}

/** Undefined when the file has to be rewritten. */
async function readAsItStands(warehouse: Warehouse, plan: TablePlan): Promise<TableRead | undefined> {
  const { file, dialect, cells } = plan;
  if (!isUtf8Name(plan.encoding) || cells === undefined || dialect.delimiter === whiteSpace) return undefined;
  const surveying = survey(transcode(openBytes(file.path, file.compression), plan.encoding), dialect, { cells, hasHeader: plan.hasHeader });
  const loading = loadTable(warehouse, plan.table, file.path, dialect, cells, plan.hasHeader ? 1 : 0, file.compression, usualLine).then(
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

async function readRewritten(warehouse: Warehouse, plan: TablePlan): Promise<TableRead> {
  const { file, dialect, hasHeader } = plan;
  const encoding = isUtf8Name(plan.encoding) ? await encodingOfWhole(plan) : plan.encoding;
  const bytes = () => transcode(openBytes(file.path, file.compression), encoding);
  return withTempPath(plan.tempFolder, '.csv', async (path) => {
    const cells = plan.cells ?? (await widestRow(bytes(), dialect));
    const expected = { cells: plan.cells, hasHeader };
    const written = await rewrite(bytes(), dialect, expected, cells, path).catch((cause: unknown) => unpackingFailed(file, cause));
    try {
      await loadTable(warehouse, plan.table, path, plainDialect, cells, 0, undefined, longestLine);
    } catch (cause) {
      const detail = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
      throw new ClienteleError('file.unreadable', { file: file.name, detail, hint: 'Name its --delimiter and --encoding.' }, {}, cause);
    }
    await numberLines(warehouse, plan.table, written.jumps);
    return { rows: written.records, width: cells, encoding, unreadable: written.unreadable, unreadableCount: written.unreadableCount };
  });
}

/** A file that begins in plain ASCII may turn out to be Windows-1252 further down. */
async function encodingOfWhole(plan: TablePlan): Promise<string> {
  const { head, whole } = await readHead(plan.file.path, plan.file.compression);
  if (whole || head.some((byte) => byte >= 0x80)) return plan.encoding;
  const found = await survey(openBytes(plan.file.path, plan.file.compression), plan.dialect, { cells: plan.cells, hasHeader: plan.hasHeader });
  return found.validUtf8 ? plan.encoding : 'windows-1252';
}

async function widestRow(bytes: AsyncIterable<Buffer>, dialect: Dialect): Promise<number> {
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
  lineLimit: number,
): Promise<void> {
  const columns = join(Array.from({ length: width }, (_, index) => sql`${ident(`c${index}`)}: 'VARCHAR'`));
  const packed: Fragment = compression === undefined ? sql`'none'` : compression === 'gzip' ? sql`'gzip'` : sql`'zstd'`;
  await warehouse.run(sql`
    create or replace temp table ${ident(table)} as
    select null::bigint as line, *
    from read_csv(${path}, columns = {${columns}}, auto_detect = false, header = false, skip = ${skip}, delim = ${dialect.delimiter},
      quote = ${dialect.quote ?? ''}, escape = ${dialect.quote === null ? '' : dialect.escape}, nullstr = ${missing},
      compression = ${packed}, max_line_size = ${lineLimit}, buffer_size = ${bufferBytes}, strict_mode = true)`);
}

async function countRows(warehouse: Warehouse, table: string): Promise<number> {
  const found = await warehouse.row<{ rows: number }>(sql`select count(*) as rows from ${ident(table)}`);
  return found?.rows ?? 0;
}

function unpackingFailed(file: PackedFile, cause: unknown): never {
  if (cause instanceof ClienteleError) throw cause;
  const detail = cause instanceof Error ? cause.message : String(cause);
  throw new ClienteleError('file.unreadable', { file: file.name, detail, hint: 'The file seems damaged; export or fetch it again.' }, {}, cause);
}

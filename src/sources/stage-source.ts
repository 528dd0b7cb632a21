import { createWriteStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Staged } from '../contract/index.ts';
import { ClienteleError, type Effects } from '../core/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import { decodeHead, knownEncoding, sniffEncoding } from './bytes/encoding.ts';
import { compressionOf, readHead } from './bytes/open-bytes.ts';
import { stageParquet } from './columnar/stage-parquet.ts';
import { stageQuery } from './database/stage-query.ts';
import { stageDelimited } from './delimited/stage-delimited.ts';
import type { ReadOptions, SourceInput, StreamFormat } from './input.ts';
import { detectJson } from './json/detect-json.ts';
import { spreadCells } from './json/spread-cells.ts';
import { stageJson } from './json/stage-json.ts';
import { withTempPath } from './temp-path.ts';
import { withoutHeadings } from './without-headings.ts';
import { stageWorkbook } from './workbook/stage-workbook.ts';

type Progress = Pick<Effects, 'progress'>;

/**
 * Reads a source into temp tables of text, one for each stream that it holds; nothing is interpreted yet.
 *
 * Formats and compression are told by their bytes, never by a file's name. Standard input is first written to a temp file, so it may
 * hold whatever a file may. Throws `file.*`, `source.unreachable` and `usage`.
 */
export async function stageSource(warehouse: Warehouse, input: SourceInput, options: ReadOptions, effects: Progress): Promise<readonly Staged[]> {
  switch (input.kind) {
    case 'file':
      return stageFile(warehouse, input.path, basename(input.path), undefined, options, effects);
    case 'stream':
      return withTempPath(options.tempFolder, '.in', async (path) => {
        await pipeline(input.stream, createWriteStream(path));
        return stageFile(warehouse, path, input.name, input.format, options, effects);
      });
    case 'query':
      return [await spreadCells(warehouse, await stageQuery(warehouse, input, options, effects))];
  }
}

async function stageFile(
  warehouse: Warehouse,
  path: string,
  name: string,
  format: StreamFormat | undefined,
  options: ReadOptions,
  effects: Progress,
): Promise<readonly Staged[]> {
  const { compression, magic } = await compressionOf(path);
  if (magic.length === 0) throw new ClienteleError('file.empty', { file: name });
  const start = magic.toString('latin1');
  if (start.startsWith('PAR1')) return [await spreadCells(warehouse, await stageParquet(warehouse, { path, name }, options, effects))];
  if (start.startsWith('PK\u0003\u0004')) return [await withoutHeadings(warehouse, await stageWorkbook(warehouse, { path, name }, options, effects))];
  if (options.sheet !== undefined) throw new ClienteleError('usage', { detail: `--sheet names a sheet of a workbook (.xlsx), and ${name} is none.` });
  const unsupported = unsupportedFormats.find(([prefix]) => start.startsWith(prefix));
  if (unsupported !== undefined)
    throw new ClienteleError('file.unreadable', { file: name, detail: unsupported[1], hint: unsupported[2] ?? 'Save it as XLSX or CSV and import that.' });
  const file = { path, name, compression };
  const form = format ?? (await sniffJson(file, options));
  if (form === undefined || form === 'csv')
    return [await spreadCells(warehouse, await withoutHeadings(warehouse, await stageDelimited(warehouse, file, options, effects)))];
  return stageJson(warehouse, file, form, options, effects);
}

const picture = 'it is a picture, whatever its name ends in.';
const choose = 'Choose the file that the shop system exported: CSV, XLSX, JSON or Parquet.';
const unsupportedFormats: readonly (readonly [prefix: string, detail: string, hint?: string])[] = [
  ['\u0089PNG', picture, choose],
  ['\u00ff\u00d8\u00ff', picture, choose],
  ['GIF8', picture, choose],
  ['MZ', 'it is a program.', choose],
  ['\u007fELF', 'it is a program.', choose],
  ['\u00d0\u00cf\u0011\u00e0', 'it is a workbook in the format of Excel before 2007 (.xls).'],
  ['%PDF', 'it is a PDF document.'],
];

async function sniffJson(file: { readonly path: string; readonly name: string; readonly compression: 'gzip' | 'zstd' | undefined }, options: ReadOptions) {
  if (options.delimiter !== undefined || options.columns !== undefined) return undefined;
  const { head, whole } = await readHead(file.path, file.compression);
  const encoding = options.encoding === undefined ? sniffEncoding(head, whole) : knownEncoding(options.encoding);
  return detectJson(decodeHead(head, encoding), whole);
}

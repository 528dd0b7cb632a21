import type { Staged } from '../../contract/index.ts';
import { ClienteleError, type Effects } from '../../core/index.ts';
import { ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { decodeHead, knownEncoding, sniffEncoding } from '../bytes/encoding.ts';
import { readHead } from '../bytes/open-bytes.ts';
import { headerNames } from '../header-names.ts';
import type { ReadOptions } from '../input.ts';
import { whiteSpace } from './dialect.ts';
import { type PackedFile, readTable } from './read-table.ts';
import { sniff } from './sniff.ts';

/**
 * Reads a text file of cells into a temp table: the dialect is sniffed here, then the engine is told exactly what to do, while a second
 * pass over the bytes checks what it may do. A file that is not plain (other encodings, odd quoting, lines that are no records) is
 * written again plainly first; that is slower, and loses no good row.
 */
export async function stageDelimited(warehouse: Warehouse, file: PackedFile, options: ReadOptions, effects: Pick<Effects, 'progress'>): Promise<Staged> {
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
  const read = await readTable(warehouse, plan);
  if (read.rows === 0) throw new ClienteleError('file.empty', { file: file.name });
  const baskets = seen.cells === undefined && !seen.hasHeader && options.columns === undefined;
  const headers = baskets ? ['basket', 'item'] : headerNames(seen.hasHeader ? seen.first : (options.columns ?? []), read.width);
  return {
    table: plan.table,
    headers,
    rows: baskets ? await itemsOfBaskets(warehouse, plan.table, read.width) : read.rows,
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

/**
 * A file without a header whose rows differ in length lists one basket a line: it becomes one row an item, the line being the basket. Rows need numbers of
 * their own, so items are numbered as they stand in the file, one after another.
 */
async function itemsOfBaskets(warehouse: Warehouse, table: string, width: number): Promise<number> {
  const cells = join(Array.from({ length: width }, (_, index) => ident(`c${index}`)));
  const wide = `${table}_baskets`;
  await warehouse.run(sql`alter table ${ident(table)} rename to ${ident(wide)}`);
  await warehouse.run(sql`
    create temp table ${ident(table)} as
    select row_number() over (order by line, place) as line, line::varchar as c0, trim(item) as c1
    from (select line, unnest([${cells}]) as item, generate_subscripts([${cells}], 1) as place from ${ident(wide)}) where trim(item) <> '' order by 1`);
  await warehouse.run(sql`drop table ${ident(wide)}`);
  const found = await warehouse.row<{ items: number }>(sql`select count(*) as items from ${ident(table)}`);
  return found?.items ?? 0;
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

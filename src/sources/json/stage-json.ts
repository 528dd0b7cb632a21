import type { SourceFormat, Staged } from '../../contract/index.ts';
import { ClienteleError, type Effects } from '../../core/index.ts';
import { type Fragment, ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { knownEncoding, sniffEncoding, transcode } from '../bytes/encoding.ts';
import { openBytes, readHead } from '../bytes/open-bytes.ts';
import { numberLines } from '../delimited/number-lines.ts';
import { type PackedFile, readTable, type TableRead } from '../delimited/read-table.ts';
import { keptUnreadable } from '../delimited/rewrite.ts';
import type { ReadOptions } from '../input.ts';
import { withTempPath } from '../temp-path.ts';
import { writeElements } from './elements.ts';
import { nestedLines, takeNestedLines } from './nested-lines.ts';
import { spreadRecords } from './spread-records.ts';

export type JsonForm = 'json' | 'jsonl' | 'singer' | 'airbyte';

/** Reads JSON documents, JSON Lines, and Singer and Airbyte streams; the latter give one table for each stream. */
export async function stageJson(
  warehouse: Warehouse,
  file: PackedFile,
  form: JsonForm,
  options: ReadOptions,
  effects: Pick<Effects, 'progress'>,
): Promise<readonly Staged[]> {
  effects.progress({ label: `reading ${file.name}`, done: 0 });
  const table = options.table ?? 'staged';
  const lines = `${table}_json`;
  const encoding = options.encoding === undefined ? await encodingOf(file) : knownEncoding(options.encoding);
  const read =
    form === 'json'
      ? await readDocument(warehouse, file, lines, encoding, options.tempFolder)
      : await readLines(warehouse, file, lines, encoding, options.tempFolder);
  const broken = await takeBroken(warehouse, lines, read);
  const format: SourceFormat = { kind: form, ...(file.compression === undefined ? {} : { compression: file.compression }), encoding };
  const base = { ...broken, format, name: file.name };
  const staged =
    form === 'json' || form === 'jsonl' ? await stageWithLines(warehouse, lines, table, base) : await stageStreams(warehouse, lines, table, form, base);
  await warehouse.run(sql`drop table ${ident(lines)}`);
  if (staged.every((one) => one.rows === 0) && staged.every((one) => (one.states ?? []).length === 0))
    throw new ClienteleError('file.empty', { file: file.name });
  return staged;
}

type Base = Pick<Staged, 'unreadable' | 'unreadableCount' | 'format' | 'name'>;

async function stageRecords(warehouse: Warehouse, records: string, table: string, base: Base): Promise<Staged> {
  const headers = await spreadRecords(warehouse, records, table);
  return { table, headers, rows: await countOf(warehouse, records), ...base };
}

/** Lines that stand inside orders become a stream of their own, behind the orders. */
async function stageWithLines(warehouse: Warehouse, records: string, table: string, base: Base): Promise<readonly Staged[]> {
  const orders = await stageRecords(warehouse, records, table, base);
  const inside = `${table}_inside`;
  if (!(await takeNestedLines(warehouse, records, orders.headers, inside))) return [orders];
  const lines = await stageRecords(warehouse, inside, `${table}_2`, { unreadable: [], format: base.format, name: base.name });
  await warehouse.run(sql`drop table ${ident(inside)}`);
  return [orders, { ...lines, stream: nestedLines }];
}

async function stageStreams(warehouse: Warehouse, lines: string, table: string, form: 'singer' | 'airbyte', base: Base): Promise<readonly Staged[]> {
  const record: { readonly stream: Fragment; readonly data: Fragment } =
    form === 'singer'
      ? { stream: sql`json_extract_string(c0, '$.stream')`, data: sql`json_extract(c0, '$.record')` }
      : { stream: sql`json_extract_string(c0, '$.record.stream')`, data: sql`json_extract(c0, '$.record.data')` };
  const state = form === 'singer' ? sql`json_extract(c0, '$.value')` : sql`json_extract(c0, '$.state')`;
  const isType = (type: string): Fragment => sql`upper(json_extract_string(c0, '$.type')) = ${type}`;
  const stateRows = await warehouse.rows<{ state: string | null }>(sql`
    select state from (select line, ${state}::varchar as state from ${ident(lines)} where ${isType('STATE')} order by line desc limit 100) order by line`);
  const states = stateRows.map((row): unknown => JSON.parse(row.state ?? 'null'));
  const streams = await warehouse.rows<{ stream: string }>(sql`
    select ${record.stream} as stream from ${ident(lines)} where ${isType('RECORD')} and ${record.stream} is not null group by 1 order by min(line)`);
  const staged: Staged[] = [];
  for (const [index, { stream }] of streams.entries()) {
    const name = index === 0 ? table : `${table}_${index + 1}`;
    const records = `${name}_records`;
    await warehouse.run(sql`
      create or replace temp table ${ident(records)} as
      select line, ${record.data}::varchar as c0 from ${ident(lines)} where ${isType('RECORD')} and ${record.stream} = ${stream} order by line`);
    // Lines that are no messages belong to no stream; they are told once.
    const told = index === 0 ? base : { unreadable: [], format: base.format, name: base.name };
    staged.push({ ...(await stageRecords(warehouse, records, name, told)), stream, ...(index === streams.length - 1 ? { states } : {}) });
    await warehouse.run(sql`drop table ${ident(records)}`);
  }
  if (staged.length > 0 || states.length === 0) return staged;
  await warehouse.run(sql`create or replace temp table ${ident(table)} (line bigint)`);
  return [{ table, headers: [], rows: 0, ...base, states }];
}

/** Every physical line as one cell: a delimiter and no quotes that no text holds. */
const lineDialect = { delimiter: '\u0002', quote: null, escape: '"' } as const;

async function readLines(warehouse: Warehouse, file: PackedFile, table: string, encoding: string, tempFolder: string): Promise<TableRead> {
  return readTable(warehouse, { file, table, encoding, dialect: lineDialect, hasHeader: false, cells: 1, tempFolder });
}

async function readDocument(warehouse: Warehouse, file: PackedFile, table: string, encoding: string, tempFolder: string): Promise<TableRead> {
  return withTempPath(tempFolder, '.jsonl', async (path) => {
    const written = await writeElements(transcode(openBytes(file.path, file.compression), encoding), path, file.name);
    if (written.records === 0) throw new ClienteleError('file.empty', { file: file.name });
    const lines = await readLines(warehouse, { path, name: file.name, compression: undefined }, table, 'utf-8', tempFolder);
    await numberLines(warehouse, table, written.jumps);
    return lines;
  });
}

/** Lines that are no JSON objects leave the table and are told. */
async function takeBroken(warehouse: Warehouse, table: string, read: TableRead): Promise<Pick<Staged, 'unreadable' | 'unreadableCount'>> {
  const broken = sql`not coalesce(json_valid(c0) and json_type(case when json_valid(c0) then c0 else 'null' end) = 'OBJECT', false)`;
  const counted = await warehouse.row<{ lines: number }>(sql`select count(*) as lines from ${ident(table)} where ${broken}`);
  const count = counted?.lines ?? 0;
  if (count === 0) return { unreadable: read.unreadable, ...(read.unreadableCount > read.unreadable.length ? { unreadableCount: read.unreadableCount } : {}) };
  const found = await warehouse.rows<{ line: number; text: string }>(sql`
    select line, substr(c0, 1, 200) as text from ${ident(table)} where ${broken} order by line limit ${keptUnreadable}`);
  await warehouse.run(sql`delete from ${ident(table)} where ${broken}`);
  const unreadable = [...read.unreadable, ...found.map((row) => ({ line: row.line, reason: 'not a JSON object', text: row.text }))];
  const all = read.unreadableCount + count;
  return { unreadable, ...(all > unreadable.length ? { unreadableCount: all } : {}) };
}

async function encodingOf(file: PackedFile): Promise<string> {
  const { head, whole } = await readHead(file.path, file.compression);
  return sniffEncoding(head, whole);
}

async function countOf(warehouse: Warehouse, table: string): Promise<number> {
  const found = await warehouse.row<{ rows: number }>(sql`select count(*) as rows from ${ident(table)}`);
  return found?.rows ?? 0;
}

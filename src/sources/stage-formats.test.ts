import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import exceljs from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Staged } from '../contract/index.ts';
import { ident, sql } from '../sql/index.ts';
import { openDuckdb, type Warehouse } from '../warehouse/index.ts';
import type { ReadOptions, StreamFormat } from './input.ts';
import { stageSource } from './stage-source.ts';

const quiet = { progress: () => undefined };
let warehouse: Warehouse;
let folder: string;
let count = 0;

beforeAll(async () => {
  warehouse = await openDuckdb(':memory:');
  folder = mkdtempSync(join(tmpdir(), 'clientele-formats-'));
});
afterAll(async () => {
  await warehouse.close();
  rmSync(folder, { recursive: true, force: true });
});

const freshPath = () => join(folder, `file-${(count += 1)}`);

async function stage(content: string | Uint8Array, options: Partial<ReadOptions> = {}) {
  const path = freshPath();
  writeFileSync(path, content);
  return first(await stageSource(warehouse, { kind: 'file', path }, { tempFolder: folder, ...options }, quiet));
}

async function first([staged]: readonly Staged[]) {
  if (staged === undefined) throw new Error('nothing was staged');
  return { staged, ...(await contents(staged)) };
}

/** Rows as records by header, and the line of each. */
async function contents(staged: Staged) {
  const found = await warehouse.rows(sql`select * from ${ident(staged.table)} order by line`);
  const rows = found.map((row) => Object.fromEntries(staged.headers.map((header, index) => [header, row[`c${index}`]])));
  return { rows, lines: found.map((row) => row['line']) };
}

async function stream(lines: readonly unknown[], format?: StreamFormat) {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const input = {
    kind: 'stream',
    stream: Readable.from([Buffer.from(`${text}\n`)]),
    name: 'standard input',
    ...(format === undefined ? {} : { format }),
  } as const;
  return stageSource(warehouse, input, { tempFolder: folder }, quiet);
}

test('JSON Lines: objects spread by dots, lists stay JSON, text keeps its form', async () => {
  const { rows, lines, staged } = await stage(
    '{"id":"007","name":"Zoë","address":{"city":"Köln","geo":{"lat":50.94}},"tags":["a","b"],"vip":true}\n\n{"id":"008","score":12345678901234567890,"name":null}\n',
  );
  expect(staged.format.kind).toBe('jsonl');
  expect(lines).toEqual([1, 3]);
  expect(rows[0]).toEqual({ id: '007', name: 'Zoë', 'address.city': 'Köln', 'address.geo.lat': '50.94', tags: '["a","b"]', vip: 'true', score: null });
  expect(rows[1]).toMatchObject({ id: '008', name: null, 'address.city': null, score: '12345678901234567890' });
});

test('JSON Lines: a line that is no object is told, the others are kept', async () => {
  const { rows, staged } = await stage('{"a":1}\n{"a":2\n[3]\n{"a":4}\n{"a":"broken \n{"a":5}\n');
  expect(rows).toEqual([{ a: '1' }, { a: '4' }, { a: '5' }]);
  expect(staged.unreadable.map((one) => [one.line, one.reason, one.text])).toEqual([
    [2, 'not a JSON object', '{"a":2'],
    [3, 'not a JSON object', '[3]'],
    [5, 'not a JSON object', '{"a":"broken '],
  ]);
});

test('JSON: keys with dots, slashes and quotes are taken as they are', async () => {
  const { rows } = await stage('{"a.b":"1","c/d":"2","e\\"f":"3","g~h":"4"}\n{"a.b":"5"}\n');
  expect(rows[0]).toEqual({ 'a.b': '1', 'c/d': '2', 'e"f': '3', 'g~h': '4' });
});

test.each([
  ['an array', '[\n  {"id": 1,\n   "name": "a]}{["},\n  {"id": 2, "name": "b\\"}"}\n]', [2, 4]],
  ['an array on one line', '[{"id":1,"name":"a]}{["},{"id":2,"name":"b\\"}"}]', [1, 1]],
  ['an object that holds one array', '{"count": 2, "notes": ["x"],\n "customers": [\n{"id": 1, "name": "a]}{["},\n{"id": 2, "name": "b\\"}"}]}', [3, 4]],
])('JSON: %s of records, with the line on which each begins', async (_name, text, expected) => {
  const { rows, lines, staged } = await stage(text);
  expect(rows).toEqual([
    { id: '1', name: 'a]}{[' },
    { id: '2', name: 'b"}' },
  ]);
  expect(lines).toEqual(expected);
  expect(staged.format.kind).toBe('json');
});

test('JSON: packed documents and other encodings are read; cut ones and ones with two lists are errors', async () => {
  const text = '[{"id": "é"}]';
  expect((await stage(gzipSync(text))).rows).toEqual([{ id: 'é' }]);
  expect((await stage(zstdCompressSync(text))).rows).toEqual([{ id: 'é' }]);
  expect((await stage(Buffer.from(`\uFEFF${text}`, 'utf16le'))).rows).toEqual([{ id: 'é' }]);
  await expect(stage('[{"id": 1},\n{"id":')).rejects.toMatchObject({ code: 'file.unreadable' });
  await expect(stage('{"a": [{"id": 1}],\n "b": [{"id": 2}]}')).rejects.toThrow(/more than one list/);
});

test('Singer: a table for each stream, states handed back in order', async () => {
  const staged = await stream([
    { type: 'SCHEMA', stream: 'users', schema: {}, key_properties: ['id'] },
    { type: 'RECORD', stream: 'users', record: { id: 1, email: 'a@example.org' }, time_extracted: '2026-01-01T00:00:00Z' },
    { type: 'STATE', value: { users: 1 } },
    'this is no message',
    { type: 'RECORD', stream: 'orders', record: { id: 'o1', total: 9.5, customer: { id: 1 } } },
    { type: 'RECORD', stream: 'users', record: { id: 2, email: 'b@example.org' } },
    { type: 'STATE', value: { users: 2, orders: 'o1' } },
  ]);
  expect(staged.map((one) => [one.stream, one.table, one.rows, one.format.kind])).toEqual([
    ['users', 'staged', 2, 'singer'],
    ['orders', 'staged_2', 1, 'singer'],
  ]);
  const [users, orders] = await Promise.all(staged.map(contents));
  expect(users).toEqual({
    rows: [
      { id: '1', email: 'a@example.org' },
      { id: '2', email: 'b@example.org' },
    ],
    lines: [2, 6],
  });
  expect(orders?.rows).toEqual([{ id: 'o1', total: '9.5', 'customer.id': '1' }]);
  expect(staged.flatMap((one) => one.states ?? [])).toEqual([{ users: 1 }, { users: 2, orders: 'o1' }]);
  expect(staged.flatMap((one) => one.unreadable.map((line) => line.line))).toEqual([4]);
});

test('Airbyte: records lie one deeper', async () => {
  const staged = await stream([
    { type: 'LOG', log: { level: 'INFO', message: 'hello' } },
    { type: 'RECORD', record: { stream: 'customers', data: { id: 7, name: 'Ann' }, emitted_at: 1 } },
    { type: 'STATE', state: { cursor: 7 } },
  ]);
  expect(staged.map((one) => [one.stream, one.rows, one.format.kind, one.states])).toEqual([['customers', 1, 'airbyte', [{ cursor: 7 }]]]);
});

test('a stream that holds states only brings them back', async () => {
  const staged = await stream([{ type: 'STATE', value: { users: 9 } }], 'singer');
  expect(staged.map((one) => [one.rows, one.states])).toEqual([[0, [{ users: 9 }]]]);
});

test('Parquet: flat columns as text', async () => {
  const path = freshPath();
  await warehouse.run(sql`create or replace temp table made as select * from (values
    (1, 'Ann', date '2026-01-31', timestamp '2026-01-31 09:30:00', 12.50::decimal(10, 2), true), (2, null, null, null, null, false)) as t(id, name, born, seen, spent, vip)`);
  await copyTo(path);
  const { rows, lines, staged } = await first(await stageSource(warehouse, { kind: 'file', path }, { tempFolder: folder }, quiet));
  expect(staged.format.kind).toBe('parquet');
  expect(lines).toEqual([1, 2]);
  expect(rows).toEqual([
    { id: '1', name: 'Ann', born: '2026-01-31', seen: '2026-01-31 09:30:00', spent: '12.50', vip: 'true' },
    { id: '2', name: null, born: null, seen: null, spent: null, vip: 'false' },
  ]);
});

test('Parquet: nested columns spread, parameters of analytics become columns', async () => {
  const path = freshPath();
  await warehouse.run(sql`create or replace temp table made as select
    'page_view' as event_name, 1741600800000001::bigint as event_timestamp,
    [{'key': 'page_location', 'value': {'string_value': 'https://shop.example/', 'int_value': null::bigint}},
     {'key': 'ga_session_id', 'value': {'string_value': null, 'int_value': 42}}] as event_params,
    {'category': 'mobile', 'os': {'name': 'x'}} as device, ['a', 'b'] as list`);
  await copyTo(path);
  const { rows } = await first(await stageSource(warehouse, { kind: 'file', path }, { tempFolder: folder }, quiet));
  expect(rows).toEqual([
    {
      event_name: 'page_view',
      event_timestamp: '1741600800000001',
      'event_params.ga_session_id': '42',
      'event_params.page_location': 'https://shop.example/',
      'device.category': 'mobile',
      'device.os.name': 'x',
      list: '["a","b"]',
    },
  ]);
});

async function copyTo(path: string): Promise<void> {
  await warehouse.run({ kind: 'fragment', parts: [{ kind: 'text', text: `copy made to '${path}' (format parquet)` }] });
}

async function workbook(fill: (book: exceljs.Workbook) => void): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

test('XLSX: dates become ISO text, formulas their results, numbers plain digits', async () => {
  const content = await workbook((book) => {
    book.addWorksheet('Notes');
    const sheet = book.addWorksheet('Customers');
    sheet.addRow(['Customer ID', 'Name', 'Signed up', 'Seen', 'Spent', 'Twice', 'VIP', 'Site']);
    sheet.addRow([
      1230000000001,
      'Zoë',
      new Date(Date.UTC(2026, 0, 31)),
      new Date(Date.UTC(2026, 0, 31, 9, 30)),
      0.1 + 0.2,
      { formula: 'E2*2', result: 0.6 },
      true,
      { text: 'shop', hyperlink: 'https://shop.example' },
    ]);
    sheet.addRow([]);
    sheet.addRow(['2', { richText: [{ text: 'An' }, { text: 'n' }] }, null, null, 5]);
  });
  const { rows, lines, staged } = await stage(content);
  expect(staged.format.kind).toBe('xlsx');
  expect(lines).toEqual([2, 4]);
  expect(rows[0]).toEqual({
    'Customer ID': '1230000000001',
    Name: 'Zoë',
    'Signed up': '2026-01-31',
    Seen: '2026-01-31 09:30:00',
    Spent: '0.3',
    Twice: '0.6',
    VIP: 'true',
    Site: 'shop',
  });
  expect(rows[1]).toMatchObject({ 'Customer ID': '2', Name: 'Ann', Seen: null, Spent: '5' });
});

test('XLSX: a sheet is chosen by name or number, and an unknown one is an error that lists them', async () => {
  const content = await workbook((book) => {
    book.addWorksheet('One').addRows([['a'], ['1']]);
    book.addWorksheet('Two').addRows([['b'], ['2']]);
  });
  expect((await stage(content, { sheet: 'Two' })).rows).toEqual([{ b: '2' }]);
  expect((await stage(content, { sheet: '2' })).rows).toEqual([{ b: '2' }]);
  await expect(stage(content, { sheet: 'Three' })).rejects.toThrow(/One, Two/);
});

test('XLSX: cut files and other zip archives are errors', async () => {
  const content = await workbook((book) => book.addWorksheet('One').addRows([['a'], ['1']]));
  await expect(stage(content.subarray(0, content.length / 2))).rejects.toMatchObject({ code: 'file.unreadable' });
});

test('a URL that is no database is a usage error, and passwords are never shown', async () => {
  const options = { tempFolder: folder };
  await expect(stageSource(warehouse, { kind: 'query', url: 'oracle://x/y', query: 'select 1' }, options, quiet)).rejects.toMatchObject({ code: 'usage' });
  const unreachable = stageSource(warehouse, { kind: 'query', url: 'postgresql://ann:s3cret@127.0.0.1:1/shop', query: 'select 1' }, options, quiet);
  const error = await unreachable.catch((cause: unknown) => cause);
  expect(error).toMatchObject({ code: 'source.unreachable' });
  expect(String(error)).toContain('postgresql://ann@127.0.0.1:1/shop');
  expect(JSON.stringify(error) + String(error)).not.toContain('s3cret');
});

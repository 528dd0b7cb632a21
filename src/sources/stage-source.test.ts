import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ClienteleError } from '../core/index.ts';
import { ident, sql } from '../sql/index.ts';
import { openDuckdb, type Warehouse } from '../warehouse/index.ts';
import type { ReadOptions } from './input.ts';
import { stageSource } from './stage-source.ts';

const quiet = { progress: () => undefined };
let warehouse: Warehouse;
let folder: string;
let count = 0;

beforeAll(async () => {
  warehouse = await openDuckdb(':memory:');
  folder = mkdtempSync(join(tmpdir(), 'clientele-sources-'));
});
afterAll(async () => {
  await warehouse.close();
  rmSync(folder, { recursive: true, force: true });
});

async function stage(content: string | Uint8Array, options: Partial<ReadOptions> = {}) {
  const path = join(folder, `file-${(count += 1)}`);
  writeFileSync(path, content);
  const [staged] = await stageSource(warehouse, { kind: 'file', path }, { tempFolder: folder, ...options }, quiet);
  if (staged === undefined) throw new Error('nothing was staged');
  const found = await warehouse.rows(sql`select * from ${ident(staged.table)} order by line`);
  const rows = found.map((row) => staged.headers.map((_, index) => row[`c${index}`]));
  return { staged, headers: staged.headers, rows, lines: found.map((row) => row['line']) };
}

// The cases of csv-spectrum (github.com/maxogden/csv-spectrum), written again.
test.each<[string, string, readonly string[], readonly (readonly (string | null)[])[], readonly number[]]>([
  ['simple', 'a,b,c\n1,2,3\n', ['a', 'b', 'c'], [['1', '2', '3']], [2]],
  [
    'simple with CRLF',
    'a,b,c\r\n1,2,3\r\n4,5,6\r\n',
    ['a', 'b', 'c'],
    [
      ['1', '2', '3'],
      ['4', '5', '6'],
    ],
    [2, 3],
  ],
  [
    'simple with CR',
    'a,b,c\r1,2,3\r4,5,6',
    ['a', 'b', 'c'],
    [
      ['1', '2', '3'],
      ['4', '5', '6'],
    ],
    [2, 3],
  ],
  [
    'line endings that change',
    'a,b\r\n1,2\n3,4\r\n5,6\r7,8',
    ['a', 'b'],
    [
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
      ['7', '8'],
    ],
    [2, 3, 4, 5],
  ],
  ['no line end at the end', 'a,b\n1,2', ['a', 'b'], [['1', '2']], [2]],
  [
    'comma in quotes',
    'first,last,address,city,zip\nJohn,Doe,120 any st.,"Anytown, WW",08123\n',
    ['first', 'last', 'address', 'city', 'zip'],
    [['John', 'Doe', '120 any st.', 'Anytown, WW', '08123']],
    [2],
  ],
  [
    'empty cells',
    'a,b,c\n1,"",""\n2,3,4\n5,,\n',
    ['a', 'b', 'c'],
    [
      ['1', '', ''],
      ['2', '3', '4'],
      ['5', '', ''],
    ],
    [2, 3, 4],
  ],
  [
    'escaped quotes',
    'a,b\n1,"ha ""ha"" ha"\n3,4\n',
    ['a', 'b'],
    [
      ['1', 'ha "ha" ha'],
      ['3', '4'],
    ],
    [2, 3],
  ],
  [
    'JSON in a cell',
    'key,val\n1,"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}"\n',
    ['key', 'val.type', 'val.coordinates'],
    [['1', 'Point', '[102.0,0.5]']],
    [2],
  ],
  [
    'JSON objects beside what is none stay text; empty ones leave no column',
    'key,val,none\n1,"{""a"": 1}",{}\n2,free text,{}\n',
    ['key', 'val'],
    [
      ['1', '{"a": 1}'],
      ['2', 'free text'],
    ],
    [2, 3],
  ],
  [
    'JSON objects of several shapes, missing here and there',
    'key,properties\n1,"{""plan"": ""Pro"", ""at"": {""x"": 1}}"\n2,\n3,"{""rows"": 7}"\n',
    ['key', 'properties.plan', 'properties.at.x', 'properties.rows'],
    [
      ['1', 'Pro', '1', null],
      ['2', null, null, null],
      ['3', null, null, '7'],
    ],
    [2, 3, 4],
  ],
  [
    'line breaks in quotes',
    'a,b,c\n1,2,3\n"Once upon \na time",5,6\n7,8,9\n',
    ['a', 'b', 'c'],
    [
      ['1', '2', '3'],
      ['Once upon \na time', '5', '6'],
      ['7', '8', '9'],
    ],
    [2, 3, 5],
  ],
  [
    'line breaks in quotes with CRLF',
    'a,b\r\n"x\r\ny",1\r\nz,2\r\n',
    ['a', 'b'],
    [
      ['x\r\ny', '1'],
      ['z', '2'],
    ],
    [2, 4],
  ],
  [
    'letters of the world',
    'a,b,c\n1,2,3\n4,5,ʤ\n名前,Ünïcödé,🌍\n',
    ['a', 'b', 'c'],
    [
      ['1', '2', '3'],
      ['4', '5', 'ʤ'],
      ['名前', 'Ünïcödé', '🌍'],
    ],
    [2, 3, 4],
  ],
  [
    'blank lines are counted',
    'a,b\n\n1,2\n\n\n3,4\n\n',
    ['a', 'b'],
    [
      ['1', '2'],
      ['3', '4'],
    ],
    [3, 6],
  ],
  ['blank lines before the header', '\n\na,b\n1,2\n', ['a', 'b'], [['1', '2']], [4]],
  [
    'lines of blanks only',
    'a,b\n1,2\n   \n3,4\n',
    ['a', 'b'],
    [
      ['1', '2'],
      ['3', '4'],
    ],
    [2, 4],
  ],
  ['one column', 'email\na@example.org\n\nb@example.org\n', ['email'], [['a@example.org'], ['b@example.org']], [2, 4]],
  ['quotes inside bare cells', 'a,b\n5" pipe,x"y"z\n', ['a', 'b'], [['5" pipe', 'x"y"z']], [2]],
  ['blanks around quotes', 'a,b\n1, "x,y" \n', ['a', 'b'], [['1', 'x,y']], [2]],
  ['backslash escapes', 'a,b\n1,"say \\"hi\\" now"\n', ['a', 'b'], [['1', 'say "hi" now']], [2]],
  ['tab', 'a\tb\n1,5\t2\n', ['a', 'b'], [['1,5', '2']], [2]],
  [
    'semicolon and decimal comma',
    'a;b\n1,5;2,25\n3,5;4,75\n',
    ['a', 'b'],
    [
      ['1,5', '2,25'],
      ['3,5', '4,75'],
    ],
    [2, 3],
  ],
  ['pipe', 'a|b\n1|2\n', ['a', 'b'], [['1', '2']], [2]],
  [
    'padded by blanks',
    ' id  date number\n 0001 19970101  1\n 0002 19970112 12\n',
    ['id', 'date', 'number'],
    [
      ['0001', '19970101', '1'],
      ['0002', '19970112', '12'],
    ],
    [2, 3],
  ],
  ['headers that repeat or are empty', 'a,a,,b\n1,2,3,4\n', ['a', 'a (2)', 'column3', 'b'], [['1', '2', '3', '4']], [2]],
  [
    'no header',
    '4,2024-01-01,9.50\n7,2024-01-02,8.25\n',
    ['column1', 'column2', 'column3'],
    [
      ['4', '2024-01-01', '9.50'],
      ['7', '2024-01-02', '8.25'],
    ],
    [1, 2],
  ],
])('reads cells: %s', async (_name, content, headers, rows, lines) => {
  const found = await stage(content);
  expect(found.headers).toEqual(headers);
  expect(found.rows).toEqual(rows);
  expect(found.lines).toEqual(lines);
  expect(found.staged.unreadable).toEqual([]);
  expect(found.staged.rows).toBe(rows.length);
});

const people = 'name;city\nMüller;Köln\nFrançois;Orléans\n';
const expected = [
  ['Müller', 'Köln'],
  ['François', 'Orléans'],
];

test.each([
  ['UTF-8', Buffer.from(people), 'utf-8'],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${people}`), 'utf-8'],
  ['UTF-16 little endian with a mark', iconv.encode(people, 'utf-16le', { addBOM: true }), 'utf-16le'],
  ['UTF-16 big endian with a mark', iconv.encode(people, 'utf-16be', { addBOM: true }), 'utf-16be'],
  ['UTF-16 little endian without a mark', iconv.encode(people, 'utf-16le'), 'utf-16le'],
  ['UTF-16 big endian without a mark', iconv.encode(people, 'utf-16be', { addBOM: false }), 'utf-16be'],
  ['Windows-1252', iconv.encode(people, 'windows-1252'), 'windows-1252'],
])('reads the encoding %s', async (_name, content, encoding) => {
  const { headers, rows, staged, lines } = await stage(content);
  expect(headers).toEqual(['name', 'city']);
  expect(rows).toEqual(expected);
  expect(lines).toEqual([2, 3]);
  expect(staged.format).toMatchObject({ encoding, delimiter: ';' });
});

test('an encoding can be named', async () => {
  const { rows } = await stage(iconv.encode('imię,miasto\nŁukasz,Łódź\n', 'windows-1250'), { encoding: 'windows-1250' });
  expect(rows).toEqual([['Łukasz', 'Łódź']]);
  await expect(stage('a,b\n1,2\n', { encoding: 'klingon' })).rejects.toMatchObject({ code: 'usage' });
});

test('a file that is plain for long and Windows-1252 further down is read as Windows-1252', async () => {
  const many = Array.from({ length: 40_000 }, (_, index) => `${index},plain text`).join('\n');
  const { rows, staged } = await stage(Buffer.concat([Buffer.from(`id,name\n${many}\n40000,`), Buffer.from([0x4d, 0xfc, 0x6c, 0x0a])]));
  expect(staged.rows).toBe(40_001);
  expect(rows.at(-1)).toEqual(['40000', 'Mül']);
});

test('one line of broken characters in a UTF-8 file is told and costs nothing else', async () => {
  const { rows, staged } = await stage(Buffer.concat([Buffer.from('id,name\n1,Jörg\n2,M'), Buffer.from([0xfc]), Buffer.from('l\n3,Zoë\n')]));
  expect(rows).toEqual([
    ['1', 'Jörg'],
    ['3', 'Zoë'],
  ]);
  expect(staged.unreadable.map(({ line, reason }) => [line, reason])).toEqual([[3, 'characters that its encoding does not have']]);
});

test.each([
  ['gzip', gzipSync],
  ['zstd', zstdCompressSync],
])('unpacks %s by its bytes, whatever its name', async (compression, pack) => {
  const { rows, staged } = await stage(pack(Buffer.from('id,name\n1,x\n2,"y\nz"\n')));
  expect(rows).toEqual([
    ['1', 'x'],
    ['2', 'y\nz'],
  ]);
  expect(staged.format).toMatchObject({ kind: 'csv', compression });
});

test('a sheet is asked for of a workbook only', async () => {
  await expect(stage('id,name\n1,x\n', { sheet: 'Customers' })).rejects.toMatchObject({ code: 'usage' });
});

test('a damaged archive is an error that says so', async () => {
  const packed = gzipSync(Buffer.from('id,name\n1,x\n'.repeat(5000)));
  await expect(stage(packed.subarray(0, packed.length / 2))).rejects.toMatchObject({ code: 'file.unreadable' });
});

test('lines with the wrong number of cells are told with their line, and no good row is lost', async () => {
  const { rows, lines, staged } = await stage('id,name,city\n1,a,x\n2,b\n3,c,z\n4,d,w,extra\n5,"e\nf",v\n6,g,u\n');
  expect(rows.map((row) => row[0])).toEqual(['1', '3', '5', '6']);
  expect(lines).toEqual([2, 4, 6, 8]);
  expect(staged.unreadable).toEqual([
    { line: 3, reason: '2 cells where 3 are expected', text: '2,b' },
    { line: 5, reason: '4 cells where 3 are expected', text: '4,d,w,extra' },
  ]);
});

test('a quote that nobody closes costs its own line only', async () => {
  const good = Array.from({ length: 300 }, (_, index) => `${index + 10},"n${index}",c`).join('\n');
  const { lines, staged } = await stage(`id,name,city\n1,"a,x\n2,b,"y"\n3,"say "hi"",z\n${good}\n`);
  expect(staged.rows).toBe(301);
  expect(lines.slice(0, 3)).toEqual([3, 5, 6]);
  expect(staged.unreadable.map((one) => one.line)).toEqual([2, 4]);
});

test('very many unreadable lines are all counted, and a bounded number is kept', async () => {
  const { staged } = await stage(`id,name,city\n${'1,a,b\n1,2,3\n1,2\n'.repeat(100_001)}`);
  expect([staged.rows, staged.unreadable.length, staged.unreadableCount]).toEqual([200_002, 100_000, 100_001]);
  expect(staged.unreadable.at(-1)).toEqual({ line: 300_001, reason: '2 cells where 3 are expected', text: '1,2' });
});

test('lines stay true over many quoted line breaks in a long file', async () => {
  const records = Array.from({ length: 20_000 }, (_, index) => (index % 7 === 0 ? `${index},"a\nb\nc"` : `${index},d`));
  const { lines } = await stage(`id,text\n${records.join('\n')}\n`);
  let line = 2;
  const truth = records.map((record) => {
    const at = line;
    line += record.split('\n').length;
    return at;
  });
  expect(lines).toEqual(truth);
});

test('rows may end before or after the header does when all of them do', async () => {
  const short = await stage(`a,b,c,\n${'1,2,3\n'.repeat(20)}`);
  expect([short.headers, short.rows[0], short.staged.rows]).toEqual([['a', 'b', 'c', 'column4'], ['1', '2', '3', null], 20]);
  const long = await stage(`a,b,c\n${'1,2,3,\n'.repeat(20)}`);
  expect([long.headers, long.rows[0], long.staged.rows]).toEqual([['a', 'b', 'c', 'column4'], ['1', '2', '3', ''], 20]);
});

test('settings of a person win over what is sniffed', async () => {
  expect((await stage('a;b,c\n1;2,3\n', { delimiter: ',' })).rows).toEqual([['1;2', '3']]);
  expect((await stage('a,b\n1,2\n', { header: false })).rows).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
  expect((await stage('x,y\nz,w\n', { columns: ['left', 'right'] })).headers).toEqual(['left', 'right']);
  expect((await stage("a,b\n'x,y',2\n", { quote: "'" })).rows).toEqual([['x,y', '2']]);
  await expect(stage('a,b\n', { delimiter: '::' })).rejects.toMatchObject({ code: 'usage' });
});

test('a list of baskets becomes one row an item', async () => {
  const { headers, rows, lines } = await stage('citrus fruit,"bread, white",margarine\ncoffee\n\nmilk,rice\nyogurt,beer,wine,tea\nham\n');
  expect(headers).toEqual(['basket', 'item']);
  expect(rows.slice(0, 4)).toEqual([
    ['1', 'citrus fruit'],
    ['1', 'bread, white'],
    ['1', 'margarine'],
    ['2', 'coffee'],
  ]);
  expect(rows.map(([basket]) => basket)).toEqual(['1', '1', '1', '2', '4', '4', '5', '5', '5', '5', '6']);
  expect(lines).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test('text that could be mistaken for SQL stays text', async () => {
  const naughty = `'; drop table staged; --`;
  const { headers, rows } = await stage(`"${naughty}",b\n"${naughty}",$1\n`, { header: true });
  expect(headers).toEqual([naughty, 'b']);
  expect(rows).toEqual([[naughty, '$1']]);
});

test('empty and missing files, folders and foreign formats are errors from the catalogue', async () => {
  await expect(stage('')).rejects.toMatchObject({ code: 'file.empty' });
  await expect(stage('a,b\n')).rejects.toMatchObject({ code: 'file.empty' });
  await expect(stage('  \n \n')).rejects.toMatchObject({ code: 'file.empty' });
  await expect(stage(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]))).rejects.toThrow(/Excel before 2007/);
  const options = { tempFolder: folder };
  await expect(stageSource(warehouse, { kind: 'file', path: join(folder, 'none') }, options, quiet)).rejects.toMatchObject({ code: 'file.missing' });
  await expect(stageSource(warehouse, { kind: 'file', path: folder }, options, quiet)).rejects.toBeInstanceOf(ClienteleError);
});

test('standard input is read like a file', async () => {
  const stream = Readable.from([Buffer.from('id,na'), Buffer.from('me\n1,x\n')]);
  const [staged] = await stageSource(warehouse, { kind: 'stream', stream, name: 'standard input' }, { tempFolder: folder }, quiet);
  expect(staged).toMatchObject({ headers: ['id', 'name'], rows: 1, name: 'standard input' });
});

test('staging inside a transaction numbers lines the same way', async () => {
  await warehouse.transaction(async () => {
    const { lines } = await stage('a,b\n1,"x\ny"\n2,z\n');
    expect(lines).toEqual([2, 4]);
  });
});

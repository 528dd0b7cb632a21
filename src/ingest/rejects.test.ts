import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sql } from '../sql/index.ts';
import { mappingOf, plainIdentity, runOf, stage, testContext } from './fixtures.ts';
import { importWith } from './import-staged.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-rejects-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fields = { Id: 'order_id', Date: 'ordered_at', Total: 'total' };
const rows = [
  ['1', '2025-01-02', '10'],
  ['=2', 'never', 'a "quoted", cell'],
];

test('rejected rows lie in a file with line, column, reason and their cells; unreadable lines too', async () => {
  const context = await testContext();
  const staged = { ...(await stage(context.warehouse, Object.keys(fields), rows)), unreadable: [{ line: 9, reason: 'too many cells', text: 'a,b,c,d' }] };
  const file = join(folder, 'rejects.csv');
  const report = await importWith(plainIdentity, context, staged, mappingOf('orders', fields), runOf(1, { rejectsFile: file }));
  expect(report).toMatchObject({ rows: 3, accepted: 1, rejected: 2, rejects_file: file });
  expect(report.rejects.map(({ reason, column, line }) => ({ reason, column, line }))).toEqual([
    { reason: 'not a date', column: 'Date', line: 3 },
    { reason: 'too many cells', column: null, line: 9 },
  ]);
  expect(readFileSync(file, 'utf8').split('\r\n')).toEqual([
    'line,column,reason,value,Id,Date,Total',
    '9,,too many cells,"a,b,c,d"',
    `3,Date,not a date,never,'=2,never,"a ""quoted"", cell"`,
    '',
  ]);
});

test('a dry run counts exactly and changes nothing', async () => {
  const context = await testContext();
  const staged = await stage(context.warehouse, Object.keys(fields), rows);
  const dry = await importWith(plainIdentity, context, staged, mappingOf('orders', fields), runOf(1, { dryRun: true }));
  expect(await context.warehouse.row(sql`select (select count(*) from orders) + (select count(*) from batches) as n`)).toEqual({ n: 0 });
  const wet = await importWith(plainIdentity, context, staged, mappingOf('orders', fields), runOf(1));
  expect({ ...dry, seconds: 0, import: null, dry_run: false }).toEqual({ ...wet, seconds: 0, import: null });
});

test('a failure after recording leaves neither facts nor files', async () => {
  const context = await testContext();
  const staged = await stage(context.warehouse, Object.keys(fields), rows);
  const file = join(folder, 'rejects.csv');
  const afterRecord = async () => {
    throw new Error('power cut');
  };
  await expect(importWith(plainIdentity, context, staged, mappingOf('orders', fields), runOf(1, { rejectsFile: file, afterRecord }))).rejects.toThrow(
    'power cut',
  );
  expect(await context.warehouse.row(sql`select (select count(*) from orders) + (select count(*) from batches) as n`)).toEqual({ n: 0 });
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import type { NumberColumn, Warehouse } from '../warehouse.ts';
import { openDuckdb } from './duckdb.ts';

const known = ({ known: bits }: NumberColumn, row: number): boolean => bits === undefined || ((bits[row >>> 6] ?? 0n) >> BigInt(row & 63)) % 2n === 1n;

/** Rows by their first column. */
async function rowsOf(warehouse: Warehouse, query: Parameters<Warehouse['numbers']>[0]): Promise<readonly (readonly (number | null)[])[]> {
  const found: (number | null)[][] = [];
  await warehouse.numbers(query, (columns, rows) => {
    for (const { values } of columns) expect(values).toHaveLength(rows);
    for (let row = 0; row < rows; row += 1) found.push(columns.map((column) => (known(column, row) ? Number(column.values[row]) : null)));
  });
  return found.toSorted(([a], [b]) => Number(a) - Number(b));
}

// The second column is unknown in the second chunk alone, every third row.
const mixed = sql`
  select i::integer as a, case when i < 2048 or i >= 4096 or i % 3 > 0 then i / 4 end as b, '1970-01-01'::timestamp + to_microseconds(i) as c, (i % 250)::utinyint as d
  from range(70000) t (i)`;
const mixedRows = Array.from({ length: 70_000 }, (_, row) => [row, row < 2048 || row >= 4096 || row % 3 > 0 ? row / 4 : null, row, row % 250]);

test('columns of numbers are handed over as they lie, with what is unknown of them', async () => {
  const warehouse = await openDuckdb(':memory:');
  expect(await rowsOf(warehouse, mixed)).toEqual(mixedRows);
  expect(await rowsOf(warehouse, sql`select 1::integer as a where false`)).toEqual([]);
  await warehouse.close();
});

test('each gets the rows of its own query, however many are asked at once', async () => {
  const warehouse = await openDuckdb(':memory:');
  const others = [await warehouse.another(), await warehouse.another()];
  const found = await Promise.all(
    [warehouse, ...others].map((each, index) =>
      rowsOf(each, sql`select i::integer as a, i::bigint as b from range(${index * 1000}, 300000, ${index + 2}) t (i)`),
    ),
  );
  for (const [index, rows] of found.entries()) {
    expect(rows).toHaveLength(Math.ceil((300_000 - index * 1000) / (index + 2)));
    expect(rows.every(([a, b], row) => a === index * 1000 + row * (index + 2) && a === b)).toBe(true);
  }
  for (const each of [...others, warehouse]) await each.close();
});

test('what goes wrong is told, and the connection goes on serving', async () => {
  const warehouse = await openDuckdb(':memory:');
  await expect(warehouse.numbers(sql`select 'a text' from range(5000)`, () => undefined)).rejects.toThrow('not of numbers');
  const enough = new RangeError('enough');
  let calls = 0;
  const asked = warehouse.numbers(sql`select i::integer from range(1000000) t (i)`, () => {
    calls += 1;
    throw enough;
  });
  await expect(asked).rejects.toBe(enough);
  expect(calls).toBe(1);
  await expect(
    warehouse.numbers(sql`select (1 / (69999 - i))::integer, error(i::varchar) from range(70000) t (i) where i > 60000`, () => undefined),
  ).rejects.toThrow('60001');
  await expect(warehouse.numbers(sql`select i::integer from range(10000000) t (i)`, () => warehouse.interrupt())).rejects.toThrow(/interrupt/i);
  expect(await rowsOf(warehouse, mixed)).toEqual(mixedRows);
  expect(await warehouse.row(sql`select 1 as one`)).toEqual({ one: 1 });
  const last = warehouse.numbers(sql`select i::integer from range(1000000) t (i)`, () => undefined);
  await warehouse.close();
  await last;
});

test.each([
  ['process.exit()', '', 'SIGKILL'],
  ["setImmediate(() => { throw new Error('nobody caught it'); })", 'nobody caught it', 'SIGKILL'],
])('a process that ends in the midst of it ends: %s', (what, told, signal) => {
  const script = `
    const { openDuckdb } = await import('${pathToFileURL(join(import.meta.dirname, 'duckdb.ts')).href}');
    const { sql } = await import('${pathToFileURL(join(import.meta.dirname, '../../sql/index.ts')).href}');
    const warehouse = await openDuckdb(':memory:');
    let calls = 0;
    await warehouse.numbers(sql\`select i::integer from range(100000000) t (i)\`, () => { calls += 1; if (calls === 50) ${what}; });`;
  const ended = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', timeout: 60_000 });
  expect(ended.error).toBeUndefined();
  expect(ended.stderr).toContain(told);
  expect(ended.signal).toBe(signal);
});

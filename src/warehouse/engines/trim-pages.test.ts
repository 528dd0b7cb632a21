import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../warehouse.ts';
import { openDuckdb } from './duckdb.ts';

const megabyte = 2 ** 20;
let folder: string;
let warehouse: Warehouse;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trim-pages-'));
  warehouse = await openDuckdb(join(folder, 'w.duckdb'), { memoryLimit: '700MiB' });
  await warehouse.run(sql`create table facts as select range as number, random() as value from range(3000000)`);
  await warehouse.run(sql`checkpoint`);
});
afterEach(async () => {
  await warehouse.close();
  rmSync(folder, { recursive: true, force: true });
});

const held = async (tag = 'BASE_TABLE'): Promise<number> =>
  (await warehouse.row<{ bytes: number }>(sql`select memory_usage_bytes as bytes from duckdb_memory() where tag = ${tag}`))?.bytes ?? -1;
const bound = async (): Promise<unknown> => (await warehouse.row(sql`select current_setting('memory_limit') as bound`))?.['bound'];

test('pages beyond so many bytes are let go, temporary tables are not, and the bound is what it was', async () => {
  await warehouse.run(sql`create temp table made as select range as number, random() as value from range(1000000)`);
  const made = await held('IN_MEMORY_TABLE');
  expect(await held()).toBeGreaterThan(20 * megabyte);
  expect(await warehouse.trimmed(8 * megabyte)).toBe(true);
  expect(await held()).toBeLessThanOrEqual(8 * megabyte);
  expect(await held()).toBeGreaterThan(4 * megabyte);
  expect(await held('IN_MEMORY_TABLE')).toBe(made);
  expect(await bound()).toBe('700.0 MiB');
  // What was let go is read again.
  const read = await warehouse.row(sql`select count(*) as rows, sum(number) as total, avg(value) between 0.4 and 0.6 as "is even" from facts`);
  expect(read).toEqual({ rows: 3_000_000, total: 4_499_998_500_000, 'is even': true });
  expect(await warehouse.trimmed(400 * megabyte)).toBe(true);
  expect(await held()).toBeGreaterThan(20 * megabyte);
});

test('while a statement runs on any connection it waits for its end, and for no longer', async () => {
  const other = await warehouse.another();
  const order: string[] = [];
  const reading = other.row(sql`select count(distinct md5(number::varchar)) as rows from facts`).then((row) => {
    order.push('read');
    return row;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(await warehouse.trimmed(megabyte)).toBe(true);
  order.push('trimmed');
  expect(await reading).toEqual({ rows: 3_000_000 });
  expect(order).toEqual(['read', 'trimmed']);
  expect(await held()).toBeLessThanOrEqual(megabyte);
  await other.close();
});

test('in the midst of a transaction, and of one that failed', async () => {
  await expect(
    warehouse.transaction(async () => {
      await warehouse.run(sql`insert into facts values (-1, 0)`);
      expect(await warehouse.trimmed(megabyte)).toBe(true);
      await warehouse.run(sql`select nothing`).catch(() => undefined);
      expect(await warehouse.trimmed(megabyte)).toBe(true);
      throw new Error('taken back');
    }),
  ).rejects.toThrow('taken back');
  expect(await warehouse.row(sql`select min(number) as least from facts`)).toEqual({ least: 0 });
});

test('closing does not wait for a rest that never comes, and what waited for it hears so', async () => {
  const file = join(folder, 'other.duckdb');
  const closing = await openDuckdb(file);
  const reading = closing.row(sql`select count(distinct md5(range::varchar)) as rows from range(300000)`);
  await new Promise((resolve) => setImmediate(resolve));
  const first = closing.trimmed(megabyte);
  const second = closing.trimmed(megabyte);
  await Promise.all([reading, closing.close()]);
  expect(await first).toBe(false);
  expect([true, false]).toContain(await second);
});

test('statements that begin meanwhile wait and are refused nothing', async () => {
  const others = await Promise.all(Array.from({ length: 4 }, () => warehouse.another()));
  let trims = 0;
  for (let round = 0; round < 5; round += 1) {
    const trimming = warehouse.trimmed(megabyte);
    const asked = others.map((other, index) => other.row(sql`select count(*) as rows from (select number % 70000 as key, ${index} from facts group by all)`));
    if (await trimming) trims += 1;
    for (const answer of await Promise.all(asked)) expect(answer).toEqual({ rows: 70_000 });
  }
  expect(trims).toBe(5);
  expect(await bound()).toBe('700.0 MiB');
  for (const other of others) await other.close();
});

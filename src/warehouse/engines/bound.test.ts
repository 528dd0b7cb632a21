import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { openDuckdb } from './duckdb.ts';

test('what has been read of the file stays in memory up to the bound, and gives way there to what is read next', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-bound-'));
  const warehouse = await openDuckdb(join(folder, 'facts.duckdb'), { memoryLimit: '48MiB', threads: 1, tempFolder: join(folder, 'temporary') });
  await warehouse.run(sql`create table facts (number BIGINT, one UBIGINT, other UBIGINT, third UBIGINT)`);
  const held = async (): Promise<number> => {
    await warehouse.row(sql`select max(one), max(other), max(third) from facts`);
    return (await warehouse.row<{ bytes: number }>(sql`select sum(memory_usage_bytes)::BIGINT as bytes from duckdb_memory()`))?.bytes ?? 0;
  };
  const holds: number[] = [];
  for (let time = 0; time < 10; time += 1) {
    // Hashes can not be packed: 24 bytes a row, 8 MB.
    await warehouse.run(sql`insert into facts select i, hash(i), hash(-i), hash(3 * i) from range(${time * 333_000}, ${(time + 1) * 333_000}) r(i)`);
    await warehouse.run(sql`checkpoint`);
    holds.push(await held());
  }
  const megabyte = 2 ** 20;
  expect(holds[1]).toBeGreaterThan(14 * megabyte);
  expect(holds[1]).toBeLessThan(30 * megabyte);
  // Eighty are on disk.
  for (const bytes of holds) expect(bytes).toBeLessThanOrEqual(48 * megabyte);
  expect(holds.at(-1)).toBeGreaterThan(32 * megabyte);
  expect(await warehouse.row(sql`select count(*) as n, count(distinct number) as numbers from facts`)).toEqual({ n: 3_330_000, numbers: 3_330_000 });
  await warehouse.close();
  rmSync(folder, { recursive: true });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { letGoOfRows } from './let-go.ts';

let folder: string;
let warehouse: Warehouse;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'let-go-'));
  warehouse = await openDuckdb(join(folder, 'w.duckdb'));
  await migrate(warehouse);
});
afterEach(async () => {
  await warehouse.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Rows that lie in the queue's table, those that were taken out among them: as many as the engine says of each piece of its first column. */
const lying = async (): Promise<number> =>
  (
    await warehouse.row<{ rows: number }>(
      sql`select coalesce(sum(count), 0)::INTEGER as rows from pragma_storage_info('live_queue') where column_id = 0 and segment_type <> 'VALIDITY'`,
    )
  )?.rows ?? -1;

const comeAndGo = async (rounds: number): Promise<void> => {
  for (let round = 0; round < rounds; round += 1) {
    await warehouse.run(sql`insert into live_queue select range, false, null from range(100)`);
    await warehouse.run(sql`delete from live_queue`);
  }
};

test('rows that were taken out lie there until they are let go', async () => {
  await comeAndGo(20);
  expect(await lying()).toBe(2000);
  expect(await letGoOfRows(warehouse)).toBe(true);
  expect(await lying()).toBe(0);
});

test('while somebody reads they stay, and whoever reads or writes is not disturbed', async () => {
  await comeAndGo(5);
  const other = await warehouse.another();
  await other.transaction(async () => {
    await other.run(sql`insert into late_features values (7)`);
    await comeAndGo(5);
    expect(await letGoOfRows(warehouse)).toBe(false);
    expect(await lying()).toBeGreaterThan(0);
  });
  expect(await letGoOfRows(warehouse)).toBe(true);
  expect(await lying()).toBe(0);
  expect(await warehouse.integers(sql`select profile from late_features`)).toEqual(Int32Array.of(7));
  await other.close();
});

test('what goes wrong is told', async () => {
  const broken: Warehouse = { ...warehouse, run: () => Promise.reject(new Error('IO Error: no space left on device')) };
  await expect(letGoOfRows(broken)).rejects.toThrow('no space left');
});

import { expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { openDuckdb } from './duckdb.ts';

test('work without aid has one thread on every connection, and the last of it gives the others back, whether it ends well or not', async () => {
  const warehouse = await openDuckdb(':memory:', { threads: 3 });
  const other = await warehouse.another();
  const threads = async (): Promise<unknown> => (await other.row(sql`select current_setting('threads')::INTEGER as threads`))?.['threads'];
  expect(await threads()).toBe(3);
  const seen: unknown[] = [];
  await Promise.all([
    warehouse.unaided(async () => {
      await other.unaided(async () => void seen.push(await threads()));
      seen.push(await threads());
    }),
    other.unaided(async () => void seen.push(await threads())),
  ]);
  expect(seen).toEqual([1, 1, 1]);
  expect(await threads()).toBe(3);
  await expect(warehouse.unaided(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await threads()).toBe(3);
  await other.close();
  await warehouse.close();
});

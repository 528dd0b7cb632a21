import { expect, test, vi } from 'vitest';
import { sql } from '../../sql/index.ts';
import { openDuckdb } from './duckdb.ts';

test('work without aid has one thread on every connection, and soon after the last of it the others are back, whether it ended well or not', async () => {
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
  // What follows at once finds it so.
  expect(await threads()).toBe(1);
  await vi.waitFor(async () => expect(await threads()).toBe(3));
  await expect(warehouse.unaided(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await vi.waitFor(async () => expect(await threads()).toBe(3));
  await other.close();
  await warehouse.close();
});

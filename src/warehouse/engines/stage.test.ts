import { afterEach, beforeEach, expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { openDuckdb } from './duckdb.ts';
import type { Warehouse } from '../warehouse.ts';

let warehouse: Warehouse;
let kept: Warehouse;
beforeEach(async () => {
  warehouse = await openDuckdb(':memory:', { threads: 1 });
  kept = await warehouse.another({ keepsTables: true });
});
afterEach(async () => {
  await kept.close();
  await warehouse.close();
});

/** Rows of a temporary table, those that were taken out and still lie there among them. */
const lying = async (table: string): Promise<number> =>
  (await kept.row<{ n: number }>(sql`select estimated_size as n from duckdb_tables() where temporary and table_name = ${table}`))?.n ?? -1;

test('of a table that is filled again and again few rows lie there that were taken out, however many each time holds', async () => {
  const query = sql`select * from range(${20_000}) r(i)`;
  const fill = async (): Promise<void> => {
    await kept.tidy();
    await kept.transaction(() => kept.stage('numbers', query));
  };
  await fill();
  expect(await lying('numbers')).toBe(20_000);
  let most = 0;
  for (let time = 0; time < 12; time += 1) {
    await fill();
    most = Math.max(most, await lying('numbers'));
  }
  // Those of four times: fifty thousand that were taken out and what holds beside them. Without being emptied, 120,000.
  expect(most).toBeLessThanOrEqual(80_000);
  expect(await kept.row(sql`select count(*) as n, sum(i) as sum from numbers`)).toEqual({ n: 20_000, sum: 199_990_000 });
});

test('tables that are let go of are gone, and what is staged again stands as ever', async () => {
  const query = sql`select i from range(3) r(i)`;
  await kept.stage('trait_numbers', query);
  await kept.run(sql`create temp table trait_more as select 1 as i`);
  await kept.stage('others', query);
  await kept.letGo(['trait_']);
  expect(await kept.rows(sql`select table_name from duckdb_tables() where temporary order by all`)).toEqual([{ table_name: 'others' }]);
  await kept.stage('trait_numbers', query);
  expect(await kept.row(sql`select count(*)::INTEGER as n from trait_numbers`)).toEqual({ n: 3 });
});

test('a view over what is staged says what is the same of every row, and stands again after a transaction was taken back', async () => {
  const fill = (least: number): Promise<void> =>
    kept.stage('facts_read', sql`select i as who from range(${least}, ${least + 2}) r(i)`, {
      name: 'facts',
      query: sql`select who, cast(null as VARCHAR) as what from temp.main.facts_read`,
    });
  await warehouse.run(sql`create table facts (who INTEGER, what VARCHAR)`);
  await expect(
    kept.transaction(async () => {
      await fill(1);
      throw new Error('taken back');
    }),
  ).rejects.toThrow('taken back');
  expect(await kept.rows(sql`select * from facts`)).toEqual([]);
  for (const least of [3, 5]) {
    await fill(least);
    expect(await kept.rows(sql`select * from facts order by who`)).toEqual([
      { who: least, what: null },
      { who: least + 1, what: null },
    ]);
  }
});

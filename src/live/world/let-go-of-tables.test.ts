import { expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { openDuckdb } from '../../warehouse/index.ts';
import { letGoOfTables } from './let-go-of-tables.ts';

test('temporary tables and views go, what they had hidden is there again, and other connections keep theirs', async () => {
  const warehouse = await openDuckdb(':memory:', { threads: 1 });
  const [one, other] = [await warehouse.another(), await warehouse.another()];
  await warehouse.run(sql`create table events as select 1 as n`);
  await warehouse.run(sql`create view others as select n + 1 as n from events`);
  for (const each of [one, other]) {
    await each.stage('events_read', sql`select 7 as n`, { name: 'events', query: sql`select n from temp.main.events_read` });
    await each.stage('others', sql`select 8 as n`);
  }
  expect(await one.rows(sql`select n from events union all select n from others`)).toEqual([{ n: 7 }, { n: 8 }]);
  await letGoOfTables(one);
  expect(await one.rows(sql`select n from events union all select n from others`)).toEqual([{ n: 1 }, { n: 2 }]);
  expect(await other.rows(sql`select n from events union all select n from others`)).toEqual([{ n: 7 }, { n: 8 }]);
  await letGoOfTables(one);
  for (const each of [one, other, warehouse]) await each.close();
});

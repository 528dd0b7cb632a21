import { expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { openDuckdb } from './duckdb.ts';
import { watchLayout } from './watch-layout.ts';

test('own temporary tables concern their connection alone, others all', () => {
  const shared = { changes: 0 };
  const one = watchLayout(shared, () => false);
  const other = watchLayout(shared, () => false);
  const both = (): readonly boolean[] => [one.isAnother(), other.isAnother()];
  for (const text of [
    'create or replace temp table "mine" as select 1',
    ' create temporary view if not exists mine_too as select 1',
    'drop table if exists mine_too',
    'drop table temp.main."mine"',
  ]) {
    one.note(text);
    expect([text, ...both()]).toEqual([text, true, false]);
    expect(both()).toEqual([false, false]);
  }
  for (const text of ['create table theirs (a INTEGER)', 'alter table "theirs" add column b INTEGER', 'drop table mine', 'drop view if exists seen']) {
    one.note(text);
    expect([text, ...both()]).toEqual([text, true, true]);
  }
  for (const text of ['insert into mine values (1)', 'select created from mine', 'set threads = 1', 'pragma disable_optimizer', 'checkpoint temp'])
    one.note(text);
  expect(both()).toEqual([false, false]);
});

test('what a transaction makes is another layout once it has ended', () => {
  const shared = { changes: 0 };
  let depth = 1;
  const one = watchLayout(shared, () => depth > 0);
  const other = watchLayout(shared, () => false);
  one.note('create table theirs (a INTEGER)');
  one.note('create temp table mine (a INTEGER)');
  expect([one.isAnother(), other.isAnother()]).toEqual([true, false]);
  expect([one.isAnother(), other.isAnother()]).toEqual([false, false]);
  depth = 0;
  one.ended();
  expect([one.isAnother(), other.isAnother()]).toEqual([true, true]);
  one.ended();
  expect([one.isAnother(), other.isAnother()]).toEqual([false, false]);
});

test('a kept statement answers over the tables of the moment, whoever made them', async () => {
  const warehouse = await openDuckdb(':memory:');
  const small = await warehouse.another({ keepsTables: true });
  const asked = (): Promise<unknown> => small.steady(() => small.rows(sql`select * from counted order by all`));
  await warehouse.run(sql`create table counted as select 1 as a`);
  expect(await asked()).toEqual([{ a: 1 }]);
  await warehouse.run(sql`alter table counted add column b INTEGER default 2`);
  expect(await asked()).toEqual([{ a: 1, b: 2 }]);
  await small.transaction(async () => {
    await small.run(sql`create temp table counted as select 3 as c`);
    expect(await asked()).toEqual([{ c: 3 }]);
  });
  expect(await asked()).toEqual([{ c: 3 }]);
  await small.run(sql`drop table temp.main.counted`);
  expect(await asked()).toEqual([{ a: 1, b: 2 }]);
  await small.close();
  await warehouse.close();
});

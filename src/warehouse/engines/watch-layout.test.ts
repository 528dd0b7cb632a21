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

test('what was planned in the transaction that made its tables is planned once more, and then kept', async () => {
  const warehouse = await openDuckdb(':memory:');
  const small = await warehouse.another({ keepsTables: true });
  // The engine reads a variable when it plans, so its value says when that was.
  const plannedAt = async (now: number): Promise<unknown> => {
    await small.run(sql`set variable planned_at = ${now}`);
    return small.steady(async () => (await small.row<{ at: unknown }>(sql`select getvariable('planned_at') as at from few`))?.at);
  };
  await small.transaction(async () => {
    await small.stage('few', sql`select 1 as n`);
    expect(await plannedAt(1)).toBe(1);
  });
  expect([await plannedAt(2), await plannedAt(3), await plannedAt(4)]).toEqual([2, 2, 2]);
  await small.run(sql`create temp table another (n INTEGER)`);
  expect([await plannedAt(5), await plannedAt(6)]).toEqual([5, 5]);
  await warehouse.run(sql`create table of_all (n INTEGER)`);
  expect([await plannedAt(7), await plannedAt(8)]).toEqual([7, 7]);
  await small.close();
  await warehouse.close();
});

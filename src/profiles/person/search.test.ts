import { afterEach, beforeEach, expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { migrate, openDuckdb, setCounter, type Warehouse } from '../../warehouse/index.ts';
import { profileOrder } from './order.ts';
import { refreshPeople } from './people.ts';
import { searchPeople } from './search.ts';

let warehouse: Warehouse;

beforeEach(async () => {
  warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
  await warehouse.run(sql`insert into profiles (profile) values (1), (2), (3), (4)`);
  await warehouse.run(sql`create or replace table attributes (profile INTEGER, t0 VARCHAR)`);
  await warehouse.run(sql`insert into attributes values (1, 'Ana Ruiz'), (2, 'José María'), (3, 'Susana Ruizová')`);
  await warehouse.run(sql`insert into trait_columns (name, "column", type) values ('name', 't0', 'text')`);
  await warehouse.run(sql`insert into identifiers (identifier, namespace, value, profile) values
    (1, 'customer_id', 'C1', 1), (2, 'email', 'Ana@x.uk', 1), (3, 'phone', '+441632960961', 2), (4, 'customer_id', 'C10', 3), (5, 'email', 'a%b_c@x.uk', 4), (6, 'email', 'nobody@x.uk', null)`);
  await warehouse.run(sql`insert into orders (source, order_id, profile) values ('shop', '#1042', 4)`);
  await setCounter(warehouse, 'facts_version', 1);
  await refreshPeople(warehouse);
});
afterEach(async () => warehouse.close());

const found = async (text: string, wholeOnly = false): Promise<readonly number[]> => [...(await searchPeople(warehouse, text, wholeOnly)).profiles];

test('any part of a name or identifier, case and accents aside; of several words each; phones and orders as people write them', async () => {
  const searches: readonly (readonly [string, readonly number[]])[] = [
    ['ana', [1, 3]],
    ['RUIZ ana', [1, 3]],
    ['jose maria', [2]],
    ['JOSÉ', [2]],
    ['ANA@X', [1]],
    ['01632 960', [2]],
    ['c1', [1, 3]],
    ['%', [4]],
    ['b_c', [4]],
    ['1042', [4]],
    ['#1042', [4]],
    ['nobody@x.uk', []],
    ["' or 1=1", []],
  ];
  for (const [text, profiles] of searches) expect([text, await found(text)]).toEqual([text, profiles]);
});

test('who is called exactly so is told apart', async () => {
  expect([...(await searchPeople(warehouse, 'C1')).exactly]).toEqual([1]);
  expect([...(await searchPeople(warehouse, 'ana ruiz')).exactly]).toEqual([1]);
});

test('without personal data only a whole identifier finds anybody', async () => {
  expect(await found('ana@x.uk', true)).toEqual([1]);
  for (const part of ['ana', 'ana@x', 'Ana Ruiz', '960961', '']) expect([part, await found(part, true)]).toEqual([part, []]);
});

test('orders put unknown values last and equal ones by their numbers', async () => {
  const names = { table: 'people', column: 'name' };
  expect([...(await profileOrder(warehouse, names, false))]).toEqual([1, 2, 3, 4]);
  expect([...(await profileOrder(warehouse, names, true))]).toEqual([3, 2, 1, 4]);
});

import { expect, test } from 'vitest';
import { sql } from '../sql/index.ts';
import { openDuckdb } from '../warehouse/index.ts';
import { holdOrders, orderWithin } from './one-chance.ts';

test('an order within the days of a silence is never likelier than that the silence does not come', async () => {
  const warehouse = await openDuckdb(':memory:');
  await warehouse.run(sql`create temp table orders_soon as select * from (values (1, 0.33::DOUBLE), (2, 0.05), (3, 0.6)) t(profile, v0)`);
  // Nothing is said of the third.
  await warehouse.run(sql`create temp table away as select * from (values (1, 0.92::DOUBLE), (2, 0.9)) t(profile, v0)`);
  const soon = async () => (await warehouse.rows<{ v0: number }>(sql`select round(v0, 6) as v0 from orders_soon order by profile`)).map(({ v0 }) => v0);
  // 60 days are more than 35: they may order after that.
  await holdOrders(warehouse, 'orders_soon', 60, { table: 'away', days: 35 });
  expect(await soon()).toEqual([0.33, 0.05, 0.6]);
  await holdOrders(warehouse, 'orders_soon', 14, { table: 'away', days: 35 });
  expect(await soon()).toEqual([0.08, 0.05, 0.6]);
  expect([orderWithin(0.33, 14, { probability: 0.92, days: 35 }), orderWithin(0.33, 60, { probability: 0.92, days: 35 })]).toEqual([1 - 0.92, 0.33]);
  await warehouse.close();
});

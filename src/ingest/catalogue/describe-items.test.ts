import { expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { migrate, openDuckdb, setCounter, type Warehouse } from '../../warehouse/index.ts';
import { describeItems, undescribeItems } from './describe-items.ts';

async function shop(): Promise<Warehouse> {
  const warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
  await warehouse.run(sql`insert into items by name select * from (values
    (1, 'till', 'o1', 1, 'p1', null, null), (1, 'till', 'o1', 2, 'p2', 'Own name', 'Own category'), (1, 'till', 'o2', 1, 'p9', null, null)) t(batch, source, order_id, line, product_id, name, category)`);
  await warehouse.run(sql`insert into products by name select * from (values
    (2, 'till', 'p1', 'Espresso', 'Beans'), (3, 'web', 'p1', 'Other', 'Elsewhere'), (2, 'till', 'p2', 'Filter', 'Beans')) t(batch, source, product_id, name, category)`);
  await setCounter(warehouse, 'facts_version', 1);
  return warehouse;
}

const lines = (warehouse: Warehouse) => warehouse.rows(sql`select order_id, line, name, category from items order by order_id, line`);

test('blank lines are described by their product, own words stay, and all can be taken away again', async () => {
  const warehouse = await shop();
  const before = await lines(warehouse);
  await describeItems(warehouse);
  expect(await lines(warehouse)).toEqual([
    { order_id: 'o1', line: 1, name: 'Espresso', category: 'Beans' },
    { order_id: 'o1', line: 2, name: 'Own name', category: 'Own category' },
    { order_id: 'o2', line: 1, name: null, category: null },
  ]);
  await undescribeItems(warehouse);
  expect(await lines(warehouse)).toEqual(before);
  await warehouse.close();
});

test('a corrected catalogue describes the lines anew', async () => {
  const warehouse = await shop();
  await describeItems(warehouse);
  await warehouse.run(sql`update products set category = 'Coffee' where source = 'till' and product_id = 'p1'`);
  await setCounter(warehouse, 'facts_version', 2);
  await describeItems(warehouse);
  expect((await lines(warehouse))[0]).toMatchObject({ category: 'Coffee' });
  await warehouse.close();
});

test("a line without a product id is described by its own source's product of the same name", async () => {
  const warehouse = await shop();
  await warehouse.run(
    sql`insert into items by name select 1 as batch, source, 'o3' as order_id, line, name from (values ('till', 1, 'Espresso'), ('web', 1, 'Espresso'), ('till', 2, null)) t(source, line, name)`,
  );
  await describeItems(warehouse);
  expect(await warehouse.rows(sql`select source, line, category from items where order_id = 'o3' order by source, line`)).toEqual([
    { source: 'till', line: 1, category: 'Beans' },
    { source: 'till', line: 2, category: null },
    { source: 'web', line: 1, category: null },
  ]);
  await warehouse.close();
});

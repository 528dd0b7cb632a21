import { expect, onTestFinished, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { withCodedTexts } from './coded-texts.ts';

async function shop(): Promise<Warehouse> {
  const warehouse = await openDuckdb(':memory:');
  onTestFinished(() => warehouse.close());
  await warehouse.run(sql`create table events_of_shop as
    select i as line, ['Viewed', 'it''s "bought"', 'Ünïcode ☕', null][1 + i % 4] as name, 'page ' || i as page, case when i > 50000 then 'late ' || (i % 3) end as device from range(200000) t (i)`);
  return warehouse;
}

const texts = ['name', 'page', 'device'].map((name) => ({ name, value: { name: sql`e.name`, page: sql`e.page`, device: sql`e.device` }[name] ?? sql`null` }));

test('columns whose texts repeat are carried as numbers and come out as they were, nothing and values that begin late included', async () => {
  const warehouse = await shop();
  const names = await withCodedTexts(warehouse, 200_000, sql`events_of_shop e`, texts, async (types) => {
    const [name, device] = [types.get('name') ?? sql`varchar`, types.get('device') ?? sql`varchar`];
    await warehouse.run(sql`create table kept as select e.line, cast(cast(e.name as ${name}) as varchar) as name, cast(cast(e.device as ${device}) as varchar) as device
      from events_of_shop e order by cast(e.name as ${name}), line desc`);
    return [...types.keys()];
  });
  expect(names).toEqual(['name', 'device']);
  const found = await warehouse.row(sql`select count(*) as n, count(*) filter (k.name is distinct from e.name or k.device is distinct from e.device) as other
    from events_of_shop e join kept k using (line)`);
  expect(found).toEqual({ n: 200_000, other: 0 });
});

test('few rows are recorded as they are, and no type is left behind', async () => {
  const warehouse = await shop();
  expect(await withCodedTexts(warehouse, 99_999, sql`events_of_shop e`, texts, async (types) => types.size)).toBe(0);
  await withCodedTexts(warehouse, 100_000, sql`events_of_shop e`, texts, async () => undefined);
  expect(await warehouse.rows(sql`select type_name from duckdb_types() where type_name like 'ingest_text%'`)).toEqual([]);
});

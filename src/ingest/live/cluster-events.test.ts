import { afterEach, beforeEach, expect, test } from 'vitest';
import { instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { counter, migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { clusterEvents } from './cluster-events.ts';

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
});
afterEach(() => warehouse.close());

/** Events by turns of three names and ten customers, one a second from the given second, as live data brings them. */
const arrive = (from: number, count: number, batch: number): Promise<void> =>
  warehouse.run(sql`insert into events (batch, source, record, profile, name, occurred_at, received_at)
    select ${batch}, 'web', i, 1 + i % 10, 'e' || i % 3, make_timestamp(i * 1000000), make_timestamp(i * 1000000) from range(${from}, ${from + count}) r(i)`);
const content = () => warehouse.rows(sql`select batch, source, record, profile, name, epoch_us(occurred_at) as t from events order by record`);
/** How often the name changes from one row to the next. */
const changes = async (): Promise<number> =>
  (await warehouse.row<{ n: number }>(sql`select count(*) as n from (select name, lag(name) over (order by rowid) as before from events) where name <> before`))
    ?.n ?? -1;
const second = (n: number) => instant(n * 1_000_000);

test('loose events are laid by name, and nothing else about them changes', async () => {
  await arrive(1, 900, 1);
  await arrive(1001, 300, 0);
  const before = await content();
  expect(await changes()).toBe(1199);
  expect(await clusterEvents(warehouse, second(2000), 100)).toEqual({ loose: 300, laid: 'loose' });
  // What was imported lies as it did; the 300 are three stretches.
  expect(await changes()).toBeLessThanOrEqual(899 + 1 + 2);
  expect(await content()).toEqual(before);
  expect(await counter(warehouse, 'events_in_runs')).toBe(300);
  expect(await clusterEvents(warehouse, second(2000), 100)).toEqual({ loose: 0, laid: 'nothing' });
});

test('once runs are a third of all events, all are laid anew', async () => {
  await arrive(1, 400, 1);
  await arrive(1001, 150, 0);
  expect(await clusterEvents(warehouse, second(2000), 100)).toMatchObject({ laid: 'loose' });
  await arrive(3001, 150, 0);
  const before = await content();
  expect(await clusterEvents(warehouse, second(4000), 100)).toEqual({ loose: 150, laid: 'all' });
  expect(await changes()).toBe(2);
  expect(await content()).toEqual(before);
  expect(await counter(warehouse, 'events_in_runs')).toBe(0);
});

test('few loose events stay where they are, and a failure on the way leaves everything as it was', async () => {
  await arrive(1, 100, 1);
  await arrive(1001, 50, 0);
  expect(await clusterEvents(warehouse, second(2000), 51)).toEqual({ loose: 50, laid: 'nothing' });
  const before = await content();
  const broken: Warehouse = {
    ...warehouse,
    run: (statement) =>
      statement.parts.some((part) => part.kind === 'text' && part.text.startsWith('insert into events'))
        ? Promise.reject(new Error('power'))
        : warehouse.run(statement),
  };
  await expect(clusterEvents(broken, second(2000), 10)).rejects.toThrow('power');
  expect(await content()).toEqual(before);
  expect(await counter(warehouse, 'events_clustered')).toBe(0);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { counter, migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { beginClustering, clusterEvents } from './cluster-events.ts';

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

test('all events are laid piece by piece, and between two pieces every one of them is there', async () => {
  // 2,000 customers with three names each, a fourth name of few; as they come, not as they are to lie.
  await warehouse.run(sql`insert into events (batch, source, record, profile, name, occurred_at, received_at)
    select 0, 'web', i, 1 + (i * 7) % 2000, case when i % 100 = 0 then 'few' else 'e' || i % 3 end, make_timestamp(i * 1000000), make_timestamp(i * 1000000) from range(6000) r(i)`);
  const before = await content();
  const laying = await beginClustering(warehouse, second(9000), 100, 700);
  expect(laying).toMatchObject({ loose: 5999, laid: 'all' });
  let pieces = 0;
  while (await laying.next()) {
    pieces += 1;
    // What comes meanwhile is laid the next time.
    await warehouse.run(sql`insert into events (batch, source, record, profile, name, occurred_at, received_at)
      values (0, 'web', ${10_000 + pieces}, 1, 'e0', make_timestamp(9500000000), make_timestamp(9500000000))`);
    const [now, added] = [await content(), before.length];
    expect(now.slice(0, added)).toEqual(before);
    expect(now).toHaveLength(added + pieces);
  }
  // 1,980 of each of three names in blocks of 256 customers, 253 events each: two of them a piece, so four for each; and one of 60.
  expect(pieces).toBe(13);
  const rows = await warehouse.rows<{ name: string; profile: number }>(sql`select name, profile from events where record < 10000 order by rowid`);
  expect(rows).toEqual(rows.toSorted((a, b) => placeOf(rows, a.name) - placeOf(rows, b.name) || a.profile - b.profile));
  expect(await counter(warehouse, 'events_in_runs')).toBe(0);
  expect(await clusterEvents(warehouse, second(9400), 1)).toMatchObject({ laid: 'nothing' });
});

const placeOf = (rows: readonly { readonly name: string }[], name: string): number => rows.findIndex((row) => row.name === name);

import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Instant, instant } from '../../core/index.ts';
import { liveBatch } from '../../ingest/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { eventsAhead } from './events-ahead.ts';
import { addEvents, fillEvents, type Layout, never, readLayout } from './small-world.ts';
import type { Touched } from './touched.ts';

let warehouse: Warehouse;
let small: Warehouse;
let layout: Layout;
beforeEach(async () => {
  warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
  small = await warehouse.another({ keepsTables: true });
  layout = await readLayout(warehouse, new Set());
});
afterEach(async () => {
  await small.close();
  await warehouse.close();
});

const second = (n: number): Instant => instant(n * 1_000_000);
/** An event by its name, of a customer, imported or live, received at a second. */
const record = (name: string, profile: number, batch: number, received: number): Promise<void> =>
  warehouse.run(
    sql`insert into events (batch, source, record, profile, name, occurred_at, received_at) values (${batch}, 'web', ${received}, ${profile}, ${name}, ${timestamp(second(received))}, ${timestamp(second(received))})`,
  );
const some = (...profiles: readonly number[]): readonly Touched[] => profiles.map((profile) => ({ profile, since: null }));
/** The small world's events: places and names. */
const inside = async (): Promise<readonly string[]> =>
  (await small.rows<{ profile: number; name: string }>(sql`select profile, name from temp.main.events order by profile, name`)).map(
    ({ profile, name }) => `${profile} ${name}`,
  );

test('what was read ahead and what was recorded meanwhile are all events of those profiles, each once', async () => {
  await record('imported', 7, 3, 500);
  await record('of before', 7, liveBatch, 90);
  await record('the same moment', 9, liveBatch, 100);
  await record('of another', 8, liveBatch, 90);
  const ahead = eventsAhead(small);
  // Live messages of the 100th second and later are the batch's; one of that very moment lay there already.
  ahead.begin(some(7, 9), second(100), layout);
  const read = await ahead.ended();
  await record('meanwhile', 7, liveBatch, 101);
  await record('meanwhile too', 9, liveBatch, 100);
  expect(read).toEqual({ touched: some(7, 9), before: second(100), layout });
  expect(await inside()).toEqual(['0 imported', '0 of before']);
  await addEvents(small, layout, 'conditions', second(100));
  const all = ['0 imported', '0 meanwhile', '0 of before', '1 meanwhile too', '1 the same moment'];
  expect(await inside()).toEqual(all);
  // Read at once it is the same.
  await fillEvents(small, layout, 'conditions', never);
  expect(await inside()).toEqual(all);
  await fillEvents(small, layout, 'conditions');
  expect(await inside()).toEqual(all);
  expect(await ahead.ended()).toBeUndefined();
});

test('while a reading is under way no other one begins, and what fails has read nothing', async () => {
  await record('one', 1, liveBatch, 1);
  const ahead = eventsAhead(small);
  ahead.begin(some(1), second(2), layout);
  ahead.begin(some(1, 2), second(1), layout);
  expect((await ahead.ended())?.touched).toEqual(some(1));
  ahead.begin(some(1), second(2), { ...layout, real: () => sql`nowhere` });
  expect(await ahead.ended()).toBeUndefined();
  ahead.begin(some(), second(2), layout);
  expect(await ahead.ended()).toBeUndefined();
  ahead.begin(some(1), second(2), layout);
  expect((await ahead.ended())?.touched).toEqual(some(1));
  expect(await inside()).toEqual(['0 one']);
});

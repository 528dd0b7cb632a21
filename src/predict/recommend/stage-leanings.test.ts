import { afterEach, beforeEach, expect, test } from 'vitest';
import { instant, parseInstant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { stageLeanings } from './index.ts';

const now = parseInstant('2026-06-01T00:00:00Z') ?? instant(0);
let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
  await warehouse.run(sql`insert into items (profile, order_id, ordered_at, is_return, counts, product_id, category) values
    (1, 'a', '2026-01-01', false, true, 't', 'tea'), (1, 'b', '2026-01-02', false, true, 't', 'tea'), (1, 'c', '2026-01-03', false, true, 'i', 'ink'),
    (2, 'd', '2026-01-01', false, true, 'i', 'ink'), (2, 'e', '2026-01-02', false, true, 't', 'tea'),
    (3, 'f', '2026-01-01', false, true, 'i', 'ink'),
    (1, 'g', '2026-02-01', true, true, 'i', 'ink'), (1, 'h', '2026-02-01', false, false, 'i', 'ink')`);
  await warehouse.run(
    sql`create table looks as select * from (values (1, 'tea'), (2, 'tea'), (3, 'ink'), (4, null), (5, null)) looks(profile, favourite_category)`,
  );
});
afterEach(async () => warehouse.close());

const view = (profile: number, product: string, session: string, at = '2026-05-01') =>
  warehouse.run(
    sql`insert into events (profile, name, occurred_at, product_id, session) values (${profile}, 'Product Viewed', ${at}::TIMESTAMP, ${product}, ${session})`,
  );

async function leanings(looked: number): Promise<unknown> {
  const count = await stageLeanings(warehouse, now, 'looks', looked);
  const rows = await warehouse.rows<{ profile: number; category: string }>(sql`select * from predict_leaning order by profile`);
  expect(count).toBe(rows.length);
  return Object.fromEntries(rows.map(({ profile, category }) => [profile, category]));
}

// Customer 1 bought tea twice and ink once; 2 ink, then tea; 3 ink; 4 and 5 nothing.
test('without views, or where they count for nothing, it is the favourite category', async () => {
  expect(await leanings(0.5)).toEqual({ 1: 'tea', 2: 'tea', 3: 'ink' });
  for (const session of ['a', 'b', 'c']) await view(1, 'i', session);
  expect(await leanings(0)).toEqual({ 1: 'tea', 2: 'tea', 3: 'ink' });
});

test('visits are added to lines; of equal sums the one with more lines stands, and what nobody could know yet is not seen', async () => {
  for (const session of ['a', 'b']) await view(1, 'i', session);
  await view(1, 'i', 'b'); // the same visit
  await view(1, 'i', 'later', '2026-06-02');
  await view(2, 'i', 'c');
  await view(4, 'i', 'd');
  await view(5, 'nobody-bought-it', 'e');
  // Ink of customer 1: one line and two visits at a half, as much as two lines of tea.
  expect(await leanings(0.5)).toEqual({ 1: 'tea', 2: 'ink', 3: 'ink', 4: 'ink' });
  await view(1, 'i', 'f');
  expect(await leanings(0.5)).toEqual({ 1: 'ink', 2: 'ink', 3: 'ink', 4: 'ink' });
});

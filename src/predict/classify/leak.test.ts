import { afterEach, beforeEach, expect, test } from 'vitest';
import { day, instant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { at, now, openRhythmShop, shopOf } from './fixtures/small-shop.ts';
import { readLabelled } from './labelled.ts';
import { readMatrix } from './matrix/read.ts';
import { churnTask } from './task.ts';

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openRhythmShop(40);
});
afterEach(async () => warehouse.close());

const cutOff = instant(now - 90 * day);

test('facts after the cut-off change nothing of what was known at it', async () => {
  const trait = (profile: number, name: string, value: string, observed: string) =>
    warehouse.run(sql`insert into traits values (1, 'crm', 'r', ${profile}, ${name}, ${value}, 50, ${timestamp(at(observed))})`);
  await trait(1, 'plan', 'basic', '2025-01-01T00:00:00Z');
  await trait(2, 'plan', 'plus', '2025-01-01T00:00:00Z');
  await trait(3, 'plan', 'plus', '2025-01-01T00:00:00Z');
  const shop = await shopOf(warehouse);
  const before = await readMatrix(warehouse, cutOff, shop);
  expect(before.table.columns.some(({ name }) => name === 'plan')).toBe(true);

  // Later: orders and returns, an event, a review, a change of plan, a plan told without a time, and a customer nobody knew.
  await warehouse.run(sql`insert into orders (batch, source, order_id, identifier, profile, ordered_at, is_return, counts, total)
    select 2, 'shop', 'later' || profile || t.total, profile, profile, ${timestamp(instant(cutOff + day))}, t.total < 0, true, t.total from profiles, (values (999), (-50)) t(total)`);
  await warehouse.run(sql`insert into events (batch, source, identifier, profile, name, occurred_at, received_at)
    select 2, 'web', profile, profile, 'Email Clicked', ${timestamp(instant(cutOff + day))}, ${timestamp(now)} from profiles`);
  await warehouse.run(sql`insert into feedback (batch, source, identifier, profile, kind, occurred_at, rating)
    select 2, 'web', profile, profile, 'review', ${timestamp(instant(cutOff + day))}, 1 from profiles`);
  await trait(1, 'plan', 'plus', '2026-05-30T00:00:00Z');
  await warehouse.run(sql`insert into traits values (2, 'crm', 'r', 4, 'plan', 'basic', 90, null)`);
  await warehouse.run(sql`insert into profiles values (1000, 2, ${timestamp(now)})`);
  await warehouse.run(sql`insert into orders (batch, source, order_id, identifier, profile, ordered_at, is_return, counts, total)
    values (2, 'shop', 'first', 1000, 1000, ${timestamp(now)}, false, true, 5)`);

  const after = await readMatrix(warehouse, cutOff, shop);
  expect([...after.profiles]).toEqual([...before.profiles]);
  expect(after.table).toEqual(before.table);
});

test('outcomes are those of the days after the cut-off, of customers known before it', async () => {
  const { profiles, labels } = await readLabelled(warehouse, churnTask(90), cutOff, await shopOf(warehouse));
  const expected = await warehouse.rows<{ profile: number; stayed: boolean }>(sql`
    select profile, bool_or(ordered_at > ${timestamp(cutOff)} and ordered_at <= ${timestamp(now)}) as stayed from orders group by profile
    having min(ordered_at) <= ${timestamp(cutOff)} order by profile`);
  expect([...profiles]).toEqual(expected.map(({ profile }) => profile));
  expect([...labels]).toEqual(expected.map(({ stayed }) => (stayed ? 0 : 1)));
});

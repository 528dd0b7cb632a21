import { afterEach, beforeEach, expect, test } from 'vitest';
import { day, instant } from '../../core/index.ts';
import { liveBatch } from '../../ingest/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { at, now, openRhythmShop, shopOf } from './fixtures/small-shop.ts';
import { fitClassifier } from './fit.ts';
import { readLabelled } from './labelled.ts';
import { readMatrix } from './matrix/read.ts';
import { churnTask } from './task.ts';

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openRhythmShop(40);
});
afterEach(async () => warehouse.close());

const cutOff = instant(now - 90 * day);

/** A batch that was recorded at a moment, and what it says of somebody; an observation has the date of the record's last change, or of the batch. */
const batch = (number: number, kind: string, source: string, committed: string) =>
  warehouse.run(sql`insert into batches values (${number}, ${`i${number}`}, ${source}, ${kind}, ${timestamp(at(committed))})`);
const trait = (number: number, source: string, profile: number, name: string, value: string, observed: string) =>
  warehouse.run(sql`insert into traits values (${number}, ${source}, ${`r${profile}`}, ${profile}, ${name}, ${value}, 1, ${timestamp(at(observed))})`);

test('facts after the cut-off change nothing of what was known at it', async () => {
  await batch(1, 'customers', 'crm', '2025-01-02T00:00:00Z');
  for (let profile = 1; profile <= 40; profile += 1) {
    await trait(1, 'crm', profile, 'plan', profile % 2 === 0 ? 'basic' : 'plus', '2025-01-01T00:00:00Z');
    await trait(1, 'crm', profile, 'gender', profile % 3 === 0 ? 'male' : 'female', '2025-01-01T00:00:00Z');
  }
  const before = await readMatrix(warehouse, cutOff, await shopOf(warehouse));
  const column = (name: string) => before.table.columns.find((own) => own.name === name);
  const known = (name: string) => {
    const own = column(name);
    return own?.kind === 'category' ? own.codes.filter((code) => code >= 0).length : -1;
  };
  // Who had not been seen by then is not there; all others had been listed.
  expect([known('plan'), known('gender')]).toEqual([before.profiles.length, before.profiles.length]);

  // Later: orders and returns, an event, a review, and a customer nobody knew.
  await warehouse.run(sql`insert into orders (batch, source, order_id, identifier, profile, ordered_at, is_return, counts, total)
    select 2, 'shop', 'later' || profile || t.total, profile, profile, ${timestamp(instant(cutOff + day))}, t.total < 0, true, t.total from profiles, (values (999), (-50)) t(total)`);
  await warehouse.run(sql`insert into events (batch, source, identifier, profile, name, occurred_at, received_at)
    select 2, 'web', profile, profile, 'Email Clicked', ${timestamp(instant(cutOff + day))}, ${timestamp(now)} from profiles`);
  await warehouse.run(sql`insert into feedback (batch, source, identifier, profile, kind, occurred_at, rating)
    select 2, 'web', profile, profile, 'review', ${timestamp(instant(cutOff + day))}, 1 from profiles`);
  await warehouse.run(sql`insert into profiles values (1000, 2, ${timestamp(now)})`);
  await warehouse.run(sql`insert into orders (batch, source, order_id, identifier, profile, ordered_at, is_return, counts, total)
    values (2, 'shop', 'first', 1000, 1000, ${timestamp(now)}, false, true, 5)`);
  // The list again, with another plan for half of them: what it said before is a version that gave way.
  await batch(3, 'customers', 'crm', '2026-05-30T00:00:00Z');
  await warehouse.run(sql`insert into traits_superseded select * from traits where source = 'crm' and identifier <= 20`);
  await warehouse.run(sql`delete from traits where source = 'crm' and identifier <= 20`);
  for (let profile = 1; profile <= 20; profile += 1) {
    await trait(3, 'crm', profile, 'plan', 'gold', '2026-05-30T00:00:00Z');
    await trait(3, 'crm', profile, 'gender', profile % 3 === 0 ? 'male' : 'female', '2026-05-30T00:00:00Z');
  }
  // A plan that is told without a time.
  await warehouse.run(sql`insert into traits values (3, 'crm', 'r30', 30, 'plan', 'gold', 90, null)`);

  const after = await readMatrix(warehouse, cutOff, await shopOf(warehouse));
  expect([...after.profiles]).toEqual([...before.profiles]);
  expect(after.table).toEqual(before.table);
});

// An export of today: a total, a status with the date of its last change, an answer, a tag, and consent as the newest order says it. Of some the last change lies before the cut-off, since nothing happened after it: to know them then and
// the others not would tell who ordered later.
test('what a list of today says is not known at a past cut-off, of nobody, whatever date stands beside it', async () => {
  await batch(2, 'customers', 'crm', '2026-05-31T00:00:00Z');
  await batch(3, 'orders', 'shop', '2026-05-31T00:00:00Z');
  const people = await warehouse.rows<{
    profile: number;
    last: number;
    orders: number;
    total: number;
  }>(sql`select profile, max(ordered_at) as last, count(*)::INTEGER as orders,
    sum(total)::DOUBLE as total from orders where profile is not null group by all order by profile`);
  for (const { profile, last, orders, total } of people) {
    const changed = new Date(last / 1000).toISOString();
    await trait(2, 'crm', profile, 'total_spent', String(total), '2026-05-31T00:00:00Z');
    await trait(2, 'crm', profile, 'total_orders', String(orders), '2026-05-31T00:00:00Z');
    await trait(2, 'crm', profile, 'gesamtumsatz', String(total), changed);
    await trait(2, 'crm', profile, 'letzte_bestellung', changed.slice(0, 10), changed);
    await trait(2, 'crm', profile, 'status', last > cutOff ? 'subscribed' : 'paused', changed);
    await trait(2, 'crm', profile, 'rating', String(orders % 5), changed);
    await trait(2, 'crm', profile, 'tags', last > cutOff ? '["loyal"]' : '["gone"]', changed);
    await trait(2, 'crm', profile, 'signed_up_at', last > cutOff ? '2026-05-01T00:00:00Z' : '2024-01-01T00:00:00Z', changed);
    await warehouse.run(sql`insert into traits values (3, 'shop', null, ${profile}, 'accepts_email', ${String(last > cutOff)}, 0, ${timestamp(instant(last))}),
      (3, 'shop', null, ${profile}, 'city', ${profile % 2 === 0 ? 'York' : 'Leeds'}, 0, ${timestamp(instant(last))})`);
  }
  const shop = await shopOf(warehouse);
  const { table } = await readMatrix(warehouse, cutOff, shop);
  const known = (name: string): number | undefined => {
    const own = table.columns.find((each) => each.name === name);
    if (own === undefined) return undefined;
    return own.kind === 'category' ? own.codes.filter((code) => code >= 0).length : own.values.filter(Number.isFinite).length;
  };
  for (const name of ['imported_total_spent', 'total_orders', 'gesamtumsatz', 'letzte_bestellung']) expect(known(name)).toBeUndefined();
  for (const name of ['status', 'rating', 'accepts_email']) expect(known(name)).toBe(0);
  // Where somebody lives does not change with what they buy, and all of them have said it.
  expect(known('city')).toBe(table.rows);
  // When somebody signed up is known from then on, and never before.
  const signedUp = table.columns.find(({ name }) => name === 'signed_up_at');
  expect(signedUp?.kind === 'number' && [...signedUp.values].every((value) => Number.isNaN(value) || value > 700)).toBe(true);

  // Today they are known.
  const today = await readMatrix(warehouse, now, shop, undefined, 'ever');
  const status = today.table.columns.find(({ name }) => name === 'status');
  expect(status?.kind === 'category' && status.codes.every((code) => code >= 0)).toBe(true);

  // A question is asked of those whom it was about then, by what was known of them then: nobody had a tag.
  const task = { outcome: 'count(orders in last 90 days) >= 1', among: 'tags contains "loyal" or tags contains "gone"', horizonDays: 90 } as const;
  expect((await readLabelled(warehouse, task, cutOff, shop)).profiles.length).toBe(0);
  expect((await readLabelled(warehouse, { ...task, among: 'city = "York"' }, cutOff, shop)).profiles.length).toBeGreaterThan(10);
  expect((await readLabelled(warehouse, { ...task, among: null, outcome: 'status = "subscribed"' }, instant(cutOff - 30 * day), shop)).labels).not.toContain(1);
});

// A website identifies whoever comes by, and says of each what is so today. It keeps the newest state alone, with the day of the last visit: of those who never came back a day before the cut-off.
test('what live sources say of somebody is not known at a past cut-off, whatever day it has', async () => {
  await batch(liveBatch, 'customers', 'website', '2025-01-01T00:00:00Z');
  const people = await warehouse.rows<{ profile: number; last: number }>(sql`select profile, max(ordered_at) as last from orders group by all`);
  const before = await readMatrix(warehouse, cutOff, await shopOf(warehouse));
  for (const { profile, last } of people) {
    const seen = new Date(last / 1000).toISOString();
    await trait(liveBatch, 'website', profile, 'plan', last > cutOff ? 'gold' : 'basic', seen);
    await trait(liveBatch, 'website', profile, 'score', String(last > cutOff ? 9 : 1), seen);
    // Somebody's gender lasts; but only of those who came back it is known.
    if (last > cutOff) await trait(liveBatch, 'website', profile, 'gender', 'female', seen);
  }
  const shop = await shopOf(warehouse);
  expect([shop.vocabulary.attributes.has('plan'), shop.vocabulary.attributes.has('score'), shop.vocabulary.attributes.has('gender')]).toEqual([
    true,
    true,
    true,
  ]);
  const { profiles, table } = await readLabelled(warehouse, churnTask(90), cutOff, shop);
  expect([...profiles]).toEqual([...before.profiles]);
  const known = (name: string): number => {
    const own = table.columns.find((each) => each.name === name);
    return own === undefined ? 0 : own.kind === 'category' ? own.codes.filter((code) => code >= 0).length : own.values.filter(Number.isFinite).length;
  };
  expect(['plan', 'score', 'gender'].map(known)).toEqual([0, 0, 0]);
  // Nor is anybody asked about by it.
  const asked = { ...churnTask(90), among: 'plan = "gold"' };
  expect((await readLabelled(warehouse, asked, cutOff, shop)).profiles.length).toBe(0);
});

test('what is never known where one learns from is not learned from, however well it is known today', async () => {
  await warehouse.close();
  warehouse = await openRhythmShop(400);
  await batch(2, 'customers', 'crm', '2026-05-31T00:00:00Z');
  await warehouse.run(sql`insert into traits select 2, 'crm', 'r' || profile, profile, 'status', case when max(ordered_at) > ${timestamp(cutOff)} then 'on' else 'off' end, 1, max(ordered_at)
    from orders group by profile`);
  const classifier = await fitClassifier(warehouse, await shopOf(warehouse), { now, task: churnTask(90), seed: 1 });
  expect(JSON.stringify(classifier.candidate)).not.toContain('"status"');
  expect(classifier.importance.map(({ name }) => name)).not.toContain('status');
  const won = classifier.choice.entrants.find(({ kind }) => kind === classifier.choice.kind);
  // The status says exactly who will order; nobody who has not seen it could be so sure.
  expect(won?.quality.auc).toBeLessThan(0.95);
});

test('outcomes are those of the days after the cut-off, of customers known before it', async () => {
  const { profiles, labels } = await readLabelled(warehouse, churnTask(90), cutOff, await shopOf(warehouse));
  const expected = await warehouse.rows<{ profile: number; stayed: boolean }>(sql`
    select profile, bool_or(ordered_at > ${timestamp(cutOff)} and ordered_at <= ${timestamp(now)}) as stayed from orders group by profile
    having min(ordered_at) <= ${timestamp(cutOff)} order by profile`);
  expect([...profiles]).toEqual(expected.map(({ profile }) => profile));
  expect([...labels]).toEqual(expected.map(({ stayed }) => (stayed ? 0 : 1)));
});

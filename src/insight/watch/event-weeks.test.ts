import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, defaultWorkspace, instant, parseInstant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { insightContext } from '../base/context.ts';
import { contributorsTo } from './contributors.ts';
import { eventWeeks, weeksOfEvents } from './event-weeks.ts';

/** Monday to Monday, with the change to winter time in between: 25 October 2026. */
const began = parseInstant('2026-08-31T00:00:00+01:00') ?? instant(0);
const now = parseInstant('2026-11-30T09:00:00Z') ?? instant(0);
let warehouse: Warehouse;
const context = () => insightContext(warehouse, { ...defaultWorkspace, zone: 'Europe/London' }, now);

async function happened(name: string, at: number, times: number, category = 'gym'): Promise<void> {
  await warehouse.run(
    sql`insert into events by name select range as profile, ${name} as name, ${category} as category, ${timestamp(instant(at))} as occurred_at from range(1, ${times + 1})`,
  );
}

beforeAll(async () => {
  warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
  for (let week = 0; week < 13; week += 1) {
    const start = began + week * 7 * day;
    // In winter time each day begins an hour later by the clock of the wire; half past midnight on Monday is of the new week.
    const hour = 3_600_000_000;
    await happened('Check-in', start + hour / 2 + (week >= 8 ? hour : 0), week < 9 ? 40 : 20);
    await happened('Check-in', start + 6 * day, 10, 'class');
    if (week < 11) await happened('Class booked', start + 3 * day, 12);
    await happened('Membership Cancelled', start + 2 * day, 2);
    await happened('Email Opened', start + 2 * day, 90);
    await happened('Order Completed', start + 2 * day, 60);
  }
});
afterAll(async () => warehouse.close());

test('how often things happened is counted by the workspace’s own weeks; e-mails, orders and what is rare are left out', async () => {
  const weeks = await weeksOfEvents(context());
  // The first week may have begun before the first event that is known.
  expect([weeks[0]?.starts, weeks.at(-1)?.starts, weeks.length]).toEqual(['2026-09-07', '2026-11-23', 12]);
  const series = await eventWeeks(context(), weeks);
  expect(series.map(({ label }) => label)).toEqual(['“Check-in” events', '“Class booked” events']);
  expect(series[0]).toMatchObject({ key: 'metric:event:Check-in', subject: { type: 'metric', id: 'event:Check-in' }, event: 'Check-in' });
  expect(series[0]?.points.map(({ value }) => value)).toEqual([50, 50, 50, 50, 50, 50, 50, 50, 30, 30, 30, 30]);
  // Nothing is known of bookings after the eleventh week: their file may have ended.
  expect(series[1]?.points.map(({ value }) => value)).toEqual(Array.from({ length: 9 }, () => 12));
});

test('who makes the change of how often it happened: by category, with a group that the language can say', async () => {
  const weeks = await weeksOfEvents(context());
  await warehouse.run(sql`create table features as select range as profile, null::VARCHAR as value_tier, null::TIMESTAMP as first_order_at from range(1, 91)`);
  const [most, ...rest] = await contributorsTo(context(), { event: 'Check-in' }, weeks, { newest: 4, before: 8 });
  expect(rest).toEqual([]);
  // 40 a week come to the gym and then 20; the ten of the class stay.
  expect(most).toEqual({
    dimension: 'category',
    label: 'gym',
    expected: 40,
    actual: 20,
    share: 1,
    people: 20,
    expression: 'count("Check-in" where category = "gym" between 2026-11-02 and 2026-11-29) >= 1',
  });
});

test('a country that stays away is named by what is known of people, though value tiers fell as well', async () => {
  const weeks = await weeksOfEvents(context());
  await warehouse.run(
    sql`create or replace table features as select range as profile, case when range % 2 = 0 then 'high' else 'low' end as value_tier, null::TIMESTAMP as first_order_at from range(1, 101)`,
  );
  // People 1 to 30 are German and 31 to 100 French; every one has a company of their own.
  await warehouse.run(
    sql`create or replace table attributes as select range as profile, case when range <= 30 then 'DE' else 'FR' end as t0, 'Salon ' || range as t1 from range(1, 101)`,
  );
  await warehouse.run(
    sql`insert into trait_columns values ('country', 'country', 't0', 'text', 100, ['shop']), ('company', 'company', 't1', 'text', 100, ['shop'])`,
  );
  for (const [step, week] of weeks.slice(-9).entries())
    for (const from of step === 8 ? [19, 19] : [1, 1])
      await warehouse.run(
        sql`insert into events by name select range as profile, 'Login' as name, ${timestamp(instant(week.start + day))} as occurred_at from range(${from}, 101)`,
      );
  const found = await contributorsTo(context(), { event: 'Login' }, weeks);
  // Each comes twice a week: 60 German logins and 140 French ones, and 24 and 140 where 18 of the 30 stay away.
  expect(found).toEqual([
    {
      dimension: 'country',
      label: 'DE',
      expected: 60,
      actual: 24,
      share: 1,
      people: 12,
      expression: 'country = "DE" and count("Login" between 2026-11-23 and 2026-11-29) >= 1',
    },
  ]);
});

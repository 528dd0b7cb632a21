import { afterEach, beforeEach, expect, test } from 'vitest';
import { day, defaultWorkspace, hour, instant, parseInstant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { learnTiming, stageTiming } from './learn-timing.ts';

const now = parseInstant('2026-06-01T00:00:00Z') ?? instant(0);
const workspace = { ...defaultWorkspace, zone: 'UTC' };
let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
});
afterEach(async () => warehouse.close());

/** Visits of a customer, `count` of them a week apart, the first so many days before now, at one hour. */
async function visits(profile: number, count: number, daysAgo: number, at: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, place): readonly [number, number] => [
    profile,
    Math.round(now - (daysAgo + 7 * place) * day + at * hour + 60_000_000),
  ]);
  await warehouse.load(
    'made_visits',
    [
      { name: 'profile', type: 'INTEGER' },
      { name: 'at', type: 'TIMESTAMP' },
    ],
    rows,
  );
  await warehouse.run(
    sql`insert into events (batch, source, identifier, profile, name, occurred_at) select 1, 'shop', profile, profile, 'Visited', "at" from made_visits`,
  );
  await warehouse.run(sql`drop table made_visits`);
}

// 1 June 2026 is a Monday. Odd customers come at seven on Tuesdays (six days before), even ones at 21 on Fridays (three days before).
test('each customer’s own hour and weekday are found, and later visits are not seen', async () => {
  for (let profile = 1; profile <= 20; profile += 1) await visits(profile, 15, profile % 2 === 1 ? 6 : 3, profile % 2 === 1 ? 7 : 21);
  const learned = await learnTiming(warehouse, workspace, now);
  expect(learned.moments).toBe(300);
  expect(learned.model.weight).not.toBeNull();
  expect(await stageTiming(warehouse, workspace, now, learned.model)).toBe(20);
  const rows = await warehouse.rows<{ profile: number; best_hour: number; best_weekday: number }>(
    sql`select profile, best_hour, best_weekday from predict_timing order by profile`,
  );
  expect(rows.slice(0, 2)).toEqual([
    { profile: 1, best_hour: 7, best_weekday: 1 },
    { profile: 2, best_hour: 21, best_weekday: 4 },
  ]);
  for (let profile = 1; profile <= 20; profile += 1) await visits(profile, 1, -5, 12);
  expect(await learnTiming(warehouse, workspace, now)).toEqual(learned);
});

test('with few moments everybody gets the hours of the shop', async () => {
  await visits(1, 3, 6, 9);
  const learned = await learnTiming(warehouse, workspace, now);
  expect(learned).toMatchObject({ model: { weight: null }, candidates: [] });
});

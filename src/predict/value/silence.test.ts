import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultWorkspace, instant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { forecastCustomer } from './forecast.ts';
import { believed, shifted, shiftOf } from './silence.ts';

const start = Date.UTC(2024, 0, 1) * 1000;
const day = 86_400_000_000;
let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openDuckdb(':memory:', { threads: 1 });
});
afterAll(async () => warehouse.close());

test('a shift makes two chances of the same days agree, and moves those of other days by as much', () => {
  // Odds of 1 to 1 and of 1 to 4: four times fewer. Of odds of 3 to 1 that leaves 3 to 4.
  const shift = shiftOf(0.5, 0.2);
  expect(Math.exp(shift)).toBeCloseTo(1 / 4, 12);
  expect(shifted(0.5, shift)).toBeCloseTo(0.2, 12);
  expect(shifted(0.75, shift)).toBeCloseTo(3 / 7, 12);
  expect([shifted(0, shift), shifted(1, shift)]).toEqual([0, 1]);
  expect(shifted(0.3, shiftOf(0.3, 0.3))).toBeCloseTo(0.3, 12);
  // Nobody is sure beyond one in a thousand.
  expect(Number.isFinite(shiftOf(0, 1))).toBe(true);
});

test('expected orders follow the chance of any, and what they are beyond the first stays', async () => {
  await warehouse.run(sql`create or replace temp table away as select * from (values (1.0, 0.8), (2.0, 0.5)) t(profile, v0)`);
  // The same customer thrice: the second is told what was thought, nothing is said of the third.
  const scores = sql`select p as profile, 0 as late, 0.8 as alive, 0.5 as none_within, 0.5 as return_90d, 1.0 as orders_90d, 2.0 as orders_90d_variance, 1.0 as orders_3m, 2.0 as orders_6m, 3.0 as orders_12m,
    6.0 as orders_12m_variance, 0.25 as orders_12m_none, 7.0 as orders_lifetime, 40.0 as next_days, 1.0 as next_days_low, 200.0 as next_days_high from (values (1), (2), (3)) t(p)`;
  const rows = await warehouse.rows<Record<string, number>>(sql`from (${believed(scores, { table: 'away', days: 63 })}) order by profile`);
  const [told, same, unknown] = rows;
  const near = 0.2 / 0.5;
  const far = 3 / 7 / 0.75;
  expect(told?.['return_90d']).toBeCloseTo(0.2, 9);
  expect(told?.['orders_90d']).toBeCloseTo(near, 9);
  expect(told?.['orders_12m']).toBeCloseTo(3 * far, 9);
  expect(told?.['orders_12m_none']).toBeCloseTo(4 / 7, 9);
  // E(n²) is in proportion to the chance of any: 6 + 9 = 15 of it before.
  expect(told?.['orders_12m_variance']).toBeCloseTo(15 * far - (3 * far) ** 2, 9);
  expect(told?.['alive']).toBeCloseTo(0.5, 9);
  expect(Number(told?.['orders_3m']) <= Number(told?.['orders_6m']) && Number(told?.['orders_6m']) <= Number(told?.['orders_12m'])).toBe(true);
  expect(same).toEqual({ ...unknown, profile: 2 });
  await warehouse.run(sql`update away set v0 = 0.1 where profile = 2`);
  const likelier = await warehouse.row<Record<string, number>>(sql`from (${believed(scores, { table: 'away', days: 63 })}) where profile = 2`);
  expect(likelier?.['return_90d']).toBeCloseTo(0.9, 9);
  // Nine in ten within 63 days, at one rate: half of them within 63 × ln 2 / ln 10 days.
  expect(likelier).toMatchObject({ next_days: expect.closeTo(63 * Math.log10(2), 9), next_days_low: 1, next_days_high: 200 });
  expect(unknown).toMatchObject({
    return_90d: 0.5,
    orders_90d: 1,
    orders_90d_variance: 2,
    orders_6m: 2,
    orders_12m: 3,
    orders_12m_variance: 6,
    orders_12m_none: 0.25,
    next_days: 40,
  });
});

test('who said that they leave goes on as before or is gone: no chance is more than that of being there', async () => {
  await warehouse.run(sql`create or replace temp table away as select * from (values (1.0, 0.99), (2.0, 0.99)) t(profile, v0)`);
  await warehouse.run(sql`create or replace temp table gone as select 1 as profile`);
  const scores = sql`select p as profile, 0 as late, 0.95 as alive, 0.1 as none_within, 0.999 as return_90d, 3.0 as orders_90d, 9.0 as orders_90d_variance, 3.0 as orders_3m, 6.0 as orders_6m, 12.0 as orders_12m,
    30.0 as orders_12m_variance, 0.05 as orders_12m_none, 20.0 as orders_lifetime, 9.0 as next_days, 1.0 as next_days_low, 40.0 as next_days_high from (values (1), (2)) t(p)`;
  const [left, silent] = await warehouse.rows<Record<string, number>>(
    sql`from (${believed(scores, { table: 'away', days: 30, ended: 'gone' })}) order by profile`,
  );
  // 1 in 100 orders within the days in which 9 in 10 would who are there: 1 in 90 is there.
  expect(left?.['return_90d']).toBeCloseTo(0.999 / 90, 9);
  expect(left?.['orders_12m']).toBeCloseTo(12 / 90, 9);
  expect(Number(silent?.['orders_12m'])).toBeGreaterThan(0.25);
});

// 29 orders 12 days apart in the first year, none in the second: by their own rate (about one in 25 days) 12 months without an order are unthinkable, and a shift of log-odds leaves them so.
test('of somebody whose rhythm is long over, a year is no likelier than that they are still there, whatever a model in which nobody leaves says', async () => {
  const orders = Array.from({ length: 29 }, (_, order) => [1, 12 * order] as const);
  // The second customer has ordered until now, and is as likely to come as their rate says.
  const going = Array.from({ length: 60 }, (_, order) => [2, 12 * order] as const);
  await migrate(warehouse);
  await warehouse.run(sql`delete from orders`);
  for (const [profile, at] of [...orders, ...going])
    await warehouse.run(sql`insert into orders by name select 's' as source, ${`${profile}-${at}`} as order_id, ${profile} as profile,
      ${timestamp(instant(start + at * day))} as ordered_at, false as is_return, true as counts, 10 as total`);
  const model = { orders: { kind: 'past-rate', weeks: 1 / 7 }, spend: { kind: 'mean-spend', mean: 10, between: 0, within: 0 } } as const;
  const ask = async (profile: number, probability: number) =>
    forecastCustomer(warehouse, model, {
      profile,
      at: instant(start + 720 * day),
      workspace: { ...defaultWorkspace, zone: 'UTC' },
      name: 'value 1',
      silence: { title: 'Away', days: 30, probability },
    });
  const gone = await ask(1, 0.99);
  const chances = gone?.chances.map(({ probability }) => probability) ?? [];
  // Of 28.5 orders in 721 days 1 - (721 / 751)^28.5 = 69% are expected within 30 days, and 1% is told: they are still there with 1 / 69, and will hardly come later than that.
  expect(chances.at(-1)).toBeCloseTo(0.01 / (1 - (721 / (721 + 30)) ** 28.5), 3);
  expect(chances.every((chance, place) => chance >= (chances[place - 1] ?? 0))).toBe(true);
  expect(gone?.value_12m.expected).toBeLessThan(3);
  expect(gone?.next_order_date).toBeNull();
  const there = await ask(2, 0.1);
  expect(there?.chances.at(-1)?.probability).toBeGreaterThan(0.999);
  expect(there?.value_12m.expected).toBeGreaterThan(280);
  // Who is told likelier to come than their rate says is believed, late or not: nothing holds the chance down to the model's.
  const likelier = await ask(1, 0.1);
  expect(likelier?.chances.find(({ days }) => days === 30)?.probability).toBeCloseTo(0.9, 9);
  expect(likelier?.chances.at(-1)?.probability).toBeGreaterThan(0.9999);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { believed, shifted, shiftOf } from './silence.ts';

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
  const scores = sql`select p as profile, 0.8 as alive, 0.5 as none_within, 0.5 as return_90d, 1.0 as orders_90d, 2.0 as orders_90d_variance, 1.0 as orders_3m, 2.0 as orders_6m, 3.0 as orders_12m,
    6.0 as orders_12m_variance, 0.25 as orders_12m_none, 7.0 as orders_lifetime from (values (1), (2), (3)) t(p)`;
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
  expect(unknown).toMatchObject({
    return_90d: 0.5,
    orders_90d: 1,
    orders_90d_variance: 2,
    orders_6m: 2,
    orders_12m: 3,
    orders_12m_variance: 6,
    orders_12m_none: 0.25,
  });
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultWorkspace } from '../../../core/index.ts';
import { sql } from '../../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../../warehouse/index.ts';
import { applyValueModel } from '../apply.ts';
import { cutOffAfter } from '../histories/stage.ts';
import { datesSentence, judgeDates } from './judge.ts';

const workspace = { ...defaultWorkspace, zone: 'UTC' };

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
});
afterEach(async () => warehouse.close());

const order = (profiles: string, days: string, from: string) =>
  warehouse.run(sql`insert into orders by name select 's' as source, p || '-' || d as order_id, p::INTEGER as profile, ${from}::TIMESTAMP + to_days(d::INTEGER) as ordered_at,
    false as is_return, true as counts, 20 as total from (select unnest(${profiles}::INTEGER[]) as p), (select unnest(${days}::INTEGER[]) as d)`);
const list = (from: number, to: number): string => `[${Array.from({ length: to - from }, (_, place) => from + place).join(',')}]`;

// Thirty customers order every 30 days, last on 11 June 2026; thirty others did so until 12 May and are late since 11 June. The cut-off is the end of 20 June: the gap of the first ends on 11 July (20.5 days on, orders are at noon), and then they order; the
// others order on 25 June, 4.5 days on.
test('both ways are held against what came, by whether the gap is over, and the nearer one is shown', async () => {
  const from = cutOffAfter('2026-06-20', workspace);
  await order(list(1, 31), '[0,30,60,90,120]', '2026-02-11 12:00:00');
  await order(list(31, 61), '[0,30,60,90]', '2026-02-11 12:00:00');
  const gaps = { due: 30 - 9.5, late: 0 };
  await order(list(1, 31), '[150]', '2026-02-11 12:00:00');
  await order(list(31, 61), '[0]', '2026-06-25 12:00:00');
  // The model says five days of everybody.
  await warehouse.run(sql`create temp table scores as select range::INTEGER as profile, 5::DOUBLE as next_days from range(1, 61)`);
  const judged = await judgeDates(warehouse, workspace, 'scores', from, cutOffAfter('2026-09-18', workspace));
  expect(judged.choice).toEqual({ due: 'rhythm', late: 'model' });
  expect(judged.due.customers).toBe(30);
  expect(judged.due.rhythm).toBeCloseTo(0, 5);
  expect(judged.due.model).toBeCloseTo(gaps.due - 5, 5);
  expect(judged.late).toEqual({ customers: 30, rhythm: expect.closeTo(4.5, 5), model: expect.closeTo(0.5, 5) });
  expect(datesSentence(judged)).toBe(
    'When the next order comes was held back, too, of customers with a regular rhythm. Of 30 whose gap was not over, last order and usual gap were 0.0 days off on average and the model 15.5: the gap says when. Of 30 who were late, last order and usual gap were 4.5 days off on average and the model 0.5: the model says when.',
  );

  // The same moment scored: the first are expected when their gap is over, the others when the model says, which knows nothing of gaps; where the gap says it of them, too, they are overdue since 11 June.
  const shown = async (late: 'model' | 'rhythm') => {
    await warehouse.run(sql`create or replace table features as select range::INTEGER as profile from range(1, 61)`);
    const content = { orders: { kind: 'past-rate' }, spend: { kind: 'mean-spend', mean: 20, between: 1, within: 1 }, dates: { due: 'rhythm', late } } as const;
    await applyValueModel(warehouse, content, { at: from.at, table: 'features', temporary: false, workspace });
    // The engine's greatest() passes over what is unknown: a latest moment that is never must stay so.
    expect(await warehouse.row(sql`select 1 from features where predicted_next_order_date_low = predicted_next_order_date_high limit 1`)).toBeUndefined();
    return warehouse.rows<{ date: string; days: number }>(
      sql`select strftime(min(predicted_next_order_date), '%Y-%m-%d') as date, min(predicted_next_order_days) as days from features group by profile > 30 order by profile > 30`,
    );
  };
  const [due, byModel] = await shown('model');
  expect(due).toEqual({ date: '2026-07-11', days: expect.closeTo(gaps.due, 3) });
  expect(byModel?.date.startsWith('2026-07')).toBe(true);
  expect((await shown('rhythm'))[1]).toEqual({ date: '2026-06-11', days: 0 });
});

test('gaps that differ as chance has them are no rhythm', async () => {
  await order(list(1, 31), '[0,3,60,64,121]', '2026-02-11 12:00:00');
  await warehouse.run(sql`create temp table scores as select range::INTEGER as profile, 5::DOUBLE as next_days from range(1, 31)`);
  const judged = await judgeDates(warehouse, workspace, 'scores', cutOffAfter('2026-06-20', workspace), cutOffAfter('2026-09-18', workspace));
  expect([judged.due.customers, judged.late.customers]).toEqual([0, 0]);
  expect(judged.choice).toEqual({ due: 'rhythm', late: 'model' });
});

import { expect, test, describe } from 'vitest';
import { type App, callList, customerForecast, customerPredictions, previewText, trainModel } from '../src/app/index.ts';
import { sql } from '../src/sql/index.ts';
import { trainedWorkspace } from './trained-workspace.ts';
import { openedWorkspace } from './opened-workspace.ts';

/** Nine weeks before the example's end: both models see nothing of what came after. */
const asOf = '2026-04-28';
const nineWeeks = 63;

type Row = { readonly expected: number; readonly came: number; readonly ordered: number; readonly chance: number; readonly overdue: boolean };

/** What was expected of everybody's next three months, in proportion for nine weeks, beside what these brought. */
async function held(app: App): Promise<readonly Row[]> {
  return app.warehouse.rows<Row>(sql`
    with came as (select profile, sum(total)::DOUBLE as money from orders where ordered_at >= ${asOf}::TIMESTAMP and ordered_at < ${asOf}::TIMESTAMP + interval 63 days group by profile)
    select predicted_value_3m * ${nineWeeks / (365.25 / 4)}::DOUBLE as expected, coalesce(money, 0) as came, (money is not null)::INTEGER as ordered, predicted_return_90d as chance,
      coalesce(expected_next_order_at between ${asOf}::TIMESTAMP - interval 1 year and ${asOf}::TIMESTAMP - interval 3 days, false) as overdue
    from features left join came using (profile) where predicted_value_3m is not null`);
}

const sum = (rows: readonly Row[], value: (row: Row) => number): number => rows.reduce((total, row) => total + value(row), 0);
const error = (rows: readonly Row[]): number => sum(rows, ({ expected, came }) => Math.abs(expected - came)) / rows.length;
/** By how many times too much or too little was expected. */
const off = (rows: readonly Row[]): number => Math.abs(Math.log(sum(rows, ({ expected }) => expected) / sum(rows, ({ came }) => came)));

describe('whom to call, held against the nine weeks that came', () => {
  const opened = openedWorkspace(trainedWorkspace);

  test('where the model of who stays away acts, money at stake goes by it, and comes nearer to what they brought', async () => {
    const { app } = opened;
    await trainModel(app, 'value', { asOf, approve: true, anyway: true });
    const before = await held(app);
    const chances = (await callList(app, { limit: 100, as_of: asOf })).items;
    expect(chances.every(({ order }) => order === null)).toBe(true);

    await trainModel(app, 'churn', { asOf, approve: true, anyway: true });
    const after = await held(app);
    const overdue = (rows: readonly Row[]): readonly Row[] => rows.filter((row) => row.overdue);
    expect(overdue(after).length).toBeGreaterThan(100);
    expect(error(after)).toBeLessThan(error(before));
    expect(error(overdue(after))).toBeLessThan(0.95 * error(overdue(before)));
    expect(off(overdue(after))).toBeLessThan(off(overdue(before)));

    // Two chances of one customer: that of 90 days is no less than that of nine weeks, and of hardly anybody who hardly comes back much is at stake.
    const { items, expression, trust } = await callList(app, { limit: 100, as_of: asOf });
    expect(trust).toMatch(/Its chances of an order were \d\.\d points off what came, on average\.$/);
    const told = items.flatMap(({ order, ...call }) => (order === null ? [] : [{ ...call, order }]));
    expect(told).toHaveLength(items.length);
    expect(told.filter(({ order, return_90d: back }) => (back ?? 0) < Math.min(0.999, order.probability) - 1e-9)).toEqual([]);
    expect(told.filter(({ order, value_12m: { high }, at_stake: stake }) => order.probability < 0.02 && stake > 0.1 * high)).toEqual([]);
    expect((await previewText(app, expression ?? '', asOf)).members).toBe(items.length);

    // The page of one customer, the command and the list say the same.
    const [first] = told;
    const forecast = await customerForecast(app, first?.customer_id ?? '', asOf);
    expect(forecast.value_12m.expected).toBeCloseTo(first?.value_12m.expected ?? Number.NaN, 6);
    const page = await customerPredictions(app, first?.customer_id ?? '', asOf);
    expect(page.value?.value_12m).toEqual(forecast.value_12m);
    // Whoever has not ordered has no chance of a next order.
    await expect(customerForecast(app, 'C00001', asOf)).rejects.toThrow('has not ordered');
  }, 240_000);
});

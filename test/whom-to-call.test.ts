import { expect, test, describe } from 'vitest';
import { type App, callList, cohortAnalysis, customerForecast, customerPredictions, modelCard, previewText, trainModel } from '../src/app/index.ts';
import { instant, parseInstant, startOfDate } from '../src/core/index.ts';
import { applyValueModel, findModel, type ValueModel } from '../src/predict/index.ts';
import { silenceBeside } from '../src/app/predict/silence-beside.ts';
import { ident, sql, timestamp } from '../src/sql/index.ts';
import { trainedWorkspace } from './trained-workspace.ts';
import { openedWorkspace } from './opened-workspace.ts';

/** Nine weeks before the example's end: both models see nothing of what came after. */
const asOf = '2026-04-28';
const nineWeeks = 63;

type Row = { readonly expected: number; readonly came: number; readonly ordered: number; readonly chance: number; readonly overdue: boolean };

/** What was expected of everybody's next three months, in proportion for nine weeks, beside what these brought. */
async function held(app: App, table = 'features'): Promise<readonly Row[]> {
  return app.warehouse.rows<Row>(sql`
    with came as (select profile, sum(total)::DOUBLE as money from orders where ordered_at >= ${asOf}::TIMESTAMP and ordered_at < ${asOf}::TIMESTAMP + interval 63 days group by profile)
    select predicted_value_3m * ${nineWeeks / (365.25 / 4)}::DOUBLE as expected, coalesce(money, 0) as came, (money is not null)::INTEGER as ordered, predicted_return_90d as chance,
      coalesce(expected_next_order_at between ${asOf}::TIMESTAMP - interval 1 year and ${asOf}::TIMESTAMP - interval 3 days, false) as overdue
    from ${ident(table)} left join came using (profile) where predicted_value_3m is not null`);
}

const sum = (rows: readonly Row[], value: (row: Row) => number): number => rows.reduce((total, row) => total + value(row), 0);
const error = (rows: readonly Row[]): number => sum(rows, ({ expected, came }) => Math.abs(expected - came)) / rows.length;
/** By how many times too much or too little was expected. */
const off = (rows: readonly Row[]): number => Math.abs(Math.log(sum(rows, ({ expected }) => expected) / sum(rows, ({ came }) => came)));

describe('whom to call, held against the nine weeks that came', () => {
  const opened = openedWorkspace(trainedWorkspace);

  test('money at stake goes by each customer’s own rhythm, and by who stays away where that acts, and comes nearer to what they brought than orders at random', async () => {
    const { app } = opened;
    await trainModel(app, 'value', { asOf, approve: true, anyway: true });
    const own = await held(app);
    const acting = await findModel(app.control, 'value');
    if (acting === undefined) throw new Error('value does not act');
    const { rhythm, ...random } = acting.content as ValueModel;
    expect(rhythm?.candidate.kind).toBe('buyer');
    await app.warehouse.run(sql`create temp table at_random as select profile, expected_next_order_at from features`);
    await applyValueModel(app.warehouse, random, {
      at: parseInstant(`${asOf}T00:00:00+01:00`) ?? instant(0),
      table: 'at_random',
      temporary: true,
      workspace: app.workspace,
    });
    const before = await held(app, 'at_random');
    // The page of one customer says the same as the list.
    const [stake] = (await callList(app, { limit: 1, as_of: asOf })).items;
    const page = await customerPredictions(app, stake?.customer_id ?? '', asOf);
    expect(page.value?.value_12m.expected).toBeCloseTo(stake?.value_12m.expected ?? Number.NaN, 6);
    expect((await customerForecast(app, stake?.customer_id ?? '', asOf)).value_12m).toEqual(page.value?.value_12m);
    const alone = await app.warehouse.row<{ value: number }>(sql`select sum(predicted_value_12m)::DOUBLE as value from at_random`);
    const chances = (await callList(app, { limit: 100, as_of: asOf })).items;
    expect(chances.every(({ order }) => order === null)).toBe(true);

    await trainModel(app, 'churn', { asOf, approve: true, anyway: true });
    const after = await held(app);
    const overdue = (rows: readonly Row[]): readonly Row[] => rows.filter((row) => row.overdue);
    expect(overdue(after).length).toBeGreaterThan(100);
    for (const told of [own, after]) {
      expect(error(told)).toBeLessThan(error(before));
      expect(error(overdue(told))).toBeLessThan(0.95 * error(overdue(before)));
      expect(off(overdue(told))).toBeLessThan(off(overdue(before)));
    }

    // Two chances of one customer: that of 90 days is no less than that of nine weeks, and of hardly anybody who hardly comes back much is at stake.
    const { items, expression, trust, gone } = await callList(app, { limit: 100, as_of: asOf });
    expect(trust).toMatch(/Its chances of an order were \d\.\d points off what came, on average\.$/);
    const told = items.flatMap(({ order, ...call }) => (order === null ? [] : [{ ...call, order }]));
    expect(told).toHaveLength(items.length);
    // Whoever hardly comes any more is no call, and is counted.
    expect(told.filter(({ return_90d: back }) => (back ?? 0) < 0.02)).toEqual([]);
    expect(gone).toBeGreaterThan(0);
    expect(told.filter(({ order, return_90d: back }) => (back ?? 0) < Math.min(0.999, order.probability) - 1e-9)).toEqual([]);
    expect(told.filter(({ order, value_12m: { high }, at_stake: stake }) => order.probability < 0.02 && stake > 0.1 * high)).toEqual([]);
    expect((await previewText(app, expression ?? '', asOf)).members).toBe(items.length);

    // The page of one customer, the command and the list say the same.
    const [first] = told;
    const forecast = await customerForecast(app, first?.customer_id ?? '', asOf);
    expect(forecast.value_12m.expected).toBeCloseTo(first?.value_12m.expected ?? Number.NaN, 6);
    const theirs = await customerPredictions(app, first?.customer_id ?? '', asOf);
    expect(theirs.value?.value_12m).toEqual(forecast.value_12m);
    // What customers' pages say adds up to one sum, wherever it is told; of earlier periods it is told by orders alone, since who stays away was learned from what came after them.
    const pages = await app.warehouse.row<{ value: number }>(sql`select sum(predicted_value_12m)::DOUBLE as value from features`);
    const { equity, expected_12m: expected } = await cohortAnalysis(app, { start: { kind: 'first_order' }, by: 'quarter', as_of: asOf });
    expect((await modelCard(app, 'value')).adds_up_to).toBeCloseTo(pages?.value ?? Number.NaN, 6);
    expect(expected).toBeCloseTo(pages?.value ?? Number.NaN, 6);
    expect(equity.at(-1)?.expected_12m).toBeCloseTo(pages?.value ?? Number.NaN, 6);
    expect(equity.at(-1)?.by_orders_12m).toBeCloseTo(alone?.value ?? Number.NaN, 4);
    expect(equity.slice(0, -1).map(({ expected_12m: told }) => told)).toEqual(equity.slice(0, -1).map(() => null));
    expect(equity.every(({ by_orders_12m: worth }) => (worth ?? 0) > 0)).toBe(true);

    // Whoever has not ordered has no chance of a next order.
    await expect(customerForecast(app, 'C00001', asOf)).rejects.toThrow('has not ordered');
  }, 240_000);

  test('the card tells how both did together on days that neither had seen, beside the value model alone', async () => {
    const { app } = opened;
    const beside = await silenceBeside(app, parseInstant(`${asOf}T00:00:00+01:00`) ?? instant(0));
    const { details } = await trainModel(app, 'value', { asOf, approve: false });
    const held = details.kind === 'value' ? details.hold_out : null;
    const served = held?.served;
    if (held === null || served === undefined || beside === undefined) throw new Error('nothing was held back');
    expect(served.beside).toBe('Who will stay away');
    expect([served.orders.actual, served.orders.baseline_mae]).toEqual([held.orders.actual, held.orders.baseline_mae]);
    for (const { orders, money } of [served, held]) {
      expect(orders.mae).toBeLessThan(0.9 * orders.baseline_mae);
      expect(money.mae).toBeLessThan(0.9 * money.baseline_mae);
    }
    expect(Math.abs(served.orders.predicted - held.orders.predicted)).toBeGreaterThan(1);
    expect(served.weekly.at(-1)?.predicted).toBeCloseTo(served.orders.predicted, 6);
    // Tenths are of everybody, and add up to what was foretold and came.
    const tenths = served.calibration;
    const added = (value: (row: (typeof tenths)[number]) => number): number => tenths.reduce((total, row) => total + row.customers * value(row), 0);
    expect(added(() => 1)).toBe(held.customers);
    expect(added(({ predicted_orders: orders }) => orders)).toBeCloseTo(served.orders.predicted, 0);
    expect(added(({ actual_orders: orders }) => orders)).toBeCloseTo(served.orders.actual, 6);

    // Nothing of what came after the last date that it saw is in what is said of it.
    const at = startOfDate(held.from, app.workspace.zone) + 86_400_000_000;
    const said = async () => {
      const { table = '' } = (await beside.spokenAt(instant(at), undefined)) ?? {};
      return app.warehouse.rows<{ profile: number; v0: number }>(sql`select profile::INTEGER as profile, v0 from ${ident(table)} order by profile`);
    };
    const known = await said();
    expect(known).toHaveLength(held.customers);
    for (const [table, when] of [
      ['orders', 'ordered_at'],
      ['events', 'occurred_at'],
      ['feedback', 'occurred_at'],
    ] as const)
      await app.warehouse.run(sql`delete from ${ident(table)} where ${ident(when)} > ${timestamp(instant(at))}`);
    expect(await said()).toEqual(known);
  }, 240_000);
});

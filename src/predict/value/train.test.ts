import { afterEach, expect, test } from 'vitest';
import { defaultWorkspace, instant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { randomNormal, type Random, seededRandom } from '../../stats/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { applyValueModel } from './apply.ts';
import { forecastCustomer } from './forecast.ts';
import { fitBgNbd } from './bg-nbd/fit.ts';
import { groupHistories } from './histories/group.ts';
import { orderDistribution } from './orders/model.ts';
import { columns } from './histories/read.ts';
import { stageHistories } from './histories/stage.ts';
import { trainValue } from './train.ts';
import { spendMoments } from './gamma-gamma/predict.ts';
import { fitSpend, spendColumns } from './spend/model.ts';

const workspace = { ...defaultWorkspace, zone: 'UTC' };
const start = Date.UTC(2025, 0, 1) * 1000;
const day = 86_400_000_000;
const open: Warehouse[] = [];
afterEach(async () => {
  for (const warehouse of open.splice(0)) await warehouse.close();
});

/** Orders as (customer, day since 2025-01-01, money), at noon. */
async function shop(orders: readonly (readonly [number, number, number])[]): Promise<Warehouse> {
  const warehouse = await openDuckdb(':memory:', { threads: 1 });
  open.push(warehouse);
  await migrate(warehouse);
  await warehouse.loadNumbers(
    'made',
    [0, 1, 2].map((index) => ({ name: `c${index}`, values: Float64Array.from(orders, (order) => order[index] ?? 0) })),
  );
  await warehouse.run(sql`insert into orders by name select 's' as source, row_number() over ()::VARCHAR as order_id, c0::INTEGER as profile,
    ${timestamp(instant(start + day / 2))} + to_days(c1::INTEGER) as ordered_at, false as is_return, true as counts, c2 as total from made`);
  return warehouse;
}

const at = (days: number) => instant(start + days * day);
const train = (warehouse: Warehouse, days: number) => trainValue(warehouse, { at: at(days), workspace });

const gamma = (random: Random, shape: number): number => {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  for (;;) {
    const x = randomNormal(random);
    const v = (1 + x / Math.sqrt(9 * (shape - 1 / 3))) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + (shape - 1 / 3) * (1 - v + Math.log(v))) return (shape - 1 / 3) * v;
  }
};

test('BG/NBD finds the parameters that a shop was made with', () => {
  const random = seededRandom(11);
  const made = Array.from({ length: 20_000 }, () => {
    const age = 10 + 90 * random();
    const rate = gamma(random, 0.8) / 10;
    const [leave, stay] = [gamma(random, 1), gamma(random, 3)];
    let [time, repeats, recency] = [0, 0, 0];
    for (;;) {
      time -= Math.log(1 - random()) / rate;
      if (time > age) return { repeats, recency, age };
      [repeats, recency] = [repeats + 1, time];
      if (random() < leave / (leave + stay)) return { repeats, recency, age };
    }
  });
  const { model, likelihood } = fitBgNbd(
    groupHistories(
      made.map((one) => one.repeats),
      made.map((one) => one.recency),
      made.map((one) => one.age),
    ),
  );
  const truth = [0.8, 10, 1, 3];
  // Within three of its own standard errors, which are a few per cent.
  [model.r, model.alpha, model.a, model.b].forEach((value, index) => {
    const error = Math.sqrt(likelihood.covariance?.[index]?.[index] ?? Number.NaN);
    expect(error).toBeLessThan(0.1);
    expect(Math.abs(Math.log(value / (truth[index] ?? 1)))).toBeLessThan(3 * error);
  });
});

// The shop is made by the model's own assumptions, so an interval has to hold as often as it says of itself; with whole orders and many who come no more that is more than four in five.
test('intervals hold as often as they promise in a shop whose truth is known', () => {
  const random = seededRandom(12);
  const model = { kind: 'bg-nbd', r: 0.8, alpha: 10, a: 1, b: 3 } as const;
  const weeks = 26;
  const masses = new Float64Array(20_000);
  let [held, promised, spread, within, unlikely] = [0, 0, 0, 0, 0];
  const customers = 20_000;
  for (let customer = 0; customer < customers; customer += 1) {
    const age = 10 + 90 * random();
    const rate = gamma(random, 0.8) / 10;
    const [leave, stay] = [gamma(random, 1), gamma(random, 3)];
    let [time, repeats, recency, came] = [0, 0, 0, 0];
    for (;;) {
      time -= Math.log(1 - random()) / rate;
      if (time > age + weeks) break;
      if (time > age) came += 1;
      else [repeats, recency] = [repeats + 1, time];
      if (random() < leave / (leave + stay)) break;
    }
    const own = orderDistribution(model, { repeats, recency, age }, weeks, masses);
    if (came >= own.low && came <= own.high) held += 1;
    promised += own.held;
    spread += own.held * (1 - own.held);
    expect(own.held).toBeGreaterThan(0.8 - 1e-9);
    if (own.none > 0.1 && own.high > 0) {
      unlikely += 1;
      if (came <= own.high) within += 1;
    }
  }
  expect(Math.abs(held - promised)).toBeLessThan(3 * Math.sqrt(spread));
  expect(promised / customers).toBeLessThan(0.92);
  // Of those who may order or not: two tails would have held more than nine in ten.
  expect(within / unlikely).toBeLessThan(0.9);
});

test('no orders, no numbers', async () => {
  const warehouse = await shop([]);
  const { card } = await train(warehouse, 100);
  expect(card.details).toMatchObject({ hold_out: null, candidates: [], data: { customers: 0, first_order: null } });
  expect(card.details.totals.orders_90d.expected).toBe(0);
});

test('a week of orders: the average of all answers, with the widest interval, and the card says so', async () => {
  const warehouse = await shop([
    [1, 0, 10],
    [1, 3, 20],
    [2, 1, 30],
    [3, 4, 40],
  ]);
  const { card, content } = await train(warehouse, 7);
  expect(content.orders.kind).toBe('average');
  expect(card.chosen_because).toContain('too little history');
  expect(card.details.hold_out).toBeNull();
  await warehouse.run(sql`create table features as select range::INTEGER as profile from range(1, 5)`);
  expect(await applyValueModel(warehouse, content, { at: at(7), table: 'features', temporary: false, workspace })).toBe(3);
  const [first, , , never] = await warehouse.rows<Record<string, unknown>>(sql`select * from features order by profile`);
  // One repeat while customers were known 6, 5 and 2 days until the seventh day: 13 days in all.
  expect(first?.['predicted_orders_90d']).toBeCloseTo(90 / 13, 6);
  expect(Number(first?.['predicted_orders_90d_high'])).toBeGreaterThan(2 * Number(first?.['predicted_orders_90d']));
  expect(first?.['predicted_alive']).toBeNull();
  expect(never).toMatchObject({ predicted_orders_90d: null, predicted_value_tier: null });
});

test('a year of a small shop: too few for a model of four parameters, so averages compete', async () => {
  const random = seededRandom(3);
  const orders = Array.from({ length: 60 }, (_, customer) => [customer + 1, Math.floor(300 * random()), 20] as const);
  const again = orders.slice(0, 20).map(([customer, first]) => [customer, Math.min(360, first + 30), 25] as const);
  const { card } = await train(await shop([...orders, ...again]), 365);
  expect(card.details.candidates.map(({ kind }) => kind)).toEqual(['average', 'past-rate']);
  expect(card.enough.find(({ kind }) => kind === 'bg-nbd')).toMatchObject({ enough: false, needs: { customers: 100 } });
  expect(card.chosen_because).toContain('Too little data for BG/NBD');
});

test('later orders change neither the model nor its card', async () => {
  const random = seededRandom(5);
  const orders = Array.from({ length: 400 }, (_, index) => [1 + (index % 90), Math.floor(360 * random()), 10 + 40 * random()] as const);
  const before = await train(await shop(orders), 365);
  const later = orders.map(([customer], index) => [customer, 365 + (index % 100), 1000] as const);
  const after = await train(await shop([...orders, ...later]), 365);
  expect(after).toEqual(before);
});

test('money by the engine is money by the formula', async () => {
  const warehouse = await shop([
    [1, 0, 10],
    [1, 10, 30],
    [1, 30, 50],
    [2, 0, 10],
  ]);
  await stageHistories(warehouse, 'h', { date: '2025-04-01', at: at(90) }, workspace);
  const model = { kind: 'gamma-gamma', p: 6.25, q: 3.74, gamma: 15.44 } as const;
  const found = await columns(warehouse, sql`select profile, ${spendColumns(model)} from h order by profile`, [
    'profile',
    'spend',
    'spend_square',
    'spend_within',
  ]);
  [spendMoments(model, 2, 40), spendMoments(model, 0, 0)].forEach(({ mean, between, within }, row) => {
    expect(found.spend[row]).toBeCloseTo(mean, 9);
    expect((found.spend_square[row] ?? 0) - (found.spend[row] ?? 0) ** 2).toBeCloseTo(between, 6);
    expect(found.spend_within[row]).toBeCloseTo(within, 9);
  });
});

test('who pays the price of a plan again and again is expected to go on with that, and not with the mean of all', async () => {
  // Four months of 60 customers, by plans of 10, 100 and 1000; by hand: a mean of 370, means that lie 445 apart, orders that do not differ at all.
  const orders = Array.from({ length: 60 }, (_, who) =>
    [0, 30, 60, 90].map((day): [number, number, number] => [who + 1, day + (who % 7), 10 ** (1 + (who % 3))]),
  ).flat();
  const warehouse = await shop(orders);
  await stageHistories(warehouse, 'h', { date: '2025-05-01', at: at(120) }, workspace);
  const found = await fitSpend(warehouse, 'h');
  expect(found).toMatchObject({ kind: 'credibility', mean: 370, relative: 1e-4 });
  const { spend } = await columns(warehouse, sql`select spend from (select profile, ${spendColumns(found)} from h) order by profile limit 3`, ['spend']);
  expect([...spend].map(Math.round)).toEqual([10, 100, 1000]);
  // The weight of the mean of all is 0.04 (50² + 400) / 400 = 0.29 orders: (90 + 0.29 × 50) / 3.29 of three orders with a mean of 30, (10 + 0.29 × 50) / 1.29 of one of 10.
  const few = await shop([
    [1, 0, 10],
    [1, 10, 30],
    [1, 30, 50],
    [2, 0, 10],
  ]);
  await stageHistories(few, 'h', { date: '2025-04-01', at: at(90) }, workspace);
  const by = await columns(few, sql`select profile, ${spendColumns({ kind: 'credibility', mean: 50, between: 400, relative: 0.04 })} from h order by profile`, [
    'spend',
    'spend_square',
    'spend_within',
  ]);
  expect(by.spend[0]).toBeCloseTo(104.5 / 3.29, 9);
  expect(by.spend[1]).toBeCloseTo(24.5 / 1.29, 9);
  expect((by.spend_square[0] ?? 0) - (104.5 / 3.29) ** 2).toBeCloseTo((400 * 0.29) / 3.29, 9);
  expect(by.spend_within[0]).toBeCloseTo(0.04 * (by.spend_square[0] ?? 0), 9);
});

test('a winter order keeps its date when it is looked back on in summer time', async () => {
  const london = { ...defaultWorkspace, zone: 'Europe/London' };
  // 6 January and 9 February; seen at the midnight that begins 1 July, an hour before it in UTC.
  const warehouse = await shop(
    [
      [5, 1, 20],
      [39, 1, 20],
      [39, 2, 20],
    ].map(([on = 0, who = 0, money = 0]) => [who, on, money] as const),
  );
  const seen = { at: instant(Date.UTC(2025, 5, 30, 23) * 1000), workspace: london };
  const { card, content } = await trainValue(warehouse, seen);
  expect(card.details).toMatchObject({ data: { first_order: '2025-01-06', last_order: '2025-02-09' } });
  const one = await forecastCustomer(warehouse, content, { profile: 1, ...seen, name: 'value 1' });
  expect(one).toMatchObject({ first_order: '2025-01-06', last_order: '2025-02-09' });
  expect(one?.because[0]).toContain('the last on 9 February 2025');
});

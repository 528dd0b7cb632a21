import { afterEach, expect, test } from 'vitest';
import { defaultWorkspace, instant } from '../../../core/index.ts';
import { sql, timestamp } from '../../../sql/index.ts';
import { type FeatureTable, randomNormal, seededRandom } from '../../../stats/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../../warehouse/index.ts';
import { applyValueModel } from '../apply.ts';
import { fitLean, isStrangeTo, judgeLean, leansOf, type Lean, type LeanLook } from './lean.ts';

const model = { kind: 'past-rate' } as const;

/** Customers of whom one order is expected each, and who order exp(0.6 x) times as often; `mails` were sent to nobody before, to everybody later. */
function look(seed: number, mails: boolean): LeanLook {
  const random = seededRandom(seed);
  const rows = 3000;
  const x = Float64Array.from({ length: rows }, () => randomNormal(random));
  const columns: FeatureTable['columns'] = [
    { kind: 'number', name: 'x', values: x },
    { kind: 'number', name: 'mails', values: x.map(() => (mails ? 3 + Math.floor(3 * random()) : Number(random() < 0.05))) },
  ];
  return {
    profiles: Int32Array.from({ length: rows }, (_, row) => row),
    table: { rows, columns },
    orders: x.map((value) => drawn(random, Math.exp(0.6 * value))),
    expected: () => new Float64Array(rows).fill(1),
    none: () => new Float64Array(rows).fill(Math.exp(-1)),
  };
}

function drawn(random: () => number, mean: number): number {
  let [count, product] = [0, random()];
  for (const limit = Math.exp(-mean); product > limit; count += 1) product *= random();
  return count;
}

test('what bends orders is learned, beats what does not bend, and what has become another thing is left out', () => {
  const [before, after] = [look(1, false), look(2, true)];
  const lean = fitLean(before, model, after.table);
  expect(lean.terms.map(({ name }) => name)).toEqual(['x']);
  const { mean, square, customers, quality } = judgeLean(after, model, lean);
  expect(mean).toBeLessThan(-3 * Math.sqrt((square - mean * mean) / customers));
  expect(quality.predicted / quality.actual).toBeCloseTo(1, 1);
});

test('a column in which each of very many customers has another value is looked at like any other', () => {
  const rows = 150_000;
  const values = Float64Array.from({ length: rows }, (_, row) => row / rows);
  const table = { rows, columns: [{ kind: 'number', name: 'x', values }] } as const;
  const ones = new Float64Array(rows).fill(1);
  const before = { profiles: Int32Array.from(values.keys()), table, orders: ones, expected: () => ones, none: () => ones };
  expect(fitLean(before, model, table).terms.map(({ name }) => name)).toEqual(['x']);
});

// x is standard normal with a coefficient of 0.6: of those learned from one in a hundred lay beyond exp(±0.6 · 2.33), or exp(±1.4); everybody who is asked about would lie at exp(3).
test('nobody is bent beyond those whom it was learned from, and where many would be it does not speak of them', () => {
  const before = look(1, false);
  const lean = fitLean(before, model, look(2, false).table);
  const [low = 0, high = 0] = lean.within ?? [];
  expect([Math.log(low) < -1, Math.log(low) > -1.6, Math.log(high) > 1, Math.log(high) < 1.6]).toEqual([true, true, true, true]);
  const far: FeatureTable = { rows: 10, columns: [{ kind: 'number', name: 'x', values: new Float64Array(10).fill(5) }] };
  expect([...leansOf(lean, far)]).toEqual(Array.from({ length: 10 }, () => high));
  expect([isStrangeTo(lean, far), isStrangeTo(lean, before.table), isStrangeTo(lean, look(3, false).table)]).toEqual([true, false, false]);
});

let warehouse: Warehouse | undefined;
afterEach(async () => {
  await warehouse?.close();
  warehouse = undefined;
});

// Two customers of equal pasts, one of them bent to twice as much (the intercept alone would be exp 0; `town` adds ln 2).
test('a bent customer gets that many times the orders and the money, and waits so much shorter', async () => {
  warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
  const start = Date.UTC(2026, 0, 1) * 1000;
  const day = 86_400_000_000;
  await warehouse.run(sql`insert into orders by name select 's' as source, p || '-' || d as order_id, p::INTEGER as profile,
    ${timestamp(instant(start + day / 2))} + to_days(d::INTEGER) as ordered_at, false as is_return, true as counts, 20 as total
    from range(1, 3) a(p), range(0, 60, 10) b(d)`);
  await warehouse.run(sql`create table features as select range::INTEGER as profile from range(1, 3)`);
  const lean: Lean = {
    kind: 'poisson',
    terms: [{ kind: 'category', name: 'town', offset: 1, levels: ['Leeds', 'York'], others: false }],
    coefficients: [0, 0, Math.LN2],
  };
  const known = {
    profiles: Int32Array.of(1, 2),
    table: { rows: 2, columns: [{ kind: 'category', name: 'town', levels: ['Leeds', 'York'], codes: Int32Array.of(0, 1) }] },
  } as const;
  const content = {
    orders: { kind: 'bg-nbd', r: 0.8, alpha: 8, a: 0.5, b: 3 },
    spend: { kind: 'mean-spend', mean: 20, between: 1, within: 1 },
    lean,
    dates: { due: 'model', late: 'model' },
  } as const;
  await applyValueModel(warehouse, content, {
    at: instant(start + 60 * day),
    table: 'features',
    temporary: false,
    workspace: { ...defaultWorkspace, zone: 'UTC' },
    matrix: () => Promise.resolve(known),
  });
  const [plain, bent] = await warehouse.rows<
    Record<string, number>
  >(sql`select predicted_alive as alive, predicted_orders_12m as orders, predicted_value_12m as value,
    predicted_value_12m_high as high, predicted_return_90d as returns, predicted_next_order_days as days from features order by profile`);
  expect(bent?.['alive']).toBe(plain?.['alive']);
  expect((bent?.['orders'] ?? 0) / (plain?.['orders'] ?? 1)).toBeCloseTo(2, 9);
  expect((bent?.['value'] ?? 0) / (plain?.['value'] ?? 1)).toBeCloseTo(2, 9);
  expect((bent?.['days'] ?? 0) / (plain?.['days'] ?? 1)).toBeCloseTo(0.5, 9);
  expect(1 - (bent?.['returns'] ?? 0)).toBeCloseTo((1 - (plain?.['returns'] ?? 0)) ** 2, 9);
  expect(bent?.['high']).toBeGreaterThan(plain?.['high'] ?? Number.POSITIVE_INFINITY);
});

// Six orders in ten weeks are 0.6 a week: Poisson means of 90 days and of a year, doubled. Of a Poisson variable of mean 15.43 P(≤ 10) is .099, P(≤ 11) .158, P(≤ 20) .898 and P(≤ 21) .933, so its ends are 11 and 21;
// those of one of mean 62.6 are about 62.6 ± 1.28 √62.6.
test('intervals of the bent are those of the bent distribution', async () => {
  warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
  const start = Date.UTC(2026, 0, 1) * 1000;
  const day = 86_400_000_000;
  await warehouse.run(sql`insert into orders by name select 's' as source, d::VARCHAR as order_id, 1 as profile,
    ${timestamp(instant(start + day / 2))} + to_days(d::INTEGER) as ordered_at, false as is_return, true as counts, 20 as total from range(0, 70, 10) b(d)`);
  await warehouse.run(sql`create table features as select 1 as profile`);
  const lean: Lean = { kind: 'poisson', terms: [], coefficients: [Math.LN2] };
  const content = { orders: { kind: 'past-rate' }, spend: { kind: 'mean-spend', mean: 20, between: 1, within: 1 }, lean } as const;
  await applyValueModel(warehouse, content, {
    at: instant(start + 70 * day),
    table: 'features',
    temporary: false,
    workspace: { ...defaultWorkspace, zone: 'UTC' },
    matrix: () => Promise.resolve({ profiles: Int32Array.of(1), table: { rows: 1, columns: [] } }),
  });
  const row = await warehouse.row<
    Record<string, number>
  >(sql`select predicted_orders_90d as mean, predicted_orders_90d_low as low, predicted_orders_90d_high as high,
    predicted_orders_12m_low as low_year, predicted_orders_12m_high as high_year from features`);
  expect(row?.['mean']).toBeCloseTo((2 * 6 * 90) / 70, 9);
  expect([row?.['low'], row?.['high']]).toEqual([11, 21]);
  expect(Math.abs((row?.['low_year'] ?? 0) - (62.6 - 10.1))).toBeLessThan(1.5);
  expect(Math.abs((row?.['high_year'] ?? 0) - (62.6 + 10.1))).toBeLessThan(1.5);
});

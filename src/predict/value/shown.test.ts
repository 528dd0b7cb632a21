import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultWorkspace } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { seededRandom } from '../../stats/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { applyValueModel } from './apply.ts';
import { trainingAt } from './choose/backtest.ts';
import { forecastCustomer } from './forecast.ts';
import { cutOffAfter } from './histories/stage.ts';
import type { Lean } from './lean/lean.ts';
import { fitOrders } from './orders/fit.ts';
import { type OrderModel, type OrderModelKind, orderModelKinds } from './orders/model.ts';
import type { SpendModel } from './spend/model.ts';

const workspace = { ...defaultWorkspace, zone: 'UTC' };
const start = Date.UTC(2025, 0, 1) * 1000;
const day = 86_400_000_000;
const customers = 100;

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
  const random = seededRandom(7);
  const orders: [number, string, number, number][] = [];
  for (let profile = 1; profile <= customers; profile += 1) {
    const gap = 3 + 200 * random() ** 2;
    let at = start + Math.floor(300 * random()) * day;
    for (let number = 0; at < start + 364 * day; number += 1) {
      orders.push([profile, `${profile}-${number}`, at, 5 + 90 * random()]);
      if (random() < 0.15) break;
      at += Math.ceil(-Math.log(1 - random()) * gap) * day;
    }
  }
  await warehouse.load(
    'made',
    [
      { name: 'profile', type: 'INTEGER' },
      { name: 'order_id', type: 'VARCHAR' },
      { name: 'at', type: 'BIGINT' },
      { name: 'total', type: 'DOUBLE' },
    ],
    orders,
  );
  await warehouse.run(
    sql`insert into orders by name select 's' as source, order_id, profile, make_timestamp("at") as ordered_at, false as is_return, true as counts, total from made`,
  );
});
afterEach(async () => warehouse.close());

/** CDNOW's parameters (Fader & Hardie 2005, 2013), and for the discrete model the one donors' (Fader, Hardie & Shang 2010). */
const published = new Map<OrderModelKind, OrderModel>([
  ['bg-nbd', { kind: 'bg-nbd', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }],
  ['pareto-nbd', { kind: 'pareto-nbd', r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }],
  ['bg-bb', { kind: 'bg-bb', alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783, perPeriod: 1.2 }],
]);
const spends: readonly SpendModel[] = [
  { kind: 'gamma-gamma', p: 6.25, q: 3.74, gamma: 15.44 },
  { kind: 'mean-spend', mean: 40, between: 100, within: 400 },
  { kind: 'credibility', mean: 40, between: 900, relative: 0.04 },
];
/** Bends everybody by as much: to nearly nothing, not at all, to far more. */
const leans = [undefined, 0.25, 4].map((factor): Lean | undefined =>
  factor === undefined ? undefined : { kind: 'poisson', terms: [], coefficients: [Math.log(factor)], within: [0.25, 4] },
);

type Case = { readonly spend: SpendModel; readonly lean: Lean | undefined; readonly away: boolean };
const cases = spends.flatMap((spend) => leans.map((lean): Case => ({ spend, lean, away: false })));
/** Every eleventh of them is told to stay away for sure, every eleventh to come, the others something between. */
const believed: readonly Case[] = spends.map((spend, place) => ({ spend, lean: leans[(2 * place) % 3], away: true }));

const asking = orderModelKinds.flatMap((kind) => [
  { kind, asked: cases, by: kind },
  { kind, asked: believed, by: `${kind} and who stays away` },
]);

test.each(asking)(
  'of every customer of every kind, what is expected by $by lies within its interval',
  async ({ kind, asked }) => {
    const end = cutOffAfter('2025-12-31', workspace);
    const orders = published.get(kind) ?? fitOrders(kind, await trainingAt(warehouse, workspace, end, 13))?.model;
    if (orders === undefined) throw new Error(kind);
    await warehouse.run(sql`create or replace temp table away as select range::DOUBLE as profile, (range % 11) / 10.0 as v0 from range(1, ${customers + 1})`);
    for (const { spend, lean, away } of asked) {
      await warehouse.run(sql`create or replace table features as select range::INTEGER as profile from range(1, ${customers + 1})`);
      const everybody = { profiles: Int32Array.from({ length: customers }, (_, row) => row + 1), table: { rows: customers, columns: [] } };
      const content = { orders, spend, ...(lean === undefined ? {} : { lean }) };
      await applyValueModel(warehouse, content, {
        at: end.at,
        table: 'features',
        temporary: false,
        workspace,
        matrix: () => Promise.resolve(everybody),
        silence: away ? { table: 'away', days: 63 } : undefined,
      });
      const rows = await warehouse.rows<Record<string, number | null>>(sql`select * from features where predicted_orders_12m is not null`);
      expect(rows.length).toBe(customers);
      const wrong = rows.flatMap((row) =>
        ['orders_90d', 'orders_12m', 'value_12m'].flatMap((name) => {
          const [low, expected, high] = ['_low', '', '_high'].map((part) => row[`predicted_${name}${part}`] ?? Number.NaN) as [number, number, number];
          // Whole orders may be expected to the order; an interval without a width is of those alone of whom nothing is expected.
          const fits = low <= expected && expected <= high && (high > low || expected === 0) && (name !== 'value_12m' || expected === 0 || high > expected);
          return fits ? [] : [{ name, low, expected, high }];
        }),
      );
      expect(wrong).toEqual([]);
      const dates = rows.filter(({ predicted_next_order_date: at, predicted_next_order_date_low: low, predicted_next_order_date_high: high }) => {
        if (at === null || at === undefined) return false;
        return (low ?? Number.NaN) > at || (high ?? Number.POSITIVE_INFINITY) < at;
      });
      expect(dates).toEqual([]);
      // The same of one customer, as their page asks.
      const one = await forecastCustomer(warehouse, content, {
        profile: 1,
        at: end.at,
        workspace,
        name: kind,
        matrix: () => Promise.resolve(everybody),
        silence: away ? { title: 'Who will stay away', days: 63, probability: 0.1 } : undefined,
      });
      if (away) expect(one?.chances.filter(({ days }) => days <= 60).every(({ probability }) => probability <= 0.9 + 1e-9)).toBe(true);
      expect(one?.value_12m).toEqual({
        expected: rows[0]?.['predicted_value_12m'],
        low: rows[0]?.['predicted_value_12m_low'],
        high: rows[0]?.['predicted_value_12m_high'],
      });
    }
  },
  60_000,
);

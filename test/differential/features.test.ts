import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultWorkspace, instant, type Weekday } from '../../src/core/index.ts';
import { featureWords, refreshFeatures } from '../../src/profiles/index.ts';
import { ident, sql } from '../../src/sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../src/warehouse/index.ts';
import { evaluateInWarehouse } from '../cases/evaluate-in-warehouse.ts';
import { loadWorld } from '../cases/load-world.ts';
import { readTree } from '../cases/read-cases.ts';
import { evaluateNaively } from '../naive/evaluate.ts';
import { featuresNaively } from '../naive/features.ts';
import type { World } from '../naive/world.ts';
import { randomSetting } from './random-setting.ts';

/** The features as the product computes them, and segments that speak of them, against the naive ones. */
let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
});
afterAll(() => warehouse.close());

const known = featureWords('GBP');
const definitions = [
  'total_spent > 50',
  'total_spent <= 0',
  'average_order_value >= 10',
  'not average_order_value >= 10',
  'orders_count between 1 and 2',
  'days_since_last_order > 30',
  'days_since_last_order is unknown',
  'median_days_between_orders < 10',
  'last_order_at in last 30 days',
  'first_order_at this year',
  'rfm.r >= 4',
  'rfm.f < 3 or rfm.m < 3',
  'rfm.segment in ("champions", "Loyal", "New")',
  'rfm.segment != "Hibernating"',
  'rfm.score starts with "5"',
  'orders_last_12_months >= 2 and spent_last_12_months < 100',
  'returns_count = 0 and events_count > 1',
];

test.each(Array.from({ length: 16 }, (_, index) => index + 1))('seed %i: features and the segments that speak of them', async (seed) => {
  const { world, moment } = randomSetting(seed + 2_000, 30, 0);
  const shop = withTotals(world);
  const vocabulary = await loadWorld(warehouse, shop, {});
  const workspace = { ...defaultWorkspace, zone: moment.zone, weekStart: moment.weekStart as Weekday };
  await refreshFeatures(warehouse, { asOf: instant(moment.now), workspace, table: 'features', temporary: false });
  const expected = featuresNaively(shop, moment);
  for (const word of known) {
    if (![...expected.values()].some((fields) => word.name in fields)) continue;
    const rows = await warehouse.rows<{ profile: number; value: unknown }>(sql`select profile, ${ident(word.column)} as value from features order by profile`);
    for (const { profile, value } of rows)
      expect({ [word.name]: near(value), profile }).toEqual({ [word.name]: near(expected.get(profile)?.[word.name] ?? null), profile });
  }
  const words = Object.fromEntries(known.map(({ name, type }) => [name, type]));
  const featured: World = { ...shop, words, attributes: expected };
  const found = await evaluateInWarehouse(
    warehouse,
    { ...vocabulary, attributes: new Map(known.map((word) => [word.name, word])) },
    definitions.map((text) => ({ text })),
    moment,
  );
  expect(Object.fromEntries(definitions.map((text, index) => [text, found[index]]))).toEqual(
    Object.fromEntries(definitions.map((text) => [text, [...evaluateNaively(readTree(text), featured, moment)]])),
  );
});

/** Fractions to nine digits: a quotient may be rounded differently in its last bit. */
const near = (value: unknown): unknown => (typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value);

/** Every order has a total, those of returns below zero, as the import sees to. */
const withTotals = (world: World): World => ({
  ...world,
  orders: world.orders.map((order) => ({
    ...order,
    fields: { ...order.fields, total: (order.isReturn ? -1 : 1) * Math.abs(Number(order.fields['total'] ?? 10)) },
  })),
});

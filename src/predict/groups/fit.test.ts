import { afterEach, expect, test } from 'vitest';
import { day, instant, parseInstant } from '../../core/index.ts';
import { readVocabulary, refreshAttributes } from '../../profiles/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { adjustedRand, takeRows } from '../../stats/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { readEligible } from '../classify/index.ts';
import { now, openPlantedShop } from './fixtures/planted-shop.ts';
import { fitGroups, groupsOf, scoreGroups } from './fit.ts';
import { readTallies } from './habits/tallies.ts';

let warehouse: Warehouse | undefined;
afterEach(async () => {
  await warehouse?.close();
  warehouse = undefined;
});

test('the planted groups are found, said as rules that the segments agree with, and kept when found again', async () => {
  const planted = await openPlantedShop(300);
  warehouse = planted.warehouse;
  const found = await fitGroups(warehouse, planted.shop, { now, seed: 1 });
  expect(found).toBeDefined();
  if (found === undefined) return;
  expect(
    adjustedRand(
      found.assignments,
      found.profiles.map((profile) => profile % 3),
    ),
  ).toBeGreaterThan(0.95);
  expect(found.choice).toMatchObject({ k: 3, natural: true });
  expect(found.rules.map((rule) => (rule?.agreement ?? 0) > 0.95)).toEqual([true, true, true]);
  expect(found.map.points.length).toBe(300);

  const again = await fitGroups(warehouse, planted.shop, {
    now: instant(now + 3 * day),
    seed: 99,
    previous: { profiles: found.profiles, numbers: found.assignments.map((own) => own + 5) },
  });
  expect(again?.matched.ended).toEqual([]);
  expect(again?.matched.overlaps.every((overlap) => (overlap ?? 0) > 0.9)).toBe(true);
  const scored = await scoreGroups(warehouse, planted.shop, JSON.parse(JSON.stringify(found.model)), now);
  expect(scored.assignments).toEqual(found.assignments);
}, 60_000);

test('a handful of customers is not grouped, nor so many groups made that few are in each: told with the numbers', async () => {
  const planted = await openPlantedShop(20);
  warehouse = planted.warehouse;
  await expect(fitGroups(warehouse, planted.shop, { now, seed: 1 })).rejects.toThrow('20 customers are too few for groups: at least 50 are needed.');
  await warehouse.close();
  const more = await openPlantedShop(300);
  warehouse = more.warehouse;
  await expect(fitGroups(warehouse, more.shop, { now, seed: 1, k: 31 })).rejects.toThrow('31 groups of 300 customers would be of fewer than ten each.');
});

test('beside a number of groups that was given stands what the evidence says of it', async () => {
  const planted = await openPlantedShop(300);
  warehouse = planted.warehouse;
  const five = await fitGroups(warehouse, planted.shop, { now, seed: 1, k: 5 });
  expect(five).toMatchObject({ model: { k: 5 }, asked: true });
  expect(five?.choice?.evidence.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6, 7, 8]);
  expect(five?.choice?.reason).toMatch(/^5 groups were asked for\. By the evidence alone: 3 groups lie furthest apart/);
  const three = await fitGroups(warehouse, planted.shop, { now, seed: 1, k: 3 });
  expect(three?.choice).toMatchObject({
    k: 3,
    natural: true,
    reason: expect.stringMatching(/^3 groups were asked for, and the evidence speaks for as many\. 3 groups/) as string,
  });
}, 60_000);

// A list of the shop says what each had spent a while ago, under a name of its own, and how they like their coffee.
test('what a list counted again of the orders neither forms nor names a group', async () => {
  const planted = await openPlantedShop(300);
  warehouse = planted.warehouse;
  await warehouse.run(sql`insert into traits select 1, 'crm', 'r' || profile, identifier, name, value, 1, ${timestamp(now)} from (
    select profile, min(identifier) as identifier, unnest(['wert', 'total_orders', 'strength']) as name,
      unnest([(0.97 * sum(total))::VARCHAR, count(*)::VARCHAR, (1 + profile % 7)::VARCHAR]) as value from orders group by profile)`);
  await refreshAttributes(warehouse, { workspace: planted.shop.workspace, now });
  const vocabulary = await readVocabulary(warehouse, { workspace: planted.shop.workspace, segments: new Map() });
  const found = await fitGroups(warehouse, { ...planted.shop, vocabulary }, { now, seed: 1, columns: ['orders_count', 'average_order_value', 'wert'] });
  expect(found?.model.space.columns.map(({ name }) => name)).toEqual(['orders_count', 'average_order_value']);
  const said = JSON.stringify([found?.groups, found?.rules]);
  expect(said).toContain('total_spent');
  expect(said).not.toMatch(/wert|total_orders|total orders/);
});

// Customers of three kinds, once and long ago among them: of what each ordered, whether they came again counts as well.
test('classes by what each order says find the planted groups, and one customer alone is in the class they are in among all', async () => {
  const planted = await openPlantedShop(300);
  warehouse = planted.warehouse;
  const found = await fitGroups(warehouse, planted.shop, { now, seed: 1, method: 'classes', k: 3 });
  expect(found?.model.method).toBe('classes');
  if (found === undefined || found.model.method !== 'classes') return;
  expect(found.classes?.chosen?.stability).toBeGreaterThan(0.9);
  expect(
    adjustedRand(
      found.assignments,
      found.profiles.map((profile) => profile % 3),
    ),
  ).toBeGreaterThan(0.95);
  const model = JSON.parse(JSON.stringify(found.model)) as typeof found.model;
  const all = await scoreGroups(warehouse, planted.shop, model, now);
  expect(all.assignments).toEqual(found.assignments);
  const eligible = await readEligible(warehouse, { among: 'orders >= 1' }, now, planted.shop, undefined, 'ever');
  for (const row of [0, 1, 2, 50]) {
    const alone = { profiles: eligible.profiles.subarray(row, row + 1), table: takeRows(eligible.table, Uint32Array.of(row)) };
    const scored = await groupsOf(warehouse, planted.shop, model, alone, now);
    expect(scored.assignments[0]).toBe(found.assignments[all.profiles.indexOf(eligible.profiles[row] ?? -1)]);
  }
  const again = await fitGroups(warehouse, planted.shop, {
    now: instant(now + 3 * day),
    seed: 99,
    method: 'classes',
    previousModel: { model, numbers: [5, 6, 7] },
  });
  expect(again?.model.method).toBe('classes');
  expect(again?.matched.ended).toEqual([]);
  expect(again?.matched.overlaps.every((overlap) => (overlap ?? 0) > 0.9)).toBe(true);
}, 60_000);

test('a grouping that was kept before gaps were told by themselves still puts customers into its classes', async () => {
  const planted = await openPlantedShop(90);
  warehouse = planted.warehouse;
  const space = { columns: [], weights: [] };
  const older = {
    method: 'classes',
    space,
    k: 2,
    plan: { facets: ['baskets', 'rhythm'], mix: [], baskets: [30, 90], days: [20, 100] },
    // Little and often; much and seldom, or not again.
    classes: {
      k: 2,
      weights: [0.4, 0.6],
      leanings: [
        [8, 1, 1, 1, 4, 8],
        [8, 1, 0.1, 0.1, 1, 4, 1, 4],
      ],
      logLikelihood: -10,
      bic: 100,
      iterations: 9,
    },
  };
  const { profiles, assignments } = await scoreGroups(warehouse, planted.shop, JSON.parse(JSON.stringify(older)), now);
  expect([...assignments]).toEqual(Array.from(profiles, (profile) => (profile % 3 === 0 ? 0 : 1)));
});

test('what each order says is counted by levels of the shop, and a silence longer than nine gaps in ten is a "not again"', async () => {
  const planted = await openPlantedShop(60);
  warehouse = planted.warehouse;
  const { shop } = planted;
  const plan = { facets: ['rhythm', 'baskets', 'hours', 'discounts'], mix: [], baskets: [10, 20], days: [5, 30] } as const;
  await warehouse.run(sql`delete from orders where profile = 3`);
  const made: readonly (readonly [string, number])[] = [
    ['2026-01-01T08:00:00Z', 10],
    ['2026-01-01T20:00:00Z', 10.5],
    ['2026-01-06T09:30:00Z', 25],
    ['2026-02-20T23:59:00Z', 20],
    ['2026-03-01T07:00:00Z', 5],
  ];
  for (const [place, [date, total]] of made.entries())
    await warehouse.run(sql`insert into orders (batch, source, order_id, identifier, profile, ordered_at, is_return, counts, total)
      select 1, 'shop', ${`x${place}`}, 3, 3, ${date}::TIMESTAMP, false, true, ${total}`);
  await refreshAttributes(warehouse, { workspace: shop.workspace, now });
  const eligible = await readEligible(warehouse, { among: 'orders >= 1' }, now, shop, undefined, 'ever');
  const row = eligible.profiles.indexOf(3);
  const { tallies } = await readTallies(warehouse, shop, eligible, now, plan);
  const own = tallies.map(({ levels, counts }) => [...counts.subarray(row * levels, (row + 1) * levels)]);
  // Gaps of 5, 45 and 9 days; silent since 1 March. Two baskets up to 10, two up to 20, one above.
  expect(own).toEqual([
    [1, 1, 1, 1],
    [2, 2, 1],
    [0, 0, 0, 1, 2, 0, 0, 0, 0, 0, 1, 1],
    [0, 5],
  ]);
  const early = await readTallies(warehouse, shop, eligible, parseInstant('2026-03-20T00:00:00Z') ?? now, plan);
  expect([...(early.tallies[0]?.counts.subarray(row * 4, row * 4 + 4) ?? [])]).toEqual([1, 1, 1, 0]);
});

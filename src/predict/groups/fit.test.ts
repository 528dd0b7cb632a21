import { afterEach, expect, test } from 'vitest';
import { day, instant } from '../../core/index.ts';
import { readVocabulary, refreshAttributes } from '../../profiles/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { adjustedRand } from '../../stats/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { now, openPlantedShop } from './fixtures/planted-shop.ts';
import { fitGroups, scoreGroups } from './fit.ts';

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

test('a handful of customers is not grouped', async () => {
  const planted = await openPlantedShop(20);
  warehouse = planted.warehouse;
  expect(await fitGroups(warehouse, planted.shop, { now, seed: 1 })).toBeUndefined();
});

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

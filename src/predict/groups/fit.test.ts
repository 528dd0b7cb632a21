import { afterEach, expect, test } from 'vitest';
import { day, instant } from '../../core/index.ts';
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

import { expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { momentOf, openShop, order, vocabularyOf } from '../small-shop.ts';
import { applyLifecycle } from './apply.ts';
import { defaultLifecycle } from './stages.ts';

const vocabulary = vocabularyOf([
  { name: 'value_tier', label: 'value tier', type: 'text', table: 'features', column: 'value_tier' },
  { name: 'lifecycle', label: 'lifecycle', type: 'text', table: 'features', column: 'lifecycle' },
]);

test('each customer gets the first stage that holds', async () => {
  const shop = await openShop([1, 2, 3, 4, 5, 6, 7]);
  await shop.run(sql`create table features (profile integer, value_tier varchar, lifecycle varchar)`);
  await shop.run(sql`insert into features select profile, case when profile = 4 then 'high' else 'low' end, null from profiles`);
  // As of 1 July: 1 never ordered; 2 in December; 3 in March; 4 five times since January; 5 first in June; 6 in April and twice in June; 7 in February and June.
  const orders: Readonly<Record<number, readonly string[]>> = {
    2: ['2025-12-01'],
    3: ['2026-03-01'],
    4: ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-06-01'],
    5: ['2026-06-20'],
    6: ['2026-01-01', '2026-05-20', '2026-06-20'],
    7: ['2026-02-01', '2026-06-20'],
  };
  for (const [profile, days] of Object.entries(orders)) for (const day of days) await order(shop, Number(profile), `${day}T00:00:00Z`, 10);
  await applyLifecycle(shop, defaultLifecycle, momentOf('2026-07-01T00:00:00Z', vocabulary, 'UTC'));
  const rows = await shop.rows<{ lifecycle: string }>(sql`select lifecycle from features order by profile`);
  expect(rows.map(({ lifecycle }) => lifecycle)).toEqual(['prospect', 'churned', 'at risk', 'loyal', 'new', 'active', 'occasional']);
});

test('a stage may not speak of the lifecycle itself', async () => {
  const shop = await openShop([1]);
  await expect(applyLifecycle(shop, [{ name: 'odd', expression: 'lifecycle = "new"' }], momentOf('2026-07-01T00:00:00Z', vocabulary))).rejects.toThrow(
    'lifecycle',
  );
});

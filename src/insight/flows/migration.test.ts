import { expect, test } from 'vitest';
import { instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { insightContext } from '../base/context.ts';
import { smallMoment, smallShop, smallWorkspace } from '../small-shop.ts';
import { migration } from './migration.ts';

test('who was in which group before and after, who came in between, and how many stayed', async () => {
  const warehouse = await smallShop(4, [
    { profile: 1, daysAgo: 90, total: 10 },
    { profile: 2, daysAgo: 90, total: 20 },
    { profile: 3, daysAgo: 90, total: 5 },
    { profile: 4, daysAgo: 3, total: 7 },
  ]);
  await warehouse.run(
    sql`create temp table before as select * from (values (1, 'low', 10), (2, 'low', 20), (3, 'high', 5), (4, null, 0)) t(profile, grp, total_spent)`,
  );
  await warehouse.run(
    sql`create temp table after as select * from (values (1, 'high', 10), (2, 'low', 20), (3, 'high', 5), (4, 'low', 7)) t(profile, grp, total_spent)`,
  );
  const word = { name: 'value_tier', label: 'value tier', type: 'text', table: 'features', column: 'value_tier' } as const;
  const month = instant(smallMoment - 30 * 86_400_000_000);
  const found = await migration(
    insightContext(warehouse, smallWorkspace, smallMoment),
    [
      { at: month, table: 'before', isNow: false },
      { at: smallMoment, table: 'after', isNow: true },
    ],
    { word, from: '2026-06-01', to: '2026-06-30', by: 'ends', choices: [] },
  );
  expect(found.flows.map(({ from, to, people, share }) => [from, to, people, share])).toEqual([
    [null, 'low', 1, 1],
    ['high', 'high', 1, 1],
    ['low', 'high', 1, 0.5],
    ['low', 'low', 1, 0.5],
  ]);
  expect(found.stayed).toEqual([{ step: 0, share: 2 / 3 }]);
  expect(found.moments[0]?.groups.map(({ group, people, expression }) => [group, people, expression])).toEqual([
    ['high', 1, null],
    ['low', 2, null],
  ]);
  expect(found.moments[1]?.groups[0]).toMatchObject({ group: 'high', people: 2, expression: 'value_tier = "high"' });
  expect(found.sentence).toContain('low to high: 1 customer');
});

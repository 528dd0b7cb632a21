import { expect, test } from 'vitest';
import { instant, parseInstant } from '../../../core/index.ts';
import { sql, timestamp } from '../../../sql/index.ts';
import { migrate, openDuckdb } from '../../../warehouse/index.ts';
import { subscriptionCurve, subscriptionSpells } from './lasting.ts';

const at = (text: string) => parseInstant(`${text}T00:00:00Z`) ?? instant(0);

test('starts and ends become spells, those still running watched until the moment', async () => {
  const warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
  const events = [
    // Ended after 30 days; again from March, still running: 61 days until 1 May. The second start in March begins nothing.
    [1, 'Started', '2026-01-01'],
    [1, 'Cancelled', '2026-01-31'],
    [1, 'Started', '2026-03-01'],
    [1, 'Started', '2026-03-15'],
    // An end without a start, then 90 days to its end; the second end is none.
    [2, 'Cancelled', '2025-12-01'],
    [2, 'Started', '2026-01-01'],
    [2, 'Cancelled', '2026-04-01'],
    [2, 'Cancelled', '2026-04-02'],
    // Ends after the moment: 120 days watched.
    [3, 'Started', '2026-01-01'],
    [3, 'Cancelled', '2026-05-02'],
    [4, 'Opened', '2026-01-01'],
  ] as const;
  for (const [profile, name, day] of events)
    await warehouse.run(sql`insert into events by name select ${profile}::INTEGER as profile, ${name} as name, ${timestamp(at(day))} as occurred_at`);
  const request = { start: 'Started', end: 'Cancelled', at: at('2026-05-01') };
  const { duration, ended } = await subscriptionSpells(warehouse, request);
  expect([...duration]).toEqual([30, 61, 90, 120]);
  expect([...ended]).toEqual([1, 0, 1, 0]);
  // By hand: 3/4 outlast day 30; at day 90 two are left, one ends: 3/4 · 1/2.
  const curve = await subscriptionCurve(warehouse, request);
  expect(curve).toMatchObject({ subscriptions: 4, ended: 2, median_days: 90 });
  expect(curve.points.map(({ days, at_risk, survival }) => [days, at_risk, survival])).toEqual([
    [0, 4, 1],
    [30, 4, 0.75],
    [60, 3, 0.75],
    [90, 2, 0.375],
    [120, 1, 0.375],
  ]);
  await warehouse.close();
});

// Paid in January, February and March, none in April: a tenth of the month late, that is an end at the end of the term. The other paid ten days ago.
test('a renewal that does not come in time is an end', async () => {
  const warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
  const events = [
    [1, 'Started', '2026-01-01'],
    [1, 'Paid', '2026-01-31'],
    [1, 'Paid', '2026-03-02'],
    [2, 'Started', '2026-03-22'],
    [2, 'Paid', '2026-04-21'],
  ] as const;
  for (const [profile, name, day] of events)
    await warehouse.run(sql`insert into events by name select ${profile}::INTEGER as profile, ${name} as name, ${timestamp(at(day))} as occurred_at`);
  const request = { start: 'Started', end: 'Cancelled', renewal: { name: 'Paid', term: 30 }, at: at('2026-05-01') };
  const { duration, ended, profile } = await subscriptionSpells(warehouse, request);
  expect([...profile]).toEqual([2, 1]);
  expect([...duration]).toEqual([40, 90]);
  expect([...ended]).toEqual([0, 1]);
  await warehouse.close();
});

import { expect, test } from 'vitest';
import { instant, minute } from '../../core/index.ts';
import { readVocabulary } from '../../profiles/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { type InsightContext, insightContext } from '../base/context.ts';
import { readRange } from '../base/range.ts';
import { smallMoment, smallShop, smallWorkspace } from '../small-shop.ts';
import { journeysBySegment } from './by-segment.ts';
import { funnel } from './funnel.ts';
import { paths } from './paths.ts';

const event = (warehouse: Warehouse, profile: number, minutesAgo: number, name: string): Promise<void> =>
  warehouse.run(sql`insert into events (profile, name, occurred_at) values (${profile}, ${name}, ${timestamp(instant(smallMoment - minutesAgo * minute))})`);

async function context(events: readonly (readonly [profile: number, minutesAgo: number, name: string])[]): Promise<InsightContext> {
  const warehouse = await smallShop(3, []);
  for (const [profile, minutesAgo, name] of events) await event(warehouse, profile, minutesAgo, name);
  return insightContext(warehouse, smallWorkspace, smallMoment);
}
const june = readRange('2026-06-01', '2026-06-30', smallMoment, 'UTC');

test('a funnel counts customers who took the steps in order and in time', async () => {
  const shop = await context([
    [1, 100, 'View'],
    [1, 90, 'Add'],
    [1, 80, 'Buy'],
    [2, 100, 'Add'], // before the view
    [2, 95, 'View'],
    [3, 500, 'View'],
    [3, 10, 'Add'], // 490 minutes later
  ]);
  const vocabulary = await readVocabulary(shop.warehouse, { workspace: smallWorkspace, segments: new Map() });
  const moment = { now: smallMoment, zone: 'UTC', weekStart: 1, vocabulary, featuresTable: 'features' } as const;
  const counts = async (within: { amount: number; unit: 'hour' } | undefined) =>
    (await funnel(shop, moment, june, { steps: ['View', 'Add', 'Buy'], within })).steps.map(({ people, lost }) => [people, lost.people]);
  expect(await counts(undefined)).toEqual([
    [3, 1],
    [2, 1],
    [1, 0],
  ]);
  expect(await counts({ amount: 1, unit: 'hour' })).toEqual([
    [3, 2],
    [1, 0],
    [1, 0],
  ]);
});

test('visits end after half an hour; the same event again counts once; e-mails are none', async () => {
  const found = await paths(
    await context([
      [1, 200, 'View'],
      [1, 199, 'View'],
      [1, 198, 'Email Opened'],
      [1, 169, 'Add'], // 30 minutes after the last view: still the same visit
      [1, 100, 'View'],
      [2, 50, 'View'],
      [2, 49, 'Add'],
      [2, 48, 'Buy'],
    ]),
    june,
    2,
    1,
  );
  expect([found.sessions, found.people, found.events_per_session]).toEqual([3, 2, 7 / 3]);
  expect(found.starts).toEqual([
    { event: 'View', sessions: 3, people: 2, share: 1, ended: 1, next: [{ event: 'Add', sessions: 2, people: 2, share: 2 / 3, ended: 1, next: [] }] },
  ]);
  expect(found.top).toEqual([
    { events: ['View', 'Add'], sessions: 2, people: 2, share: 2 / 3 },
    { events: ['View'], sessions: 1, people: 1, share: 1 / 3 },
  ]);
});

test('where a segment is lost its share stands beside that of all others', async () => {
  const warehouse = await smallShop(200, []);
  // Of 100 in the segment 10 go on, of 100 others 80.
  await warehouse.run(
    sql`insert into events by name select (i + 1)::INTEGER as profile, 'View' as name, ${timestamp(instant(smallMoment - 100 * minute))} as occurred_at from range(200) r(i)`,
  );
  await warehouse.run(
    sql`insert into events by name select (i + 1)::INTEGER as profile, 'Buy' as name, ${timestamp(instant(smallMoment - 50 * minute))} as occurred_at from range(200) r(i) where i < 10 or i >= 120`,
  );
  const shop = insightContext(warehouse, smallWorkspace, smallMoment);
  const vocabulary = await readVocabulary(warehouse, { workspace: smallWorkspace, segments: new Map() });
  const moment = { now: smallMoment, zone: 'UTC', weekStart: 1, vocabulary, featuresTable: 'features' } as const;
  const segments = [{ name: 'Lookers', slug: null, expression: 'orders = 0', members: Int32Array.from({ length: 100 }, (_, place) => place + 1) }];
  const { sentence, groups } = await journeysBySegment(shop, moment, june, { steps: ['View', 'Buy'], within: undefined, segments });
  expect(groups[1]?.steps[1]?.against_others?.difference).toBeCloseTo(-0.7, 12);
  expect(sentence).toBe('45% of 200 customers went from View to Buy. Lookers are lost before Buy more than others: 10% go on to it, of all others 80%.');
});

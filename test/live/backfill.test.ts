import { afterAll, beforeAll, expect, test } from 'vitest';
import { backfillSegment } from '../../src/app/backfill.ts';
import type { Desk } from '../../src/app/desk.ts';
import { at, type LiveShop, openLiveShop } from '../../src/app/live/fixtures.ts';
import { refreshAll } from '../../src/app/refresh.ts';
import { createSegmentFrom, editSegmentLater, editSegmentWith } from '../../src/app/segment-changes.ts';
import { showSegment } from '../../src/app/segment-figures.ts';
import type { LiveRecord } from '../../src/contract/live.ts';
import { membersOf } from '../../src/segments/index.ts';
import { sql } from '../../src/sql/index.ts';

let shop: LiveShop;
const seen = (who: string, name: string): LiveRecord => ({
  kind: 'event',
  identifiers: [{ namespace: 'customer_id', value: who }],
  name,
  occurredAt: shop.clock.now,
  fields: {},
  properties: {},
});

beforeAll(async () => {
  shop = await openLiveShop({ now: '2026-06-01T12:00:00Z' });
  await shop.send(['1', seen('ann', 'Seen')], ['2', seen('bob', 'Bought')], ['3', seen('cat', 'Bought')]);
  await shop.desk.write(async (app) => {
    await refreshAll(app, undefined);
    await createSegmentFrom(app, {
      name: 'Mine',
      text: 'count("Seen") >= 1',
      folder: undefined,
      slug: undefined,
      note: undefined,
      author: 'test',
      asOf: undefined,
    });
    await createSegmentFrom(app, {
      name: 'Others',
      text: 'not in segment "Mine"',
      folder: undefined,
      slug: undefined,
      note: undefined,
      author: 'test',
      asOf: undefined,
    });
  });
}, 120_000);
afterAll(() => shop.close());

const members = async (slug: string): Promise<readonly number[]> => [...((await membersOf(shop.app.warehouse, slug)) ?? [])];
const nothing = {
  text: undefined,
  name: undefined,
  folder: undefined,
  note: undefined,
  author: 'test',
  restore: undefined,
  include: [],
  exclude: [],
  unlist: [],
  freeze: false,
  thaw: false,
  dryRun: false,
  asOf: undefined,
};
const change = (text: string) => shop.desk.write((app) => editSegmentLater(app, 'mine', { ...nothing, text }, undefined));
const behind = () => shop.desk.read(async (app) => (await showSegment(app, 'mine', undefined)).behind);

// Customers are numbered in the order of their ids: ann 1, bob 2, cat 3.
test('a changed definition keeps its last good members until they are worked out, and its history says each change once', { timeout: 120_000 }, async () => {
  expect([await members('mine'), await members('others'), await behind()]).toEqual([[1], [2, 3], false]);
  expect(await change('count("Bought") >= 1')).toMatchObject({ members: 1, entered: 0, left: 0 });
  await shop.send(['4', seen('ann', 'Bought')]);
  await shop.desk.write(async () => undefined);
  expect([await members('mine'), await behind()]).toEqual([[1], true]);
  const steps: (readonly [number, number])[] = [];
  const done = await backfillSegment(shop.desk, 'mine', ({ done: ready, total }) => steps.push([ready, total ?? 0]));
  expect(done).toMatchObject({ slug: 'mine', segments: 2, entered: 2, left: 2 });
  expect(steps.at(0)).toEqual([0, 2]);
  expect(steps.at(-1)).toEqual([2, 2]);
  expect([await members('mine'), await members('others'), await behind()]).toEqual([[1, 2, 3], [], false]);
});

test('whoever live data speaks of while members are worked out ends where their facts put them', { timeout: 120_000 }, async () => {
  await change('count("Left") = 0');
  // Between what was read and what is put in place: bob leaves.
  let told = false;
  const done = await backfillSegment(shop.desk, 'mine', ({ done: ready }) => {
    if (ready > 0 && !told) {
      told = true;
      void shop.live.append([{ source: 'web', messageId: '5', receivedAt: shop.clock.now, body: { records: [seen('bob', 'Left')] } }]);
    }
  });
  expect(done.slug).toBe('mine');
  await shop.live.settled();
  await shop.desk.write(async () => undefined);
  expect(told).toBe(true);
  expect(await members('mine')).toEqual([1, 3]);
  // Every change once: who is in is who entered oftener than they left, by one at most.
  const balance = await shop.app.warehouse.rows(
    sql`select profile, sum(case when entered then 1 else -1 end)::INTEGER as balance from membership_changes where segment = 'mine' group by profile order by profile`,
  );
  expect(balance).toEqual([
    { profile: 2, balance: 0 },
    { profile: 3, balance: 1 },
  ]);
  expect(shop.clock.now).toBe(at('2026-06-01T12:00:00Z'));
});

test('whoever is put on a list while members are worked out is a member at the end', { timeout: 120_000 }, async () => {
  await change('count("Left") >= 2');
  let listing: Promise<unknown> | undefined;
  await backfillSegment(shop.desk, 'mine', ({ done: ready }) => {
    if (ready > 0) listing ??= shop.desk.write((app) => editSegmentWith(app, 'mine', { ...nothing, include: ['cat'] }));
  });
  await listing;
  expect([await members('mine'), await behind()]).toEqual([[3], false]);
});

test('members that are put in their place after live data has gone on agree with the history at any moment', { timeout: 120_000 }, async () => {
  await change('count("Ping") = 1');
  await backfillSegment(shop.desk, 'mine', () => undefined);
  const { desk } = shop;
  const unlike = async (): Promise<readonly unknown[]> => {
    const last = await shop.app.warehouse.rows<{ profile: number; entered: boolean }>(
      sql`select profile, arg_max(entered, seq) as entered from membership_changes where segment = 'mine' group by profile order by profile`,
    );
    const inside = new Set(await members('mine'));
    return last.filter(({ profile, entered }) => inside.has(profile) !== entered);
  };
  const found: unknown[] = [];
  // Somebody else's change has worked the definition out already, so live data goes on with it: after everybody was looked at bob enters, and it is written down.
  const meanwhile: Desk = {
    ...desk,
    read: async (work) => {
      const looked = await desk.read(work);
      shop.clock.now = at('2026-06-01T12:00:05Z');
      await shop.send(['p1', seen('bob', 'Ping')]);
      await desk.write(async () => undefined);
      return looked;
    },
    write: (work) =>
      desk.write(async (app) => {
        const done = await work(app);
        found.push(...(await unlike()));
        return done;
      }),
  };
  await backfillSegment(meanwhile, 'mine', () => undefined);
  expect(found).toEqual([]);
  await shop.live.settled();
  await desk.write(async () => undefined);
  expect(await unlike()).toEqual([]);
  expect((await members('mine')).includes(2)).toBe(true);
});

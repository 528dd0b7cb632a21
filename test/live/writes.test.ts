import { afterAll, beforeAll, expect, test } from 'vitest';
import { backfillSegment } from '../../src/app/backfill.ts';
import { merge } from '../../src/app/identity.ts';
import { type LiveShop, openLiveShop } from '../../src/app/live/fixtures.ts';
import { refreshAll, refreshAt } from '../../src/app/refresh.ts';
import { createSegmentFrom, deleteSegmentBySlug, editSegmentNow, editSegmentLater, type EditRequest } from '../../src/app/segment-changes.ts';
import { createFolder, moveSegments, undeleteSegmentBySlug } from '../../src/app/segment-folders.ts';
import type { App } from '../../src/app/open.ts';
import { ClienteleError, instant } from '../../src/core/index.ts';
import { listSegments, membersOf } from '../../src/segments/index.ts';
import { randomRecord } from './random-records.ts';
import { mulberry } from './shuffled.ts';

// Definitions are changed in the midst of live data, whenever it happens: between a batch that is recorded and its evaluation, too.

let shop: LiveShop;
beforeAll(async () => {
  shop = await openLiveShop({ now: '2026-06-01T00:00:00Z' });
  const random = mulberry(7);
  await shop.send(...Array.from({ length: 30 }, (_, number) => [`first${number}`, randomRecord(random, number, shop.clock.now)] as const));
  await shop.desk.write(async (app) => {
    await refreshAll(app, undefined);
    for (const [name, text] of [
      ['Seen', 'count("Seen" in last 2 hours) >= 2'],
      ['Others', 'not in segment "Seen"'],
      ['Best', 'total_spent > 60 or city = "Leeds"'],
    ] as const)
      await create(app, name, text);
  });
}, 120_000);
afterAll(() => shop.close());

const create = (app: App, name: string, text: string) =>
  createSegmentFrom(app, { name, text, folder: undefined, slug: undefined, note: undefined, author: 'test', asOf: undefined });
const nothing: EditRequest = {
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
const texts = [
  'orders_count >= 2',
  'count("Bought" in last 3 hours) >= 1',
  'city = "York"',
  'sum(orders.total in last 2 days) > 30',
  'in segment "Seen"',
  'plan = "gold"',
];

test('members are those of an evaluation of everybody, whoever changed what meanwhile', { timeout: 300_000 }, async () => {
  const { desk, live, clock } = shop;
  const random = mulberry(8);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] ?? (from[0] as T);
  const done = new Map<string, number>();
  const counted = async (what: string, work: Promise<unknown>): Promise<void> => {
    // What another change has made impossible is refused: a name that is taken, a segment that is used or gone.
    const outcome = await work.then(
      () => what,
      (error: unknown) => (error instanceof ClienteleError ? `${what}: ${error.code}` : Promise.reject(error)),
    );
    done.set(outcome, (done.get(outcome) ?? 0) + 1);
  };
  const slugs = ['seen', 'best', 'others', 'one', 'two', 'three'];
  // Chosen before anything begins, so that each run asks for the same in the same order; what comes between what is up to the machine.
  const wish = () => ({ slug: pick(slugs), own: pick(['One', 'Two', 'Three']), text: pick(texts), digit: Math.floor(random() * 9) });
  type Wish = ReturnType<typeof wish>;
  const edit = (slug: string, change: Partial<EditRequest>) => desk.write((app) => editSegmentNow(app, slug, { ...nothing, ...change }, undefined));
  const editLater = async ({ slug, text }: Wish): Promise<void> => {
    await desk.define((app) => editSegmentLater(app, slug, { ...nothing, text }, undefined));
    await backfillSegment(desk, slug, () => undefined);
  };
  const changes: Readonly<Record<string, (wish: Wish) => Promise<unknown>>> = {
    create: ({ own, text }) => desk.write((app) => create(app, own, text)),
    edit: ({ slug, text }) => edit(slug, { text }),
    rename: ({ digit }) => edit('seen', { name: digit < 5 ? 'Looked' : 'Seen' }),
    list: ({ slug, digit }) => edit(slug, { include: [`c${digit}`] }),
    note: ({ slug, digit }) => edit(slug, { note: `${digit}` }),
    'edit later': editLater,
    delete: ({ own }) => desk.define((app) => deleteSegmentBySlug(app, own.toLowerCase())),
    undelete: ({ own }) => desk.write((app) => undeleteSegmentBySlug(app, own.toLowerCase())),
    folder: ({ own, digit }) => desk.define((app) => createFolder(app, `${own} ${digit}`)),
    move: ({ slug, own }) => desk.define((app) => moveSegments(app, [slug], own, 'test')),
    merge: ({ digit }) => desk.write((app) => merge(app, `c${digit}`, `c${(digit + 4) % 9}`, 'test', undefined)),
  };
  const kinds = Object.keys(changes);
  let number = 100;
  for (let round = 0; round < 20; round += 1) {
    clock.now = instant(clock.now + Math.floor(random() * 20) * 60_000_000);
    const messages = Array.from({ length: 4 }, () => {
      number += 1;
      return { source: 'web', messageId: `m${number}`, receivedAt: clock.now, body: { records: [randomRecord(random, number, clock.now)] } };
    });
    // All sorts by turns, three at once.
    const asked = [0, 1, 2].map((place) => [kinds[(round * 3 + place) % kinds.length] ?? '', wish()] as const);
    await Promise.all([live.append(messages), ...asked.map(([kind, wanted]) => counted(kind, changes[kind]?.(wanted) ?? Promise.resolve()))]);
  }
  await live.settled();
  const slugsNow = (await listSegments(shop.app.control)).map(({ slug }) => slug);
  const kept = async () => {
    await desk.write(async () => undefined);
    return Promise.all(slugsNow.map(async (slug) => [slug, [...((await membersOf(shop.app.warehouse, slug)) ?? [])]] as const));
  };
  const moved = await kept();
  await desk.write((app) => refreshAt(app, { at: clock.now, explicit: false }));
  expect(moved).toEqual(await kept());
  expect(moved.filter(([, profiles]) => profiles.length > 0).length).toBeGreaterThan(1);
  for (const what of ['create', 'edit', 'rename', 'edit later', 'note', 'merge', 'folder']) expect(done.get(what) ?? 0, what).toBeGreaterThan(0);
});

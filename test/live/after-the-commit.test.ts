import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from '../../src/app/desk.ts';
import { interpretRecords } from '../../src/app/live/fixtures.ts';
import { type Live, openLive, openLiveInbox } from '../../src/app/live/open-live.ts';
import { type App, openApp, realEffects } from '../../src/app/index.ts';
import { evaluateAll, refreshAll } from '../../src/app/refresh.ts';
import { createSegmentFrom } from '../../src/app/segment-changes.ts';
import { membersOf } from '../../src/segments/index.ts';
import { sql } from '../../src/sql/index.ts';
import type { Warehouse } from '../../src/warehouse/index.ts';

// What fails right after a commit (as tidying up may on a disk that is full) fails when everything is in: memory must not go on with the state of before.
let root = '';
let app: App;
let desk: Desk;
let live: Live;
let failing = 0;
const failures: string[] = [];

const failsNow = (warehouse: Warehouse): Warehouse => ({
  ...warehouse,
  tidy: async () => {
    if (failing > 0) {
      failing -= 1;
      throw new Error(failing % 2 === 0 ? 'IO Error: No space left on device' : 'Binder Error: something of the tables');
    }
    await warehouse.tidy();
  },
});

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'clientele-after-commit-'));
  app = await openApp(
    join(root, 'data'),
    realEffects(() => undefined),
    { create: { timezone: 'UTC' } },
  );
  const own = {
    ...app,
    warehouse: { ...app.warehouse, another: async (options?: Parameters<Warehouse['another']>[0]) => failsNow(await app.warehouse.another(options)) },
  };
  desk = await openDesk(own, 1);
  live = await openLive(desk, { inbox: await openLiveInbox(app), interpret: interpretRecords, failed: (error) => failures.push(String(error)) });
}, 60_000);
afterAll(async () => {
  await live.stop();
  await desk.close();
  await app.close();
  await rm(root, { recursive: true });
});

let sent = 0;
async function send(who: string, name: string): Promise<void> {
  const record = { kind: 'event', identifiers: [{ namespace: 'customer_id', value: who }], name, occurredAt: app.effects.now(), fields: {}, properties: {} };
  sent += 1;
  await live.append([{ source: 'web', messageId: `m${sent}`, receivedAt: app.effects.now(), body: { records: [record] } }]);
  await live.settled();
}

test('a round whose tidying up fails is neither forgotten nor done twice', { timeout: 60_000 }, async () => {
  await send('ann', 'Seen');
  await desk.write(async (own) => {
    await refreshAll(own, undefined);
    const unsaid = { folder: undefined, slug: undefined, note: undefined, author: 'test', asOf: undefined };
    await createSegmentFrom(own, { ...unsaid, name: 'Odd', text: 'count("Bought") = 1 or count("Bought") = 3' });
  });
  for (const times of [1, 2, 1, 2, 3]) {
    failing = times;
    await send('ann', 'Bought');
    await desk.write(async () => undefined);
  }
  expect(failures.length).toBeGreaterThan(4);
  expect(await app.warehouse.rows(sql`select name, count(*)::INTEGER as n from events group by name order by name`)).toEqual([
    { name: 'Bought', n: 5 },
    { name: 'Seen', n: 1 },
  ]);
  // In, out, in, out: each change once, and the last one is where she is.
  expect(await app.warehouse.rows(sql`select entered from membership_changes where segment = 'odd' order by seq`)).toEqual(
    [true, false, true, false].map((entered) => ({ entered })),
  );
  const kept = [...((await membersOf(app.warehouse, 'odd')) ?? [])];
  await desk.write((own) => evaluateAll(own, { at: own.effects.now(), explicit: false }));
  expect(kept).toEqual([...((await membersOf(app.warehouse, 'odd')) ?? [])]);
});

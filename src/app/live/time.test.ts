import { afterEach, expect, test, vi } from 'vitest';
import type { LiveRecord, MembershipMoved } from '../../contract/index.ts';
import { formatInstant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { createSegmentFrom } from '../segment-changes.ts';
import { at, type LiveShop, openLiveShop } from './fixtures.ts';

// A clock that is set by hand. London's clocks go forward on 29 March 2026 at 01:00 UTC and back on 25 October.
let shop: LiveShop;
let moved: MembershipMoved[] = [];
afterEach(() => shop.close());

const seen = (who: string, when: string): LiveRecord => ({
  kind: 'event',
  identifiers: [{ namespace: 'anonymous_id', value: who }],
  name: 'Seen',
  occurredAt: at(when),
  fields: {},
  properties: {},
});

async function open(now: string, segments: readonly (readonly [string, string])[]): Promise<void> {
  shop = await openLiveShop({ now, zone: 'Europe/London' });
  await shop.send(['first', seen('nobody', '2020-01-01T00:00:00Z')]);
  await shop.define(segments);
  await shop.live.settled();
  moved = [];
  shop.live.subscribe((some) => moved.push(...some));
}
async function clock(text: string): Promise<void> {
  shop.clock.now = at(text);
  await shop.live.settled();
}
const told = (segment: string) =>
  moved.filter((one) => one.segment === segment).map(({ entered, at: when }) => `${entered ? 'in' : 'out'} ${formatInstant(when)}`);

test('who leaves by time alone leaves at the instant, and not a moment before', async () => {
  await open('2026-06-01T12:00:00Z', [
    ['Here', 'count("Seen" in last 5 minutes) >= 1'],
    ['Back', 'count("Seen" in last 2 hours) >= 2'],
  ]);
  await shop.send(['s1', seen('a', '2026-06-01T11:59:00Z')], ['s2', seen('a', '2026-06-01T11:58:00Z')]);
  expect(told('here')).toEqual(['in 2026-06-01T12:00:00Z']);
  await clock('2026-06-01T12:03:59.999999Z');
  expect(told('here')).toHaveLength(1);
  // Five minutes after 11:59 the fact is out.
  await clock('2026-06-01T12:04:00Z');
  expect(told('here')).toEqual(['in 2026-06-01T12:00:00Z', 'out 2026-06-01T12:04:00Z']);
  await clock('2026-06-01T13:57:59Z');
  expect(told('back')).toEqual(['in 2026-06-01T12:00:00Z']);
  await clock('2026-06-01T13:58:00Z');
  expect(told('back')).toEqual(['in 2026-06-01T12:00:00Z', 'out 2026-06-01T13:58:00Z']);
});

test('what time changes while members are worked out is not passed over', async () => {
  await open('2026-06-01T12:00:00Z', []);
  await shop.send(['s1', seen('a', '2026-06-01T11:58:10Z')], ['s2', seen('b', '2026-06-01T11:58:20Z')]);
  const text = 'count("Seen" in last 2 minutes) >= 1';
  await shop.desk.write(async (app) => {
    await createSegmentFrom(app, { name: 'Here', text, folder: undefined, slug: undefined, note: undefined, author: 'test', asOf: undefined });
    // Two minutes after 11:58:10 are over before anybody can look ahead.
    shop.clock.now = at('2026-06-01T12:00:15Z');
  });
  await shop.live.settled();
  expect(told('here')).toEqual(['out 2026-06-01T12:00:15Z']);
  await clock('2026-06-01T12:00:20Z');
  expect(told('here')).toEqual(['out 2026-06-01T12:00:15Z', 'out 2026-06-01T12:00:20Z']);
});

test('an old fact that leaves takes out also whom a new one has only just brought in', async () => {
  await open('2026-06-01T12:00:00Z', []);
  const before = (who: string, name: string): LiveRecord => ({ ...seen(who, '2026-06-01T10:05:00Z'), name }) as LiveRecord;
  await shop.send(['s1', before('a', 'Seen')], ['s2', before('a', 'Looked')], ['s3', { ...before('a', 'Paid'), fields: { value: 60 } } as LiveRecord]);
  const segments = [
    ['Twice', 'count("Seen" in last 2 hours) >= 2'],
    ['Much', 'sum("Paid".value in last 2 hours) >= 100'],
    ['Then', '"Looked" then "Seen" in last 2 hours'],
  ] as const;
  await shop.define(segments);
  await shop.live.settled();
  await shop.send(
    ['s4', seen('a', '2026-06-01T12:00:00Z')],
    ['s5', { ...seen('a', '2026-06-01T12:00:00Z'), name: 'Paid', fields: { value: 60 } } as LiveRecord],
  );
  await clock('2026-06-01T12:04:59Z');
  for (const segment of ['twice', 'much', 'then']) expect(told(segment)).toEqual(['in 2026-06-01T12:00:00Z']);
  // The shortest window after the new facts is over at 14:00; the old ones leave at 12:05.
  await clock('2026-06-01T12:05:00Z');
  for (const segment of ['twice', 'much', 'then']) expect(told(segment)).toEqual(['in 2026-06-01T12:00:00Z', 'out 2026-06-01T12:05:00Z']);
});

test('a clock that jumps forward or back, and a process that slept for a day, end where they should be', async () => {
  await open('2026-06-01T12:00:00Z', [
    ['Here', 'count("Seen" in last 5 minutes) >= 1'],
    ['Today', 'count("Seen" today) >= 1'],
  ]);
  await shop.send(['s1', seen('a', '2026-06-01T12:00:00Z')]);
  await clock('2026-06-01T11:00:00Z');
  await shop.send(['s2', seen('b', '2026-06-01T11:00:00Z')]);
  expect(told('here')).toEqual(['in 2026-06-01T12:00:00Z', 'in 2026-06-01T11:00:00Z']);
  await clock('2026-06-02T12:30:00Z');
  expect(told('here').filter((each) => each.startsWith('out'))).toEqual(['out 2026-06-02T12:30:00Z', 'out 2026-06-02T12:30:00Z']);
  expect(told('today').filter((each) => each.startsWith('out'))).toHaveLength(2);
  // A day later, and after everything was laid anew at midnight, the same message is the same.
  const events = sql`select count(*)::INTEGER as n from events where name = 'Seen'`;
  expect(await shop.app.warehouse.row(events)).toEqual({ n: 3 });
  await shop.send(['s1', seen('a', '2026-06-01T12:00:00Z')], ['s2', seen('b', '2026-06-02T12:30:00Z')]);
  expect(await shop.app.warehouse.row(events)).toEqual({ n: 3 });
  expect(told('here').filter((each) => each.startsWith('in'))).toHaveLength(2);
});

test('the day ends at midnight of the workspace on the day that has 23 hours', async () => {
  await open('2026-03-28T23:30:00Z', [
    ['Today', 'count("Seen" today) >= 1'],
    ['Day', 'count("Seen" in last 1 day) >= 1'],
  ]);
  await clock('2026-03-29T00:10:00Z');
  await shop.send(['s1', seen('a', '2026-03-29T00:05:00Z')]);
  expect(told('today')).toEqual(['in 2026-03-29T00:10:00Z']);
  // Summer time: midnight in London is 23:00 UTC. A day of a window has 24 hours all the same.
  await clock('2026-03-29T22:59:59Z');
  expect(told('today')).toHaveLength(1);
  await clock('2026-03-29T23:00:00Z');
  expect(told('today')).toEqual(['in 2026-03-29T00:10:00Z', 'out 2026-03-29T23:00:00Z']);
  expect(told('day')).toEqual(['in 2026-03-29T00:10:00Z']);
  await clock('2026-03-30T00:05:00Z');
  expect(told('day')).toEqual(['in 2026-03-29T00:10:00Z', 'out 2026-03-30T00:05:00Z']);
});

test('the day ends at midnight of the workspace on the day that has 25 hours, an hour after a window of a day', async () => {
  await open('2026-10-24T22:30:00Z', [
    ['Today', 'count("Seen" today) >= 1'],
    ['Day', 'count("Seen" in last 1 day) >= 1'],
  ]);
  // Still summer time: 25 October begins in London at 23:00 UTC of the day before, and ends at midnight UTC.
  await clock('2026-10-24T23:10:00Z');
  await shop.send(['s1', seen('a', '2026-10-24T23:05:00Z')]);
  expect(told('today')).toEqual(['in 2026-10-24T23:10:00Z']);
  // Half past one comes twice.
  await clock('2026-10-25T00:30:00Z');
  await shop.send(['s2', seen('b', '2026-10-25T00:30:00Z')]);
  await clock('2026-10-25T01:30:00Z');
  await shop.send(['s3', seen('c', '2026-10-25T01:30:00Z')]);
  await clock('2026-10-25T23:04:59Z');
  expect(told('day').filter((each) => each.startsWith('out'))).toEqual([]);
  await clock('2026-10-25T23:05:00Z');
  expect(told('day').filter((each) => each.startsWith('out'))).toEqual(['out 2026-10-25T23:05:00Z']);
  await clock('2026-10-25T23:59:59Z');
  expect(told('today').filter((each) => each.startsWith('out'))).toEqual([]);
  await clock('2026-10-26T00:00:00Z');
  expect(told('today').filter((each) => each.startsWith('out'))).toEqual(Array.from({ length: 3 }, () => 'out 2026-10-26T00:00:00Z'));
});

test('a process that slept for a day finds out by itself, within half a minute', async () => {
  await open('2026-06-01T12:00:00Z', [['Here', 'count("Seen" in last 5 minutes) >= 1']]);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    await shop.send(['s1', seen('a', '2026-06-01T12:00:00Z')]);
    expect(told('here')).toEqual(['in 2026-06-01T12:00:00Z']);
    // Who is a member is written down a little later; then the road has nothing to do but to wait for five minutes.
    await vi.waitFor(
      async () => {
        vi.advanceTimersByTime(5000);
        expect(await shop.app.warehouse.rows(sql`select members from members where segment = 'here'`)).toEqual([{ members: 1 }]);
      },
      { timeout: 20_000 },
    );
    await shop.live.settled();
    // Timers of moments have run: the one that is left is the road's.
    await vi.waitFor(() => {
      vi.advanceTimersByTime(1000);
      expect(vi.getTimerCount()).toBeGreaterThan(0);
    });
    // Nothing comes, nobody asks, and a timer that was set for five minutes has not run while the machine slept.
    shop.clock.now = at('2026-06-02T12:30:00Z');
    vi.advanceTimersByTime(30_000);
    await vi.waitFor(() => expect(told('here')).toEqual(['in 2026-06-01T12:00:00Z', 'out 2026-06-02T12:30:00Z']), { timeout: 20_000 });
  } finally {
    vi.useRealTimers();
  }
}, 60_000);

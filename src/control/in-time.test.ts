import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseInstant } from '../core/index.ts';
import { inTime } from './in-time.ts';
import { type Control, openControl } from './sqlite.ts';

let control: Control;
beforeEach(async () => {
  control = await openControl(':memory:');
});
afterEach(() => control.destroy());

/** In the order of time, which is not that of the texts: `Z` stands after every digit and after the point. */
const times = ['2026-11-29T23:05:05Z', '2026-11-29T23:05:05.12Z', '2026-11-29T23:05:05.123Z', '2026-11-29T23:05:05.123001Z', '2026-11-29T23:05:06.000Z'];

test('instants kept as texts of any width are compared and put in order as times', async () => {
  expect(times.toSorted()).not.toEqual(times);
  for (const at of times.toReversed()) await control.insertInto('segment_folders').values({ name: at, created_at: at }).execute();
  const inOrder = await control.selectFrom('segment_folders').select('name').orderBy(inTime('created_at')).execute();
  expect(inOrder.map(({ name }) => name)).toEqual(times);
  for (const [place, at] of times.entries()) {
    const until = control
      .selectFrom('segment_folders')
      .select('name')
      .where(inTime('created_at'), '<=', parseInstant(at) ?? 0);
    expect((await until.execute()).length).toBe(place + 1);
  }
});

test('what is no instant has no time', async () => {
  await control.insertInto('segment_folders').values({ name: 'a', created_at: 'yesterday' }).execute();
  expect(await control.selectFrom('segment_folders').select(inTime('created_at').as('at')).execute()).toEqual([{ at: null }]);
});

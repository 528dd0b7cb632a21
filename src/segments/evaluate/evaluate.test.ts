import { expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { event, momentOf, openShop, order, vocabularyOf } from '../small-shop.ts';
import type { SegmentInput } from './definition.ts';
import { evaluateSegments } from './evaluate.ts';

async function membersOfText(warehouse: Warehouse, text: string, now: string): Promise<readonly number[] | string> {
  const [evaluation] = await evaluateSegments(warehouse, [{ slug: 'tried', text }], momentOf(now));
  return evaluation?.status === 'ok' ? [...evaluation.members()] : (evaluation?.reason ?? '');
}

test('an order exactly seven days old is out, one a microsecond younger is in, one after now never counts', async () => {
  const shop = await openShop([1, 2, 3]);
  await order(shop, 1, '2026-03-01T12:00:00Z', 10);
  await order(shop, 2, '2026-03-01T12:00:00.000001Z', 10);
  await order(shop, 3, '2026-03-08T12:00:00.000001Z', 10);
  expect(await membersOfText(shop, 'count(orders in last 7 days) >= 1', '2026-03-08T12:00:00Z')).toEqual([2]);
  expect(await membersOfText(shop, 'count(orders in last 7 days) = 0', '2026-03-08T12:00:00Z')).toEqual([1, 3]);
  // 60 days are the complement of `in last 60 days`, to the microsecond.
  expect(await membersOfText(shop, 'days since last order > 7', '2026-03-08T12:00:00Z')).toEqual([]);
  expect(await membersOfText(shop, 'days since last order >= 7', '2026-03-08T12:00:00Z')).toEqual([1]);
});

test('the day on which the clocks go forward has 23 hours', async () => {
  const shop = await openShop([1, 2]);
  // 29 March 2026 in London: 00:00 is 00:00Z, and the day ends at 23:00Z.
  await order(shop, 1, '2026-03-29T22:59:59Z', 10);
  await order(shop, 2, '2026-03-29T23:00:00Z', 10);
  expect(await membersOfText(shop, 'count(orders between 2026-03-29 and 2026-03-29) = 1', '2026-04-01T00:00:00Z')).toEqual([1]);
  // 24 hours before noon of the 29th (11:00Z) are 11:00Z of the 28th, eleven o'clock in London.
  await order(shop, 1, '2026-03-28T11:30:00Z', 10);
  expect(await membersOfText(shop, 'count(orders in last 1 day) = 1', '2026-03-29T11:00:00Z')).toEqual([1]);
});

test('31 March less a month is the last of February, at the same clock time', async () => {
  const shop = await openShop([1, 2]);
  await order(shop, 1, '2026-02-28T11:00:00Z', 10);
  await order(shop, 2, '2026-02-28T11:00:01Z', 10);
  expect(await membersOfText(shop, 'count(orders in last 1 month) = 1', '2026-03-31T10:00:00Z')).toEqual([2]);
});

test('a sequence takes any first step that fits, not only the first or the last', async () => {
  const shop = await openShop([1, 2, 3, 4]);
  // 1: the middle A is followed in time. 2: B comes too late after each A. 3: B at the same instant, received later. 4: received earlier.
  for (const when of ['2026-03-01T10:00:00Z', '2026-03-02T10:00:00Z', '2026-03-05T10:00:00Z']) await event(shop, 1, 'A', when);
  await event(shop, 1, 'B', '2026-03-02T11:00:00Z');
  await event(shop, 2, 'A', '2026-03-01T10:00:00Z');
  await event(shop, 2, 'B', '2026-03-01T12:00:00.000001Z');
  await event(shop, 3, 'A', '2026-03-01T10:00:00Z', '2026-03-01T10:00:01Z');
  await event(shop, 3, 'B', '2026-03-01T10:00:00Z', '2026-03-01T10:00:02Z');
  await event(shop, 4, 'A', '2026-03-01T10:00:00Z', '2026-03-01T10:00:02Z');
  await event(shop, 4, 'B', '2026-03-01T10:00:00Z', '2026-03-01T10:00:01Z');
  expect(await membersOfText(shop, '"A" then "B" within 2 hours', '2026-03-10T00:00:00Z')).toEqual([1, 3]);
  expect(await membersOfText(shop, '"A" then not "B" within 2 hours', '2026-03-10T00:00:00Z')).toEqual([1, 2, 4]);
});

test('of events of one instant the order of arrival decides, beside events that share no instant', async () => {
  const shop = await openShop([1, 2, 3, 4]);
  const [noon, later] = ['2026-03-01T12:00:00Z', '2026-03-01T13:00:00Z'];
  // 1: B arrived after A; 2: before it; 3: before it, and another B came an hour later; 4: one B before it and one after.
  await event(shop, 1, 'A', noon, '2026-03-02T00:00:00Z');
  await event(shop, 1, 'B', noon, '2026-03-02T00:00:01Z');
  await event(shop, 2, 'A', noon, '2026-03-02T00:00:01Z');
  await event(shop, 2, 'B', noon, '2026-03-02T00:00:00Z');
  await event(shop, 3, 'A', noon, '2026-03-02T00:00:01Z');
  await event(shop, 3, 'B', noon, '2026-03-02T00:00:00Z');
  await event(shop, 3, 'B', later);
  await event(shop, 4, 'B', noon, '2026-03-02T00:00:00Z');
  await event(shop, 4, 'A', noon, '2026-03-02T00:00:01Z');
  await event(shop, 4, 'B', noon, '2026-03-02T00:00:02Z');
  const now = '2026-04-01T00:00:00Z';
  expect(await membersOfText(shop, '"A" then "B"', now)).toEqual([1, 3, 4]);
  expect(await membersOfText(shop, '"A" then "B" within 30 minutes', now)).toEqual([1, 4]);
  expect(await membersOfText(shop, '"A" then not "B"', now)).toEqual([2]);
  expect(await membersOfText(shop, '"A" then not "B" within 30 minutes', now)).toEqual([2, 3]);
  expect(await membersOfText(shop, '"A" then not "B" within 30 minutes then "B"', now)).toEqual([3]);
});

test('whether there is any fact does not depend on how many there are', async () => {
  const shop = await openShop([1, 2, 3]);
  await order(shop, 2, '2026-03-01T12:00:00Z', 10);
  for (const hour of ['10', '11', '12']) await order(shop, 3, `2026-03-01T${hour}:00:00Z`, 10);
  const asked: readonly (readonly [string, readonly number[]])[] = [
    ['>= 1', [2, 3]],
    ['> 0', [2, 3]],
    ['!= 0', [2, 3]],
    ['not in (0)', [2, 3]],
    ['= 0', [1]],
    ['< 1', [1]],
    ['<= 0', [1]],
    ['>= 0', [1, 2, 3]],
    ['> 0.5', [2, 3]],
    ['< 0', []],
    ['> 1', [3]],
    ['<= 1', [1, 2]],
    ['= 1', [2]],
    ['between 0 and 1', [1, 2]],
  ];
  for (const [comparison, members] of asked)
    expect([comparison, await membersOfText(shop, `count(orders) ${comparison}`, '2026-04-01T00:00:00Z')]).toEqual([comparison, members]);
  // Several at once over the same facts: so few that bits leave the engine, and so many that numbers do.
  for (const some of [asked.slice(0, 3), asked]) {
    const found = await evaluateSegments(
      shop,
      some.map(([comparison]) => ({ slug: comparison, text: `count(orders) ${comparison}` })),
      momentOf('2026-04-01T00:00:00Z'),
    );
    expect(found.map((each) => (each.status === 'ok' ? [...each.members()] : each.reason))).toEqual(some.map(([, members]) => members));
  }
});

test('`then not` is false while its span is still running', async () => {
  const shop = await openShop([1]);
  await event(shop, 1, 'A', '2026-03-01T10:00:00Z');
  expect(await membersOfText(shop, '"A" then not "B" within 1 hour', '2026-03-01T10:59:59.999999Z')).toEqual([]);
  expect(await membersOfText(shop, '"A" then not "B" within 1 hour', '2026-03-01T11:00:00Z')).toEqual([1]);
});

test('a segment that can not be computed fails alone, and only those that use it with it', async () => {
  const shop = await openShop([1, 2]);
  await order(shop, 1, '2026-03-01T10:00:00Z', 10);
  const segments: readonly SegmentInput[] = [
    { slug: 'bought', text: 'orders >= 1' },
    { slug: 'broken', text: 'nonsense = 1' },
    { slug: 'uses', text: 'in segment "broken"' },
  ];
  const vocabulary = vocabularyOf([], { bought: 'orders >= 1', broken: 'nonsense = 1' });
  const found = await evaluateSegments(shop, segments, momentOf('2026-03-02T00:00:00Z', vocabulary));
  expect(found.map(({ status }) => status)).toEqual(['ok', 'failed', 'failed']);
});

test('manual lists and frozen members win over the definition, in segments that refer to them too', async () => {
  const shop = await openShop([1, 2, 3, 4]);
  await order(shop, 1, '2026-03-01T10:00:00Z', 10);
  await order(shop, 2, '2026-03-01T10:00:00Z', 10);
  const segments: readonly SegmentInput[] = [
    { slug: 'bought', text: 'orders >= 1', include: [3], exclude: [2] },
    { slug: 'frozen', text: 'orders >= 1', static: [4] },
    { slug: 'uses', text: 'in segment "bought" or in segment "frozen"' },
    { slug: 'others', text: 'not in segment "bought"' },
  ];
  const vocabulary = vocabularyOf([], { bought: 'orders >= 1', frozen: 'orders >= 1' });
  const found = await evaluateSegments(shop, segments, momentOf('2026-03-02T00:00:00Z', vocabulary));
  expect(found.map((each) => (each.status === 'ok' ? [...each.members()] : each.reason))).toEqual([[1, 3], [4], [1, 3, 4], [2, 4]]);
});

test('who can receive e-mail: an address, consent, and nothing that ended it since', async () => {
  const shop = await openShop([1, 2, 3, 4, 5]);
  await shop.run(sql`alter table attributes add column t0 boolean`);
  // 1 willing; 2 without address; 3 not willing; 4 unsubscribed after consenting; 5 unsubscribed before consenting again.
  for (const [profile, willing] of [
    [1, true],
    [2, true],
    [3, false],
    [4, true],
    [5, true],
  ] as const) {
    await shop.run(sql`insert into attributes values (${profile}, ${willing})`);
    await shop.run(sql`insert into traits values (1, 'shop', 'r', ${profile}, 'accepts_email', ${String(willing)}, 1, timestamp '2026-02-01')`);
    await shop.run(sql`insert into identifiers values (${profile}, ${profile === 2 ? 'customer_id' : 'email'}, ${`c${profile}@example.com`}, ${profile}, 1)`);
  }
  await event(shop, 4, 'Unsubscribed', '2026-02-02T00:00:00Z');
  await event(shop, 5, 'Unsubscribed', '2026-01-02T00:00:00Z');
  const vocabulary = vocabularyOf([{ name: 'accepts_email', label: 'accepts e-mail', type: 'boolean', table: 'attributes', column: 't0' }]);
  const [found] = await evaluateSegments(shop, [{ slug: 'x', text: 'can receive email for marketing' }], momentOf('2026-03-01T00:00:00Z', vocabulary));
  expect(found?.status === 'ok' ? [...found.members()] : found?.reason).toEqual([1, 5]);
});

test('a sample keeps its customers: last eight bytes of MD5("x:profile") modulo a million, below 100,000', async () => {
  const shop = await openShop(Array.from({ length: 300 }, (_, index) => index + 1));
  const { createHash } = await import('node:crypto');
  // DuckDB takes the digest's bytes as little-endian numbers; its "lower" half is the last eight.
  const expected = Array.from({ length: 300 }, (_, index) => index + 1).filter(
    (profile) => createHash('md5').update(`x:${profile}`).digest().readBigUInt64LE(8) % 1_000_000n < 100_000n,
  );
  expect(await membersOfText(shop, 'random 10% seed "x"', '2026-03-01T00:00:00Z')).toEqual(expected);
});

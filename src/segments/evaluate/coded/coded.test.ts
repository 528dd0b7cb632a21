import { expect, test } from 'vitest';
import { type Fragment, sql, timestamp } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import { at, momentOf, openShop } from '../../small-shop.ts';
import { evaluateSegments } from '../evaluate.ts';
import { batches } from '../travelling-sets.ts';

const now = '2026-07-01T00:00:00Z';

/** Members of each definition, all in one run, as text. */
async function membersOf(warehouse: Warehouse, texts: readonly string[]): Promise<readonly string[]> {
  const found = await evaluateSegments(
    warehouse,
    texts.map((text, index) => ({ slug: `s${index}`, text })),
    momentOf(now),
  );
  return found.map((each) => (each.status === 'ok' ? each.members().join(' ') : each.reason));
}

async function view(warehouse: Warehouse, profile: number | null, day: string, value: number | null, category: string | null, device: string): Promise<void> {
  await warehouse.run(sql`insert into events (batch, source, identifier, profile, name, occurred_at, received_at, value, category, device)
    values (1, 'web', 1, ${profile}, 'A', ${timestamp(at(day))}, ${timestamp(at(day))}, ${value}, ${category}, ${device})`);
}

test('what each fact counts for, counted by hand', async () => {
  const shop = await openShop([1, 2, 3]);
  await view(shop, 1, '2026-06-30T10:00:00Z', 10, 'Tea', 'mobile');
  await view(shop, 1, '2026-06-20T10:00:00Z', 20.005, ' TEA ', 'desktop');
  await view(shop, 1, '2026-05-20T10:00:00Z', null, 'Coffee', 'mobile');
  await view(shop, 1, '2026-06-29T10:00:00Z', 5, ' ', 'mobile');
  await view(shop, 2, '2026-06-30T10:00:00Z', 30, null, 'desktop');
  await view(shop, 2, '2026-07-02T10:00:00Z', 1000, 'Tea', 'mobile');
  await view(shop, null, '2026-06-30T10:00:00Z', 1e12, 'Gold', 'mobile');
  const counted: readonly (readonly [string, string])[] = [
    ['count("A") = 4', '1'],
    ['count("A" in last 7 days) = 2', '1'],
    ['count("A" in last 30 days) >= 1', '1 2'],
    ['count("A" where category = "tea") = 2', '1'],
    ['count("A" where category = "tea" and device = "mobile" in last 30 days) = 1', '1'],
    ['count("A" where value > 10) = 1', '1 2'],
    ['count("A" where value >= 10) = 2', '1'],
    ['count("A" where value between 10 and 30 in last 7 days) = 1', '1 2'],
    ['count("A" where category is unknown) = 1', '1 2'],
    ['count("A" where not (category = "coffee")) = 3', '1'],
    ['sum("A".value) = 35.005', '1'],
    ['sum("A".value where device = "mobile" in last 30 days) = 15', '1'],
    ['sum("A".value in last 30 days) = 30', '2'],
    ['avg("A".value where category = "tea") > 15.0024', '1'],
    ['avg("A".value where category = "tea") > 15.0026', ''],
    ['avg("A".value where category = "coffee") >= 0', ''],
    ['distinct("A".category) = 2', '1'],
    ['distinct("A".category in last 7 days) = 1', '1'],
    ['distinct("A".device) = 1', '2'],
    ['count("A") = 0', '3'],
    ['sum("A".value) = 0', '3'],
  ];
  expect(
    await membersOf(
      shop,
      counted.map(([text]) => text),
    ),
  ).toEqual(counted.map(([, members]) => members));
});

/** Seeded facts of 60 customers; `value` is what each is worth. */
async function busyShop(value: Fragment, category: Fragment): Promise<Warehouse> {
  const shop = await openShop(Array.from({ length: 60 }, (_, index) => index));
  await shop.run(sql`
    insert into events (batch, source, identifier, profile, name, occurred_at, received_at, value, category, device)
    select 1, 'web', i % 60, case when i % 17 = 0 then null else hash(i + 5) % 60 end, ['A', 'B'][1 + i % 2], t, t, ${value}, ${category}, case when hash(i + 9) % 3 = 0 then 'mobile' end
    from (select i, '2026-07-01'::timestamp - to_microseconds((hash(i) % 31536000000000)::bigint) as t from range(6000) r (i))`);
  return shop;
}

const asked: readonly string[] = ['A', 'B'].flatMap((name) =>
  ['', ' where category = "c3"', ' where value >= 5', ' where value < 5 or device = "mobile"', ' where value = 7.25'].flatMap((where) =>
    ['', ' in last 30 days', ' between 2026-01-01 and 2026-03-31'].flatMap((window) => [
      `count("${name}"${where}${window}) >= 3`,
      `sum("${name}".value${where}${window}) > 40`,
      `avg("${name}".value${where}${window}) > 5`,
      `distinct("${name}".category${where}${window}) >= 2`,
    ]),
  ),
);

/** Counts how often facts are handed over to be counted here. */
function watched(shop: Warehouse): { readonly warehouse: Warehouse; readonly passes: () => number } {
  let passes = 0;
  const warehouse: Warehouse = {
    ...shop,
    numbers: (query, each) => {
      if (query.parts.some((part) => part.kind === 'identifier' && part.name === 'events')) passes += 1;
      return shop.numbers(query, each);
    },
  };
  return { warehouse, passes: () => passes };
}

test.each([
  ['amounts with cents', sql`case when i % 5 > 0 then (hash(i + 1) % 1000) / 100 end`, sql`'c' || hash(i + 2) % 8`],
  ['amounts halfway between ten-thousandths', sql`i % 10 + ((hash(i + 1) % 4001)::bigint - 2000) / 20000`, sql`'c' || hash(i + 2) % 8`],
  ['some amounts below nothing', sql`((hash(i + 1) % 2000)::bigint - 1000) / 100`, sql`case when i % 3 > 0 then 'c' || hash(i + 2) % 8 end`],
  ['large amounts', sql`(hash(i + 1) % 1000) * 1e7`, sql`'c' || hash(i + 2) % 8`],
  ['amounts that no sum is exact of', sql`(hash(i + 1) % 1000) * 1e15`, sql`'c' || hash(i + 2) % 8`],
  ['an amount without end', sql`case when i = 0 then 'infinity'::double else i % 10 end`, sql`'c' || hash(i + 2) % 8`],
  ['an amount that is no number', sql`case when i = 0 then 'nan'::double else i % 10 end`, sql`'c' || hash(i + 2) % 8`],
  ['as many categories as bits', sql`(i % 10)::double`, sql`'c' || hash(i + 2) % 62`],
  ['more categories than bits', sql`(i % 10)::double`, sql`'c' || hash(i + 2) % 100`],
  ['more categories than are looked up', sql`(i % 10)::double`, sql`'c' || hash(i + 2) % 1000`],
  ['categories that fold to one', sql`(i % 10)::double`, sql`['c3', ' C3 ', 'C3', 'ｃ3', 'c4', ' ', null][(1 + hash(i + 2) % 7)::bigint]`],
])('many conditions at once have the members that a few at a time have: %s', async (_, value, category) => {
  const { warehouse, passes } = watched(await busyShop(value, category));
  const alone: string[] = [];
  // So few that each is computed by itself.
  for (const few of batches(asked, 4)) alone.push(...(await membersOf(warehouse, few)));
  expect(passes()).toBe(0);
  expect(await membersOf(warehouse, asked)).toEqual(alone);
  // One for A and one for B.
  expect(passes()).toBe(2);
  expect(new Set(alone).size).toBeGreaterThan(10);
});

test('amounts are added up in whole ten-thousandths, halves away from nothing', async () => {
  const { warehouse, passes } = watched(await openShop([1, 2, 3, 4]));
  // 0.5, −0.5 and 2.5 ten-thousandths become 1, −1 and 3; 0.49 becomes 0.
  const amounts = [[0.00005], [-0.00005, -0.00005], [0.00025, 0.00025], [0.000049, 0.000049]];
  for (const [index, own] of amounts.entries()) for (const amount of own) await view(warehouse, index + 1, '2026-06-30T10:00:00Z', amount, 'Tea', 'mobile');
  const sums = [0.0001, -0.0002, 0.0006, 0].map((sum) => `sum("A".value) = ${sum}`);
  const others = Array.from({ length: 8 }, (_, index) => `count("A" in last ${index + 1} days) = 5`);
  expect(await membersOf(warehouse, [...sums, ...others])).toEqual(['1', '2', '3', '4', ...others.map(() => '')]);
  expect(passes()).toBe(1);
});

test('a text that the first rows do not have is found all the same: the facts are read again', async () => {
  const { warehouse, passes } = watched(await busyShop(sql`(i % 10)::double`, sql`'c' || hash(i + 2) % 8`));
  await warehouse.run(sql`insert into events (batch, source, identifier, profile, name, occurred_at, received_at, value, category)
    select 1, 'web', 1, 7, 'A', '2026-06-01', '2026-06-01', 1, 'c1' from range(25000)`);
  await warehouse.run(sql`insert into events (batch, source, identifier, profile, name, occurred_at, received_at, value, category)
    values (1, 'web', 1, 9, 'A', '2026-06-01', '2026-06-01', 1, 'rare')`);
  const counts = Array.from({ length: 8 }, (_, index) => `count("A" where category = "c${index}") >= 24000`);
  expect(await membersOf(warehouse, ['count("A" where category = "rare") = 1', ...counts])).toEqual(['9', '', '7', '', '', '', '', '', '']);
  expect(passes()).toBe(2);
});

test('customers whose numbers lie far apart are counted a stretch at a time', async () => {
  const profiles = [3, 31, 32, 1_600_000, 2_999_999, 3_000_000];
  const { warehouse, passes } = watched(await openShop(profiles));
  for (const [index, profile] of profiles.entries()) {
    await warehouse.run(sql`insert into events (batch, source, identifier, profile, name, occurred_at, received_at, value)
      select 1, 'web', 1, ${profile}, 'A', '2026-06-01', '2026-06-01', 2.5 from range(${index + 1})`);
  }
  const counts = [1, 2, 3, 4, 5, 6].map((count) => `count("A") = ${count}`);
  const others = Array.from({ length: 8 }, (_, index) => `sum("A".value where value < ${index + 2}) >= 10`);
  expect(await membersOf(warehouse, [...counts, ...others])).toEqual([
    ...profiles.map(String),
    // 2.5 is below 3 and whatever is larger; 10 are four of it.
    '',
    ...others.slice(1).map(() => '1600000 2999999 3000000'),
  ]);
  expect(passes()).toBeGreaterThan(1);
});

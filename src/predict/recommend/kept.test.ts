import { afterEach, beforeEach, expect, test } from 'vitest';
import { day, instant, parseInstant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { customerReorders, dueReorders, fitRecommender, likelyBuyers, readPurchases, recommend, rowOf, shopRules } from './index.ts';

const now = parseInstant('2026-06-01T00:00:00Z') ?? instant(0);
let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
});
afterEach(async () => warehouse.close());

type Line = {
  readonly who: number;
  readonly order: string;
  readonly ago: number;
  readonly product: string;
  readonly pieces?: number;
  readonly back?: boolean;
  readonly name?: string;
};

async function record(lines: readonly Line[]): Promise<void> {
  await warehouse.load(
    'made_lines',
    [
      { name: 'profile', type: 'INTEGER' },
      { name: 'order_id', type: 'VARCHAR' },
      { name: 'at', type: 'TIMESTAMP' },
      { name: 'product', type: 'VARCHAR' },
      { name: 'pieces', type: 'DOUBLE' },
      { name: 'back', type: 'BOOLEAN' },
      { name: 'called', type: 'VARCHAR' },
    ],
    lines.map(({ who, order, ago, product, pieces = 1, back = false, name }) => [
      who,
      order,
      Math.round(now - ago * day),
      product,
      pieces,
      back,
      name ?? product.toUpperCase(),
    ]),
  );
  await warehouse.run(sql`insert into items (batch, source, order_id, line, identifier, profile, ordered_at, is_return, counts, product_id, name, category, quantity)
    select 1, 'shop', order_id, row_number() over (), profile, profile, "at", back, true, product, called, left(product, 3), pieces from made_lines`);
}

/** Products and how many hold them, by name. */
const held = async (): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries((await readPurchases(warehouse, now)).products.map(({ key, buyers }) => [key, buyers]));

// Customer 1 sent their tea1 back and kept the ink1 of the same order; 2 sent back one of two; 3 bought tea1 anew after sending it back; all that 4 ordered was refunded; 5 sends it back only after the moment.
test('what was sent back is no purchase and is not offered again; what was kept beside it, and what was bought anew, is', async () => {
  const bought = [1, 2, 3, 4, 5].flatMap((who): readonly Line[] => [
    { who, order: `o${who}`, ago: 40, product: 'tea1', pieces: who === 2 ? 2 : 1 },
    { who, order: `o${who}`, ago: 40, product: 'ink1' },
  ]);
  await record([
    ...bought,
    ...[6, 7, 8].map((who): Line => ({ who, order: `o${who}`, ago: 30, product: 'tea1' })),
    ...[1, 2, 3].map((who): Line => ({ who, order: `r${who}`, ago: 35, product: 'tea1', pieces: -1, back: true })),
    { who: 3, order: 'again', ago: 20, product: 'tea1' },
    { who: 5, order: 'r5', ago: -1, product: 'tea1', pieces: -1, back: true },
  ]);
  await warehouse.run(
    sql`insert into orders by name select 'shop' as source, 'o4' as order_id, 4 as profile, max(ordered_at) as ordered_at, false as is_return, true as counts, true as all_refunded, 0 as total from items where order_id = 'o4'`,
  );
  // tea1: customers 2, 3, 5, 6, 7, 8; ink1: 1, 2, 3, 5.
  expect(await held()).toEqual({ tea1: 6, ink1: 4 });
  const purchases = await readPurchases(warehouse, now);
  const model = fitRecommender('popularity', purchases.interactions, { again: 0 });
  const offered = (profile: number) =>
    recommend(model, purchases, rowOf(purchases, profile), { profile, onlyNew: false, discovery: 0 }).map(({ product }) => product.key);
  expect([1, 2, 3, 4].map(offered)).toEqual([['ink1'], ['tea1', 'ink1'], ['tea1', 'ink1'], []]);
  expect(likelyBuyers(model, purchases, 0, 9).map(({ profile }) => profile)).toEqual([]);
});

// 400 orders, one every day. Old was in every second of the first 200, rare in every 40th until three weeks ago, and the samples cost nothing.
test('what nobody sells any more, or gives away, is offered to nobody; what sells seldom is', async () => {
  const orders = Array.from({ length: 400 }, (_, place) => ({ who: place % 20, order: `o${place}`, ago: 400 - place }));
  await record([
    ...orders.map((order): Line => ({ ...order, product: 'tea1' })),
    ...orders.filter((_, place) => place < 200 && place % 2 === 0).map((order): Line => ({ ...order, product: 'old' })),
    ...orders.filter((_, place) => place % 40 === 20).map((order): Line => ({ ...order, product: 'rare' })),
    ...orders.filter((_, place) => place % 10 === 0).map((order): Line => ({ ...order, product: 'sample' })),
  ]);
  await warehouse.run(sql`update items set price = case when product_id = 'sample' then 0 else 5 end`);
  const purchases = await readPurchases(warehouse, now);
  expect(Object.fromEntries(purchases.products.map(({ key, notSelling }) => [key, notSelling]))).toEqual({
    tea1: null,
    rare: null,
    old: 'gone',
    sample: 'free',
  });
  const model = fitRecommender('popularity', purchases.interactions, { again: 0 });
  const list = recommend(model, purchases, -1, { discovery: 0 }).map(({ product }) => product.key);
  expect(list.toSorted()).toEqual(['rare', 'tea1']);
});

test('a product that got another number is one product, offered once, by the number that sells now', async () => {
  await record([
    ...[1, 2, 3].map((who): Line => ({ who, order: `a${who}`, ago: 300, product: 'tea1', name: 'Green Mug' })),
    ...[3, 4].map((who): Line => ({ who, order: `b${who}`, ago: 10, product: 'tea9', name: 'green mug ' })),
    ...[1, 2].map((who): Line => ({ who, order: `c${who}`, ago: 10, product: 'ink1', name: 'Green Mug' })), // of another category
  ]);
  const { products } = await readPurchases(warehouse, now);
  expect(products.map(({ key, others, buyers }) => [key, others, buyers])).toEqual([
    ['tea9', ['tea1'], 4],
    ['ink1', [], 2],
  ]);
});

// A flop of a year and a half ago and a newcomer of last week, with two buyers each.
test('of what hardly anybody has bought the newest is tried, not what nobody wanted', async () => {
  await record([
    ...Array.from({ length: 12 }, (_, who): Line => ({ who, order: `a${who}`, ago: 20 + who, product: 'tea1' })),
    ...[1, 2].map((who): Line => ({ who, order: `b${who}`, ago: 550, product: 'tea7' })),
    ...[3, 4].map((who): Line => ({ who, order: `c${who}`, ago: 5, product: 'tea8' })),
  ]);
  const purchases = await readPurchases(warehouse, now);
  const model = fitRecommender('taste', purchases.interactions, { again: 0 });
  const found = recommend(model, purchases, rowOf(purchases, 9), { count: 5 }).find(({ score }) => score === null);
  expect([found?.product.key, found?.why]).toEqual(['tea8', 'similar']);
});

const paces = async (profile: number) =>
  (await customerReorders(warehouse, now, profile)).map(({ product, everyDays, due, pieces, lately }) => [
    product,
    everyDays,
    Math.round((due - now) / day),
    pieces,
    lately,
  ]);

// 1: every 14 days, then every 30, three times. 2: a bag lasts 15 days, and they take one or two. 3: as 1 was, but sent each back. 4 bought every 20 days, and then four at once.
test('a rhythm that changed is followed, two bags last twice as long, and what went back is not needed again', async () => {
  const buys = (who: number, product: string, agos: readonly (readonly [ago: number, pieces?: number])[]): readonly Line[] =>
    agos.map(([ago, pieces = 1]): Line => ({ who, order: `${who}-${ago}`, ago, product, pieces }));
  const steady = [100, 80, 60, 40].map((ago) => [ago] as const);
  await record([
    ...buys(1, 'tea1', [[180], [166], [152], [138], [124], [110], [80], [50], [20]]),
    ...buys(2, 'tea2', [[130, 2], [100], [85], [70, 2], [40], [25, 2]]),
    ...buys(3, 'tea3', steady),
    ...steady.map(([ago]): Line => ({ who: 3, order: `r${ago}`, ago: ago - 3, product: 'tea3', pieces: -1, back: true })),
    ...buys(4, 'tea4', [...steady, [20, 4]]),
  ]);
  expect(await paces(1)).toEqual([['tea1', 30, 10, null, true]]);
  expect(await paces(2)).toEqual([['tea2', 30, 5, 2, false]]);
  expect(await paces(3)).toEqual([]);
  // Nothing but four at once says that they last longer: the pace so far has been by the order.
  expect(await paces(4)).toEqual([['tea4', 20, 0, null, false]]);
});

// Stollen sells in October to December, coffee always. Bought on 1 and 31 October and 30 November it is due on 30 December, and nobody bought any from 2 December to 27 January in the years before.
test('a stollen in November is no reorder in January', async () => {
  const winter = parseInstant('2025-12-20T00:00:00Z') ?? instant(0);
  const agos = (dates: readonly string[]) => dates.map((date) => (now - (parseInstant(`${date}T12:00:00Z`) ?? now)) / day);
  const own = agos(['2025-10-01', '2025-10-31', '2025-11-30']);
  const seasons = [2023, 2024].flatMap((year) =>
    Array.from({ length: 60 }, (_, place) => `${year}-${place < 30 ? '10' : '11'}-${String(1 + (place % 28)).padStart(2, '0')}`),
  );
  const always = Array.from({ length: 160 }, (_, place) => 200 + 5 * place);
  await record([
    ...own.map((ago): Line => ({ who: 1, order: `s${ago}`, ago, product: 'stollen' })),
    ...own.map((ago): Line => ({ who: 1, order: `c${ago}`, ago, product: 'coffee' })),
    ...agos(seasons).map((ago, place): Line => ({ who: 50 + place, order: `o${place}`, ago, product: 'stollen' })),
    ...always.map((ago, place): Line => ({ who: 300 + place, order: `a${place}`, ago, product: 'coffee' })),
  ]);
  expect((await dueReorders(warehouse, winter, 30)).items.map(({ profile, product }) => [profile, product])).toEqual([[1, 'coffee']]);
});

// 200 orders of one customer hold bread and jam, 100 others bread alone: one person's habit. Of 3 orders with honey all hold bread, as nine in ten do.
test('a rule needs people enough, and more than chance', async () => {
  await record([
    ...Array.from({ length: 200 }, (_, place): readonly Line[] =>
      ['bread', 'jam'].map((product) => ({ who: 1, order: `h${place}`, ago: place, product })),
    ).flat(),
    ...Array.from({ length: 100 }, (_, place): Line => ({ who: 2 + place, order: `b${place}`, ago: place, product: 'bread' })),
    ...Array.from({ length: 40 }, (_, place): Line => ({ who: 200 + place, order: `e${place}`, ago: place, product: 'eggs' })),
    ...Array.from({ length: 6 }, (_, place): readonly Line[] =>
      ['bread', 'honey'].map((product) => ({ who: 300 + place, order: `y${place}`, ago: place, product })),
    ).flat(),
    ...Array.from({ length: 12 }, (_, place): readonly Line[] =>
      ['eggs', 'salt'].map((product) => ({ who: 400 + place, order: `z${place}`, ago: place, product })),
    ).flat(),
  ]);
  const { rules } = await shopRules(warehouse, now);
  expect(rules.map(({ left, right, baskets, of, people }) => [...left, right, baskets, of, people])).toEqual([
    ['SALT', 'EGGS', 12, 12, 12],
    ['EGGS', 'SALT', 12, 52, 12],
  ]);
});

// Both buy water every 25 days, pay a plan every 30, and are members; one has ended it last week.
test('who has ended their membership is due for nothing, and nobody is reminded of what is charged by the month', async () => {
  await record([1, 2].flatMap((who) => [20, 45, 70, 95].map((ago): Line => ({ who, order: `w${who}-${ago}`, ago, product: 'water' }))));
  await record([1, 2].flatMap((who) => [25, 55, 85, 115].map((ago): Line => ({ who, order: `p${who}-${ago}`, ago, product: 'plan' }))));
  await warehouse.run(
    sql`insert into orders by name select unnest([1, 2]) as profile, ${timestamp(instant(now - 25 * day))} as ordered_at, true as counts, false as is_return`,
  );
  const happened = (name: string, profiles: string, ago: number) =>
    warehouse.run(
      sql`insert into events by name select unnest(${profiles}::INTEGER[]) as profile, ${name} as name, ${timestamp(instant(now - ago * day))} as occurred_at`,
    );
  await happened('Membership Started', '[1, 2]', 400);
  await happened('Membership Cancelled', '[2]', 7);
  const due = async () => (await dueReorders(warehouse, now, 14)).items.map(({ profile, product }) => [profile, product]);
  expect(await due()).toEqual([[1, 'water']]);
  expect((await customerReorders(warehouse, now, 1)).map(({ product }) => product)).toEqual(['water']);
  // In a shop without members it is a purchase like any other.
  await warehouse.run(sql`delete from events where name like 'Membership%'`);
  expect(await due()).toHaveLength(4);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { day, instant, parseInstant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { fitRecommender, likelyBuyers, readPurchases, recommend, rowOf } from './index.ts';

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

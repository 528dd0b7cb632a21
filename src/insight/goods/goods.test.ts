import { expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { type InsightContext, insightContext } from '../base/context.ts';
import { smallMoment, type SmallOrder, smallShop, smallWorkspace } from '../small-shop.ts';
import { productAffinity } from './affinity.ts';
import { categoryTable } from './table.ts';

const bought = (profile: number | null, daysAgo: number, category: string, total = 10): SmallOrder => ({ profile, daysAgo, total, category });
const context = async (orders: readonly SmallOrder[]): Promise<InsightContext> => insightContext(await smallShop(6, orders), smallWorkspace, smallMoment);

test('lift by hand: of 5 customers 3 bought tea, 3 a pot, 2 both', async () => {
  const found = await productAffinity(
    await context([
      bought(1, 9, 'Tea'),
      bought(1, 5, 'Pot'),
      bought(2, 9, 'Tea'),
      bought(2, 8, 'tea'),
      bought(2, 1, 'Pot'),
      bought(3, 2, 'Tea'),
      bought(4, 2, 'Pot'),
      bought(5, 2, 'Cake'),
    ]),
    { level: 'category', within: 'customer', limit: 10 },
  );
  expect(found.baskets).toBe(5);
  expect(found.items.map(({ key, people }) => [key, people])).toEqual([
    ['tea', 3],
    ['pot', 3],
    ['cake', 1],
  ]);
  expect(found.pairs).toHaveLength(1);
  const [pair] = found.pairs;
  expect(pair).toMatchObject({ baskets: 2, people: 2, support: 2 / 5, not_yet: { people: 1 } });
  expect(pair?.confidence).toBeCloseTo(2 / 3, 12);
  expect(pair?.lift).toBeCloseTo(2 / 3 / (3 / 5), 12);
});

// 5 customers bought cake, and all of them party hats; of 40 who bought tea 30 bought a pot, which 20 of 60 others have. Lift is 100 / 5 and (30 / 40) / (50 / 105).
test('five people are no sentence, and the pair that is surely more than usual comes first', async () => {
  const each = (from: number, many: number, category: string): readonly SmallOrder[] =>
    Array.from({ length: many }, (_, place) => bought(from + place, 5, category));
  const orders = [...each(1, 5, 'Cake'), ...each(1, 5, 'Hats'), ...each(6, 40, 'Tea'), ...each(6, 30, 'Pot'), ...each(46, 20, 'Pot'), ...each(66, 40, 'Milk')];
  const shop = async (some: readonly SmallOrder[]) =>
    productAffinity(insightContext(await smallShop(110, some), smallWorkspace, smallMoment), { level: 'category', within: 'customer', limit: 10 });
  const found = await shop(orders);
  expect(found.sentence).toBe('30 of 40 customers who bought Tea also bought Pot (75%), 1.6 times as often as usual; 10 have not yet.');
  expect((await shop(orders.slice(0, 10))).sentence).toMatch(/^Nothing goes together that is sure/);
});

test('within an order nothing goes together when every order has one line', async () => {
  const found = await productAffinity(await context([bought(1, 9, 'Tea'), bought(1, 5, 'Pot'), bought(2, 9, 'Tea'), bought(2, 1, 'Pot')]), {
    level: 'category',
    within: 'order',
    limit: 10,
  });
  expect([found.baskets, found.pairs]).toEqual([4, []]);
});

test('where nobody says, a shop that names no category is looked at by its products', async () => {
  const item = (profile: number, daysAgo: number, product: string): SmallOrder => ({ profile, daysAgo, total: 10, product });
  const asked = { within: 'customer', limit: 10 } as const;
  const bare = await productAffinity(await context([item(1, 9, 'Clock'), item(1, 5, 'Lamp'), item(2, 9, 'Clock'), item(2, 1, 'Lamp')]), asked);
  expect([bare.level, bare.pairs.map(({ a, b }) => [a, b])]).toEqual(['product', [['clock', 'lamp']]]);
  const named = await productAffinity(await context([{ ...item(1, 9, 'Clock'), category: 'Time' }, item(2, 9, 'Clock')]), asked);
  expect(named.level).toBe('category');
});

test('what sold: returns lower revenue, guests buy without being people, and lines of no category have a row', async () => {
  const found = await categoryTable(
    await context([
      bought(1, 30, 'Tea', 10),
      bought(1, 20, 'Tea', 12),
      bought(2, 10, 'Tea', 8),
      bought(null, 9, 'Tea', 5),
      bought(1, 5, 'Tea', -4),
      { profile: 3, daysAgo: 1, total: 9 },
    ]),
    'category',
    10,
  );
  expect(
    found.rows.map(({ name, revenue, orders, people, repeat, first_bought_by, expression }) => [
      name,
      revenue,
      orders,
      people,
      repeat,
      first_bought_by,
      expression,
    ]),
  ).toEqual([
    ['Tea', 31, 4, 2, 0.5, 2, 'count(items where category = "Tea") >= 1'],
    [null, 9, 1, 1, 0, 1, 'count(items where category is unknown) >= 1'],
  ]);
  expect(found.rows[0]?.returned_share).toBeCloseTo(4 / 35, 12);
  expect([found.revenue, found.distinct]).toEqual([40, 1]);
});

test('what was refunded of an order is off its lines, each by the same share; who names no price is bought, and worth nobody knows what', async () => {
  const warehouse = await smallShop(3, [bought(1, 9, 'Tea', 40), bought(2, 8, 'Tea', 20), bought(3, 7, 'Pot', 30), bought(3, 6, 'Cup', 5)]);
  // The first order gave 30 of 40 back, the third everything.
  await warehouse.run(sql`update orders set gross = total, total = case order_id when '1' then 10 when '3' then 0 else total end`);
  await warehouse.run(sql`update items set total = null where category = 'Cup'`);
  const found = await categoryTable(insightContext(warehouse, smallWorkspace, smallMoment), 'category', 10);
  expect(found.rows.map(({ name, revenue, revenue_share, returned_share }) => [name, revenue, revenue_share, returned_share])).toEqual([
    ['Tea', 30, 1, 0.5], // 10 + 20 of 60 bought
    ['Pot', 0, 0, 1],
    ['Cup', null, null, null],
  ]);
  expect([found.revenue, found.unpriced]).toEqual([30, 1]);
  await warehouse.run(sql`update items set total = null`);
  expect((await categoryTable(insightContext(warehouse, smallWorkspace, smallMoment), 'category', 10)).sentence).toContain(
    'What each category brought is not known',
  );
});

test('a product is called what most of its lines that sold say, whatever a till noted on one of them', async () => {
  const warehouse = await smallShop(3, [
    bought(1, 9, 'cakestand'),
    bought(2, 8, 'cakestand'),
    bought(3, 7, 'cakestand'),
    bought(1, 6, 'cakestand', -9),
    bought(2, 6, 'cakestand', -9),
    bought(3, 6, 'cakestand', -9),
  ]);
  await warehouse.run(
    sql`update items set product_id = '22423', name = case when is_return then 'wrongly marked' when profile = 3 then 'zz faulty' else 'CAKESTAND' end`,
  );
  const shop = insightContext(warehouse, smallWorkspace, smallMoment);
  const { rows } = await categoryTable(shop, 'product', 10);
  expect(rows.map(({ key, name, orders }) => [key, name, orders])).toEqual([['22423', 'CAKESTAND', 3]]);
  const { items } = await productAffinity(shop, { level: 'product', within: 'customer', limit: 10 });
  expect(items.map(({ key, name }) => [key, name])).toEqual([['22423', 'CAKESTAND']]);
});

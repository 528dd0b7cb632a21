import { afterEach, beforeEach, expect, test } from 'vitest';
import { day, instant, parseInstant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { seededRandom } from '../../stats/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { chooseRecommender, dueReorders, fitRecommender, readPurchases, recommend, recommenderScores, rowOf, shopRules } from './index.ts';

const now = parseInstant('2026-06-01T00:00:00Z') ?? instant(0);
let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
});
afterEach(async () => warehouse.close());

type Line = readonly [profile: number, order: string, daysAgo: number, product: string];

async function record(lines: readonly Line[]): Promise<void> {
  const columns = [
    { name: 'profile', type: 'INTEGER' },
    { name: 'order_id', type: 'VARCHAR' },
    { name: 'at', type: 'TIMESTAMP' },
    { name: 'product', type: 'VARCHAR' },
  ] as const;
  await warehouse.load(
    'made_lines',
    columns,
    lines.map(([profile, order, ago, product]) => [profile, order, Math.round(now - ago * day), product]),
  );
  await warehouse.run(sql`insert into items (batch, source, order_id, line, identifier, profile, ordered_at, is_return, counts, product_id, name, category)
    select 1, 'shop', order_id, 1, profile, profile, "at", false, true, product, upper(product), left(product, 3) from made_lines`);
}

/** Odd customers love tea, even ones ink: 20 products of each, some more loved than others. */
function tastes(customers: number): readonly Line[] {
  const random = seededRandom(4);
  return Array.from({ length: customers }, (_, place) => place + 1).flatMap((profile) =>
    Array.from(
      { length: 14 },
      (_, order): Line => [profile, `${profile}-${order}`, 5 + order * 12, `${profile % 2 === 1 ? 'tea' : 'ink'}${Math.floor(20 * random() ** 2)}`],
    ),
  );
}

test('what fits a taste is proposed with the reason, what they have is not, and the back-test sees it is better than what is popular', async () => {
  await record(tastes(150));
  const choice = await chooseRecommender(warehouse, now, 60, 1);
  const reached = (kind: string): number => choice.results.find((own) => own.kind === kind)?.ndcg ?? 0;
  // Two cut-offs, 60 and 120 days ago, with everybody after each; before the third nobody had bought.
  expect([choice.customers, choice.cutOffs.length]).toEqual([300, 2]);
  expect(reached('item-to-item')).toBeGreaterThan(1.3 * reached('popularity'));
  expect(reached('factors')).toBeGreaterThan(1.3 * reached('popularity'));
  expect(reached('popularity')).toBeGreaterThan(choice.chance);
  expect(choice.kind).not.toBe('popularity');

  const purchases = await readPurchases(warehouse, now);
  const model = fitRecommender('item-to-item', purchases.interactions, { again: 0 });
  const own = new Set((await warehouse.rows<{ key: string }>(sql`select distinct product_id as key from items where profile = 1`)).map(({ key }) => key));
  const list = recommend(model, purchases, 0, { count: 4, discovery: 0.25, mostOfCategory: 3, unavailable: new Set(['tea1']) });
  expect(list).toHaveLength(4);
  expect(list.slice(0, 3).every(({ product, why, because }) => product.key.startsWith('tea') && why === 'like-theirs' && own.has(because?.key ?? ''))).toBe(
    true,
  );
  expect(list.every(({ product }) => !own.has(product.key) && product.key !== 'tea1')).toBe(true);
  expect(list[3]?.why).toBe('discovery');
}, 30_000);

test('in a shop of few products the share of places for what their past would not bring up is kept, and no list is short for it', async () => {
  // 14 products: everybody knows some of their own taste, and the others are only six or seven.
  await record(
    Array.from({ length: 80 }, (_, place): readonly Line[] =>
      Array.from(
        { length: 5 },
        (__, order): Line => [place + 1, `${place}-${order}`, 3 + order, `${place % 2 === 0 ? 'tea' : 'ink'}${(place + order * order) % 7}`],
      ),
    ).flat(),
  );
  const purchases = await readPurchases(warehouse, now);
  const model = fitRecommender('taste', purchases.interactions, { again: 0.1 });
  for (const discovery of [0, 0.2, 0.4])
    for (const user of [0, 1, 2, 3, -1]) {
      const list = recommend(model, purchases, user, { count: 5, discovery, onlyNew: false, mostOfCategory: 5 });
      expect(list).toHaveLength(5);
      expect(new Set(list.map(({ product }) => product.key)).size).toBe(5);
      expect(list.filter(({ why }) => why === 'discovery')).toHaveLength(5 * discovery);
    }
});

// 20 customers bought tea0, 10 tea1, 10 ink0 and all of them ink1. Customer 1 bought tea0 twice: of tea (2 + 5 · 30/60)/(2 + 5) = 4.5/7, of ink 2.5/7; in tea tea0 has 20 of 30, in ink ink0 10 of 30.
test('a customer’s taste is their own share of each category, drawn towards the shop’s, times what sells in it', async () => {
  const [a, b] = [Array.from({ length: 20 }, (_, place) => place + 1), Array.from({ length: 10 }, (_, place) => place + 21)];
  await record([
    [1, 'again', 9, 'tea0'],
    ...a.map((profile): Line => [profile, `t${profile}`, 8, 'tea0']),
    ...b.flatMap((profile): readonly Line[] => ['tea1', 'ink0', 'ink1'].map((product, place) => [profile, `o${profile}${place}`, 7, product])),
    ...a.slice(10).map((profile): Line => [profile, `i${profile}`, 6, 'ink1']),
  ]);
  const { interactions, products } = await readPurchases(warehouse, now);
  const scores = (again: number): Readonly<Record<string, number>> => {
    const found = recommenderScores(fitRecommender('taste', interactions, { again }), interactions, 0);
    return Object.fromEntries(products.map(({ key }, place) => [key, found[place] ?? 0]));
  };
  const [once, often] = [scores(0), scores(0.1)];
  expect(once.tea0).toBe(0);
  expect(once.tea1).toBeCloseTo((4.5 / 7) * (10 / 30), 12);
  expect(once.ink0).toBeCloseTo((2.5 / 7) * (10 / 30), 12);
  expect(once.ink1).toBeCloseTo((2.5 / 7) * (20 / 30), 12);
  expect(often.tea0).toBeCloseTo((4.5 / 7) * (20 / 30) + 0.1 * (2 / 7), 12);
  const listed = recommend(fitRecommender('taste', interactions, { again: 0.1 }), await readPurchases(warehouse, now), 0, {
    count: 3,
    onlyNew: false,
    discovery: 0,
  });
  expect(listed.map(({ product, why }) => [product.key, why])).toEqual([
    ['tea0', 'again'],
    ['ink1', 'popular'],
    ['tea1', 'similar'],
  ]);
});

// 60 customers bought tea twice and milk once, 240 ink three times. Who bought tea once is like the 60: two in three of their purchases are tea, one in three milk. By everybody's shares it would be ink (240 of 361 buyers).
test('by classes, who bought one thing is offered what those buy who buy it', async () => {
  const [few, many] = [Array.from({ length: 60 }, (_, place) => place + 2), Array.from({ length: 240 }, (_, place) => place + 62)];
  await record([
    [1, 'first', 9, 'tea0'],
    ...few.flatMap((profile): readonly Line[] => ['tea0', 'tea0', 'milk0'].map((product, place) => [profile, `f${profile}${place}`, 8, product])),
    ...many.flatMap((profile): readonly Line[] => ['ink0', 'ink0', 'ink0'].map((product, place) => [profile, `m${profile}${place}`, 8, product])),
  ]);
  const { interactions, products } = await readPurchases(warehouse, now);
  const scores = (again: number): Readonly<Record<string, number>> => {
    const found = recommenderScores(fitRecommender('classes', interactions, { again, seed: 1 }), interactions, 0);
    return Object.fromEntries(products.map(({ key }, place) => [key, found[place] ?? 0]));
  };
  const [once, often] = [scores(0), scores(0.1)];
  expect(once.tea0).toBe(0);
  expect(once.milk0).toBeCloseTo(1 / 3, 1);
  expect(once.ink0).toBeLessThan(0.05);
  expect(often.tea0).toBeCloseTo(2 / 3 + 0.1 * (1 / 6), 1);
  expect(scores(0.1)).toEqual(often);
});

test('purchases after the instant, returns and cancelled orders are not seen', async () => {
  await record([
    [1, 'a', 3, 'tea1'],
    [1, 'b', -2, 'tea2'],
  ]);
  await warehouse.run(
    sql`insert into items (source, order_id, profile, ordered_at, is_return, counts, product_id) select source, 'c', 1, ordered_at, true, true, 'tea3' from items limit 1`,
  );
  await warehouse.run(
    sql`insert into items (source, order_id, profile, ordered_at, is_return, counts, product_id) select source, 'd', 1, ordered_at, false, false, 'tea4' from items limit 1`,
  );
  expect((await readPurchases(warehouse, now)).products.map(({ key, name, buyers }) => [key, name, buyers])).toEqual([['tea1', 'TEA1', 1]]);
});

test('a shop with few customers recommends what is popular', async () => {
  await record(tastes(10));
  expect(await chooseRecommender(warehouse, now, 60, 1)).toMatchObject({ kind: 'popularity', results: [], customers: 10 });
});

// Customer 1 buys tea1 every 30 days, the last 27 days ago: due in 3. Customer 2's gaps are 1, 90 and 2 days, customer 4's 20 and 334: no rhythm. Customer 3 is not due yet.
test('who will soon need a product again', async () => {
  await record([
    ...[117, 87, 57, 27].map((ago): Line => [1, `a${ago}`, ago, 'tea1']),
    ...[100, 99, 9, 7].map((ago): Line => [2, `b${ago}`, ago, 'tea1']),
    ...[70, 40, 10].map((ago): Line => [3, `c${ago}`, ago, 'tea1']),
    ...[529, 509, 175].map((ago): Line => [4, `d${ago}`, ago, 'tea1']),
  ]);
  expect(await dueReorders(warehouse, now, 7)).toEqual({
    total: 1,
    items: [
      {
        profile: 1,
        product: 'tea1',
        name: 'TEA1',
        times: 4,
        everyDays: 30,
        lastAt: instant(now - 27 * day),
        due: instant(now + 3 * day),
        pieces: null,
        lately: false,
      },
    ],
  });
  // Customer 3 is due in 20 days: however few are asked for, it is said how many there are.
  const both = await dueReorders(warehouse, now, 30, 1);
  expect([both.total, both.items.map(({ profile }) => profile)]).toEqual([2, [1]]);
});

// Of 20 orders, 8 hold bread and butter, 2 bread alone, 10 milk: bread → butter has confidence .8 and lift .8 / .4 = 2.
test('what is bought together', async () => {
  const baskets = Array.from({ length: 20 }, (_, order) => (order < 8 ? ['bread', 'butter'] : order < 10 ? ['bread'] : ['milk']));
  await record(baskets.flatMap((items, order) => items.map((item): Line => [1 + (order % 5), `o${order}`, 1, item])));
  const { rules, orders, products } = await shopRules(warehouse, now);
  expect(orders).toBe(20);
  expect(rules).toHaveLength(2);
  const found = rules.find(({ right }) => right === 'BUTTER');
  expect(found).toMatchObject({ left: ['BREAD'], baskets: 8, of: 10, people: 5, support: 0.4, confidence: 0.8 });
  // Wilson's 95% interval of 8 of 10.
  expect(found?.low).toBeCloseTo(0.49, 3);
  expect(found?.high).toBeCloseTo(0.943, 3);
  expect(found?.lift).toBeCloseTo(2, 12);
  // By five customers in turn.
  expect(products.get('BUTTER')).toEqual({ key: 'butter', name: 'BUTTER', category: 'but', buyers: 5 });
});

type View = readonly [profile: number, daysAgo: number, session: string | null, product: string | null, name: string | null];

async function look(views: readonly View[]): Promise<void> {
  const columns = [
    { name: 'profile', type: 'INTEGER' },
    { name: 'at', type: 'TIMESTAMP' },
    { name: 'session', type: 'VARCHAR' },
    { name: 'product', type: 'VARCHAR' },
    { name: 'called', type: 'VARCHAR' },
  ] as const;
  await warehouse.load(
    'made_views',
    columns,
    views.map(([profile, ago, session, product, called]) => [profile, Math.round(now - ago * day), session, product, called]),
  );
  await warehouse.run(sql`insert into events (batch, source, identifier, profile, name, occurred_at, session, product_id, product)
    select 1, 'site', profile, profile, 'Product Viewed', "at", session, product, called from made_views`);
}

// Customer 1 bought tea0; 2 tea1 and ink0; 3 only looks. Known are tea0, tea1, ink0.
test('a view counts once for each visit and product that is known, by id or by name, until the instant', async () => {
  await record([
    [1, 'a', 9, 'tea0'],
    [2, 'b', 9, 'tea1'],
    [2, 'c', 8, 'ink0'],
  ]);
  await look([
    ...[5.1, 5.2, 5.3].map((ago): View => [1, ago, 's1', 'ink0', 'INK0']), // one visit, three times
    [1, 4, 's2', 'ink0', null],
    [1, 3.3, null, null, 'ink0'], // days stand for visits without a session: 28 May, then 31 May
    [1, 0.2, null, 'ink0', null],
    [1, 0.3, null, 'ink0', null],
    [1, 3, 's3', 'tea0', null],
    [1, 3, 's3', 'tea1', null], // two products of one category in one visit
    [1, 2, 's4', 'cup9', 'CUP9'], // nobody bought it
    [3, 6, 's5', 'tea1', null],
    [2, -1, 's6', 'tea1', null], // after the instant
  ]);
  await warehouse.run(
    sql`insert into events (batch, source, profile, name, occurred_at, product_id) select 1, 'site', 2, 'Product Added', occurred_at, 'tea0' from events limit 1`,
  );
  const purchases = await readPurchases(warehouse, now);
  const { views, categories } = purchases.interactions;
  const names = new Map(purchases.products.map(({ category }, place) => [categories[place] ?? -1, category]));
  const seen = (user: number): unknown => {
    const found = Array.from(views.items.subarray(views.starts[user], views.starts[user + 1]), (own, place) => [
      names.get(own),
      views.weights[(views.starts[user] ?? 0) + place],
    ]);
    return Object.fromEntries(found) as unknown;
  };
  expect([Array.from(purchases.profiles), Array.from(purchases.viewers)]).toEqual([[1, 2], [3]]);
  expect([0, 1, 2].map(seen)).toEqual([{ ink: 4, tea: 2 }, {}, { tea: 1 }]);
  expect([1, 2, 3, 4].map((profile) => rowOf(purchases, profile))).toEqual([0, 1, 2, -1]);
});

// The shop of the test of tastes, where customer 1 leans to tea by 4.5 of 7. Four visits to ink at a quarter are one purchase more: tea 4.5 of 8, ink 3.5 of 8. Customer 99 only looked, twice at ink, at half a purchase each: of ink
// (1 + 2.5)/6. Where visits count for nothing, the first is served by what they bought and the other with what is popular.
test('what was looked at counts beside what was bought, gives newcomers a list of their own, and is named', async () => {
  const [a, b] = [Array.from({ length: 20 }, (_, place) => place + 1), Array.from({ length: 10 }, (_, place) => place + 21)];
  await record([
    [1, 'again', 9, 'tea0'],
    ...a.map((profile): Line => [profile, `t${profile}`, 8, 'tea0']),
    ...b.flatMap((profile): readonly Line[] => ['tea1', 'ink0', 'ink1'].map((product, place) => [profile, `o${profile}${place}`, 7, product])),
    ...a.slice(10).map((profile): Line => [profile, `i${profile}`, 6, 'ink1']),
  ]);
  await look([...[5, 4, 3, 2].map((ago): View => [1, ago, null, 'ink0', null]), [99, 5, 'x', 'ink0', null], [99, 4, 'y', 'ink1', null]]);
  const purchases = await readPurchases(warehouse, now);
  const { interactions, products } = purchases;
  const model = (looked: number) => fitRecommender('taste', interactions, { again: 0.1, looked });
  const scores = (user: number, looked: number): Readonly<Record<string, number>> => {
    const found = recommenderScores(model(looked), interactions, user);
    return Object.fromEntries(products.map(({ key }, place) => [key, found[place] ?? 0]));
  };
  expect(scores(0, 0.25).tea1).toBeCloseTo((4.5 / 8) * (10 / 30), 12);
  expect(scores(0, 0.25).ink1).toBeCloseTo((3.5 / 8) * (20 / 30), 12);
  expect(scores(0, 0.25).tea0).toBeCloseTo((4.5 / 8) * (20 / 30) + 0.1 * (2 / 7), 12);
  expect(scores(0, 0).tea1).toBeCloseTo((4.5 / 7) * (10 / 30), 12);
  const newcomer = rowOf(purchases, 99);
  expect(scores(newcomer, 0.5).ink1).toBeCloseTo((3.5 / 6) * (20 / 30), 12);
  const list = (user: number, looked: number) =>
    recommend(model(looked), purchases, user, { count: 3, onlyNew: false, discovery: 0 }).map(({ product, why, looked: seen }) => [product.key, why, seen]);
  expect(list(0, 0.25)).toEqual([
    ['tea0', 'again', false],
    ['ink1', 'looked', true],
    ['tea1', 'similar', false],
  ]);
  expect(list(newcomer, 0.5)).toEqual([
    ['ink1', 'looked', true],
    ['tea0', 'popular', false],
    ['ink0', 'looked', true],
  ]);
  expect(list(newcomer, 0)).toEqual([
    ['ink1', 'popular', false],
    ['tea0', 'popular', false],
    ['ink0', 'popular', false],
  ]);
});

// At first everybody buys tea and ink by lot, later odd customers tea and even ones ink. Visits before the turn that say which tell all there is to know; visits by lot tell nothing, and then all is as if there were none.
test('the back-test lets views count where they say what comes, and not where they say nothing', async () => {
  const random = seededRandom(4);
  const customers = Array.from({ length: 200 }, (_, place) => place + 1);
  const kind = (profile: number, later: boolean): string => ((profile % 2 === 1) === later ? 'tea' : 'ink');
  const bought = (profile: number, order: number, ago: number, later: boolean): Line => [
    profile,
    `${profile}-${order}`,
    ago,
    `${kind(profile, later)}${Math.floor(12 * random())}`,
  ];
  await record(
    customers.flatMap((profile) => [
      ...Array.from({ length: 4 }, (_, order) => bought(profile, order, 100 + order, random() < 0.5)),
      ...Array.from({ length: 4 }, (_, order) => bought(profile, 10 + order, 5 + order * 10, true)),
    ]),
  );
  const before = await chooseRecommender(warehouse, now, 60, 1);
  expect(before.results.every(({ options }) => options.looked === undefined)).toBe(true);
  await look(
    customers.flatMap((profile) => Array.from({ length: 8 }, (_, visit): View => [profile, 70 + visit, null, `${kind(profile, true)}${visit}`, null])),
  );
  const told = await chooseRecommender(warehouse, now, 60, 1);
  expect([told.results.find(({ kind: own }) => own === 'taste')?.options.looked, told.leaning, before.leaning]).toEqual([0.5, 1, 0]);
  const reached = (choice: typeof told): number => choice.results.find(({ kind: own }) => own === 'taste')?.ndcg ?? 0;
  expect(reached(told)).toBeGreaterThan(1.2 * reached(before));

  await warehouse.run(sql`delete from events`);
  await look(
    customers.flatMap((profile) =>
      Array.from({ length: 8 }, (_, visit): View => [profile, 70 + visit, null, `${random() < 0.5 ? 'tea' : 'ink'}${visit}`, null]),
    ),
  );
  const nothing = await chooseRecommender(warehouse, now, 60, 1);
  expect([nothing.results, nothing.leaning]).toEqual([before.results, 0]);
}, 30_000);

test('where products have no categories, nobody is told by those they buy', async () => {
  await record(tastes(150));
  await warehouse.run(sql`update items set category = null`);
  const { results, size } = await chooseRecommender(warehouse, now, 60, 1);
  expect(size.categories).toBe(1);
  expect(results.map(({ kind }) => kind)).not.toContain('classes');
});

test('a product without a name is told by its number and category', async () => {
  await record([
    [1, '1', 5, 'tea1'],
    [2, '2', 5, 'ink1'],
  ]);
  await warehouse.run(sql`update items set name = null`);
  await warehouse.run(sql`update items set category = null where product_id = 'ink1'`);
  expect((await readPurchases(warehouse, now)).products.map(({ name }) => name)).toEqual(['ink1', 'tea1 (tea)']);
});

import { expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { mappingOf, plainIdentity, runOf, stage, testContext } from '../fixtures.ts';
import { importWith } from '../import-staged.ts';
import { undoWith } from '../undo/undo-import.ts';

test('Shopify rows inherit the order, and its total is never summed over them', async () => {
  const context = await testContext();
  const fields = {
    Name: 'order_id',
    Email: 'email',
    'Financial Status': 'status',
    'Created at': 'ordered_at',
    Subtotal: 'subtotal',
    Shipping: 'shipping',
    Taxes: 'tax',
    Total: 'total',
    'Refunded Amount': 'refunded',
    'Cancelled at': 'cancelled_at',
    'Lineitem name': 'product',
    'Lineitem quantity': 'quantity',
    'Lineitem price': 'price',
    'Billing City': 'city',
  };
  const staged = await stage(context.warehouse, Object.keys(fields), [
    ['#1', 'a@x.com', 'partially_refunded', '2025-10-07 09:50:26 +0200', '100.00', '10.00', '20.00', '130.00', '30.00', '', 'Beans', '2', '40.00', 'Leeds'],
    ['#1', 'a@x.com', '', '', '', '', '', '', '', '', 'Mug', '1', '20.00', ''],
    ['#2', 'a@x.com', 'refunded', '2025-10-08 09:50:26 +0200', '50.00', '0.00', '0.00', '50.00', '50.00', '', 'Beans', '1', '50.00', ''],
    ['#3', 'b@x.com', 'voided', '2025-10-09 09:50:26 +0200', '50.00', '0.00', '0.00', '50.00', '0.00', '', 'Beans', '1', '50.00', ''],
    ['#4', 'b@x.com', 'paid', '2025-10-09 09:50:26 +0200', '50.00', '0.00', '0.00', '50.00', '0.00', '2025-10-10 09:50:26 +0200', 'Beans', '1', '50.00', ''],
    ['#5', 'b@x.com', 'paid', '', '5.00', '', '', '5.00', '', '', 'Beans', '1', '5.00', ''],
  ]);
  const report = await importWith(plainIdentity, context, staged, mappingOf('orders', fields, { inheritRows: true }, 'shopify'), runOf(1));
  expect(report).toMatchObject({ rows: 6, accepted: 5, rejected: 1, orders: 2, items: 5, returns: 0, created: 4 });
  // 130 − 10 − 20 = 100 for the goods, less their share of the 30 refunded, 30 × 100 / 130 = 23.0769; the other was refunded in full.
  expect(await context.warehouse.rows(sql`select order_id, total, counts, city from orders order by order_id`)).toEqual([
    { order_id: '#1', total: 76.9231, counts: true, city: 'Leeds' },
    { order_id: '#2', total: 0, counts: true, city: null },
    { order_id: '#3', total: 50, counts: false, city: null },
    { order_id: '#4', total: 50, counts: false, city: null },
  ]);
  expect(await context.warehouse.rows(sql`select order_id, line, name, total from items where order_id = '#1' order by line`)).toEqual([
    { order_id: '#1', line: 1, name: 'Beans', total: 80 },
    { order_id: '#1', line: 2, name: 'Mug', total: 20 },
  ]);
});

test('orders without an id are told apart by columns or by their content', async () => {
  const context = await testContext();
  const fields = { Member: 'customer_id', Date: 'ordered_at', Item: 'product' };
  const rows = [
    ['1', '2015-01-01', 'milk'],
    ['1', '2015-01-01', 'bread'],
    ['2', '2015-01-01', 'milk'],
    ['2', '2015-01-01', 'milk'],
  ];
  const staged = await stage(context.warehouse, Object.keys(fields), rows);
  const baskets = await importWith(plainIdentity, context, staged, mappingOf('orders', fields, { orderIdFrom: ['Member', 'Date'] }, 'baskets'), runOf(1));
  expect(baskets).toMatchObject({ orders: 2, items: 4, duplicate_lines: 1 });
  const each = await importWith(plainIdentity, context, staged, mappingOf('orders', fields, { orderIdFrom: ['#row'] }, 'rows'), runOf(2));
  expect(each).toMatchObject({ orders: 4, items: 4, duplicate_lines: 0 });
  expect(await importWith(plainIdentity, context, staged, mappingOf('orders', fields, { orderIdFrom: ['#row'] }, 'rows'), runOf(3))).toMatchObject({
    created: 0,
    skipped: 4,
  });
});

test('marked returns are negative, and do not hide the order whose id they share', async () => {
  const context = await testContext({ currency: 'USD' });
  const fields = { Id: 'order_id', Date: 'ordered_at', 'Net Sales': 'total', Tax: 'tax', 'Event Type': 'custom' };
  const staged = await stage(context.warehouse, Object.keys(fields), [
    ['t1', '2025-01-02', '$30.00', '$3.00', 'Payment'],
    ['t1', '2025-01-03', '-$10.00', '$0.00', 'Refund'],
  ]);
  const report = await importWith(
    plainIdentity,
    context,
    staged,
    mappingOf('orders', fields, { returnWhen: { header: 'Event Type', equals: 'Refund' } }, 'square'),
    runOf(1),
  );
  expect(report).toMatchObject({ orders: 1, returns: 1, unattributed_orders: 1 });
  expect(await context.warehouse.rows(sql`select order_id, total, is_return from orders order by total`)).toEqual([
    { order_id: 't1#return', total: -10, is_return: true },
    { order_id: 't1', total: 30, is_return: false },
  ]);
});

test('orders in foreign money are rejected with what to do', async () => {
  const context = await testContext();
  const fields = { Id: 'order_id', Date: 'ordered_at', Total: 'total', Currency: 'currency' };
  const staged = await stage(context.warehouse, Object.keys(fields), [
    ['1', '2025-01-02', '30.00', 'gbp'],
    ['2', '2025-01-02', '30.00', 'USD'],
  ]);
  const report = await importWith(plainIdentity, context, staged, mappingOf('orders', fields), runOf(1));
  expect(report).toMatchObject({ accepted: 1, rejected: 1, orders: 1 });
  expect(report.rejects[0]).toMatchObject({ reason: 'not in GBP', column: 'Currency', line: 3, example: 'USD' });
});

test('impossible dates, quantities and amounts of facts are rejected', async () => {
  const context = await testContext();
  const fields = { Id: 'order_id', Date: 'ordered_at', Qty: 'quantity', Price: 'price' };
  const staged = await stage(context.warehouse, Object.keys(fields), [
    ['1', '1970-01-01', '1', '1'],
    ['2', '2026-02-03', '1', '1'],
    ['3', '2026-01-03', '0', '1'],
    ['4', '2026-01-03', '1', '1000000000'],
    ['', '2026-01-03', '1', '1'],
    ['6', '2026-01-03', '1', '1'],
  ]);
  const report = await importWith(plainIdentity, context, staged, mappingOf('orders', fields), runOf(1));
  expect(report.rejects.map(({ reason, line }) => `${line} ${reason}`).sort()).toEqual([
    '2 before 1970',
    '3 in the future (after 2026-02-01T00:00:00Z)',
    '4 a quantity of 0',
    '5 an amount beyond belief',
    '6 missing',
  ]);
  expect(report.accepted).toBe(1);
});

test('items replace the lines of orders that are known', async () => {
  const context = await testContext();
  const orders = { Id: 'order_id', Customer: 'customer_id', Date: 'ordered_at', Total: 'total' };
  await importWith(
    plainIdentity,
    context,
    await stage(context.warehouse, Object.keys(orders), [['1', 'c', '2025-01-02', '10']]),
    mappingOf('orders', orders),
    runOf(1),
  );
  const items = { Order: 'order_id', SKU: 'product_id', Qty: 'quantity', Price: 'price' };
  const staged = await stage(context.warehouse, Object.keys(items), [
    ['1', 'A', '2', '3'],
    ['1', 'B', '1', '4'],
    ['9', 'B', '1', '4'],
  ]);
  expect(await importWith(plainIdentity, context, staged, mappingOf('items', items), runOf(2))).toMatchObject({
    created: 1,
    updated: 0,
    skipped: 0,
    items: 2,
    rejected: 1,
    rejects: [{ reason: 'no such order', line: 4 }],
  });
  expect(await importWith(plainIdentity, context, staged, mappingOf('items', items), runOf(3))).toMatchObject({ created: 0, updated: 0, skipped: 1 });
  const changed = await stage(context.warehouse, Object.keys(items), [['1', 'A', '5', '2']]);
  expect(await importWith(plainIdentity, context, changed, mappingOf('items', items), runOf(4))).toMatchObject({ updated: 1 });
  expect(await context.warehouse.rows(sql`select line, product_id, total, profile is not null as somebody from items`)).toEqual([
    { line: 1, product_id: 'A', total: 10, somebody: true },
  ]);
});

test('events are appended once, identical rows of one file counted each', async () => {
  const context = await testContext();
  const fields = { user: 'customer_id', event: 'event', ts: 'occurred_at', price: 'value', Colour: 'custom' };
  const rows = [
    ['u1', 'Product Viewed', '2025-01-02T00:00:00Z', '1.5', 'red "x"'],
    ['u1', 'Product Viewed', '2025-01-02T00:00:00Z', '1.5', 'red "x"'],
    ['u2', 'Product Viewed', '2025-01-01T00:00:00Z', 'free', ''],
    ['', 'Product Viewed', '2025-01-01T00:00:00Z', '', ''],
  ];
  const staged = await stage(context.warehouse, Object.keys(fields), rows);
  const first = await importWith(plainIdentity, context, staged, mappingOf('events', fields), runOf(1));
  expect(first).toMatchObject({ created: 3, skipped: 0, rejected: 1, rejects: [{ reason: 'no customer', line: 5 }] });
  expect(first.warnings[0]).toContain('"free" on line 4');
  expect(await importWith(plainIdentity, context, staged, mappingOf('events', fields), runOf(2))).toMatchObject({ created: 0, skipped: 3 });
  const found = await context.warehouse.rows(sql`select name, value, properties from events order by occurred_at desc`);
  expect(found).toHaveLength(3);
  expect(found[0]).toEqual({ name: 'Product Viewed', value: 1.5, properties: '{"colour":"red \\"x\\""}' });
});

test('messages take the names of the tracking API, and their e-mail becomes a trait', async () => {
  const context = await testContext();
  const fields = { Email: 'email', Action: 'event', Time: 'occurred_at' };
  const actions = ['open', 'Clicked Email', 'hard_bounce', 'SENT', 'Email Delivered', 'spam complaint', 'unsubscribe', 'Forwarded'];
  const staged = await stage(
    context.warehouse,
    Object.keys(fields),
    actions.map((action) => ['A@x.com', action, '2025-01-02 10:00']),
  );
  await importWith(plainIdentity, context, staged, mappingOf('messages', fields), runOf(1));
  const names = await context.warehouse.rows(sql`select name from events order by name`);
  expect(names.map(({ name }) => name)).toEqual([
    'Email Bounced',
    'Email Delivered',
    'Email Link Clicked',
    'Email Marked as Spam',
    'Email Opened',
    'Email Sent',
    'Forwarded',
    'Unsubscribed',
  ]);
  expect(await context.warehouse.rows(sql`select name, value, trust, record_id from traits`)).toEqual([
    { name: 'email', value: 'a@x.com', trust: 0, record_id: null },
  ]);
});

test('a list with fewer columns of the same source adds to what is known; an empty cell takes away, and taking it back gives it back', async () => {
  const context = await testContext();
  const full = { Customer: 'customer_id', City: 'city', Language: 'language' };
  const named = await stage(context.warehouse, Object.keys(full), [
    ['a', 'Leeds', 'en'],
    ['b', 'York', ''],
  ]);
  await importWith(plainIdentity, context, named, mappingOf('customers', full), runOf(1));
  const letter = { Customer: 'customer_id', Letter: 'custom', Language: 'language' };
  const sent = await stage(context.warehouse, Object.keys(letter), [['a', 'sent', '']]);
  expect(await importWith(plainIdentity, context, sent, mappingOf('customers', letter), runOf(2))).toMatchObject({ updated: 1, warnings: [] });
  const known = sql`select record_id as id, name, value from traits order by 1, 2`;
  const city = [{ id: 'b', name: 'city', value: 'York' }];
  expect(await context.warehouse.rows(known)).toEqual([{ id: 'a', name: 'city', value: 'Leeds' }, { id: 'a', name: 'letter', value: 'sent' }, ...city]);
  // Other columns with the same cells are another record.
  const club = { Customer: 'customer_id', Club: 'custom', Language: 'language' };
  const joined = await stage(context.warehouse, Object.keys(club), [['a', 'sent', '']]);
  expect(await importWith(plainIdentity, context, joined, mappingOf('customers', club), runOf(3))).toMatchObject({ updated: 1, skipped: 0 });
  await undoWith(plainIdentity, context, 3);
  await undoWith(plainIdentity, context, 2);
  expect(await context.warehouse.rows(known)).toEqual([{ id: 'a', name: 'city', value: 'Leeds' }, { id: 'a', name: 'language', value: 'en' }, ...city]);
});

test('answers of a survey become traits', async () => {
  const context = await testContext();
  const fields = { Email: 'email', When: 'occurred_at', Score: 'rating', 'Favourite roast': 'custom' };
  const staged = await stage(context.warehouse, Object.keys(fields), [
    ['a@x.com', '2025-01-02', '9', 'Dark'],
    ['', '2025-01-02', '5', 'Light'],
  ]);
  expect(await importWith(plainIdentity, context, staged, mappingOf('feedback', fields, { feedbackKind: 'survey' }), runOf(1))).toMatchObject({
    created: 2,
    accepted: 2,
  });
  expect(await context.warehouse.rows(sql`select name, value from traits where record_id is not null`)).toEqual([{ name: 'favourite_roast', value: 'Dark' }]);
  expect(await context.warehouse.rows(sql`select kind, rating from feedback order by rating`)).toEqual([
    { kind: 'survey', rating: 5 },
    { kind: 'survey', rating: 9 },
  ]);
});

test('ratings in stars, of a scale and in words are numbers, and what is none is told', async () => {
  const context = await testContext();
  const fields = { Customer: 'customer_id', When: 'occurred_at', Stars: 'rating' };
  const said = ['4/5', '★★★☆☆', '5 stars', 'Very satisfied', '2', '4.5', 'as ever'];
  const staged = await stage(
    context.warehouse,
    Object.keys(fields),
    said.map((stars, place) => [`c${place}`, '2025-01-02', stars]),
  );
  await importWith(plainIdentity, context, staged, mappingOf('feedback', fields), runOf(1));
  const ratings = await context.warehouse.rows<{ rating: number | null }>(sql`select rating from feedback order by rating nulls last`);
  expect(ratings.map(({ rating }) => rating)).toEqual([2, 3, 4, 4.5, 5, 5, null]);
});

test('products, the last row of each', async () => {
  const context = await testContext();
  const fields = { SKU: 'product_id', Name: 'name', Price: 'price' };
  const staged = await stage(context.warehouse, Object.keys(fields), [
    ['A', 'Beans', '7'],
    ['A', 'Beans 1 kg', '8'],
  ]);
  expect(await importWith(plainIdentity, context, staged, mappingOf('products', fields), runOf(1))).toMatchObject({ created: 1 });
  expect(await context.warehouse.rows(sql`select product_id, name, price from products`)).toEqual([{ product_id: 'A', name: 'Beans 1 kg', price: 8 }]);
});

test('customers without any id are one each by row', async () => {
  const context = await testContext();
  const fields = { Age: 'age', Job: 'custom' };
  const staged = await stage(context.warehouse, Object.keys(fields), [
    ['30', 'clerk'],
    ['30', 'clerk'],
    ['41', 'chef'],
  ]);
  expect(await importWith(plainIdentity, context, staged, mappingOf('customers', fields, { customerIdFrom: ['#row'] }, 'bank'), runOf(1))).toMatchObject({
    created: 3,
    profiles_created: 3,
  });
});

import { expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { mappingOf, plainIdentity, runOf, stage, testContext, testNow } from '../fixtures.ts';
import { importWith } from '../import-staged.ts';
import { qualityReport } from '../quality/quality-report.ts';
import { undoWith } from '../undo/undo-import.ts';
import { recountOrders } from './recount-orders.ts';

const fields = { Bestellung: 'order_id', Kunde: 'email', Datum: 'ordered_at', Status: 'status', Artikel: 'product', Menge: 'quantity', Summe: 'total' };
const mapping = mappingOf('orders', fields);
const sold = [
  ['B-1', 'a@x.com', '2025-10-07', 'Bezahlt', 'Tulpen', '1', '20.00'],
  ['B-2', 'a@x.com', '2025-10-08', 'Erstattet', 'Vase', '1', '34.90'],
  ['B-3', 'b@x.com', '2025-10-09', 'Storniert', 'Vase', '1', '34.90'],
  ['B-4', 'b@x.com', '2025-10-09', 'refunded', 'Vase', '1', '5.10'],
];

const orders = sql`select order_id, total, refunded, gross, counts from orders order by order_id`;
const counting = sql`select (select list(order_id order by order_id) from orders where counts) as orders, (select list(order_id order by order_id) from items where counts) as items`;

test('an order whose status alone says that it was refunded keeps what it came to, and all of it is refunded', async () => {
  const context = await testContext();
  await importWith(plainIdentity, context, await stage(context.warehouse, Object.keys(fields), sold), mapping, runOf(1));
  expect(await context.warehouse.rows(orders)).toEqual([
    { order_id: 'B-1', total: 20, refunded: null, gross: 20, counts: true },
    { order_id: 'B-2', total: 0, refunded: 34.9, gross: 34.9, counts: true },
    { order_id: 'B-3', total: 34.9, refunded: null, gross: 34.9, counts: false },
    { order_id: 'B-4', total: 0, refunded: 5.1, gross: 5.1, counts: true },
  ]);
  const { figures } = await qualityReport(context.warehouse, { workspace: context.workspace, now: testNow });
  expect(figures.find(({ rule }) => rule === 'orders-worth-nothing')).toMatchObject({ rows: 3, bad: 0 });
});

test('of a total that holds shipping and tax all that was paid went back, and the goods are what was ordered', async () => {
  const context = await testContext();
  const shopify = { Name: 'order_id', Email: 'email', At: 'ordered_at', State: 'status', Shipping: 'shipping', Tax: 'tax', Total: 'total', Back: 'refunded' };
  const staged = await stage(context.warehouse, Object.keys(shopify), [
    ['#1', 'a@x.com', '2025-10-07', 'refunded', '10', '20', '130', ''],
    // The word of the status stands where the amount is nothing; 30 of 130 back are 23.0769 of the 100 that the goods were.
    ['#2', 'a@x.com', '2025-10-08', 'refunded', '10', '20', '130', '0.00'],
    ['#3', 'a@x.com', '2025-10-09', 'partially_refunded', '10', '20', '130', '30.00'],
    ['#4', 'a@x.com', '2025-10-10', 'refunded', '10', '20', '130', '130.00'],
  ]);
  await importWith(plainIdentity, context, staged, mappingOf('orders', shopify), runOf(1));
  expect(await context.warehouse.rows(orders)).toEqual([
    { order_id: '#1', total: 0, refunded: 130, gross: 100, counts: true },
    { order_id: '#2', total: 0, refunded: 130, gross: 100, counts: true },
    { order_id: '#3', total: 76.9231, refunded: 30, gross: 100, counts: true },
    { order_id: '#4', total: 0, refunded: 130, gross: 100, counts: true },
  ]);
});

test('another rule for refunded orders counts what is recorded anew, with its lines and what an undo brings back', async () => {
  const context = await testContext();
  const { warehouse } = context;
  await importWith(plainIdentity, context, await stage(warehouse, Object.keys(fields), sold), mapping, runOf(1));
  expect(await recountOrders(warehouse, 'ignore')).toBe(2);
  expect(await warehouse.row(counting)).toEqual({ orders: ['B-1'], items: ['B-1'] });
  // The same file again says nothing new, whatever is counted; a later one changes B-2, and is taken back.
  const strict = { ...context, workspace: { ...context.workspace, refundedOrders: 'ignore' as const } };
  expect(await importWith(plainIdentity, strict, await stage(warehouse, Object.keys(fields), sold), mapping, runOf(2))).toMatchObject({
    created: 0,
    updated: 0,
    skipped: 4,
  });
  const later = await stage(warehouse, Object.keys(fields), [['B-2', 'a@x.com', '2025-10-08', 'Bezahlt', 'Vase', '1', '34.90']]);
  expect(await importWith(plainIdentity, strict, later, mapping, runOf(3))).toMatchObject({ updated: 1 });
  expect(await warehouse.row(counting)).toEqual({ orders: ['B-1', 'B-2'], items: ['B-1', 'B-2'] });
  expect(await recountOrders(warehouse, 'count')).toBe(1);
  await undoWith(plainIdentity, context, 3);
  expect(await warehouse.row(counting)).toEqual({ orders: ['B-1', 'B-2', 'B-4'], items: ['B-1', 'B-2', 'B-4'] });
  expect(await recountOrders(warehouse, 'ignore')).toBe(2);
  expect(await warehouse.row(counting)).toEqual({ orders: ['B-1'], items: ['B-1'] });
});

import { expect, test } from 'vitest';
import type { LiveRecord } from '../../contract/index.ts';
import { instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import type { IngestContext } from '../context.ts';
import { mappingOf, runOf, stage, testContext } from '../fixtures.ts';
import { importStaged, recordLiveRows, undoImport } from '../index.ts';

type Order = Extract<LiveRecord, { kind: 'order' }>;
const day = 86_400_000_000;
const start = Date.UTC(2026, 0, 1) * 1000;
const unsaid = {
  status: null,
  currency: null,
  total: null,
  subtotal: null,
  discount: null,
  shipping: null,
  tax: null,
  refunded: null,
  fields: {},
  properties: {},
};

async function tell(context: IngestContext, key: string, after: number, told: Partial<Order> & Pick<Order, 'orderId'>): Promise<void> {
  const at = instant(start + after * day);
  const record: Order = { kind: 'order', identifiers: [], orderedAt: null, observedAt: at, ...unsaid, ...told };
  await recordLiveRows(context, [{ source: 'shop', key, receivedAt: at, record }], new Map());
}

const columns = {
  order: 'order_id',
  customer: 'customer_id',
  date: 'ordered_at',
  total: 'total',
  shipping: 'shipping',
  sku: 'product_id',
  quantity: 'quantity',
  price: 'price',
};

async function importOrders(context: IngestContext): Promise<void> {
  const rows = [
    ['A', 'ann', '2026-01-01', '33', '3', 'mug', '2', '10'],
    ['A', 'ann', '2026-01-01', '33', '3', 'pot', '1', '10'],
    ['B', 'bob', '2026-01-02', '40', '0', 'pot', '4', '10'],
  ];
  await importStaged(context, await stage(context.warehouse, Object.keys(columns), rows), mappingOf('orders', columns), runOf(1));
}

const orders = ({ warehouse }: IngestContext) =>
  warehouse.rows(sql`select o.order_id, cast(o.ordered_at as DATE)::VARCHAR as day, o.total::DOUBLE as total, o.refunded::DOUBLE as refunded, o.counts,
    (select value from identifiers i where i.identifier = o.identifier) as who,
    (select list(product_id order by line) from items t where t.order_id = o.order_id) as lines from orders o order by 1`);

test('a refund or an end told live leaves the rest of an order as its file had it; undoing the file leaves what was told', async () => {
  const context = await testContext();
  await importOrders(context);
  const bob = { order_id: 'B', day: '2026-01-02', total: 40, refunded: null, counts: true, who: 'bob', lines: ['pot'] };
  const ann = { order_id: 'A', day: '2026-01-01', total: 30, refunded: null, counts: true, who: 'ann', lines: ['mug', 'pot'] };
  // 33 with 3 for shipping.
  expect(await orders(context)).toEqual([ann, bob]);
  // 11 of 33 given back: a third, of the goods' 30 as well.
  await tell(context, 'm1', 5, { orderId: 'A', refund: { id: 'm1', amount: 11 } });
  expect(await orders(context)).toEqual([{ ...ann, total: 20, refunded: 11 }, bob]);
  await tell(context, 'm2', 6, { orderId: 'A', refund: { id: 'm2', amount: 11 } });
  await tell(context, 'm3', 6, { orderId: 'B', status: 'cancelled', cancelledAt: instant(start + 6 * day) });
  expect(await orders(context)).toEqual([
    { ...ann, total: 10, refunded: 22 },
    { ...bob, counts: false },
  ]);
  await undoImport(context, 1);
  expect(await orders(context)).toMatchObject([
    { order_id: 'A', counts: false, lines: null },
    { order_id: 'B', counts: false, lines: null },
  ]);
  await context.warehouse.close();
});

test('an order is of the customer who is named; of nothing but its refund, there is no sale', async () => {
  const context = await testContext();
  const at = instant(start);
  await tell(context, 'm1', 0, { orderId: 'A', orderedAt: at, total: 30, identifiers: [{ namespace: 'customer_id', value: 'ann' }] });
  const somebody = [{ namespace: 'anonymous_id', value: 'made-up' }];
  await tell(context, 'm2', 1, { orderId: 'A', refund: { id: 'm2', amount: 5 }, identifiers: somebody });
  await tell(context, 'm3', 1, { orderId: 'B', refund: { id: 'm3', amount: 5 }, identifiers: somebody });
  expect(await orders(context)).toMatchObject([
    { order_id: 'A', total: 25, counts: true, who: 'ann' },
    { order_id: 'B', counts: false },
  ]);
  await context.warehouse.close();
});

test.each([
  ['m1', 'm2'],
  ['m2', 'm1'],
])('of what is told of one second, more given back and a sale are later (keys %s, %s)', async (one, other) => {
  const context = await testContext();
  const orderedAt = instant(start);
  const who = { identifiers: [{ namespace: 'customer_id', value: 'ann' }], orderedAt, total: 30 };
  await tell(context, one, 0, { ...who, orderId: 'A', refunded: 10 });
  await tell(context, other, 0, { ...who, orderId: 'A', refunded: 0 });
  await tell(context, one, 0, { ...who, orderId: 'B', status: 'pending', neverSold: true });
  await tell(context, other, 0, { ...who, orderId: 'B', status: 'processing', neverSold: false });
  expect(await orders(context)).toMatchObject([
    { order_id: 'A', total: 20 },
    { order_id: 'B', counts: true },
  ]);
  await context.warehouse.close();
});

test('an order that says the same of somebody else is theirs', async () => {
  const context = await testContext();
  const guest = { orderId: 'A', orderedAt: instant(start), total: 30 };
  await tell(context, 'm1', 0, { ...guest, identifiers: [{ namespace: 'anonymous_id', value: 'device' }] });
  await tell(context, 'm2', 1, { orderId: 'A', total: 30, identifiers: [{ namespace: 'customer_id', value: 'ann' }] });
  expect(await orders(context)).toMatchObject([{ order_id: 'A', total: 30, who: 'ann' }]);
  await context.warehouse.close();
});

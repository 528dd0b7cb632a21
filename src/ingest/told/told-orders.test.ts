import { expect, test } from 'vitest';
import { ident, sql } from '../../sql/index.ts';
import { mappingOf, plainIdentity, runOf, stage, testContext } from '../fixtures.ts';
import type { ImportReport } from '../../contract/index.ts';
import { importWith } from '../import-staged.ts';
import type { IngestContext } from '../context.ts';
import { undoWith } from '../undo/undo-import.ts';

const columns = {
  event: 'event',
  messageId: 'event_id',
  userId: 'customer_id',
  timestamp: 'occurred_at',
  'properties.order_id': 'custom',
  'properties.total': 'value',
  'properties.products': 'custom',
};
const one = (price: number): string => JSON.stringify([{ product_id: `P${price}`, price, quantity: 1 }]);
/** Files of events: an order, its refund, a second one with a correction of the first, the first file once more. */
const files: readonly (readonly (readonly string[])[])[] = [
  [
    ['Order Completed', 'm1', 'ann', '2026-01-01', 'A', '20', one(20)],
    ['Order Completed', 'm2', 'bob', '2026-01-01', 'B', '7', ''],
  ],
  [['Order Refunded', 'm3', 'ann', '2026-01-02', 'A', '5', '']],
  [
    ['Order Updated', 'm4', 'ann', '2026-01-03', 'A', '30', one(30)],
    ['Order Completed', 'm5', 'bob', '2026-01-03', 'C', '9', one(9)],
  ],
  [
    ['Order Completed', 'm1', 'ann', '2026-01-01', 'A', '20', one(20)],
    ['Order Completed', 'm2', 'bob', '2026-01-01', 'B', '7', ''],
  ],
];

async function load(context: IngestContext, index: number): Promise<ImportReport> {
  const staged = await stage(context.warehouse, Object.keys(columns), files[index] ?? []);
  return importWith(
    plainIdentity,
    context,
    staged,
    mappingOf('events', columns, { ordersFromEvents: true }, 'tracking'),
    runOf(index + 1, { releaseStaged: true }),
  );
}

async function state({ warehouse }: IngestContext): Promise<unknown> {
  const of = async (table: string) =>
    (await warehouse.rows<{ line: string }>(sql`select cast(t as VARCHAR) as line from (select * exclude (batch) from ${ident(table)}) t order by line`)).map(
      ({ line }) => line,
    );
  return { orders: await of('orders'), items: await of('items'), events: await of('events'), states: (await of('live_orders')).toSorted() };
}

const totals = ({ warehouse }: IngestContext) =>
  warehouse.rows(sql`select o.order_id, o.total, count(i.order_id) as lines from orders o left join items i using (order_id) group by all order by 1`);

test('states of an order told by several files are folded; what came twice counts once', async () => {
  const context = await testContext();
  expect(await load(context, 0)).toMatchObject({ created: 2, orders: 2, items: 1, warnings: [] });
  expect(await load(context, 1)).toMatchObject({ created: 1, orders: 1, items: 1 });
  expect(await totals(context)).toEqual([
    { order_id: 'A', total: 15, lines: 1 },
    { order_id: 'B', total: 7, lines: 0 },
  ]);
  await load(context, 2);
  expect(await load(context, 3)).toMatchObject({ created: 0, skipped: 2 });
  // 30 less 5 given back.
  expect(await totals(context)).toEqual([
    { order_id: 'A', total: 25, lines: 1 },
    { order_id: 'B', total: 7, lines: 0 },
    { order_id: 'C', total: 9, lines: 1 },
  ]);
  await context.warehouse.close();
});

test.each([[[1]], [[2]], [[3]], [[0]], [[0, 2]], [[2, 1]], [[3, 0, 1]]])('undoing the files %j leaves what the others alone tell', async (undone) => {
  const [all, rest] = [await testContext(), await testContext()];
  for (const index of files.keys()) await load(all, index);
  for (const index of undone) await undoWith(plainIdentity, all, index + 1);
  for (const index of files.keys()) if (!undone.includes(index)) await load(rest, index);
  expect(await state(all)).toEqual(await state(rest));
  for (const index of files.keys()) if (!undone.includes(index)) await undoWith(plainIdentity, all, index + 1);
  for (const table of ['orders', 'items', 'orders_superseded', 'items_superseded', 'events', 'traits', 'sightings', 'live_orders', 'batches'])
    expect(await all.warehouse.row(sql`select count(*) as n from ${ident(table)}`), table).toEqual({ n: 0 });
  for (const { warehouse } of [all, rest]) await warehouse.close();
});

test('events that name no order, or amounts in another currency, stay events and are told of; a rejected row tells nothing', async () => {
  const context = await testContext();
  const fields = { ...columns, 'properties.currency': 'custom' };
  const staged = await stage(context.warehouse, Object.keys(fields), [
    ['order_refunded', 'm1', 'ann', '2026-01-01', '', '5', '', ''],
    ['Order Completed', 'm2', 'ann', '2026-01-01', 'A', '5', '', 'usd'],
    ['Order Completed', 'm3', '', '2026-01-01', 'B', '5', '', ''],
    ['Checkout Started', 'm4', 'ann', '2026-01-01', 'C', '5', '', ''],
  ]);
  const report = await importWith(plainIdentity, context, staged, mappingOf('events', fields, { ordersFromEvents: true }), runOf(1));
  expect(report).toMatchObject({
    rejected: 1,
    created: 3,
    orders: 0,
    warnings: [
      '1 event makes no order: Order Refunded does not say which order. Have the shop send the order id that Order Completed carried.',
      '1 event makes no order: its amounts are not in GBP, in which this workspace counts.',
    ],
  });
  await context.warehouse.close();
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Kind } from '../../contract/index.ts';
import type { IngestContext } from '../context.ts';
import { mappingOf, plainIdentity, runOf, stage, testContext } from '../fixtures.ts';
import { importWith } from '../import-staged.ts';
import { importStaged, undoImport } from '../index.ts';
import { undoWith } from './undo-import.ts';

const shapes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  orders: { Id: 'order_id', Customer: 'customer_id', Date: 'ordered_at', Total: 'total', City: 'city' },
  lines: { Id: 'order_id', Customer: 'customer_id', Date: 'ordered_at', Price: 'price', City: 'city' },
  items: { Id: 'order_id', SKU: 'product_id', Price: 'price' },
  customers: { Customer: 'customer_id', Email: 'email', City: 'city', Changed: 'updated_at' },
  letters: { Customer: 'customer_id', City: 'city', Letter: 'custom' },
  club: { Customer: 'customer_id', Club: 'custom', Changed: 'updated_at' },
  products: { SKU: 'product_id', Name: 'name' },
  events: { Customer: 'customer_id', Event: 'event', Time: 'occurred_at' },
  feedback: { Id: 'feedback_id', Customer: 'customer_id', Time: 'occurred_at', Rating: 'rating', Why: 'custom' },
};

const id = fc.constantFrom('1', '2');
const day = fc.constantFrom('2025-01-01', '2025-01-02');
const customer = fc.constantFrom('a', 'b');
const amount = fc.constantFrom('1', '2');
const city = fc.constantFrom('Leeds', 'York', '');
const cells: Readonly<Record<string, fc.Arbitrary<readonly string[]>>> = {
  orders: fc.tuple(id, customer, day, amount, city),
  lines: fc.tuple(id, customer, day, amount, city),
  items: fc.tuple(id, fc.constantFrom('A', 'B'), amount),
  customers: fc.tuple(customer, fc.constantFrom('x@a.de', 'y@a.de'), city, fc.constantFrom('', '2025-02-01')),
  letters: fc.tuple(customer, city, fc.constantFrom('sent', '')),
  club: fc.tuple(customer, city, fc.constantFrom('', '2025-02-01')),
  products: fc.tuple(id, city),
  events: fc.tuple(customer, fc.constantFrom('View', 'Buy'), day),
  feedback: fc.tuple(id, customer, day, amount, city),
};

const file = fc
  .constantFrom(...Object.keys(shapes))
  .chain((shape) => fc.array(cells[shape] ?? fc.constant([]), { minLength: 1, maxLength: 3 }).map((rows) => ({ shape, rows })));

async function importFile(
  context: IngestContext,
  { shape, rows }: { readonly shape: string; readonly rows: readonly (readonly string[])[] },
  batch: number,
): Promise<void> {
  const fields = shapes[shape] ?? {};
  const kind = ({ lines: 'orders', letters: 'customers', club: 'customers' } as Readonly<Record<string, Kind>>)[shape] ?? (shape as Kind);
  await importWith(
    plainIdentity,
    context,
    await stage(context.warehouse, Object.keys(fields), rows),
    mappingOf(kind, fields, { feedbackKind: 'survey' }),
    runOf(batch),
  );
}

/** Every fact table as sorted text, without the numbers of batches. */
async function state(warehouse: Warehouse): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const table of ['orders', 'items', 'products', 'customers', 'feedback', 'traits', 'events']) {
    const rows = await warehouse.rows<{ line: string }>(
      sql`select cast(columns_ as VARCHAR) as line from (select t as columns_ from (select * exclude (batch) from ${ident(table)}) t) order by line`,
    );
    found[table] = rows.map(({ line }) => line);
  }
  return found;
}

test('undoing any imports in any order leaves what importing the others alone would have left', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 2, maxLength: 4 }), fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }), async (files, picks) => {
      const undone = [...new Set(picks.filter((pick) => pick < files.length))];
      const all = await testContext();
      for (const [index, each] of files.entries()) await importFile(all, each, index + 1);
      for (const index of undone) await undoWith(plainIdentity, all, index + 1);
      const rest = await testContext();
      for (const [index, each] of files.entries()) if (!undone.includes(index)) await importFile(rest, each, index + 1);
      const [left, right] = [await state(all.warehouse), await state(rest.warehouse)];
      await all.warehouse.close();
      await rest.warehouse.close();
      expect(left).toEqual(right);
    }),
    { numRuns: Number(process.env['CLIENTELE_RUNS'] ?? 12), seed: 20260201 },
  );
});

test('undoing everything leaves nothing, sightings and superseded versions included', async () => {
  const context = await testContext();
  const files = [
    {
      shape: 'lines',
      rows: [
        ['1', 'a', '2025-01-01', '1', 'Leeds'],
        ['1', 'a', '2025-01-01', '2', ''],
      ],
    },
    {
      shape: 'lines',
      rows: [
        ['1', 'a', '2025-01-01', '1', 'Leeds'],
        ['1', 'a', '2025-01-01', '2', ''],
      ],
    },
    { shape: 'items', rows: [['1', 'A', '7']] },
    { shape: 'orders', rows: [['1', 'b', '2025-01-02', '9', 'York']] },
    { shape: 'events', rows: [['a', 'View', '2025-01-01']] },
    { shape: 'events', rows: [['a', 'View', '2025-01-01']] },
    { shape: 'customers', rows: [['a', 'x@a.de', 'Leeds', '']] },
    { shape: 'letters', rows: [['a', 'York', 'sent']] },
  ];
  for (const [index, each] of files.entries()) await importFile(context, each, index + 1);
  expect(await context.warehouse.rows(sql`select order_id, total, city from orders`)).toEqual([{ order_id: '1', total: 9, city: 'York' }]);
  for (const batch of [3, 7, 1, 6, 4, 2, 8, 5]) await undoWith(plainIdentity, context, batch);
  for (const table of [
    'orders',
    'items',
    'events',
    'traits',
    'sightings',
    'batches',
    'batch_traits',
    'orders_superseded',
    'items_superseded',
    'traits_superseded',
  ]) {
    expect(await context.warehouse.row(sql`select count(*) as n from ${ident(table)}`), table).toEqual({ n: 0 });
  }
});

test('with the people of the workspace, undoing gives their profiles back too', async () => {
  const context = await testContext();
  const fields = { Id: 'order_id', Customer: 'customer_id', Email: 'email', Date: 'ordered_at', Total: 'total' };
  const load = async (batch: number, rows: readonly (readonly string[])[]) =>
    importStaged(context, await stage(context.warehouse, Object.keys(fields), rows), mappingOf('orders', fields), runOf(batch));
  const people = () => context.warehouse.rows(sql`select order_id, total, profile from orders order by order_id`);
  await load(1, [
    ['1', 'a', '', '2025-01-01', '5'],
    ['2', '', 'b@x.com', '2025-01-02', '6'],
  ]);
  const before = await people();
  expect(new Set(before.map(({ profile }) => profile)).size).toBe(2);
  // The second file says that both are one person, and corrects an order.
  await load(2, [
    ['3', 'a', 'b@x.com', '2025-01-03', '7'],
    ['1', 'a', '', '2025-01-01', '50'],
  ]);
  expect(new Set((await people()).map(({ profile }) => profile)).size).toBe(1);
  expect(await undoImport(context, 2)).toEqual({ removed: 1, restored: 1 });
  const after = await people();
  expect(after.map(({ order_id, total }) => ({ order_id, total }))).toEqual([
    { order_id: '1', total: 5 },
    { order_id: '2', total: 6 },
  ]);
  expect(new Set(after.map(({ profile }) => profile)).size).toBe(2);
  await undoImport(context, 1);
  expect(
    await context.warehouse.row(
      sql`select (select count(*) from orders) + (select count(*) from profiles) + (select count(*) from identifiers) + (select count(*) from links) as n`,
    ),
  ).toEqual({ n: 0 });
});

import { expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { mappingOf, plainIdentity, runOf, stage, testContext, testNow } from '../fixtures.ts';
import { importWith } from '../import-staged.ts';
import { qualityReport } from '../quality/quality-report.ts';

const lines = sql`select order_id, name, total from items order by order_id, line`;

test("an order's only line brought what the order came to; what each of several brought is not known, and it is said", async () => {
  const context = await testContext();
  const fields = { Id: 'order_id', Date: 'ordered_at', Product: 'product', Pieces: 'quantity', Total: 'total', Status: 'status' };
  const staged = await stage(context.warehouse, Object.keys(fields), [
    ['1', '2026-01-01', 'Roses', '2', '40', ''],
    ['2', '2026-01-02', 'Roses', '1', '50', ''],
    ['2', '2026-01-02', 'Vase', '1', '50', ''],
    ['3', '2026-01-03', 'Vase', '1', '30', 'refunded'],
    // The same line twice: the order came to 60 once.
    ['4', '2026-01-04', 'Vase', '1', '60', ''],
    ['4', '2026-01-04', 'Vase', '1', '60', ''],
  ]);
  const { warnings } = await importWith(plainIdentity, context, staged, mappingOf('orders', fields), runOf(1));
  expect(await context.warehouse.rows(lines)).toEqual([
    { order_id: '1', name: 'Roses', total: 40 },
    { order_id: '2', name: 'Roses', total: null },
    { order_id: '2', name: 'Vase', total: null },
    { order_id: '3', name: 'Vase', total: 30 },
    { order_id: '4', name: 'Vase', total: 60 },
    { order_id: '4', name: 'Vase', total: 0 },
  ]);
  expect(warnings.join(' ')).toContain('1 order holds several products and no price of each');
  const { figures } = await qualityReport(context.warehouse, { workspace: context.workspace, now: testNow });
  expect(figures.find(({ rule }) => rule === 'items-without-amount')).toMatchObject({ rows: 6, bad: 2 });
});

test('totals that are those of lines are what the lines brought', async () => {
  const context = await testContext();
  const fields = { Id: 'order_id', Date: 'ordered_at', Product: 'product', Total: 'total' };
  const staged = await stage(context.warehouse, Object.keys(fields), [
    ['1', '2026-01-01', 'Roses', '40'],
    ['1', '2026-01-01', 'Vase', '25'],
  ]);
  await importWith(plainIdentity, context, staged, mappingOf('orders', fields), runOf(1));
  expect(await context.warehouse.rows(lines)).toEqual([
    { order_id: '1', name: 'Roses', total: 40 },
    { order_id: '1', name: 'Vase', total: 25 },
  ]);
});

test('lines of a file of their own that names no price: of the only one of an order what it came to, and the same file again is the same', async () => {
  const context = await testContext();
  const heads = { Id: 'order_id', Date: 'ordered_at', Total: 'total' };
  await importWith(
    plainIdentity,
    context,
    await stage(context.warehouse, Object.keys(heads), [
      ['1', '2026-01-01', '40'],
      ['2', '2026-01-01', '50'],
    ]),
    mappingOf('orders', heads),
    runOf(1),
  );
  const fields = { Order: 'order_id', Product: 'product' };
  const again = async (batch: number) => {
    const staged = await stage(context.warehouse, Object.keys(fields), [
      ['1', 'Roses'],
      ['2', 'Roses'],
      ['2', 'Vase'],
    ]);
    return importWith(plainIdentity, context, staged, mappingOf('items', fields), runOf(batch));
  };
  expect(await again(2)).toMatchObject({ created: 2, skipped: 0 });
  expect(await context.warehouse.rows(sql`select order_id, total from items order by order_id, line`)).toEqual([
    { order_id: '1', total: 40 },
    { order_id: '2', total: null },
    { order_id: '2', total: null },
  ]);
  expect(await again(3)).toMatchObject({ created: 0, updated: 0, skipped: 2 });
});

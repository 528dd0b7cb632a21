import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { QualityFigure } from '../../contract/index.ts';
import { sql } from '../../sql/index.ts';
import { mappingOf, plainIdentity, runOf, stage, testContext, testNow } from '../fixtures.ts';
import { importWith } from '../import-staged.ts';
import { qualityReport, qualityRules } from './quality-report.ts';

const figureOf = (figures: readonly QualityFigure[], rule: string): QualityFigure | undefined => figures.find((figure) => figure.rule === rule);

test('every figure names its rule, its rows and what to do', async () => {
  const context = await testContext();
  const lines = { Id: 'order_id', Customer: 'customer_id', Date: 'ordered_at', SKU: 'product_id', Name: 'product', Price: 'price', Country: 'country' };
  const staged = await stage(context.warehouse, Object.keys(lines), [
    ['1', 'a', '2026-01-01', 'A', 'Beans', '5', 'GB'],
    ['1', 'a', '2026-01-01', 'A', 'Beans', '5', 'GB'],
    ['2', 'a', '2026-01-03', 'A', 'Bean', '5', 'Atlantis'],
    ['3', '', '2026-01-30', 'B', '', '5', ''],
  ]);
  await importWith(plainIdentity, context, staged, mappingOf('orders', lines), runOf(1));
  const { figures, sources, as_of } = await qualityReport(context.warehouse, { workspace: context.workspace, now: testNow });
  expect(as_of).toBe('2026-02-01T00:00:00Z');
  expect(figureOf(figures, 'orders-without-customer')).toMatchObject({
    source: 'shop',
    rows: 3,
    bad: 1,
    score: 2 / 3,
    severity: 'act',
    sample: [{ id: '3', import: 'i1', detail: 'worth 5.00 on 2026-01-30' }],
  });
  expect(figureOf(figures, 'orders-without-country')).toMatchObject({ rows: 3, bad: 1 });
  expect(figureOf(figures, 'items-without-name')).toMatchObject({ rows: 4, bad: 1 });
  expect(figureOf(figures, 'country-not-a-code')).toMatchObject({ rows: 2, bad: 1, sample: [{ id: '2', detail: 'Atlantis' }] });
  expect(figureOf(figures, 'exact-duplicate-lines')).toMatchObject({ rows: 4, bad: 1, sample: [{ id: '1' }] });
  expect(figureOf(figures, 'one-product-many-names')).toMatchObject({ rows: 3, bad: 1, sample: [{ id: '2' }] });
  // The shop's pauses are 2 and 27 days; 95% of the way is 25.75. The newest order is 2 days old.
  expect(figureOf(figures, 'orders-are-late')).toMatchObject({ age_days: 2, severity: 'good', rows: 3 });
  expect(sources).toEqual([{ source: 'shop', kind: 'orders', records: 3, first: '2026-01-01T00:00:00Z', last: '2026-01-30T00:00:00Z' }]);
  for (const figure of figures) expect(figure.fix, figure.rule).not.toBe('');
});

test('totals that differ from their lines by discount, tax, shipping or a refund are no contradiction', async () => {
  const context = await testContext();
  const fields = {
    Id: 'order_id',
    Date: 'ordered_at',
    Total: 'total',
    Shipping: 'shipping',
    Tax: 'tax',
    Discount: 'discount',
    Refund: 'refunded',
    Product: 'product',
    Price: 'price',
  };
  const staged = await stage(context.warehouse, Object.keys(fields), [
    // Prices with tax, prices without it, a discount on the order, half of 120 back (50 of the 100 that the goods were), and a total of another order.
    ['1', '2026-01-01', '125', '5', '20', '0', '', 'Beans', '120'],
    ['2', '2026-01-01', '125', '5', '20', '0', '', 'Beans', '100'],
    ['3', '2026-01-01', '90', '0', '0', '10', '', 'Beans', '100'],
    ['4', '2026-01-01', '120', '0', '20', '0', '60', 'Beans', '100'],
    ['5', '2026-01-01', '300', '0', '0', '0', '', 'Beans', '100'],
  ]);
  await importWith(plainIdentity, context, staged, mappingOf('orders', fields), runOf(1));
  expect(await context.warehouse.rows(sql`select order_id, total from orders order by order_id`)).toEqual([
    { order_id: '1', total: 100 },
    { order_id: '2', total: 100 },
    { order_id: '3', total: 90 },
    { order_id: '4', total: 50 },
    { order_id: '5', total: 300 },
  ]);
  const { figures } = await qualityReport(context.warehouse, { workspace: context.workspace, now: testNow });
  expect(figureOf(figures, 'total-differs-from-lines')).toMatchObject({ rows: 5, bad: 1, sample: [{ id: '5' }] });
});

test('an empty warehouse has no figures, and every rule a name of its own', async () => {
  const { warehouse, workspace } = await testContext();
  expect(await qualityReport(warehouse, { workspace, now: testNow })).toMatchObject({ figures: [], sources: [] });
  expect(new Set(qualityRules.map(({ rule }) => rule)).size).toBe(qualityRules.length);
});

test('every rule is in the manual', () => {
  const manual = readFileSync(join(import.meta.dirname, '../../../docs/quality.md'), 'utf8');
  for (const { rule, explanation } of qualityRules) {
    expect(manual).toContain(`| ${rule} |`);
    expect(manual).toContain(explanation);
  }
});

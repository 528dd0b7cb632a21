import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { QualityFigure } from '../../contract/index.ts';
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
    sample: [{ id: '3', import: 'i1', detail: 'worth 5.0000 on 2026-01-30' }],
  });
  expect(figureOf(figures, 'orders-without-country')).toMatchObject({ rows: 3, bad: 1 });
  expect(figureOf(figures, 'items-without-name')).toMatchObject({ rows: 4, bad: 1 });
  expect(figureOf(figures, 'country-not-a-code')).toMatchObject({ rows: 2, bad: 1, sample: [{ id: '2', detail: 'Atlantis' }] });
  expect(figureOf(figures, 'exact-duplicate-lines')).toMatchObject({ rows: 4, bad: 1, sample: [{ id: '1' }] });
  expect(figureOf(figures, 'one-product-many-names')).toMatchObject({ rows: 3, bad: 1, sample: [{ id: '2' }] });
  // The shop's pauses are 2 and 27 days; 95 % of the way is 25.75. The newest order is 2 days old.
  expect(figureOf(figures, 'orders-are-late')).toMatchObject({ age_days: 2, severity: 'good', rows: 3 });
  expect(sources).toEqual([{ source: 'shop', kind: 'orders', records: 3, first: '2026-01-01T00:00:00Z', last: '2026-01-30T00:00:00Z' }]);
  for (const figure of figures) expect(figure.fix, figure.rule).not.toBe('');
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

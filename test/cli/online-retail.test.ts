import { afterAll, expect, test } from 'vitest';
import { dataset } from '../datasets.ts';
import { folderFor, json } from './run.ts';
import { importShape, listShape, previewShape } from './shapes.ts';

// UCI #352 through the whole road, against the published and computed reference figures.
const folder = folderFor('online-retail');
afterAll(folder.done);

test('Online Retail: one command imports it, and its groups come out at the reference figures', { timeout: 300_000 }, async () => {
  const file = dataset('online-retail', 'online_retail.csv.gz');
  if (file === undefined) return;
  const data = ['--data', folder.path];
  const report = await json(importShape, ['import', file, ...data, '--as-of', 'latest']);
  // 541,909 lines, 25,900 invoices, 4,372 customers (reference); 22,062 of the invoices are orders, the others returns.
  expect(report).toMatchObject({
    preset: 'online-retail',
    kind: 'orders',
    rows: 541_909,
    accepted: 541_909,
    rejected: 0,
    items: 541_909,
    profiles_created: 4372,
  });
  expect(report.orders + report.returns).toBe(25_900);

  const again = await json(importShape, ['import', file, ...data, '--as-of', 'latest']);
  expect(again).toMatchObject({ created: 0, updated: 0, skipped: 25_900, profiles_created: 0 });

  const buyers = await json(previewShape, ['preview', 'orders >= 1', ...data, '--as-of', 'latest']);
  // 4,339 customers placed an order; 4,338 of them paid for something (reference: quantity and price above 0).
  expect(buyers.members).toBe(4339);
  const paying = await json(previewShape, ['preview', 'sum(orders.total) > 0', ...data, '--as-of', 'latest']);
  expect(paying.members).toBe(4338);

  const segments = await json(listShape, ['segments', 'list', ...data, '--as-of', 'latest']);
  expect(segments.length).toBeGreaterThan(15);
  expect(segments.filter((segment) => segment.status !== 'ok')).toEqual([]);
  // RFM groups divide those who ordered: each is in exactly one.
  const groups = segments.filter((segment) => segment.folder.toLowerCase().includes('rfm'));
  expect(groups.reduce((sum, segment) => sum + (segment.members ?? 0), 0)).toBe(4339);
});

import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fieldOf, type Mapping } from '../../contract/index.ts';
import { defaultWorkspace } from '../../core/index.ts';
import { ident, sql } from '../../sql/index.ts';
import { openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { stageSource } from '../stage-source.ts';
import { understand } from '../understand/understand.ts';
import { presets } from './index.ts';

const folder = join(import.meta.dirname, '../fixtures/presets');
const fixtures = readdirSync(folder).filter((name) => /\.(csv|jsonl)$/.test(name));
const quiet = { progress: () => undefined };

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openDuckdb(':memory:');
});
afterAll(() => warehouse.close());

/** `stream`: of the records that stand inside others. */
async function read(name: string, stream?: string) {
  const all = await stageSource(warehouse, { kind: 'file', path: join(folder, name) }, { tempFolder: tmpdir() }, quiet);
  const staged = all.find((one) => one.stream === stream);
  if (staged === undefined) throw new Error('nothing was staged');
  const mapping = await understand(warehouse, staged, { fileName: name, workspace: defaultWorkspace });
  const rows = await warehouse.rows(sql`select * from ${ident(staged.table)} order by line`);
  const cell = (row: number, field: string): unknown => {
    const index = staged.headers.indexOf(mapping.columns.find((column) => column.field === field)?.header ?? '');
    return rows[row]?.[`c${index}`];
  };
  return { staged, mapping, rows, cell };
}

test.each(fixtures)('%s is recognised and its columns mean what the golden file says', async (name) => {
  const { staged, mapping } = await read(name);
  expect(staged.unreadable).toEqual([]);
  await expect(`${JSON.stringify(golden(mapping), null, 2)}\n`).toMatchFileSnapshot(join(folder, `${name}.golden`));
});

test('the lines inside orders of the WooCommerce REST API are records of their own, each with its order', async () => {
  const { staged, mapping, cell } = await read('woocommerce-rest.jsonl', 'line_items');
  await expect(`${JSON.stringify(golden(mapping), null, 2)}\n`).toMatchFileSnapshot(join(folder, 'woocommerce-rest.jsonl.lines.golden'));
  expect(staged.rows).toBe(3);
  expect([0, 1, 2].map((row) => ['order_id', 'product_id', 'product', 'quantity', 'line_total'].map((field) => cell(row, field)))).toEqual([
    ['412', 'HB-250', 'House Blend', '2', '18.00'],
    ['414', 'HB-250', 'House Blend', '1', '9.00'],
    ['414', '77', 'Gift Card', '1', '25.00'],
  ]);
});

test('every preset has a fixture, and each is told from its headers alone', async () => {
  const found = new Set<string>();
  for (const name of fixtures) found.add((await read(name)).mapping.preset);
  found.add((await read('woocommerce-rest.jsonl', 'line_items')).mapping.preset);
  expect([...found].sort()).toEqual(presets.map((preset) => preset.id).sort());
});

test('presets map only to fields that their kind has', () => {
  const unknown = presets.flatMap((preset) =>
    Object.keys(preset.fields).filter((field) => !field.startsWith('id:') && fieldOf(preset.kind, field) === undefined),
  );
  expect(unknown).toEqual([]);
});

test('headers are recognised in any order', async () => {
  const { staged } = await read('shopify-orders.csv');
  const preset = presets.find((one) => one.id === 'shopify-orders');
  const { matchesPreset } = await import('./apply-preset.ts');
  expect(preset !== undefined && matchesPreset(preset, staged.headers.toReversed())).toBe(true);
});

test('Square: date, clock time and named zone become one instant, summer time included', async () => {
  const { cell } = await read('square-transactions.csv');
  // 09:30 in New York in July is UTC−4; 17:05:10 in Los Angeles is UTC−7, so the next day.
  expect([cell(0, 'ordered_at'), cell(1, 'ordered_at'), cell(2, 'ordered_at')]).toEqual([
    '2025-07-01T13:30:00Z',
    '2025-07-02T00:05:10Z',
    '2025-07-02T12:00:00Z',
  ]);
});

test('Square in Britain writes the day first: a date that can be read both ways is read as its column is', async () => {
  const { cell } = await read('square-items-uk.csv');
  // 09:15 in London in July is UTC+1, in December UTC.
  expect([cell(0, 'ordered_at'), cell(1, 'ordered_at'), cell(2, 'ordered_at')]).toEqual([
    '2025-07-02T08:15:00Z',
    '2025-12-03T09:15:00Z',
    '2025-11-27T17:08:49Z',
  ]);
});

test('SurveyMonkey: the second row of headings is no answer, and answers keep their line breaks', async () => {
  const { staged, rows, cell } = await read('surveymonkey.csv');
  expect(staged.rows).toBe(2);
  expect(rows.map((row) => row['line'])).toEqual([3, 5]);
  expect(cell(0, 'feedback_id')).toBe('118001');
  expect(Object.values(rows[0] ?? {})).toContain('Lovely,\nthank you');
});

test('tracking calls without an event name get one by their type', async () => {
  const { rows, cell } = await read('tracking-events.jsonl');
  expect(rows.map((_, index) => cell(index, 'event'))).toEqual(['Product Viewed', 'Page Viewed', 'Identified', 'Order Completed']);
});

test('Google Analytics: microseconds become instants, parameters become columns', async () => {
  const { staged, cell } = await read('ga4-bigquery.jsonl');
  // 1741600800 s = 2025-03-10T10:00:00Z.
  expect([cell(0, 'occurred_at'), cell(1, 'occurred_at')]).toEqual(['2025-03-10T10:00:00.000001Z', '2025-03-10T10:01:00.500000Z']);
  expect([cell(0, 'page'), cell(1, 'value'), cell(0, 'session')]).toEqual(['https://shop.example/', '21.5', '1741600000']);
  expect(staged.headers).toContain('geo.city');
});

test('Google Forms: clock times with an offset of their own become instants', async () => {
  const { cell } = await read('google-forms.csv');
  expect([cell(0, 'occurred_at'), cell(1, 'occurred_at')]).toEqual(['2025-03-10T09:00:00Z', '2025-03-11T13:05:30Z']);
});

test('WooCommerce: refund rows are records of their own, and customer 0 is nobody', async () => {
  const analytics = await read('woocommerce-analytics-orders.csv');
  expect(analytics.rows.map((_, index) => analytics.cell(index, 'order_id'))).toEqual(['412', '413', '412-refund-20250304090000']);
  const rest = await read('woocommerce-rest.jsonl');
  expect(rest.rows.map((_, index) => rest.cell(index, 'id:woocommerce'))).toEqual(['9', null, '9']);
});

/** Rows as the catalogue will hold them. */
const catalogue = async (name: string) => {
  const { staged, rows, cell } = await read(name);
  return {
    rows: staged.rows,
    products: rows.map((_, row) => ['product_id', 'name', 'category', 'brand', 'price', 'cost'].map((field) => cell(row, field) || null)),
  };
};

test('Shopify products: what stands on the first row of a handle holds for its variants, and a row that is only a picture is none', async () => {
  // By hand: six rows, one of which has neither SKU nor price. Orders call a variant without an SKU by its name alone, so its id is its handle and options.
  expect(await catalogue('shopify-products.csv')).toEqual({
    rows: 5,
    products: [
      ['HB-250', 'House Blend - 250 g / Whole', 'Beans', 'Harbour Roasters', '9.90', '4.20'],
      ['HB-1000', 'House Blend - 1 kg / Whole', 'Beans', 'Harbour Roasters', '34.00', '15.10'],
      ['mug/Default Title', 'Harbour Mug', 'Ware', 'Clay & Co', '14.50', null],
      ['tin/Small', 'Tea Tin - Small', 'Ware', 'Clay & Co', '8.00', null],
      ['tin/Large', 'Tea Tin - Large', 'Ware', 'Clay & Co', '11.00', null],
    ],
  });
});

test('Shopify products under the names that the export gives its columns since 2025; without a type the category is the last part of its path', async () => {
  expect(await catalogue('shopify-products-2025.csv')).toEqual({
    rows: 2,
    products: [
      ['LS-M', 'Linen Shirt - M', 'Shirts', 'Needle', '49.00', '18.00'],
      ['LS-L', 'Linen Shirt - L', 'Shirts', 'Needle', '49.00', '18.00'],
    ],
  });
});

test('WooCommerce products: variations have the categories and the brand of their parent, named by SKU or number; no SKU, the number is the id', async () => {
  expect((await catalogue('woocommerce-products.csv')).products.map((product) => product.slice(0, 5))).toEqual([
    ['HB', 'House Blend', 'Coffee', 'Harbour Roasters', null],
    ['HB-250', 'House Blend - 250 g', 'Coffee', 'Harbour Roasters', '9.90'],
    ['23', 'House Blend - 1 kg', 'Coffee', 'Harbour Roasters', '34.00'],
    ['30', 'Apron', 'Textiles', null, null],
    ['AP-B', 'Apron - Blue', 'Textiles', null, '24.00'],
    ['GC', 'Gift Card', 'Offers', null, '25.00'],
  ]);
});

test('Square item library: a variation is named with its item, the only one by the item alone', async () => {
  expect((await catalogue('square-item-library.csv')).products.map((product) => product.slice(0, 3))).toEqual([
    ['LAT', 'Latte', 'Hot drinks'],
    ['LAT-L', 'Latte - Large', 'Hot drinks'],
    ['ABCD3/Slice', 'Carrot Cake - Slice', 'Cakes'],
  ]);
});

test('Square items: lines of one sale are one order, without the category None; what is given back is told by its kind of event', async () => {
  const { mapping, cell } = await read('square-items.csv');
  expect([cell(0, 'order_id'), cell(1, 'order_id'), cell(0, 'ordered_at'), cell(1, 'total'), cell(2, 'category')]).toEqual([
    'TXA1',
    'TXA1',
    '2025-07-01T13:30:00Z',
    '$4.50',
    null,
  ]);
  expect(mapping.options.returnWhen).toEqual({ header: 'Event Type', equals: 'Refund' });
});

test('a survey that asks on a scale of 0 to 10 whether they would recommend has that answer as its rating, in whatever words', async () => {
  const { cell } = await read('google-forms-recommend.csv');
  expect([cell(0, 'rating'), cell(1, 'rating')]).toEqual(['9', '4']);
});

test('Mailchimp: the name of the file says who may be written to', async () => {
  const { mapping } = await read('unsubscribed_members_export.csv');
  expect(mapping.options.constants).toEqual({ accepts_email: 'no' });
});

const golden = ({ preset, kind, source, options, columns, warnings }: Mapping) => ({
  preset,
  kind,
  source,
  options,
  columns: Object.fromEntries(columns.map((column) => [column.header, column.field === 'custom' ? `custom ${column.name ?? ''}` : column.field])),
  ...(warnings === undefined ? {} : { warnings: warnings.length }),
});

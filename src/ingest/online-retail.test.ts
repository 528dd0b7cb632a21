import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultWorkspace, instant } from '../core/index.ts';
import { ident, join as list, sql } from '../sql/index.ts';
import { migrate, openDuckdb } from '../warehouse/index.ts';
import { mappingOf, plainIdentity, runOf } from './fixtures.ts';
import { importWith } from './import-staged.ts';

const folder = process.env['CLIENTELE_DATASETS'] ?? join(import.meta.dirname, '../../../shared/data');
const file = join(folder, 'online-retail/online_retail.csv.gz');

const fields = {
  InvoiceNo: 'order_id',
  StockCode: 'product_id',
  Description: 'product',
  Quantity: 'quantity',
  InvoiceDate: 'ordered_at',
  UnitPrice: 'price',
  CustomerID: 'customer_id',
  Country: 'country',
};

test('Online Retail gives the reference figures', { timeout: 120_000 }, async () => {
  if (!existsSync(file)) {
    process.stderr.write(
      `not tested: Online Retail reference figures, as ${file} is missing; it is UCI dataset 352, https://archive.ics.uci.edu/dataset/352/online+retail\n`,
    );
    return;
  }
  const warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
  const headers = Object.keys(fields);
  await warehouse.run(sql`create temp table staged_retail as select row_number() over () + 1 as line, ${list(headers.map((header, index) => sql`${ident(header)} as ${ident(`c${index}`)}`))}
    from read_csv(${file}, all_varchar = true, header = true)`);
  const context = {
    warehouse,
    workspace: { ...defaultWorkspace, zone: 'Europe/London', currency: 'GBP', country: 'GB' },
    effects: { now: () => instant(Date.UTC(2012, 0, 1) * 1000), randomId: () => '', progress: () => undefined },
    decisions: [],
  };
  const staged = { table: 'staged_retail', headers, rows: 541_909, unreadable: [], format: { kind: 'csv' as const }, name: 'online_retail.csv.gz' };
  const report = await importWith(plainIdentity, context, staged, mappingOf('orders', fields), runOf(1));
  // 25,900 invoices and 5,268 duplicates as published; of the returns 3,836 are "C" invoices, and two more write off
  // bad debt at a negative price.
  expect(report).toMatchObject({
    rows: 541_909,
    accepted: 541_909,
    rejected: 0,
    created: 25_900,
    items: 541_909,
    returns: 3838,
    orders: 25_900 - 3838,
    profiles_created: 4372,
    duplicate_lines: 5268,
  });
  const raw = await warehouse.row(sql`select
    (select count(*) from items where identifier is null) as lines_of_nobody,
    (select count(*) from items where order_id like 'C%') as return_lines,
    (select count(*) from orders where is_return and order_id like 'C%') as return_invoices,
    (select count(*) from orders where is_return and order_id not like 'C%') as other_returns,
    (select count(distinct profile) from orders) as customers,
    (select count(distinct country) from orders) as countries`);
  expect(raw).toEqual({ lines_of_nobody: 135_080, return_lines: 9288, return_invoices: 3836, other_returns: 2, customers: 4372, countries: 38 });
  const cleaned =
    await warehouse.row(sql`select count(*) as rows, count(distinct order_id) as invoices, count(distinct profile) as customers, sum(total) as revenue
    from items where identifier is not null and quantity > 0 and price > 0 and order_id not like 'C%'`);
  // Prices have up to three decimals in the file, so the sum of the products is exact in DECIMAL(18,4).
  expect(cleaned).toMatchObject({ rows: 397_884, invoices: 18_532, customers: 4338 });
  expect(Number(cleaned?.['revenue'])).toBeCloseTo(8_911_407.9, 1);
  // An independent sum of the orders straight from the text of the file.
  const independent = await warehouse.row(sql`select round(sum(c3::DECIMAL(18,4) * c5::DECIMAL(18,4))::DOUBLE, 2) as total from staged_retail`);
  const recorded = await warehouse.row(sql`select round(sum(total)::DOUBLE, 2) as total from orders`);
  expect(recorded).toEqual(independent);
  await warehouse.close();
});

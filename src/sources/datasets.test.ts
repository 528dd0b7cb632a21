import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataset } from '../../test/datasets.ts';
import { defaultWorkspace } from '../core/index.ts';
import { ident, sql } from '../sql/index.ts';
import { openDuckdb, type Warehouse } from '../warehouse/index.ts';
import type { ReadOptions } from './input.ts';
import { stageSource } from './stage-source.ts';
import type { UnderstandContext } from './understand/context.ts';
import { understand } from './understand/understand.ts';

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openDuckdb(':memory:');
});
afterAll(() => warehouse.close());

type Case = {
  readonly file: readonly [string, string];
  /** As on the command line; none where the file explains itself. */
  readonly read?: Partial<ReadOptions>;
  readonly said?: Partial<UnderstandContext>;
  /** The published number of rows. */
  readonly rows: number;
  readonly kind: string;
  /** Field → header, as far as they matter. */
  readonly fields: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, unknown>>;
};

const adult =
  'age,workclass,fnlwgt,education,education_num,marital_status,occupation,relationship,race,sex,capital_gain,capital_loss,hours_per_week,native_country,label';
const german =
  'checking,months,history,purpose,amount,savings,employment,rate,status_sex,debtors,residence,property,age,plans,housing,credits,job,liable,telephone_yes,foreign,class';
const everyRow = { customerIdFrom: ['#row'] };

const cases: readonly Case[] = [
  {
    file: ['online-retail', 'online_retail.csv.gz'],
    rows: 541_909,
    kind: 'orders',
    fields: {
      order_id: 'InvoiceNo',
      product_id: 'StockCode',
      product: 'Description',
      quantity: 'Quantity',
      ordered_at: 'InvoiceDate',
      price: 'UnitPrice',
      customer_id: 'CustomerID',
      country: 'Country',
    },
  },
  {
    file: ['cdnow', 'CDNOW_master.txt.gz'],
    rows: 69_659,
    kind: 'orders',
    fields: { customer_id: 'customer_id', ordered_at: 'date', item_count: 'number_of_cds', total: 'dollar_value' },
    options: { orderIdFrom: ['#row'] },
  },
  {
    file: ['cdnow', 'CDNOW_sample.txt'],
    read: { columns: ['master_id', 'customer_id', 'date', 'number_of_cds', 'dollar_value'] },
    rows: 6919,
    kind: 'orders',
    fields: { customer_id: 'customer_id', ordered_at: 'date', item_count: 'number_of_cds', total: 'dollar_value' },
    options: { orderIdFrom: ['#row'] },
  },
  { file: ['cdnow', 'cdnow_customers_summary_with_transactions.csv'], rows: 2357, kind: 'customers', fields: { customer_id: 'ID' }, options: {} },
  { file: ['telco-churn', 'Telco-Customer-Churn.csv.gz'], rows: 7043, kind: 'customers', fields: { customer_id: 'customerID', gender: 'gender' }, options: {} },
  { file: ['bank-marketing', 'bank-full.csv.gz'], rows: 45_211, kind: 'customers', fields: { age: 'age' }, options: everyRow },
  {
    file: ['online-shoppers', 'online_shoppers_intention.csv.gz'],
    said: { kind: 'customers' },
    rows: 12_330,
    kind: 'customers',
    fields: {},
    options: everyRow,
  },
  { file: ['hillstrom', 'hillstrom.csv.gz'], rows: 64_000, kind: 'customers', fields: { channel: 'channel' }, options: everyRow },
  {
    file: ['dunnhumby', 'transactions_sample.csv.gz'],
    rows: 75_000,
    kind: 'orders',
    fields: {
      customer_id: 'household_id',
      order_id: 'basket_id',
      product_id: 'product_id',
      quantity: 'quantity',
      line_total: 'sales_value',
      ordered_at: 'transaction_timestamp',
    },
    options: {},
  },
  {
    file: ['dunnhumby', 'products.csv.gz'],
    rows: 92_331,
    kind: 'products',
    fields: { product_id: 'product_id', category: 'product_category', brand: 'brand' },
    options: {},
  },
  { file: ['dunnhumby', 'demographics.csv'], rows: 801, kind: 'customers', fields: { customer_id: 'household_id' }, options: {} },
  {
    file: ['dunnhumby', 'coupon_redemptions.csv'],
    rows: 2102,
    kind: 'events',
    fields: { customer_id: 'household_id', occurred_at: 'redemption_date' },
    options: { constants: { event: 'coupon_redemptions' } },
  },
  {
    file: ['groceries', 'Groceries_dataset.csv.gz'],
    rows: 38_765,
    kind: 'orders',
    fields: { customer_id: 'Member_number', ordered_at: 'Date', product: 'itemDescription' },
    options: { orderIdFrom: ['Member_number', 'Date'] },
  },
  // 9,835 baskets of 43,367 items: Hahsler et al., arules (2006).
  {
    file: ['groceries', 'groceries_baskets.csv.gz'],
    said: { map: { "'2015-01-31'": 'ordered_at' } },
    rows: 43_367,
    kind: 'orders',
    fields: { order_id: 'basket', product: 'item' },
    options: { constants: { ordered_at: '2015-01-31' } },
  },
  {
    file: ['clickstream', 'ecom.csv.gz'],
    rows: 31_106,
    kind: 'events',
    fields: { customer_id: 'user_id', event: 'event', occurred_at: 'timestamp', session: 'session_id', device: 'platform', channel: 'acquisition_channel' },
    options: {},
  },
  {
    file: ['womens-clothing', 'womens_clothing_reviews.csv.gz'],
    rows: 23_486,
    kind: 'feedback',
    fields: { rating: 'Rating', text: 'Review Text', subject: 'Title', product_id: 'Clothing ID' },
    options: {},
  },
  { file: ['labelled-sentences', 'amazon_cells_labelled.txt'], rows: 1000, kind: 'feedback', fields: { text: 'column1' }, options: {} },
  { file: ['labelled-sentences', 'yelp_labelled.txt'], rows: 1000, kind: 'feedback', fields: { text: 'column1' }, options: {} },
  { file: ['labelled-sentences', 'imdb_labelled.txt'], rows: 1000, kind: 'feedback', fields: { text: 'column1' }, options: {} },
  {
    file: ['mall-customers', 'Mall_Customers.csv'],
    rows: 200,
    kind: 'customers',
    fields: { customer_id: 'CustomerID', gender: 'Genre', age: 'Age', income: 'AnnualIncome' },
    options: {},
  },
  {
    file: ['customer-personality', 'marketing_campaign.csv'],
    rows: 2240,
    kind: 'customers',
    fields: { customer_id: 'ID', birth_year: 'Year_Birth', income: 'Income', signed_up_at: 'Dt_Customer' },
    options: {},
  },
  {
    file: ['adult', 'adult-train.csv.gz'],
    read: { columns: adult.split(',') },
    rows: 32_561,
    kind: 'customers',
    fields: { age: 'age', gender: 'sex' },
    options: everyRow,
  },
  {
    file: ['adult', 'adult-test.csv.gz'],
    read: { columns: adult.split(',') },
    rows: 16_281,
    kind: 'customers',
    fields: { age: 'age', gender: 'sex' },
    options: everyRow,
  },
  {
    file: ['german-credit', 'german.csv'],
    read: { columns: german.split(',') },
    said: { kind: 'customers' },
    rows: 1000,
    kind: 'customers',
    fields: { age: 'age' },
    options: everyRow,
  },
];

test.each(cases.map((one) => [one.file.join('/'), one] as const))(
  '%s is read whole and understood',
  async (_name, { file, read, said, rows, kind, fields, options }) => {
    const path = dataset(...file);
    if (path === undefined) return expect(path).toBeUndefined();
    const [staged] = await stageSource(warehouse, { kind: 'file', path }, { tempFolder: tmpdir(), ...read }, { progress: () => undefined });
    if (staged === undefined) throw new Error('nothing was staged');
    expect([staged.rows, staged.unreadable]).toEqual([rows, []]);
    const counted = await warehouse.row<{ rows: number; lines: number }>(sql`select count(*) as rows, count(line) as lines from ${ident(staged.table)}`);
    expect(counted).toEqual({ rows, lines: rows });
    const mapping = await understand(warehouse, staged, { fileName: file[1].replace('.gz', ''), workspace: defaultWorkspace, ...said });
    expect(mapping.kind).toBe(kind);
    const found = Object.fromEntries(mapping.columns.map((column) => [column.field, column.header]));
    expect(found).toMatchObject(fields);
    if (options !== undefined) expect(mapping.options).toEqual(options);
  },
);

test.each([
  ['campaign_descriptions.csv', 'dunnhumby', /^No column looks like a customer .*"start_date" looks like a date/],
  ['monthly-airline-passengers.csv', 'timeseries', /^No column looks like a customer/],
  ['campaigns.csv', 'dunnhumby', /^"household_id" looks like the customer, but .* nothing has a date/],
  ['online_shoppers_intention.csv.gz', 'online-shoppers', /If each row is a customer all the same, say --kind customers/],
  ['german.csv', 'german-credit', /its 21 columns have no names: give them some with --columns/],
  ['CDNOW_sample.txt', 'cdnow', /its 5 columns have no names.*"column3" looks like a date/],
])('%s does not say what it is: what was found, what is wanting and which flag helps', async (name, folder, hint) => {
  const path = dataset(folder, name);
  if (path === undefined) return expect(path).toBeUndefined();
  const [staged] = await stageSource(warehouse, { kind: 'file', path }, { tempFolder: tmpdir() }, { progress: () => undefined });
  if (staged === undefined) throw new Error('nothing was staged');
  await expect(understand(warehouse, staged, { fileName: name, workspace: defaultWorkspace })).rejects.toMatchObject({
    code: 'mapping.unknown',
    hint: expect.stringMatching(hint) as unknown,
  });
});

import { expect, test } from 'vitest';
import { sql } from '../sql/index.ts';
import { mappingOf, plainIdentity, runOf, stage, testContext } from './fixtures.ts';
import { importWith } from './import-staged.ts';

const orderColumns = { Order: 'order_id', Customer: 'customer_id', Date: 'ordered_at', SKU: 'product_id', Qty: 'quantity', Price: 'price', Country: 'country' };

test('orders with lines are gathered, totalled and told from returns', async () => {
  const context = await testContext();
  const staged = await stage(context.warehouse, Object.keys(orderColumns), [
    ['1', '17850.0', '2025-12-01 08:26:00', 'A', '6', '2.55', 'United Kingdom'],
    ['1', '17850.0', '2025-12-01 08:26:00', 'B', '2', '1.00', 'United Kingdom'],
    ['1', '17850.0', '2025-12-01 08:26:00', 'B', '2', '1.00', 'United Kingdom'],
    ['C2', '17850.0', '2025-12-02 08:26:00', 'A', '-1', '2.55', 'United Kingdom'],
    ['3', null, '2025-12-03 10:00:00', 'A', '1', '2.55', 'EIRE'],
    ['4', '5', 'yesterday', 'A', '1', '2.55', 'EIRE'],
  ]);
  const report = await importWith(plainIdentity, context, staged, mappingOf('orders', orderColumns), runOf(1));
  expect(report).toMatchObject({
    rows: 6,
    accepted: 5,
    rejected: 1,
    orders: 2,
    items: 5,
    returns: 1,
    unattributed_orders: 1,
    created: 3,
    updated: 0,
    skipped: 0,
    duplicate_lines: 1,
  });
  expect(report.rejects).toEqual([expect.objectContaining({ reason: 'not a date', column: 'Date', rows: 1, example: 'yesterday', line: 7 })]);
  // 6 × 2.55 + 2 × 1 + 2 × 1 = 19.30
  expect(await context.warehouse.rows(sql`select order_id, total, is_return, country, identifier is null as nobody from orders order by order_id`)).toEqual([
    { order_id: '1', total: 19.3, is_return: false, country: 'GB', nobody: false },
    { order_id: '3', total: 2.55, is_return: false, country: 'IE', nobody: true },
    { order_id: 'C2', total: -2.55, is_return: true, country: 'GB', nobody: false },
  ]);
  const again = await importWith(plainIdentity, context, staged, mappingOf('orders', orderColumns), runOf(2));
  expect(again).toMatchObject({ created: 0, updated: 0, skipped: 3 });
  expect(
    await context.warehouse.row(
      sql`select (select count(*) from orders) as orders, (select count(*) from items) as items, (select count(*) from traits) as traits`,
    ),
  ).toEqual({ orders: 3, items: 5, traits: 1 });
});

test('customers become traits in canonical text', async () => {
  const context = await testContext({ country: 'GB' });
  const fields = {
    Id: 'customer_id',
    Mail: 'email',
    Phone: 'phone',
    Born: 'birthday',
    News: 'accepts_email',
    Tags: 'tags',
    Colour: 'custom',
    Income: 'income',
  };
  const staged = await stage(context.warehouse, Object.keys(fields), [
    ['1', ' Ann@Example.COM ', '020 7946 0018', '1980-05-06', 'Yes', 'vip, wholesale', 'red', '£12,500.50'],
    ['2', 'not an address', '', '2999-01-01', 'maybe', '', '', ''],
  ]);
  const report = await importWith(plainIdentity, context, staged, mappingOf('customers', fields), runOf(1));
  expect(report).toMatchObject({ rows: 2, accepted: 2, rejected: 0, created: 2 });
  expect(report.warnings).toHaveLength(3);
  expect(await context.warehouse.rows(sql`select name, value from traits where record_id = '1' order by name`)).toEqual([
    { name: 'accepts_email', value: 'true' },
    { name: 'birthday', value: '1980-05-06' },
    { name: 'colour', value: 'red' },
    { name: 'email', value: 'ann@example.com' },
    { name: 'income', value: '12500.5' },
    { name: 'phone', value: '+442079460018' },
    { name: 'tags', value: '["vip","wholesale"]' },
  ]);
});

test('words that say neither yes nor no are told, and somebody may say what they mean', async () => {
  const context = await testContext();
  const rows = ['jo mei', 'Jo mei', 'naa', 'naa', 'Naa', 'post', 'ja bitte', ''].map((word, index) => [`c${index}`, word]);
  const fields = { Id: 'customer_id', News: 'accepts_email' };
  const staged = await stage(context.warehouse, Object.keys(fields), rows);
  const asked = await importWith(plainIdentity, context, staged, mappingOf('customers', fields), runOf(1, { dryRun: true }));
  expect(asked.unread_words).toEqual([
    {
      column: 'News',
      warning: asked.warnings[0],
      words: [
        { word: 'Naa', rows: 3 },
        { word: 'Jo mei', rows: 2 },
        { word: 'post', rows: 1 },
      ],
      further: 0,
    },
  ]);
  const meanings = { 'jo mei': 'yes', NAA: 'no', post: 'unknown' } as const;
  const answered = await importWith(plainIdentity, context, staged, mappingOf('customers', fields, { meanings }), runOf(1));
  expect(answered.unread_words).toBeUndefined();
  expect(answered.warnings).toEqual([]);
  const told = await context.warehouse.rows(sql`select value, count(*) as n from traits where name = 'accepts_email' group by value order by value`);
  expect(told).toEqual([
    { value: 'false', n: 3 },
    { value: 'true', n: 3 },
  ]);
});

test('how the words of a status were read is told with their counts', async () => {
  const context = await testContext();
  const fields = { Order: 'order_id', Date: 'ordered_at', Total: 'total', Status: 'status' };
  const rows = ['Abgeschlossen', 'Abgeschlossen', 'Storniert', 'Erstattet', 'Abgeschlossen'].map((status, index) => [`o${index}`, '2025-01-02', '10', status]);
  const staged = await stage(context.warehouse, Object.keys(fields), rows);
  const report = await importWith(plainIdentity, context, staged, mappingOf('orders', fields), runOf(1, { dryRun: true }));
  expect(report.warnings.filter((warning) => warning.startsWith('How'))).toEqual([
    'How "Status" was read: "Abgeschlossen" counts (3), "Erstattet" was refunded in full (1), "Storniert" does not count (1).',
  ]);
  expect(report.statuses).toEqual({
    column: 'Status',
    warning: report.warnings[0],
    words: [
      { word: 'Abgeschlossen', orders: 3, reading: 'counts' },
      { word: 'Erstattet', orders: 1, reading: 'refunded' },
      { word: 'Storniert', orders: 1, reading: 'void' },
    ],
    further: 0,
  });
});

test('a shop may mean another thing by a word of its status, and the same file read so changes what is recorded', async () => {
  const context = await testContext();
  const fields = { Order: 'order_id', Date: 'ordered_at', Total: 'total', Status: 'status' };
  const rows = ['Done', 'Waiting for payment', 'Void', 'Gutschrift'].map((status, index) => [`o${index}`, '2025-01-02', '10', status]);
  const staged = await stage(context.warehouse, Object.keys(fields), rows);
  const counted = sql`select order_id, total, counts from orders order by order_id`;
  await importWith(plainIdentity, context, staged, mappingOf('orders', fields), runOf(1));
  expect(await context.warehouse.rows(counted)).toEqual([
    { order_id: 'o0', total: 10, counts: true },
    { order_id: 'o1', total: 10, counts: true },
    { order_id: 'o2', total: 10, counts: false },
    { order_id: 'o3', total: 10, counts: true },
  ]);
  const statuses = { 'WAITING for payment': 'void', void: 'counts', Gutschrift: 'refunded' } as const;
  const report = await importWith(plainIdentity, context, staged, mappingOf('orders', fields, { statuses }), runOf(2));
  expect(report).toMatchObject({ updated: 3, skipped: 1, created: 0 });
  expect(report.statuses?.words.map(({ word, reading }) => [word, reading])).toEqual([
    ['Done', 'counts'],
    ['Gutschrift', 'refunded'],
    ['Void', 'counts'],
    ['Waiting for payment', 'void'],
  ]);
  expect(await context.warehouse.rows(counted)).toEqual([
    { order_id: 'o0', total: 10, counts: true },
    { order_id: 'o1', total: 10, counts: false },
    { order_id: 'o2', total: 10, counts: true },
    { order_id: 'o3', total: 0, counts: true },
  ]);
});

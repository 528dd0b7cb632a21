import { expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { mappingOf, stage, testContext, testNow } from '../fixtures.ts';
import { checkRows } from './check-rows.ts';

const fields = { Id: 'event_id', Who: 'customer_id', Mail: 'email', What: 'event', When: 'occurred_at', Worth: 'value', Note: 'custom' };
const plain = ['e1', 'C1', 'ann@example.com', 'Product Viewed', '2026-01-02T03:04:05Z', '12.50', 'red'] as const;
type Row = readonly (string | null)[];
const context = testContext();

/** Typed rows as text, and whether they were copied. */
async function check(
  rows: readonly Row[],
  mapping = mappingOf('events', fields),
  zone = 'UTC',
): Promise<{ readonly copied: boolean; readonly rows: readonly unknown[] }> {
  const { warehouse, workspace } = await context;
  const headers = mapping.columns.map(({ header }) => header);
  const staged = await stage(warehouse, headers, rows);
  const checked = await checkRows(warehouse, { staged, mapping, workspace: { ...workspace, zone }, now: testNow, hashContent: undefined });
  const found = await warehouse.rows(sql`select cast(c as VARCHAR) as row from (select * from ingest_checked order by line) c`);
  return { copied: checked.copied, rows: found.map(({ row }) => row) };
}

const change = (index: number, cell: string | null): Row => plain.map((old, place) => (place === index ? cell : old));

test('plain rows are read where they lie', async () => {
  const blankDetails = [...plain.slice(0, 2), '', ...plain.slice(3, 5), '', null];
  const { copied, rows } = await check([plain, ['2', ...plain.slice(1)], ['e3', ...blankDetails.slice(1)]]);
  expect(copied).toBe(false);
  expect(rows[0]).toContain(`2026-01-02 03:04:05`);
  expect(rows[0]).toContain(`'f5': 12.5,`);
  expect(rows[2]).toContain(`'f2': NULL`);
  expect(rows[2]).toContain(`'f5': NULL, 'f6': NULL, 'reject': NULL, 'dropped': 0`);
});

/** Cells that must take the careful road: what they become there is what other tests say. */
const careful: readonly (readonly [number, string | null])[] = [
  ...[' e1', 'e1 ', '17850.0', '1.5E+11', "'0123", '="0123"', 'é1', 'N/A', 'n/a', 'null', '-', '--', '(null)', '#N/A', 'undefined', '\\N'].map(
    (cell) => [0, cell] as const,
  ),
  ...['Ann <ann@example.com>', 'ANN@example.com', 'mailto:a@b.co', 'nobody', ' a@b.co', 'n/a'].map((cell) => [2, cell] as const),
  ...[' Viewed', 'Viewed\t', 'Cafe\u0301', '', '\u00a0', 'Café\u00a0'].map((cell) => [3, cell] as const),
  ...[
    '2026-01-02 03:04:05',
    '2026-01-02T03:04:05+01:00',
    '2026-02-30T00:00:00Z',
    '2026-01Z',
    '1969-12-31T00:00:00Z',
    '2030-01-01T00:00:00Z',
    'soon',
    '',
    null,
  ].map((cell) => [4, cell] as const),
  ...['1_000', '1e5', '1E5', 'nan', 'inf', '1,5', '£5', '(5)', '5-', '1234567890123456789', 'x'].map((cell) => [5, cell] as const),
  ...[' red', 'red\n', 'zoe\u0308'].map((cell) => [6, cell] as const),
];

test.each(careful)('cell %i as %j is read with care', async (index, cell) => {
  expect((await check([plain, change(index, cell)])).copied).toBe(true);
});

test('a row that names nobody is seen', async () => {
  const nobody = plain.map((cell, index) => (index === 1 || index === 2 ? '' : cell));
  expect((await check([plain, nobody])).copied).toBe(true);
});

/** Cells that are plain: they must come to the same when a careful row beside them sends all rows down the long road. */
const same: readonly (readonly [number, string])[] = [
  ...['#1001', 'a_b', 'gid://shop/1', '0007', 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6', 'nine-and-more'].map((cell) => [0, cell] as const),
  ...['v', 'nan', 'Café', '日本', 'a  b', 'null', '"x"', '1.0'].map((cell) => [3, cell] as const),
  ...['2026-01-02T03:04:05.123Z', '2026-01-02T03:04:05.123456Z', '2026-01-02 03:04:05Z'].map((cell) => [4, cell] as const),
  ...['+5', '-5', '.5', '5.', '-0.25', '000000000000000005', '123456789012345678', ' 5', '1.25 '].map((cell) => [5, cell] as const),
];

test.each(same)('cell %i as %j is plain, and read the same either way', async (index, cell) => {
  const short = await check([plain, change(index, cell)]);
  const long = await check([plain, change(index, cell), change(6, ' x')]);
  expect([short.copied, long.copied]).toEqual([false, true]);
  expect(short.rows).toEqual(long.rows.slice(0, 2));
});

test.each([
  [0, '17850.0'],
  [3, ' Viewed'],
  [4, '2030-01-01T00:00:00Z'],
  [6, 'red '],
])('in a long file column %i is looked at to its end', async (index, cell) => {
  const rows = Array.from({ length: 10_050 }, (_, place): Row => [`e${place}`, ...plain.slice(1)]);
  const last = change(index, cell);
  expect([(await check(rows)).copied, (await check([...rows.slice(1), last])).copied]).toEqual([false, true]);
});

const orderFields = { Order: 'order_id', Date: 'ordered_at', Money: 'currency', Total: 'total', Note: 'custom' };

/** Clocks in London went forward on 30 March 2025 at 01:00 UTC and back on 26 October at 01:00 UTC. */
test.each([
  '2025-01-15 10:00:00',
  '2025-07-15 10:00:00',
  '2025-03-30 00:59:59',
  '2025-03-30 01:30:00',
  '2025-03-30 02:00:00',
  '2025-10-26 00:59:59',
  '2025-10-26 01:30:00',
  '2025-10-26 02:00:00',
])('local time %s is plain, and the same instant either way', async (time) => {
  const row = (note: string): Row => ['o1', time, 'GBP', '12.34', note];
  const mapping = mappingOf('orders', orderFields);
  const [short, long] = [await check([row('a')], mapping, 'Europe/London'), await check([row('a'), row(' a')], mapping, 'Europe/London')];
  expect([short.copied, long.copied]).toEqual([false, true]);
  expect(short.rows[0]).toBe(long.rows[0]);
});

test.each(['2025-07-15 24:00:00', '2025-07-15 10:00:0Z', ' 025-07-15 10:00:00', '2025-07-15 10:00:60', '2025-02-29 10:00:00', '1960-01-01 10:00:00'])(
  'local time %j is read with care',
  async (time) => {
    const rows: readonly Row[] = [
      ['o1', '2025-07-15 10:00:00', 'GBP', '1', ''],
      ['o2', time, 'GBP', '1', ''],
    ];
    expect((await check(rows, mappingOf('orders', orderFields), 'Europe/London')).copied).toBe(true);
  },
);

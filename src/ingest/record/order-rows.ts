import { lineFields, ROW_HASH, type Mapping } from '../../contract/index.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Checked } from '../check/check-rows.ts';
import { column, has, hasProperties, nothing, properties, type Shape, shortPrint } from './fields.ts';
import { identityColumns } from './people.ts';

export const holdsLines = (checked: Checked): boolean => lineFields.some((name) => has(checked, name));

/** What stands on an order, with the shape it is kept in. */
export const orderFields = {
  ordered_at: 'TIMESTAMP',
  status: 'VARCHAR',
  cancelled_at: 'TIMESTAMP',
  currency: 'VARCHAR',
  total: 'DECIMAL(18,4)',
  subtotal: 'DECIMAL(18,4)',
  discount: 'DECIMAL(18,4)',
  shipping: 'DECIMAL(18,4)',
  tax: 'DECIMAL(18,4)',
  refunded: 'DECIMAL(18,4)',
  item_count: 'DECIMAL(18,4)',
  channel: 'VARCHAR',
  coupon: 'VARCHAR',
  payment_method: 'VARCHAR',
  country: 'VARCHAR',
  region: 'VARCHAR',
  city: 'VARCHAR',
  postcode: 'VARCHAR',
  customer_name: 'VARCHAR',
  first_name: 'VARCHAR',
  last_name: 'VARCHAR',
  company: 'VARCHAR',
  accepts_email: 'BOOLEAN',
  tags: 'VARCHAR[]',
} as const;

/**
 * Accepted rows → `ingest_lines` (see `gatherLines`) and view `ingest_raw_orders`: one row per order with the first value that its rows give for each
 * field, and sums over the lines. Columns that the source does not have stand in the view only; what it has lies in `ingest_gathered`.
 */
export async function gatherOrders(
  warehouse: Warehouse,
  checked: Checked,
  mapping: Mapping,
): Promise<{ readonly overwritten: number; readonly duplicateLines: number }> {
  if (holdsLines(checked)) {
    const { duplicateLines } = await gatherLines(warehouse, checked, mapping);
    await showOrders(
      warehouse,
      checked,
      sql`select h.*, s.* exclude (line, loose) from (${await orderHeads(warehouse, checked)}) h join ingest_sums s on s.line = h.line`,
    );
    return { overwritten: 0, duplicateLines };
  }
  await keyRows(warehouse, checked, mapping);
  const grouped = mapping.options.inheritRows === true;
  const counts = await warehouse.row<{ rows: number; keys: number }>(sql`select count(*) as rows, count(distinct key) as keys from ingest_keyed_rows`);
  const overwritten = grouped ? 0 : (counts?.rows ?? 0) - (counts?.keys ?? 0);
  await showOrders(warehouse, checked, grouped ? groupedOrders(checked) : singleOrders(checked, overwritten > 0));
  return { overwritten, duplicateLines: 0 };
}

async function showOrders(warehouse: Warehouse, checked: Checked, gathered: Fragment): Promise<void> {
  await warehouse.run(sql`create or replace temp table ingest_gathered as ${gathered}`);
  await warehouse.run(sql`create or replace temp view ingest_raw_orders as select g.* ${absentOrderColumns(checked)} from ingest_gathered g`);
}

/**
 * Accepted rows → view `ingest_keyed_rows`, and view `ingest_lines`, one row per line: line, key, first (the first line of its order, which stands for the
 * order where rows are joined), row (place in the order), the line's own fields, amount, and `line_content`. What the source has of it lies in `ingest_numbered`.
 */
export async function gatherLines(warehouse: Warehouse, checked: Checked, mapping: Mapping): Promise<{ readonly duplicateLines: number }> {
  await keyRows(warehouse, checked, mapping);
  await warehouse.run(
    sql`create or replace temp table ingest_spans as select key, min(line) as first, max(line) - min(line) + 1 = count(*) as dense from ingest_keyed_rows group by key`,
  );
  const spans = await warehouse.row<{ loose: number }>(sql`select count(*) as loose from ingest_spans where not dense`);
  const numbered = numberedLines(checked, spans?.loose === 0);
  await warehouse.run(
    sql`create or replace temp table ingest_numbered as select * exclude (ordered_at), ${lineContent(checked)} as line_content from (${numbered}) l`,
  );
  await warehouse.run(sql`create or replace temp view ingest_lines as select n.* ${absentColumns(lineColumns(checked))} from ingest_numbered n`);
  return { duplicateLines: await countDuplicateLines(warehouse) };
}

/** View `ingest_keyed_rows`: accepted rows with `key`, which order they belong to. Where the source says so itself nothing is copied. */
async function keyRows(warehouse: Warehouse, checked: Checked, mapping: Mapping): Promise<void> {
  const rows = sql`select c.*, ${orderKey(checked, mapping)} as key from ingest_checked c where c.reject is null`;
  if (mapping.options.orderIdFrom === undefined && mapping.options.returnWhen === undefined) {
    await warehouse.run(sql`create or replace temp view ingest_keyed_rows as ${rows}`);
    return;
  }
  await warehouse.run(sql`create or replace temp table ingest_keyed as ${rows}`);
  await warehouse.run(sql`create or replace temp view ingest_keyed_rows as select * from ingest_keyed`);
}

function orderKey(checked: Checked, mapping: Mapping): Fragment {
  const from = mapping.options.orderIdFrom;
  const mark = mapping.options.returnWhen;
  const plain = from === undefined ? column(checked, 'order_id', 'VARCHAR') : from.includes(ROW_HASH) ? rowKey() : combinedKey(checked, from, 'key');
  if (mark === undefined) return plain;
  return sql`case when ${isMarked(checked, mark.equals)} then ${plain} || '#return' else ${plain} end`;
}

const isMarked = (checked: Checked, equals: string): Fragment => sql`coalesce(lower(${column(checked, 'mark', 'VARCHAR')}) = lower(${equals}), false)`;

/** Content hash of a row as 32 digits; the second identical row of a file ends in `-2`, and so on. */
export const rowKey = (): Fragment =>
  sql`c.content || case when row_number() over (partition by c.content order by c.line) = 1 then '' else '-' || row_number() over (partition by c.content order by c.line) end`;

/** Several columns as one id; NULL when one of them is blank. */
export const combinedKey = (checked: Checked, headers: readonly string[], prefix: 'key' | 'who'): Fragment =>
  join(
    headers.map((header) => column(checked, `${prefix}:${header}`, 'VARCHAR')),
    ` || '-' || `,
  );

type Named = { readonly name: string; readonly shape: Shape; readonly present: boolean; readonly value: Fragment };

/** What a line says of itself, as `items` names it. */
function lineColumns(checked: Checked): readonly Named[] {
  const named = (name: string, field: string, shape: Shape): Named => ({ name, shape, present: has(checked, field), value: column(checked, field, shape) });
  return [
    named('product_id', 'product_id', 'VARCHAR'),
    named('name', 'product', 'VARCHAR'),
    ...['category', 'brand', 'variant'].map((name) => named(name, name, 'VARCHAR')),
    named('price', 'price', 'DECIMAL(18,4)'),
    named('discount', 'line_discount', 'DECIMAL(18,4)'),
    // Properties that came as JSON are the order's.
    { name: 'properties', shape: 'VARCHAR', present: hasProperties(checked) && checked.properties === undefined, value: properties(checked) },
  ];
}

/** What stands on an order: its identifiers, its fields, the mark of a return, custom columns. */
const allColumns = (checked: Checked): readonly Named[] => [
  ...identityColumns(checked).map((one): Named => ({ name: one.column, shape: 'VARCHAR', present: true, value: column(checked, one.field, 'VARCHAR') })),
  ...Object.entries(orderFields).map(([name, shape]): Named => ({ name, shape, present: has(checked, name), value: column(checked, name, shape) })),
  { name: 'mark', shape: 'VARCHAR', present: has(checked, 'mark'), value: column(checked, 'mark', 'VARCHAR') },
  { name: 'properties', shape: 'VARCHAR', present: hasProperties(checked), value: properties(checked) },
];

const isPresent = ({ present }: Named): boolean => present;

/** `, null as name` for every column that the source does not have: a constant costs nothing, a column of nothing is written and read again. */
const absentColumns = (columns: readonly Named[]): Fragment =>
  join(
    columns.filter(({ present }) => !present).map(({ name, shape }) => sql`, ${nothing(shape)} as ${ident(name)}`),
    '',
  );

/** The fields of orders that the source does not have, as `, null as name`, but those that are known all the same. */
export const absentOrderColumns = (checked: Checked, known: readonly string[] = []): Fragment =>
  absentColumns(allColumns(checked).filter(({ name }) => !known.includes(name)));

/** Columns of `ingest_raw_orders` that the source has, or has not. */
export const orderColumnNames = (checked: Checked, present: boolean): readonly string[] =>
  allColumns(checked)
    .filter((one) => one.present === present)
    .map(({ name }) => name);

/**
 * Where the rows of every order lie together, a row's place in its order is told by its line; only else are they sorted. `given` has a bit for every
 * field of the order that the row fills.
 */
function numberedLines(checked: Checked, dense: boolean): Fragment {
  const place = dense ? sql`c.line - s.first + 1` : sql`row_number() over (partition by s.first order by c.line)`;
  const money = (name: string) => column(checked, name, 'DECIMAL(18,4)');
  const quantity = has(checked, 'quantity') ? sql`coalesce(${money('quantity')}, 1)` : sql`cast(1 as DECIMAL(18,4))`;
  const computed = sql`cast(${quantity} * ${money('price')} as DECIMAL(18,4)) - coalesce(${money('line_discount')}, 0)`;
  const own = lineColumns(checked).filter(isPresent);
  const filled = allColumns(checked).filter(isPresent);
  return sql`select c.line, c.key, s.first, cast(${place} as INTEGER) as row, ${column(checked, 'ordered_at', 'TIMESTAMP')} as ordered_at,
      ${join([...own.map(({ name, value }) => sql`${value} as ${ident(name)}`), sql`${quantity} as quantity`])}, coalesce(${money('line_total')}, ${computed}) as amount,
      ${has(checked, 'total') ? sql`${money('total')} as total,` : sql``}
      cast(${join([...filled.map(({ value }, bit) => sql`(case when ${value} is null then 0 else ${2n ** BigInt(bit)} end)`), sql`0`], ' + ')} as BIGINT) as given
    from ingest_keyed_rows c join ingest_spans s on s.key is not distinct from c.key`;
}

/** 64-bit MD5 of what a line says, its own date included: an invoice may be written over two minutes. */
function lineContent(checked: Checked): Fragment {
  const own = new Map(lineColumns(checked).map((one) => [one.name, one.present ? ident('l', one.name) : undefined]));
  return shortPrint([
    has(checked, 'ordered_at') ? sql`epoch_us(l.ordered_at)` : undefined,
    ...['product_id', 'name', 'category', 'brand', 'variant'].map((name) => own.get(name)),
    sql`l.quantity`,
    own.get('price'),
    own.get('discount'),
    ...(has(checked, 'line_total') ? [sql`l.amount`] : []),
    own.get('properties'),
  ]);
}

const orderColumns = (checked: Checked, pick: (column: Fragment) => Fragment): Fragment =>
  join(
    allColumns(checked)
      .filter(isPresent)
      .map(({ name, value }) => sql`${pick(value)} as ${ident(name)}`),
  );

/**
 * Fields of each order, and temp table `ingest_sums` over its lines. Nearly always the first row of an order fills all that any row of it fills, and is
 * the head as it stands; only else is the first value of each field looked for.
 */
async function orderHeads(warehouse: Warehouse, checked: Checked): Promise<Fragment> {
  await warehouse.run(sql`create or replace temp table ingest_sums as
    select first as line, count(*) as rows, count(*) as lines, sum(amount) as amount, sum(quantity) as quantity, sum(cast(line_content as HUGEINT) * row) as contents,
      min(line_content) = max(line_content) as alike, ${has(checked, 'line_discount') ? sql`sum(abs(discount))` : sql`cast(null as DECIMAL(18,4))`} as line_discounts,
      ${totals(checked, sql`total`)}, bit_or(given) <> any_value(given) filter (row = 1) as loose
    from ingest_numbered group by first`);
  if ((await warehouse.row(sql`select 1 from ingest_sums where loose limit 1`)) === undefined)
    return sql`select c.key as order_id, c.line, ${orderColumns(checked, (one) => one)} from ingest_keyed_rows c`;
  return sql`select any_value(c.key) as order_id, s.first as line, ${orderColumns(checked, (one) => sql`arg_min(${one}, c.line)`)}
    from ingest_keyed_rows c join ingest_spans s on s.key is not distinct from c.key group by s.first`;
}

const totals = (checked: Checked, total: Fragment): Fragment =>
  has(checked, 'total')
    ? sql`sum(${total}) as total_sum, coalesce(max(${total}) <> min(${total}), false) as total_varies`
    : sql`cast(null as DECIMAL(18,4)) as total_sum, false as total_varies`;

/** Rows without lines of their own that belong together: the first value of each field. */
const groupedOrders = (checked: Checked): Fragment =>
  sql`select c.key as order_id, min(c.line) as line, ${orderColumns(checked, (one) => sql`arg_min(${one}, c.line)`)}, count(*) as rows, ${noLines},
      ${totals(checked, column(checked, 'total', 'DECIMAL(18,4)'))}
    from ingest_keyed_rows c group by c.key`;

const noLines = sql`0 as lines, cast(null as DECIMAL(18,4)) as amount, cast(null as DECIMAL(18,4)) as quantity, cast(0 as HUGEINT) as contents, cast(null as DECIMAL(18,4)) as line_discounts`;

/** One row per order: where an order stands twice in a file, its last row is the newest. */
function singleOrders(checked: Checked, repeated: boolean): Fragment {
  return sql`select c.key as order_id, c.line, ${orderColumns(checked, (one) => one)}, 1 as rows, ${noLines},
      ${column(checked, 'total', 'DECIMAL(18,4)')} as total_sum, false as total_varies
    from ingest_keyed_rows c ${repeated ? sql`qualify row_number() over (partition by c.key order by c.line desc) = 1` : sql``}`;
}

/** Lines are told apart by 64 bits of order and content: among ten million the odds that two different ones agree are one in 400,000. */
async function countDuplicateLines(warehouse: Warehouse): Promise<number> {
  const found = await warehouse.row<{ n: number }>(sql`select count(*) - count(distinct hash(first, line_content)) as n from ingest_lines`);
  return found?.n ?? 0;
}

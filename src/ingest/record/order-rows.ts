import { ROW_HASH, type Mapping } from '../../contract/index.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Checked } from '../check/check-rows.ts';
import { column, has, properties, shortPrint } from './fields.ts';
import { identityColumns } from './people.ts';

/** Fields that describe a line of an order; a source that has one of them is one row per line. */
const lineFields = ['product_id', 'product', 'category', 'brand', 'variant', 'quantity', 'price', 'line_discount', 'line_total'] as const;

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
  company: 'VARCHAR',
  accepts_email: 'BOOLEAN',
  tags: 'VARCHAR[]',
} as const;

/**
 * Accepted rows → temp table `ingest_lines` (line, key, first: the first line of its order, which stands for the order where rows are joined, row: place
 * in the order, the line's own fields, amount, content), one row per line,
 * and `ingest_raw_orders`: one row per order with the first value that its rows give for each field, and sums over the lines.
 */
export async function gatherOrders(
  warehouse: Warehouse,
  checked: Checked,
  mapping: Mapping,
): Promise<{ readonly overwritten: number; readonly duplicateLines: number }> {
  if (holdsLines(checked)) {
    const { duplicateLines } = await gatherLines(warehouse, checked, mapping);
    await warehouse.run(sql`create or replace temp table ingest_raw_orders as ${groupedOrders(checked)}`);
    return { overwritten: 0, duplicateLines };
  }
  await keyRows(warehouse, checked, mapping);
  const grouped = mapping.options.inheritRows === true;
  const counts = await warehouse.row<{ rows: number; keys: number }>(sql`select count(*) as rows, count(distinct key) as keys from ingest_keyed_rows`);
  const overwritten = grouped ? 0 : (counts?.rows ?? 0) - (counts?.keys ?? 0);
  await warehouse.run(sql`create or replace temp table ingest_raw_orders as ${grouped ? groupedOrders(checked) : singleOrders(checked, overwritten > 0)}`);
  return { overwritten, duplicateLines: 0 };
}

/** Accepted rows → `ingest_keyed_rows` and `ingest_lines`. */
export async function gatherLines(warehouse: Warehouse, checked: Checked, mapping: Mapping): Promise<{ readonly duplicateLines: number }> {
  await keyRows(warehouse, checked, mapping);
  await warehouse.run(
    sql`create or replace temp table ingest_spans as select key, min(line) as first, max(line) - min(line) + 1 = count(*) as dense from ingest_keyed_rows group by key`,
  );
  const spans = await warehouse.row<{ loose: number }>(sql`select count(*) as loose from ingest_spans where not dense`);
  const numbered = numberedLines(checked, spans?.loose === 0);
  await warehouse.run(sql`create or replace temp table ingest_lines as select *, ${lineContent(checked)} as line_content from (${numbered}) l`);
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

/** Where the rows of every order lie together, a row's place in its order is told by its line; only else are they sorted. */
function numberedLines(checked: Checked, dense: boolean): Fragment {
  const copied = lineFields.flatMap((name) => (checked.fields.get(name) === undefined ? [] : [checked.fields.get(name)?.column ?? '']));
  const rest = join(['reject', 'dropped', ...copied].map((name) => ident(name)));
  const place = dense ? sql`c.line - s.first + 1` : sql`row_number() over (partition by s.first order by c.line)`;
  const money = (name: string) => column(checked, name, 'DECIMAL(18,4)');
  const quantity = has(checked, 'quantity') ? sql`coalesce(${money('quantity')}, 1)` : sql`cast(1 as DECIMAL(18,4))`;
  const computed = sql`cast(${quantity} * ${money('price')} as DECIMAL(18,4)) - coalesce(${money('line_discount')}, 0)`;
  return sql`select c.* exclude (${rest}), s.first, cast(${place} as INTEGER) as row,
      ${column(checked, 'product_id', 'VARCHAR')} as product_id, ${column(checked, 'product', 'VARCHAR')} as name, ${column(checked, 'category', 'VARCHAR')} as category,
      ${column(checked, 'brand', 'VARCHAR')} as brand, ${column(checked, 'variant', 'VARCHAR')} as variant, ${quantity} as quantity, ${money('price')} as price,
      ${money('line_discount')} as discount, coalesce(${money('line_total')}, ${computed}) as amount, ${properties(checked)} as properties
    from ingest_keyed_rows c join ingest_spans s on s.key is not distinct from c.key`;
}

/** 64-bit MD5 of what a line says, its own date included: an invoice may be written over two minutes. */
const lineContent = (checked: Checked): Fragment =>
  shortPrint([
    sql`epoch_us(${column(checked, 'ordered_at', 'TIMESTAMP', 'l')})`,
    ...[
      'product_id',
      'name',
      'category',
      'brand',
      'variant',
      'quantity',
      'price',
      'discount',
      ...(has(checked, 'line_total') ? ['amount'] : []),
      'properties',
    ].map((name) => ident('l', name)),
  ]);

const orderColumns = (checked: Checked, pick: (column: Fragment) => Fragment): Fragment =>
  join([
    ...identityColumns(checked).map((one) => sql`${pick(column(checked, one.field, 'VARCHAR'))} as ${ident(one.column)}`),
    ...Object.entries(orderFields).map(
      ([name, shape]) => sql`${has(checked, name) ? pick(column(checked, name, shape)) : column(checked, name, shape)} as ${ident(name)}`,
    ),
    sql`${has(checked, 'mark') ? pick(column(checked, 'mark', 'VARCHAR')) : column(checked, 'mark', 'VARCHAR')} as mark`,
    sql`${[...checked.fields.values()].some(({ custom }) => custom) ? pick(properties(checked)) : properties(checked)} as properties`,
  ]);

function groupedOrders(checked: Checked): Fragment {
  const lines = holdsLines(checked);
  const total = column(checked, 'total', 'DECIMAL(18,4)');
  return sql`select ${lines ? sql`any_value(c.key) as order_id, c.first as line` : sql`c.key as order_id, min(c.line) as line`}, ${orderColumns(checked, (one) => sql`arg_min(${one}, c.line)`)}, count(*) as rows,
      ${lines ? sql`count(*) as lines, sum(c.amount) as amount, sum(c.quantity) as quantity, sum(cast(c.line_content as HUGEINT) * c.row)` : sql`0 as lines, cast(null as DECIMAL(18,4)) as amount, cast(null as DECIMAL(18,4)) as quantity, cast(0 as HUGEINT)`} as contents,
      ${has(checked, 'total') ? sql`sum(${total})` : sql`cast(null as DECIMAL(18,4))`} as total_sum,
      ${has(checked, 'total') ? sql`coalesce(max(${total}) <> min(${total}), false)` : sql`false`} as total_varies
    from ${lines ? sql`ingest_lines c group by c.first` : sql`ingest_keyed_rows c group by c.key`}`;
}

/** One row per order: where an order stands twice in a file, its last row is the newest. */
function singleOrders(checked: Checked, repeated: boolean): Fragment {
  return sql`select c.key as order_id, c.line, ${orderColumns(checked, (one) => one)}, 1 as rows, 0 as lines, cast(null as DECIMAL(18,4)) as amount,
      cast(null as DECIMAL(18,4)) as quantity, cast(0 as HUGEINT) as contents, ${column(checked, 'total', 'DECIMAL(18,4)')} as total_sum, false as total_varies
    from ingest_keyed_rows c ${repeated ? sql`qualify row_number() over (partition by c.key order by c.line desc) = 1` : sql``}`;
}

/** Lines are told apart by 64 bits of order and content: among ten million the odds that two different ones agree are one in 400,000. */
async function countDuplicateLines(warehouse: Warehouse): Promise<number> {
  const found = await warehouse.row<{ n: number }>(sql`select count(*) - count(distinct hash(first, line_content)) as n from ingest_lines`);
  return found?.n ?? 0;
}

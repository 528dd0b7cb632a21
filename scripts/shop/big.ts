import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { products } from './catalogue.ts';
import { mensNames, surnames, womensNames } from './names.ts';
import { places } from './places.ts';

export type BigShopPlan = {
  readonly customers: number;
  readonly orders: number;
  readonly events: number;
  readonly seed: number;
  readonly end: string;
  readonly format: 'csv' | 'parquet';
};

/** Names of web and e-mail events in a large shop, with their share of a hundred. */
export const bigEvents: readonly (readonly [string, number])[] = [
  ['Product Viewed', 46],
  ['Email Delivered', 22],
  ['Product Added', 12],
  ['Email Opened', 10],
  ['Checkout Started', 6],
  ['Email Link Clicked', 4],
];

/**
 * A shop of any size, written by DuckDB itself: every cell is a hash of (row, column, seed), so a plan gives the same
 * files with the same engine. Orders fall on customers unevenly (a fifth of them places about half), have 1 to 4 lines (2.5 on
 * average) and come in order of time, like an export.
 */
export async function makeBigShop(plan: BigShopPlan, folder: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await prepare(connection, plan);
    const write = async (name: string, query: string): Promise<void> => {
      const file = join(folder, `${name}.${plan.format}`).replaceAll("'", "''");
      const options = plan.format === 'csv' ? 'format csv, header' : 'format parquet, compression snappy';
      await connection.run(`copy (${query}) to '${file}' (${options})`);
    };
    await write('customers', customersQuery(plan));
    await write(
      'products',
      'select unnest(ids()) as "Product ID", unnest(names()) as "Product Name", unnest(categories()) as "Category", unnest(prices()) as "Price"',
    );
    if (plan.orders > 0) await write('orders', ordersQuery(plan));
    if (plan.events > 0) await write('events', eventsQuery(plan));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** `u(row, column)` is uniform in [0, 1); `customer_of(u)` favours low numbers. */
async function prepare(connection: DuckDBConnection, { customers, seed, end }: BigShopPlan): Promise<void> {
  const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
  const listed = (values: readonly string[]): string => `[${values.join(', ')}]`;
  for (const statement of [
    "set timezone = 'UTC'",
    `create macro u(row_number, salt) as hash(row_number * 64 + salt + ${Math.trunc(seed)} * 1000003) / 18446744073709551616.0`,
    `create macro customer_of(chance) as floor(${customers} * power(chance, 2.2))::integer`,
    `create macro ends() as ${text(end)}::timestamp + interval 1 day`,
    `create macro ids() as ${listed(products.map(({ id }) => text(id)))}`,
    `create macro names() as ${listed(products.map(({ name }) => text(name)))}`,
    `create macro categories() as ${listed(products.map(({ category }) => text(category)))}`,
    `create macro prices() as ${listed(products.map(({ price }) => `${price / 100}::decimal(18, 2)`))}`,
  ]) {
    await connection.run(statement);
  }
}

const among = (names: readonly string[], salt: number): string =>
  `[${names.map((name) => `'${name.replaceAll("'", "''")}'`).join(', ')}][1 + floor(u(i, ${salt}) * ${names.length})::integer]`;

function customersQuery({ customers }: BigShopPlan): string {
  const towns = places.filter(([place]) => place.country === 'GB').map(([place]) => place.city);
  return `
    select printf('C%07d', i) as "Customer ID", ${among([...womensNames, ...mensNames], 1)} as "First Name", ${among(surnames, 2)} as "Last Name",
      'customer' || i || '@example.com' as "Email", ${among(towns, 3)} as "City", case when u(i, 4) < 0.9 then 'GB' when u(i, 4) < 0.95 then 'IE' else 'DE' end as "Country",
      case when u(i, 5) < 0.6 then 'yes' else 'no' end as "Accepts Email Marketing",
      strftime(date_trunc('minute', ends() - interval 3 year + to_seconds(floor(u(i, 6) * 90000000)::bigint)), '%Y-%m-%d %H:%M') as "Created At"
    from range(${customers}) t (i)`;
}

function ordersQuery({ orders }: BigShopPlan): string {
  return `
    with heads as (
      select i, customer_of(u(i, 10)) as customer, 1 + floor(u(i, 11) * 4)::integer as lines, u(i, 12) < 0.15 as has_coupon,
        strftime(ends() - interval 3 year + to_seconds((i::double / ${orders} * 94600000)::bigint), '%Y-%m-%d %H:%M:%S') as placed from range(${orders}) t (i)),
    lines as (select *, unnest(range(lines)) as line from heads),
    chosen as (
      select *, 1 + floor(power(u(i * 4 + line, 20), 1.5) * ${products.length})::integer as number, 1 + floor(power(u(i * 4 + line, 21), 3) * 4)::integer as quantity from lines)
    select printf('DG%08d', i) as "Order ID", placed as "Date", printf('C%07d', customer) as "Customer ID", 'customer' || customer || '@example.com' as "Email",
      case when u(i, 13) < 0.02 then 'cancelled' else 'completed' end as "Status", 'GBP' as "Currency", case when u(i, 14) < 0.9 then 'web' else 'shop' end as "Channel",
      case when has_coupon then 'GRIND10' end as "Coupon", ids()[number] as "Product ID", names()[number] as "Product", categories()[number] as "Category", quantity as "Quantity", price as "Unit Price",
      off as "Line Discount", (quantity * price - off)::decimal(18, 2) as "Line Total"
    from (select *, prices()[number] as price, case when has_coupon then quantity * prices()[number] * 0.1 else 0 end::decimal(18, 2) as off from chosen)`;
}

function eventsQuery({ events }: BigShopPlan): string {
  let below = 0;
  const names = bigEvents.map(([name, share]) => `when chance < ${(below += share) / 100} then '${name}'`);
  return `
    with rows as (select i, u(i, 30) as chance, customer_of(u(i, 31)) as customer, 1 + floor(u(i, 32) * ${products.length})::integer as number from range(${events}) t (i))
    select printf('ev%09d', i) as "Event ID", case ${names.join(' ')} else '${bigEvents[0]?.[0] ?? ''}' end as "Event",
      strftime(ends() - interval 1 year + to_seconds((i::double / ${events} * 31500000)::bigint), '%Y-%m-%dT%H:%M:%SZ') as "Timestamp",
      printf('C%07d', customer) as "Customer ID", ids()[number] as "Product ID", categories()[number] as "Category", prices()[number] as "Value",
      case when u(i, 33) < 0.6 then 'mobile' else 'desktop' end as "Device", case when u(i, 34) < 0.2 then 'spring' end as "Campaign"
    from rows`;
}

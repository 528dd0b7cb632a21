import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { makeShop } from '../scripts/shop/shop.ts';

const folder = join(import.meta.dirname, '../examples/daily-grind');
const committed = (name: string): string => readFileSync(join(folder, name), 'utf8');

type Truth = { readonly summary: Readonly<Record<string, number | string>>; readonly customers: readonly Readonly<Record<string, unknown>>[] };
const truthFile = `${folder}-truth.json`;
const truth = JSON.parse(readFileSync(truthFile, 'utf8')) as Truth;

async function ask(query: string): Promise<Readonly<Record<string, unknown>>> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const found = await connection.runAndReadAll(query.replaceAll('FOLDER', folder));
  const [row] = found.getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return row ?? {};
}

describe('the example shop', () => {
  test('comes out of its seed byte for byte', () => {
    const shop = makeShop({ customers: 1200, seed: 1, end: '2026-06-30' });
    expect(shop.truth === readFileSync(truthFile, 'utf8'), 'the ground truth differs').toBe(true);
    for (const [name, text] of shop.files)
      expect(text === committed(name), `${name} differs: run node scripts/shop/generate.ts --out examples/daily-grind`).toBe(true);
  });

  test('takes less than 4 MB', () => {
    const bytes = [...makeShop({ customers: 1200, seed: 1, end: '2026-06-30' }).files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    expect(bytes).toBeLessThan(4_000_000);
  });

  test('is another shop under another seed', () => {
    const text = (seed: number): string | undefined => makeShop({ customers: 20, seed, end: '2026-06-30' }).files.get('orders.csv');
    expect(text(1)).not.toBe(text(2));
  });

  test('sums to what the ground truth says, counted by DuckDB from the order file alone', async () => {
    const counted = await ask(`
      with lines as (from read_csv('FOLDER/orders.csv', all_varchar = true) where "Order ID" not in ('DG9001', 'DG9002')),
      orders as (
        select "Order ID" as id, any_value("Status") as status, sum("Line Total"::decimal(18, 2)) as total,
          bool_and("Customer ID" is null and "Email" is null) as nobody
        from lines group by 1)
      select count(*) filter (status = 'completed' and total >= 0)::int as orders, count(*) filter (total < 0)::int as returns,
        count(*) filter (status = 'cancelled')::int as cancelled_orders, count(*) filter (nobody)::int as orders_without_customer,
        sum(total) filter (status = 'completed' and total >= 0)::varchar as ordered, (-sum(total) filter (total < 0))::varchar as returned,
        sum(total) filter (status = 'completed')::varchar as revenue, (select count(*) from lines)::int as order_lines from orders`);
    expect(truth.summary).toMatchObject(counted);
  });

  test('says of every customer what the order file says', async () => {
    const counted = await ask(`
      with truth as (from read_json('FOLDER-truth.json')), told as (select unnest(customers) as told from truth),
      people as (select told.customer_id as id, coalesce(told.duplicate_of, told.customer_id) as person, told.orders, told.spent::decimal(18, 2) as spent from told),
      -- Guests are known by their address; three quarters of shared addresses are told apart by the id alone, so those rows are left out.
      list as (select distinct "Customer ID" as id, lower("Email") as email from read_csv('FOLDER/customers.csv', all_varchar = true)),
      lines as (
        select coalesce(l."Customer ID", g.id) as id, l."Order ID" as order_id, l."Line Total"::decimal(18, 2) as total
        from read_csv('FOLDER/orders.csv', all_varchar = true) l
        left join list g on l."Customer ID" is null and lower(l."Email") = g.email and g.email not like 'info@%'
        where "Status" = 'completed' and "Order ID" not in ('DG9001', 'DG9002')),
      sums as (
        select person, count(distinct order_id) filter (order_id like 'DG%') as orders, coalesce(sum(total), 0) as spent
        from lines join people using (id) group by 1),
      blurred as (select id from list where email like 'info@%')
      select count(*)::int as checked, count(*) filter (p.orders = coalesce(s.orders, 0) and p.spent = coalesce(s.spent, 0))::int as agree
      from people p left join sums s on s.person = p.id where p.id = p.person and p.id not in (from blurred)`);
    expect(counted).toEqual({ checked: 1196, agree: 1196 });
  });

  test('plants duplicates that stand in the customer list twice', () => {
    const duplicates = truth.customers.filter((customer) => 'duplicate_of' in customer);
    expect(duplicates).toHaveLength(Number(truth.summary['planted_duplicates']));
    const list = committed('customers.csv');
    for (const { customer_id: id, duplicate_of: original } of duplicates) {
      expect(list).toContain(`\n${String(id)},`);
      expect(list).toContain(`\n${String(original)},`);
    }
  });
});

import { migrate, openDuckdb, setCounter } from '../../src/warehouse/index.ts';
import { sql } from '../../src/sql/index.ts';

/**
 * Fills a workspace's warehouse with a large shop's events, lying as the importer lays them: clustered by name, profile
 * and time. Arguments: the warehouse file, customers, events, seed. The year ends with 2026-06-30.
 */
const [file = '', customersText = '', eventsText = '', seedText = ''] = process.argv.slice(2);
const customers = Number(customersText);
const events = Number(eventsText);

const warehouse = await openDuckdb(file);
await migrate(warehouse);
/** Uniform in [0, 1) for row `i` and a column's salt. */
const u = (salt: number) => sql`(hash(i * 64 + ${salt + Number(seedText) * 1000003}) / 18446744073709551616.0)`;
await warehouse.transaction(async () => {
  await warehouse.run(sql`insert into batches values (1, '1', 'bench', 'events', '2026-07-01')`);
  await warehouse.run(sql`insert into profiles select i, 1, '2026-07-01'::TIMESTAMP from range(${customers}) t (i)`);
  await warehouse.run(sql`insert into identifiers select i, 'customer_id', printf('C%07d', i), i, 1 from range(${customers}) t (i)`);
  await warehouse.run(
    sql`insert into customers select 1, 'bench', printf('C%07d', i), i::HUGEINT, i, i, '2025-07-01'::TIMESTAMP from range(${customers}) t (i)`,
  );
  await warehouse.run(sql`
    insert into traits select 1, 'bench', printf('C%07d', i), i, 'country', ['GB', 'GB', 'GB', 'IE', 'DE', 'FR'][1 + floor(${u(1)} * 6)::INTEGER], 2, '2025-07-01'::TIMESTAMP
    from range(${customers}) t (i)`);
  await warehouse.run(sql`
    insert into events
    select 1, 'bench', i::HUGEINT, customer, customer, name, happened, happened, value, product_id, null, category, campaign, null, device, null, null, null
    from (
      select i, floor(${customers} * power(${u(2)}, 1.4))::INTEGER as customer,
        ['Product Viewed', 'Product Viewed', 'Product Viewed', 'Product Viewed', 'Email Delivered', 'Email Delivered', 'Product Added', 'Email Opened', 'Checkout Started', 'Email Link Clicked']
          [1 + floor(${u(3)} * 10)::INTEGER] as name,
        '2025-07-01'::TIMESTAMP + to_microseconds(floor(${u(4)} * 31536000000000)::BIGINT) as happened,
        round(${u(5)} * 100, 2) as value, 'P' || floor(${u(6)} * 400)::INTEGER as product_id,
        ['Espresso', 'Filter Coffee', 'Decaf', 'Subscriptions', 'Equipment', 'Gifts', 'Tea', 'Wholesale'][1 + floor(${u(7)} * 8)::INTEGER] as category,
        case when ${u(8)} < 0.2 then 'spring' when ${u(8)} < 0.3 then 'winter' end as campaign, case when ${u(9)} < 0.6 then 'mobile' else 'desktop' end as device
      from range(${events}) t (i))
    order by name, customer, happened`);
});
await setCounter(warehouse, 'next_identifier', customers);
await setCounter(warehouse, 'next_profile', customers);
await setCounter(warehouse, 'facts_version', 1);
await warehouse.close();
process.stdout.write('{}');

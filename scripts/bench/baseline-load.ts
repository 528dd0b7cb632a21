import { DuckDBInstance } from '@duckdb/node-api';

/**
 * The least that loading can cost: DuckDB alone reads a file into a typed table of a database on disk, in a process of
 * its own. Arguments: which file, its path, the database to make.
 */
const [which = '', file = '', database = ''] = process.argv.slice(2);
const path = `'${file.replaceAll("'", "''")}'`;

const queries: Readonly<Record<string, string>> = {
  'online-retail': `
    select InvoiceNo, StockCode, Description, Quantity::integer as Quantity, InvoiceDate::timestamp as InvoiceDate, UnitPrice::decimal(18, 4) as UnitPrice, CustomerID, Country
    from read_csv(${path}, header = true, all_varchar = true)`,
  orders: `
    select "Order ID", "Date"::timestamp as "Date", "Customer ID", "Email", "Status", "Currency", "Channel", "Coupon", "Product ID", "Product", "Category",
      "Quantity"::decimal(18, 4) as "Quantity", "Unit Price"::decimal(18, 4) as "Unit Price", "Line Discount"::decimal(18, 4) as "Line Discount", "Line Total"::decimal(18, 4) as "Line Total"
    from read_csv(${path}, header = true, all_varchar = true)`,
  events: `
    select "Event ID", "Event", ("Timestamp"::timestamptz)::timestamp as "Timestamp", "Customer ID", "Product ID", "Category", "Value"::double as "Value", "Device", "Campaign"
    from read_csv(${path}, header = true, all_varchar = true)`,
};

const instance = await DuckDBInstance.create(database);
const connection = await instance.connect();
await connection.run("set timezone = 'UTC'");
await connection.run(`create table loaded as ${queries[which] ?? ''}`);
const counted = await connection.runAndReadAll('select count(*)::integer from loaded');
connection.closeSync();
instance.closeSync();
process.stdout.write(JSON.stringify({ rows: counted.getRows()[0]?.[0] }));

import { join, sql } from '../../sql/index.ts';
import type { Checked } from '../check/check-rows.ts';
import type { Job } from '../context.ts';
import { column, fingerprint, properties } from './fields.ts';
import { nobody, nothingRecorded, type Recorded } from './recorded.ts';
import { makeRoom } from './versions.ts';

/** Checked rows → one row per product; the last row of a product in a file wins. */
export async function recordProducts(job: Job, checked: Checked): Promise<Recorded> {
  const { warehouse } = job.context;
  const { batch } = job.run;
  const { source } = job.mapping;
  const fields = [
    sql`${column(checked, 'product_id', 'VARCHAR')} as product_id`,
    sql`${column(checked, 'name', 'VARCHAR')} as name`,
    sql`${column(checked, 'category', 'VARCHAR')} as category`,
    sql`${column(checked, 'brand', 'VARCHAR')} as brand`,
    sql`${column(checked, 'price', 'DECIMAL(18,4)')} as price`,
    sql`${column(checked, 'cost', 'DECIMAL(18,4)')} as cost`,
    sql`${properties(checked)} as properties`,
  ];
  const printed = [sql`r.name`, sql`r.category`, sql`r.brand`, sql`r.price`, sql`r.cost`, sql`r.properties`];
  await warehouse.run(sql`create or replace temp table ingest_products as select *, ${fingerprint(printed)} as fingerprint
    from (select ${join([sql`c.line`, ...fields])} from ingest_checked c where c.reject is null) r
    qualify row_number() over (partition by product_id order by line desc) = 1`);
  const versions = await makeRoom(warehouse, { batch, source, table: 'products', alongside: [], incoming: 'ingest_products' });
  await warehouse.run(sql`insert into products select ${batch}, ${source}, product_id, fingerprint, name, category, brand, price, cost, properties
    from ingest_products r semi join ingest_news n on n.key = r.product_id order by line`);
  return { ...nothingRecorded, ...versions, people: nobody };
}

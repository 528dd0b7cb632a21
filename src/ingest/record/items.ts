import { countOf } from '../../core/index.ts';
import { type Fragment, ident, sql } from '../../sql/index.ts';
import { orderedValue, type Warehouse } from '../../warehouse/index.ts';
import { type Checked, rejectLate } from '../check/check-rows.ts';
import type { Job } from '../context.ts';
import { fingerprint, has } from './fields.ts';
import { gatherLines } from './order-rows.ts';
import { nobody, nothingRecorded, type Recorded } from './recorded.ts';

/**
 * Lines on their own: those of an order replace the lines that it had, and take date, customer and standing from it. Lines of an order that was
 * never imported are rejected. An order whose lines are the same as before is skipped.
 */
export async function recordItems(job: Job, checked: Checked): Promise<Recorded> {
  const { warehouse } = job.context;
  const { batch } = job.run;
  const { source } = job.mapping;
  await rejectUnknownOrders(job, checked);
  const { duplicateLines } = await gatherLines(warehouse, checked, job.mapping);
  const lines = await pricedLines(warehouse, checked, source);
  const versions = await compareLines(warehouse, source, lines);
  await warehouse.run(sql`insert into sightings select ${batch}, ${source}, 'items', key, null from ingest_states where same`);
  const leaving = sql`source = ${source} and order_id in (select key from ingest_states where known and not same)`;
  await warehouse.run(sql`insert into items_superseded select * from items where ${leaving}`);
  await warehouse.run(sql`delete from items where ${leaving}`);
  await warehouse.run(sql`insert into items select ${batch}, ${source}, l.key, l.row, o.identifier, o.profile, o.ordered_at, o.is_return, o.counts, l.product_id, l.name,
      l.category, l.brand, l.variant, l.quantity, l.price, l.discount, l.amount, l.properties
    from ${lines} l join orders o on o.source = ${source} and o.order_id = l.key semi join (select key from ingest_states where not same) s on s.key = l.key
    order by l.line`);
  const items = await warehouse.row<{ n: number }>(sql`select count(*) as n from ingest_lines`);
  const warnings =
    duplicateLines > 0
      ? [`${countOf(duplicateLines, 'line', ['repeats', 'repeat'])} another of the same order exactly; kept, as a till can scan a thing twice.`]
      : [];
  return { ...nothingRecorded, ...versions, items: items?.n ?? 0, duplicateLines, people: nobody, warnings };
}

async function rejectUnknownOrders(job: Job, checked: Checked): Promise<void> {
  const order = checked.fields.get('order_id');
  if (order === undefined) return;
  const known = sql`select order_id from orders where source = ${job.mapping.source}`;
  await rejectLate(job.context.warehouse, checked, 'unknown-order', sql`${ident(order.column)} not in (${known})`);
}

/** The lines, and where a file names no amount: of an order's only line, what the order came to; repeats of it add nothing. */
async function pricedLines(warehouse: Warehouse, checked: Checked, source: string): Promise<Fragment> {
  if (has(checked, 'price') || has(checked, 'line_total')) return sql`ingest_lines`;
  await warehouse.run(sql`create or replace temp table ingest_priced as
    select l.* replace (case when min(l.line_content) over same = max(l.line_content) over same then case when l.row = 1 then ${orderedValue(sql`o`)} else 0 end end as amount)
    from ingest_lines l join orders o on o.source = ${source} and o.order_id = l.key window same as (partition by l.key)`);
  return sql`ingest_priced`;
}

/** `ingest_states(key, known, same)`: orders with lines in the file, whether they had lines, and whether those were the same. */
async function compareLines(warehouse: Warehouse, source: string, lines: Fragment): Promise<Pick<Recorded, 'created' | 'updated' | 'skipped'>> {
  const print = fingerprint([
    sql`row`,
    sql`product_id`,
    sql`name`,
    sql`category`,
    sql`brand`,
    sql`variant`,
    sql`quantity`,
    sql`price`,
    sql`discount`,
    sql`amount`,
    sql`properties`,
  ]);
  await warehouse.run(sql`create or replace temp table ingest_states as
    select n.key, k.key is not null as known, coalesce(k.print = n.print, false) as same
    from (select key, bit_xor(${print}) as print from ${lines} group by key) n
    left join (select order_id as key, bit_xor(${print}) as print from (select *, line as row, total as amount from items where source = ${source} and order_id in (select key from ingest_lines)) group by order_id) k on k.key = n.key`);
  const counts = await warehouse.row<Pick<Recorded, 'created' | 'updated' | 'skipped'>>(sql`
    select count(*) filter (not known) as created, count(*) filter (known and not same) as updated, count(*) filter (same) as skipped from ingest_states`);
  return counts ?? { created: 0, updated: 0, skipped: 0 };
}

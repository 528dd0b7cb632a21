import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { liveBatch } from './live-batch.ts';

/**
 * Observations in temp table `live_observed(source, record_id, identifier, name, value, trust, observed_at)` → `traits`. Of each trait of a record the newest
 * observation stays (of two at one instant the value last in order), so in whatever order they come the same is known in the end.
 */
export async function mergeTraits(warehouse: Warehouse): Promise<void> {
  if ((await warehouse.row(sql`select 1 from live_observed limit 1`)) === undefined) return;
  const same = sql`t.source = n.source and t.name = n.name and t.record_id is not distinct from n.record_id and (t.record_id is not null or t.identifier = n.identifier)`;
  await warehouse.run(sql`create or replace temp table live_newest as
    select * from live_observed where value is not null and identifier is not null
    qualify row_number() over (partition by source, record_id, case when record_id is null then identifier end, name order by observed_at desc, value desc) = 1`);
  // What is known of the same records: one narrow look at the traits.
  await warehouse.run(sql`create or replace temp table live_told as
    select t.source, t.record_id, t.identifier, t.name, t.value, t.observed_at from traits t
    where t.batch = ${liveBatch} and t.identifier in (select identifier from live_newest)`);
  await warehouse.run(sql`create or replace temp table live_better as
    select n.* from live_newest n left join live_told t on ${same} where t.name is null or (n.observed_at, n.value) > (t.observed_at, t.value)`);
  await warehouse.run(sql`delete from traits t using live_better n
    where t.batch = ${liveBatch} and ${same} and t.identifier in (select identifier from live_better)`);
  await warehouse.run(
    sql`insert into traits select ${liveBatch}, source, record_id, identifier, name, value, trust, observed_at from live_better order by identifier, name`,
  );
}

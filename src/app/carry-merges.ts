import { type Fragment, sql } from '../sql/index.ts';
import type { Warehouse } from '../warehouse/index.ts';

/**
 * What people decided about who is who is replayed by a rebuild, so the merges that came of it never happen there again, and those taken back
 * never happen at all. Their log is carried over from the old warehouse to the new one, attached as `rebuilt`: who brought whom together, when, and
 * whether it was taken back, with the numbers that customers have there. So a merge of a person can still be taken back.
 */
export async function carryMerges(old: Warehouse): Promise<void> {
  // Everything in the log is told by the identifiers on both sides: customers' and identifiers' numbers are others now.
  await old.run(sql`create or replace temp table carried_sides as
    select m.merge, g.absorbed, min(r.profile) as profile
    from merges m join merged_identifiers g using (merge) join identifiers i using (identifier)
      join rebuilt.identifiers r on r.namespace = i.namespace and r.value = i.value
    where (m.batch = 0 or m.undone_at is not null) and r.profile is not null
    group by all`);
  await old.run(sql`create or replace temp table carried_merges as
    select m.*, s.profile as survivor_now, a.profile as absorbed_now,
      ((select coalesce(max(value), 0) from rebuilt.counters where name = 'last_merge') + row_number() over (order by m.merge))::integer as merge_now
    from merges m join carried_sides s on s.merge = m.merge and not s.absorbed join carried_sides a on a.merge = m.merge and a.absorbed
    where (m.undone_at is null) = (s.profile = a.profile)`);
  // Who was absorbed has no customer of that number any more; the number is another one's now, or free as it was.
  await old.run(sql`
    insert into rebuilt.merges
    select merge_now, batch, survivor_now,
      case
        when undone_at is not null then absorbed_now
        when absorbed in (select profile from rebuilt.profiles) then (select value from rebuilt.counters where name = 'next_profile') + merge_now
        else absorbed
      end,
      namespace, value, merged_at, undone_at
    from carried_merges`);
  await old.run(sql`
    insert into rebuilt.merged_identifiers
    select c.merge_now, r.identifier, g.absorbed
    from carried_merges c join merged_identifiers g using (merge) join identifiers i using (identifier)
      join rebuilt.identifiers r on r.namespace = i.namespace and r.value = i.value`);
  await raise(old, 'last_merge', sql`select max(merge) from rebuilt.merges`);
  await raise(old, 'next_profile', sql`select max(absorbed) + 1 from rebuilt.merges`);
}

async function raise(old: Warehouse, name: string, least: Fragment): Promise<void> {
  await old.run(
    sql`create or replace temp table raised as select ${name} as name, greatest(coalesce((select max(value) from rebuilt.counters where name = ${name}), 0), coalesce((${least}), 0)) as value`,
  );
  await old.run(sql`delete from rebuilt.counters where name = ${name}`);
  await old.run(sql`insert into rebuilt.counters select name, value from raised`);
}

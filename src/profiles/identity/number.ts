import type { Instant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { counter, setCounter, type Warehouse } from '../../warehouse/index.ts';
import { namespaceRank } from './guards.ts';

/**
 * Gives each of `identity_components` its profile number and logs the fusions. Fills `identity_moved(identifier, had, profile)`.
 *
 * A component keeps the lowest number its identifiers ever had that no other customer holds (a merge's survivor is the lowest, and a merge
 * undone gives both their old numbers); where two claim one number, identifiers that were its first holders come first, then
 * the component with the lower canonical identifier. New components are numbered in the order of their canonical
 * identifier. A component of identifiers that no record was ever filed under is nobody's.
 */
export async function numberComponents(warehouse: Warehouse, run: { batch: number; at: Instant }): Promise<{ created: number }> {
  const next = Math.max(1, await counter(warehouse, 'next_profile'));
  await warehouse.run(sql`create or replace temp table identity_members as
    select c.identifier, c.label, i.profile as had, ${namespaceRank(sql`i.namespace`)} as rank, i.namespace, i.value, h.home
    from identity_components c join identifiers i using (identifier)
    left join (select mi.identifier, min_by(m.absorbed, m.merge) as home from merged_identifiers mi
      join merges m using (merge) semi join identity_components s on s.identifier = mi.identifier where mi.absorbed group by mi.identifier) h using (identifier)`);
  await warehouse.run(sql`create or replace temp table identity_canonical as
    with ranked as (select label, rank, namespace, value, row_number() over (partition by label order by rank, namespace, value) as place from identity_members),
    owners as (select distinct m.label from identity_members m semi join (select a from links where a = b) l on l.a = m.identifier)
    select r.label, row_number() over (order by r.rank, r.namespace, r.value) as place from ranked r semi join owners o on o.label = r.label where r.place = 1`);
  await warehouse.run(sql`create or replace temp table identity_kept as
    with claims as (
      select label, coalesce(home, had) as number, true as first from identity_members where coalesce(home, had) is not null
      union select label, had, false from identity_members where had is not null),
    elsewhere as (select profile from profiles anti join (select had as profile from identity_members where had is not null) h using (profile)),
    won as (
      select c.number, c.label from claims c anti join elsewhere e on e.profile = c.number join identity_canonical k on k.label = c.label
      qualify row_number() over (partition by c.number order by c.first desc, k.place) = 1)
    select label, min(number) as profile from won group by label`);
  await warehouse.run(sql`create or replace temp table identity_numbers as
    select label, profile, false as fresh from identity_kept
    union all
    select label, (${next} - 1 + row_number() over (order by place))::INTEGER, true from identity_canonical anti join identity_kept using (label)`);
  await warehouse.run(sql`create or replace temp table identity_moved as
    select m.identifier, m.had, n.profile, m.label from identity_members m left join identity_numbers n using (label) where m.had is distinct from n.profile`);
  const fresh = await warehouse.row<{ n: number }>(sql`select count(*) as n from identity_numbers where fresh`);
  const created = fresh?.n ?? 0;
  if (created > 0) await setCounter(warehouse, 'next_profile', next + created);
  await keepProfiles(warehouse, run);
  return { created };
}

async function keepProfiles(warehouse: Warehouse, run: { batch: number; at: Instant }): Promise<void> {
  await warehouse.run(sql`create or replace temp table identity_vanished as
    select distinct had as profile from identity_members where had is not null and had not in (select profile from identity_numbers)`);
  await logMerges(warehouse, run);
  await warehouse.run(sql`delete from profiles where profile in (select profile from identity_vanished)`);
  await warehouse.run(
    sql`insert into profiles select n.profile, ${run.batch}, ${timestamp(run.at)} from identity_numbers n anti join profiles p on p.profile = n.profile order by 1`,
  );
}

/** A profile that vanished and whose canonical identifier now has another number was absorbed by that one. */
async function logMerges(warehouse: Warehouse, run: { batch: number; at: Instant }): Promise<void> {
  const last = await counter(warehouse, 'last_merge');
  await warehouse.run(sql`create or replace temp table identity_merges as
    with absorbed as (
      select m.had, n.profile as survivor, m.label from identity_members m join identity_vanished v on v.profile = m.had join identity_numbers n using (label)
      qualify row_number() over (partition by m.had order by m.rank, m.namespace, m.value) = 1),
    crossing as (
      select a.label, a.identifier as one, b.identifier as other from identity_changed c
      join identity_members a on a.identifier = c.a join identity_members b on b.identifier = c.b where a.label = b.label and a.had is distinct from b.had),
    joints as (select m.label, m.rank, m.namespace, m.value from identity_members m where m.identifier in (select one from crossing) or m.identifier in (select other from crossing)),
    joint as (select * from joints qualify row_number() over (partition by label order by rank desc, namespace, value) = 1)
    select (${last} + row_number() over (order by s.survivor, s.had))::INTEGER as merge, s.survivor, s.had as absorbed, j.namespace, j.value
    from absorbed s left join joint j using (label) where s.survivor is not null`);
  const logged = await warehouse.row<{ n: number }>(sql`select count(*) as n from identity_merges`);
  if ((logged?.n ?? 0) === 0) return;
  await setCounter(warehouse, 'last_merge', last + (logged?.n ?? 0));
  await warehouse.run(
    sql`insert into merges select merge, ${run.batch}, survivor, absorbed, namespace, value, ${timestamp(run.at)}, null from identity_merges`,
  );
  await warehouse.run(sql`insert into merged_identifiers
    select g.merge, m.identifier, coalesce(m.had = g.absorbed, false) from identity_merges g join identity_numbers n on n.profile = g.survivor join identity_members m on m.label = n.label`);
}

import { type Instant, instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { type Decision, renamed, stageDecisions } from './decisions.ts';
import { defaultLimits, type IdentityLimits } from './guards.ts';
import { recomputeProfiles } from './recompute.ts';

export type ForgottenBatch = {
  /** Temp table `(profile INTEGER)`: profiles changed or gone. */
  readonly touchedTable: string;
  /** Profiles that are no more. */
  readonly removed: number;
};

/**
 * Takes back what one batch told about identity: profiles are then as if it had never been imported. The caller
 * has removed the batch's facts (and put back those it had replaced) before.
 */
export async function forgetBatch(
  warehouse: Warehouse,
  batch: number,
  decisions: readonly Decision[],
  options: { readonly at?: Instant; readonly limits?: IdentityLimits } = {},
): Promise<ForgottenBatch> {
  return warehouse.transaction(async () => {
    await warehouse.run(sql`create or replace temp table identity_before as
      select distinct i.identifier, i.profile from (select a as identifier from links where batch = ${batch} union select b from links where batch = ${batch}) join identifiers i using (identifier)`);
    await removeObservations(warehouse, batch);
    await stageDecisions(warehouse, decisions);
    await warehouse.run(sql`create or replace temp table identity_seeds as
      select a as identifier from identity_changed union select b from identity_changed`);
    await warehouse.run(sql`delete from identity_seeds where identifier not in (select identifier from identifiers)`);
    await warehouse.run(sql`create or replace temp table identity_closed (identifier INTEGER)`);
    await warehouse.run(sql`create or replace temp table identity_single (identifier INTEGER)`);
    const newest = await warehouse.row<{ batch: number | null; at: number | null }>(
      sql`select (select max(batch) from links) as batch, (select max(created_at) from profiles) as at`,
    );
    await recomputeProfiles(warehouse, { batch: newest?.batch ?? 0, at: options.at ?? instant(newest?.at ?? 0), limits: options.limits ?? defaultLimits });
    return { touchedTable: 'identity_forgotten', removed: await removeTraces(warehouse, batch) };
  });
}

/** Pairs that only this batch saw (`identity_changed`) and identifiers that nothing speaks of any more. */
async function removeObservations(warehouse: Warehouse, batch: number): Promise<void> {
  await warehouse.run(sql`create or replace temp table identity_changed as
    select distinct l.a, l.b from links l anti join (select a, b from links where batch <> ${batch}) o on o.a = l.a and o.b = l.b where l.batch = ${batch}`);
  await warehouse.run(sql`delete from links where batch = ${batch}`);
  await warehouse.run(sql`create or replace temp table identity_gone as
    select b.identifier from identity_before b
    anti join (select a as identifier from links union all select b from links) l on l.identifier = b.identifier`);
  await warehouse.run(sql`insert into identity_changed
    select a, b from (${renamed()}) where a in (select identifier from identity_gone) or b in (select identifier from identity_gone)`);
  await warehouse.run(sql`delete from identifiers where identifier in (select identifier from identity_gone)`);
}

async function removeTraces(warehouse: Warehouse, batch: number): Promise<number> {
  await warehouse.run(sql`create or replace temp table identity_forgotten as
    select distinct profile from (
      select profile from identity_before union all select profile from identity_moved union all select had from identity_moved
      union all select i.profile from identity_before b join identifiers i using (identifier)) where profile is not null`);
  await warehouse.run(
    sql`delete from profiles where profile in (select profile from identity_forgotten) and profile not in (select profile from identifiers where profile is not null)`,
  );
  await warehouse.run(sql`delete from merged_identifiers where merge in (select merge from merges where batch = ${batch})`);
  await warehouse.run(sql`delete from merges where batch = ${batch}`);
  await warehouse.run(sql`update identifiers set batch = o.batch
    from (select identifier, min(batch) as batch from (select a as identifier, batch from links union all select b, batch from links) group by identifier) o
    where identifiers.batch = ${batch} and o.identifier = identifiers.identifier`);
  await warehouse.run(sql`update profiles set batch = o.batch
    from (select profile, min(batch) as batch from identifiers group by profile) o where profiles.batch = ${batch} and o.profile = profiles.profile`);
  const removed = await warehouse.row<{ n: number }>(sql`select count(*) as n from identity_forgotten where profile not in (select profile from profiles)`);
  return removed?.n ?? 0;
}

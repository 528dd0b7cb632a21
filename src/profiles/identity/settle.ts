import type { Instant } from '../../core/index.ts';
import type { Control } from '../../control/index.ts';
import { sql } from '../../sql/index.ts';
import { counter, setCounter, type Warehouse } from '../../warehouse/index.ts';
import { type Decision, stageDecisions } from './decisions.ts';
import { blockedIdentifiers, defaultLimits, type IdentityLimits } from './guards.ts';
import { recomputeProfiles } from './recompute.ts';

export async function readDecisions(control: Control): Promise<readonly (Decision & { readonly id: number })[]> {
  return control.selectFrom('identity_decisions').selectAll().orderBy('id').execute();
}

/**
 * Makes profiles agree with the decisions in the control store. The decision is written there first, so a crash between the two
 * stores leaves it unsettled: call this at start-up too; it does nothing when the warehouse has seen them all. Returns the
 * temp table of profiles touched, undefined when there was nothing to do.
 */
export async function settleDecisions(
  warehouse: Warehouse,
  control: Control,
  at: Instant,
  limits: IdentityLimits = defaultLimits,
): Promise<string | undefined> {
  const decisions = await readDecisions(control);
  const undone = decisions.filter(({ undone_at }) => undone_at !== null).length;
  const seen = decisions.length + undone;
  if ((await counter(warehouse, 'identity_decisions_seen')) === seen) return undefined;
  return warehouse.transaction(async () => {
    await stageDecisions(
      warehouse,
      decisions.map((decision) => ({ ...decision, undone_at: null })),
    );
    await warehouse.run(sql`create or replace temp table identity_named as select distinct identifier from identity_decided`);
    await stageDecisions(warehouse, decisions);
    await warehouse.run(sql`create or replace temp table identity_seeds as
      select identifier from identity_named
      union select l.b from links l join identity_named n on n.identifier = l.a
      union select l.a from links l join identity_named n on n.identifier = l.b`);
    await blockedIdentifiers(warehouse, { nodes: 'identity_seeds', links: sql`links`, limits, into: 'identity_closed' });
    await warehouse.run(sql`delete from identity_closed where identifier in (select identifier from identity_named)`);
    await warehouse.run(sql`create or replace temp table identity_single (identifier INTEGER)`);
    await warehouse.run(sql`create or replace temp table identity_changed as select a, b from identity_decided_pairs where kind = 'together'`);
    await recomputeProfiles(warehouse, { batch: 0, at, limits });
    await setCounter(warehouse, 'identity_decisions_seen', seen);
    await warehouse.run(sql`create or replace temp table identity_settled as
      select distinct profile from (select profile from identity_moved union all select had from identity_moved) where profile is not null`);
    return 'identity_settled';
  });
}

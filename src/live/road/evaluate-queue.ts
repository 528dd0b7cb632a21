import type { Instant } from '../../core/index.ts';
import { refreshAttributes } from '../../profiles/index.ts';
import { sql } from '../../sql/index.ts';
import type { Change, CurrentMembers } from '../members/current-members.ts';
import { changesAmong, recordChanges } from '../members/record-changes.ts';
import { evaluateTouched } from '../world/evaluate-touched.ts';
import type { Horizon } from '../time/horizon.ts';
import type { Definitions, LiveWorld } from '../world/live-world.ts';

/** So many profiles are looked at together. */
const mostAtOnce = 5000;

export type Evaluated = { readonly profiles: number; readonly changes: readonly Change[] };

/**
 * Everybody in `live_queue`: traits, features, stage and segments anew, as of now. Who entered and who left is appended to the history in the transaction
 * that takes them off the queue, so that each change is recorded exactly once.
 */
export async function evaluateQueue(world: LiveWorld, definitions: Definitions, members: CurrentMembers, at: Instant, horizon: Horizon): Promise<Evaluated> {
  const { warehouse } = world;
  let changes: readonly Change[] = [];
  const profiles = await warehouse.transaction(async () => {
    await warehouse.run(
      sql`create or replace temp table touched as select profile, bool_or(traits) as traits, case when count(since) = count(*) then min(since) end as since from live_queue group by profile order by profile limit ${mostAtOnce}`,
    );
    const touched = await warehouse.integers(sql`select profile from touched`);
    if (touched.length === 0) return 0;
    await warehouse.run(sql`create or replace temp table touched_traits as select profile from touched where traits`);
    if ((await warehouse.row(sql`select 1 from touched_traits limit 1`)) !== undefined)
      await refreshAttributes(warehouse, { workspace: world.workspace(), now: at, profiles: 'touched_traits' });
    const evaluations = await evaluateTouched(world, 'touched', at, definitions, horizon);
    changes = changesAmong(touched, evaluations, members.sets);
    await recordChanges(warehouse, changes, at, definitions.versions);
    await warehouse.run(sql`delete from live_queue where profile in (select profile from touched)`);
    return touched.length;
  });
  members.apply(changes);
  return { profiles, changes };
}

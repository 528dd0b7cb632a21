import type { MembershipMoved } from '../../contract/index.ts';
import type { Instant } from '../../core/index.ts';
import { refreshAttributes } from '../../profiles/index.ts';
import { type Fragment, sql } from '../../sql/index.ts';
import type { Change, CurrentMembers } from '../members/current-members.ts';
import { changesAmong, recordChanges } from '../members/record-changes.ts';
import type { DueNow } from '../time/due-table.ts';
import type { Horizon } from '../time/horizon.ts';
import { evaluateTouched } from '../world/evaluate-touched.ts';
import type { Definitions, LiveWorld } from '../world/live-world.ts';
import { type Layout, mostInside, mostInWide } from '../world/small-world.ts';

export type Evaluated = { readonly profiles: number; readonly moved: readonly MembershipMoved[] };

export type Evaluating = {
  readonly definitions: Definitions;
  readonly layout: Layout;
  readonly members: CurrentMembers;
  readonly horizon: Horizon;
  readonly due: DueNow;
};

/** Those at the head of `live_queue`, as many as are looked at together. */
const head = (most: number): Fragment =>
  sql`select profile, case when count(since) = count(*) then min(since) end as since from live_queue group by profile order by profile limit ${most}`;

/** The same with their places in the small world. */
const touchedBy = (placeType: Fragment, most: number): Fragment =>
  sql`select profile, (row_number() over (order by profile) - 1)::${placeType} as place, since from (${head(most)})`;

/**
 * Those at the head of `live_queue`: traits, features, stage and segments anew, as of now. Who entered and who left is appended to the history in the transaction
 * that takes them off the queue, so that each change is recorded exactly once.
 */
export async function evaluateQueue(world: LiveWorld, { definitions, layout, members, horizon, due }: Evaluating, at: Instant): Promise<Evaluated> {
  const waiting = await world.warehouse.row<{ count: number }>(sql`select count(distinct profile) as count from live_queue`);
  if (waiting === undefined || waiting.count === 0) return { profiles: 0, moved: [] };
  const fits = waiting.count <= mostInside;
  const small = fits ? world.small : world.wide;
  await refreshTraits(world, at);
  let changes: readonly Change[] = [];
  let moved: readonly MembershipMoved[] = [];
  const evaluate = async (): Promise<number> => {
    await small.stage('touched', touchedBy(fits ? sql`UTINYINT` : sql`INTEGER`, mostInWide));
    const touched = await small.integers(sql`select profile from touched order by place`);
    if (touched.length === 0) return 0;
    const evaluations = await evaluateTouched(world, { small, touched, layout, due }, at, definitions, horizon);
    changes = changesAmong(touched, evaluations, members.sets);
    moved = await recordChanges(small, changes, at, definitions.versions);
    await small.run(sql`delete from live_queue where profile in (select profile from touched)`);
    world.evaluated(touched);
    return touched.length;
  };
  const profiles = await small.unaided(() => small.transaction(evaluate));
  members.apply(changes);
  return { profiles, moved };
}

/** A round about nobody: whatever comes first after a start finds its statements planned. */
export async function warmUp(world: LiveWorld, { definitions, layout, horizon, due }: Omit<Evaluating, 'members'>, at: Instant): Promise<void> {
  const { small } = world;
  await small.unaided(() =>
    small.transaction(async () => {
      await small.stage('touched', touchedBy(sql`UTINYINT`, 0));
      await evaluateTouched(world, { small, touched: [], layout, due }, at, definitions, horizon);
    }),
  );
}

/** Traits of those at the head of the queue of whom some may have changed. Before the small world is filled, which holds them. */
async function refreshTraits({ warehouse, workspace }: LiveWorld, at: Instant): Promise<void> {
  if ((await warehouse.row(sql`select 1 from live_queue where traits limit 1`)) === undefined) return;
  await warehouse.run(
    sql`create or replace temp table touched_traits as select distinct profile from live_queue where traits and profile in (select profile from (${head(mostInWide)}))`,
  );
  await refreshAttributes(warehouse, { workspace: workspace(), now: at, profiles: 'touched_traits' });
}

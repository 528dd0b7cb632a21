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
import { attributeColumns, type Layout, mostInside, mostInWide } from '../world/small-world.ts';

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
  const waiting = await world.warehouse.row<{ count: number; traits: boolean | null }>(
    sql`select count(distinct profile) as count, bool_or(traits) as traits from live_queue`,
  );
  if (waiting === undefined || waiting.count === 0) return { profiles: 0, moved: [] };
  const fits = waiting.count <= mostInside;
  const small = fits ? world.small : world.wide;
  const now = waiting.traits === true ? await withTraits(world, layout, at) : layout;
  let changes: readonly Change[] = [];
  let moved: readonly MembershipMoved[] = [];
  const evaluate = async (): Promise<number> => {
    const touched = await small.steady(async () => {
      await small.stage('touched', touchedBy(fits ? sql`UTINYINT` : sql`INTEGER`, mostInWide));
      const found = await small.integers(sql`select profile from touched order by place`);
      if (found.length === 0) return found;
      const evaluations = await evaluateTouched(world, { small, touched: found, layout: now, due }, at, definitions, horizon);
      changes = changesAmong(found, evaluations, members.sets);
      await small.run(sql`delete from live_queue where profile in (select profile from touched)`);
      return found;
    });
    moved = await recordChanges(small, changes, at, definitions.versions);
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
    small.transaction(() =>
      small.steady(async () => {
        await small.stage('touched', touchedBy(sql`UTINYINT`, 0));
        await evaluateTouched(world, { small, touched: [], layout, due }, at, definitions, horizon);
      }),
    ),
  );
}

/** The layout once traits of those at the head of the queue, of whom some may have changed, are as they are told. Before the small world is filled, which holds them. */
async function withTraits({ warehouse, workspace }: LiveWorld, layout: Layout, at: Instant): Promise<Layout> {
  await warehouse.run(
    sql`create or replace temp table touched_traits as select distinct profile from live_queue where traits and profile in (select profile from (${head(mostInWide)}))`,
  );
  await refreshAttributes(warehouse, { workspace: workspace(), now: at, profiles: 'touched_traits' });
  return { ...layout, attributes: await attributeColumns(warehouse) };
}

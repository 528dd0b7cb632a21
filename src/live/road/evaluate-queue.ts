import type { MembershipMoved } from '../../contract/index.ts';
import type { Instant } from '../../core/index.ts';
import { refreshAttributes, refreshPeopleOf } from '../../profiles/index.ts';
import { type Fragment, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Change, CurrentMembers } from '../members/current-members.ts';
import { changesAmong, recordChanges } from '../members/record-changes.ts';
import type { DueNow } from '../time/due-table.ts';
import type { Horizon } from '../time/horizon.ts';
import { beginAsking, evaluateTouched } from '../world/evaluate-touched.ts';
import type { EventsAhead } from '../world/events-ahead.ts';
import type { Definitions, LiveWorld } from '../world/live-world.ts';
import { letGoOfTables } from '../world/let-go-of-tables.ts';
import { attributeColumns, type Layout, mostInside, mostInWide } from '../world/small-world.ts';
import { areSame, stageTouched, type Touched } from '../world/touched.ts';

export type Evaluated = {
  readonly profiles: readonly number[];
  readonly moved: readonly MembershipMoved[];
  /** Whether traits of some of them may be others. */
  readonly traits: boolean;
};

export type Evaluating = {
  readonly definitions: Definitions;
  readonly layout: Layout;
  readonly members: CurrentMembers;
  readonly horizon: Horizon;
  readonly due: DueNow;
  readonly ahead: EventsAhead;
};

type Waiting = Touched & { readonly traits: boolean };

/** Those at the head of `live_queue`, as many as are looked at together. */
const head = (most: number): Fragment =>
  sql`select profile, case when count(since) = count(*) then min(since) end as since, bool_or(traits) as traits from live_queue group by profile order by profile limit ${most}`;

/** Who waits, by number, so many at most. */
export const waitingIn = (warehouse: Warehouse, most: number): Promise<readonly Waiting[]> => warehouse.rows<Waiting>(head(most));

/**
 * Those at the head of `live_queue`: traits, features, stage and segments anew, as of now. Who entered and who left is appended to the history in the transaction
 * that takes them off the queue, so that each change is recorded exactly once. `ahead` may have read their events already.
 */
export async function evaluateQueue(world: LiveWorld, { definitions, layout, members, horizon, due, ahead }: Evaluating, at: Instant): Promise<Evaluated> {
  const waiting = await waitingIn(world.warehouse, mostInWide);
  const asking = waiting.length === 0 ? undefined : beginAsking(world, at, definitions);
  const read = await ahead.ended();
  if (asking === undefined) return { profiles: [], moved: [], traits: false };
  const fits = waiting.length <= mostInside;
  const small = fits ? world.small : world.wide;
  const traits = waiting.some((one) => one.traits);
  const now = traits ? await withTraits(world, layout, at) : layout;
  const touched = waiting.map(({ profile }) => profile);
  const ready = fits && read !== undefined && read.layout === layout && areSame(waiting, read.touched, false) ? read : undefined;
  let changes: readonly Change[] = [];
  let moved: readonly MembershipMoved[] = [];
  const evaluate = async (): Promise<void> => {
    if (ready === undefined || !areSame(waiting, ready.touched, true)) await stageTouched(small, fits ? 'few' : 'many', waiting);
    const evaluations = await evaluateTouched(world, { small, touched, layout: now, due, readBefore: ready?.before }, asking, definitions, horizon);
    changes = changesAmong(touched, evaluations, members.sets);
    await small.run(sql`delete from live_queue where profile in (select profile from touched)`);
    moved = await recordChanges(small, changes, at, definitions.versions);
  };
  await small.unaided(() => small.transaction(evaluate));
  await (fits ? small.tidy() : letGoOfTables(small));
  world.evaluated(touched);
  members.apply(changes);
  return { profiles: touched, moved, traits };
}

/** Rounds about nobody: the first makes the small world's tables, the second has the statements planned for them, so that whatever comes first after a start finds them so. */
export async function warmUp(world: LiveWorld, { definitions, layout, horizon, due }: Omit<Evaluating, 'members' | 'ahead'>, at: Instant): Promise<void> {
  const { small } = world;
  const round = async (): Promise<void> => {
    await stageTouched(small, 'few', []);
    await evaluateTouched(world, { small, touched: [], layout, due, readBefore: undefined }, beginAsking(world, at, definitions), definitions, horizon);
  };
  await small.unaided(async () => {
    await small.transaction(round);
    await small.transaction(round);
  });
}

/** The layout once traits, names and identifiers of those at the head of the queue, of whom some may have changed, are as they are told. Before the small world is filled, which holds them. */
async function withTraits({ warehouse, workspace }: LiveWorld, layout: Layout, at: Instant): Promise<Layout> {
  await warehouse.run(
    sql`create or replace temp table touched_traits as select distinct profile from live_queue where traits and profile in (select profile from (${head(mostInWide)}))`,
  );
  await refreshAttributes(warehouse, { workspace: workspace(), now: at, profiles: 'touched_traits' });
  await refreshPeopleOf(warehouse, 'touched_traits');
  return { ...layout, attributes: await attributeColumns(warehouse) };
}

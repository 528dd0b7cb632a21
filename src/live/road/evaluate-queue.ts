import type { MembershipMoved } from '../../contract/index.ts';
import type { Instant } from '../../core/index.ts';
import { refreshAttributes, refreshPeopleOf } from '../../profiles/index.ts';
import { type Fragment, sql } from '../../sql/index.ts';
import type { Change, CurrentMembers } from '../members/current-members.ts';
import { changesAmong, recordChanges } from '../members/record-changes.ts';
import type { DueNow } from '../time/due-table.ts';
import type { Horizon } from '../time/horizon.ts';
import { beginAsking, evaluateTouched } from '../world/evaluate-touched.ts';
import type { EventsAhead } from '../world/events-ahead.ts';
import type { Definitions, LiveWorld } from '../world/live-world.ts';
import { letGoOfTables } from '../world/let-go-of-tables.ts';
import { attributeColumns, type Layout, mostInside, mostInWide } from '../world/small-world.ts';
import { stageTouched, type Touched } from '../world/touched.ts';

export type Evaluated = { readonly profiles: number; readonly moved: readonly MembershipMoved[] };

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

/**
 * Those at the head of `live_queue`: traits, features, stage and segments anew, as of now. Who entered and who left is appended to the history in the transaction
 * that takes them off the queue, so that each change is recorded exactly once. `ahead` may have read their events already.
 */
export async function evaluateQueue(world: LiveWorld, { definitions, layout, members, horizon, due, ahead }: Evaluating, at: Instant): Promise<Evaluated> {
  const waiting = await world.warehouse.rows<Waiting>(head(mostInWide));
  const asking = waiting.length === 0 ? undefined : beginAsking(world, at, definitions);
  const read = await ahead.ended();
  if (asking === undefined) return { profiles: 0, moved: [] };
  const fits = waiting.length <= mostInside;
  const small = fits ? world.small : world.wide;
  const now = waiting.some(({ traits }) => traits) ? await withTraits(world, layout, at) : layout;
  const touched = waiting.map(({ profile }) => profile);
  const readBefore = fits && read !== undefined && read.layout === layout && areSame(touched, read.profiles) ? read.before : undefined;
  let changes: readonly Change[] = [];
  let moved: readonly MembershipMoved[] = [];
  const evaluate = async (): Promise<void> => {
    await stageTouched(small, fits ? 'few' : 'many', waiting);
    const evaluations = await evaluateTouched(world, { small, touched, layout: now, due, readBefore }, asking, definitions, horizon);
    changes = changesAmong(touched, evaluations, members.sets);
    await small.run(sql`delete from live_queue where profile in (select profile from touched)`);
    moved = await recordChanges(small, changes, at, definitions.versions);
  };
  await small.unaided(() => small.transaction(evaluate));
  await (fits ? small.tidy() : letGoOfTables(small));
  world.evaluated(touched);
  members.apply(changes);
  return { profiles: touched.length, moved };
}

const areSame = (some: readonly number[], others: readonly number[]): boolean =>
  some.length === others.length && some.every((each, place) => each === others[place]);

/** A round about nobody: whatever comes first after a start finds its statements planned. */
export async function warmUp(world: LiveWorld, { definitions, layout, horizon, due }: Omit<Evaluating, 'members' | 'ahead'>, at: Instant): Promise<void> {
  const { small } = world;
  await small.unaided(() =>
    small.transaction(async () => {
      await stageTouched(small, 'few', []);
      await evaluateTouched(world, { small, touched: [], layout, due, readBefore: undefined }, beginAsking(world, at, definitions), definitions, horizon);
    }),
  );
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

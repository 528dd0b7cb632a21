import type { Instant } from '../../core/index.ts';
import type { Moment } from '../../language/index.ts';
import { refreshFeatures } from '../../profiles/index.ts';
import {
  applyLifecycle,
  beginCompiling,
  type Begun,
  type Compilation,
  endCompiling,
  evaluateCompiled,
  type Evaluation,
  leavesOf,
  type SegmentInput,
} from '../../segments/index.ts';
import { ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Horizon } from '../time/horizon.ts';
import type { Inside } from './inside.ts';
import type { Definitions, LiveWorld } from './live-world.ts';
import { addEvents, attributeColumns, columnNames, fillEvents, fillSmallWorld, isOwnFeature, type Layout, never, purposeOf } from './small-world.ts';

/** All that is asked at an instant, compiled as far as it can be without asking the engine. */
export type Asking = { readonly at: Instant; readonly begun: Begun };

/** A hundred segments take the main thread some 10 ms, so it is done once a round, and while the engine reads. */
export const beginAsking = (world: LiveWorld, at: Instant, definitions: Definitions): Asking => ({
  at,
  begun: beginCompiling(definitions.asked, momentOf(world, at, definitions)),
});

/**
 * Every segment of the profiles touched, at an instant: who is a member among them is answered, by their places, and not kept. Where a condition asks about features
 * they are made first, with the lifecycle stage, and kept; otherwise they are left for later (`bringFeatures`). Scores among all customers stay as they were.
 */
export async function evaluateTouched(
  world: LiveWorld,
  inside: Inside,
  { at, begun }: Asking,
  definitions: Definitions,
  horizon: Horizon,
): Promise<readonly Evaluation[]> {
  const { small, touched, layout, readBefore } = inside;
  const { moment } = begun;
  const purpose = purposeOf(layout);
  if (readBefore === undefined) await fillEvents(small, layout, purpose, never);
  else await addEvents(small, layout, purpose, readBefore);
  return small.steady(async () => {
    await fillSmallWorld(small, layout, purpose);
    if (layout.asksFeatures) await makeFeatures(world, small, { layout, at, definitions, moment, anyEvents: await hasEvents(small, layout) });
    const { compiled, moment: prepared } = await endCompiling(small, begun);
    await horizon.lookAhead(inside, definitions, { leaves: leavesOf(compiled), moment: prepared });
    const inputs = placed(definitions.inputs, touched);
    const segments = compiled.flatMap((each, index): readonly Compilation[] => {
      const segment = inputs[index];
      return segment === undefined ? [] : [{ ...each, segment }];
    });
    const evaluations = await evaluateCompiled(small, segments, prepared);
    if (layout.asksFeatures) await keepFeatures(small);
    else await small.run(sql`insert into late_features select profile from touched`);
    return evaluations;
  });
}

/** How many customers' features were brought up, and how many events they have. */
export type Brought = { readonly profiles: number; readonly events: number };

/** Features and lifecycle stage of so many at once at most whom they were left for later of. */
export async function bringFeatures(world: LiveWorld, known: Layout, definitions: Definitions, at: Instant, most: number): Promise<Brought> {
  const { late } = world;
  return late.transaction(async () => {
    await late.stage(
      'touched',
      sql`select profile, (row_number() over (order by profile) - 1)::INTEGER as place from (select distinct profile from late_features order by profile limit ${most})`,
    );
    const touched = await late.row<{ count: number }>(sql`select count(*) as count from touched`);
    if (touched === undefined || touched.count === 0) return { profiles: 0, events: 0 };
    // A round may have made a trait one of another type since the layout was read.
    const layout = { ...known, attributes: await attributeColumns(late) };
    await fillEvents(late, layout, 'features');
    await fillSmallWorld(late, layout, 'features');
    await makeFeatures(world, late, { layout, at, definitions, moment: momentOf(world, at, definitions), anyEvents: await hasEvents(late, layout) });
    await keepFeatures(late);
    await late.run(sql`delete from late_features where profile in (select profile from touched)`);
    const events = await late.row<{ count: number }>(sql`select count(*) as count from temp.main.events_read`);
    return { profiles: touched.count, events: events?.count ?? 0 };
  });
}

const momentOf = (world: LiveWorld, at: Instant, { vocabulary }: Definitions): Moment => ({
  ...world.moment(at, vocabulary, 'features_live'),
  numberColumn: 'number',
});

const hasEvents = async (small: Warehouse, layout: Layout): Promise<boolean> =>
  (await small.row(sql`select 1 from ${layout.real('events')} limit 1`)) !== undefined;

type Making = {
  readonly layout: Layout;
  readonly at: Instant;
  readonly definitions: Definitions;
  readonly moment: Moment;
  /** Anybody's. */
  readonly anyEvents: boolean;
};

async function makeFeatures(world: LiveWorld, small: Warehouse, { layout, at, definitions, moment, anyEvents }: Making): Promise<void> {
  await refreshFeatures(small, { asOf: at, workspace: world.workspace(), table: 'features_own', temporary: true, settings: definitions.settings });
  await completeFeatures(small, layout.features, anyEvents);
  await applyLifecycle(small, definitions.stages, moment);
}

async function keepFeatures(small: Warehouse): Promise<void> {
  await small.run(sql`delete from features where profile in (select profile from touched)`);
  await small.run(sql`insert into features by name select t.profile, f.* exclude (profile) from features_live f join touched t on t.place = f.profile`);
}

/** `features_live`: the profiles' own features beside what was known of them among everybody. */
async function completeFeatures(small: Warehouse, columns: readonly string[], anyEvents: boolean): Promise<void> {
  const made = new Set(await columnNames(small, ident('features_own')));
  const isOwn = (name: string): boolean => made.has(name) && (isOwnFeature(name) || name === 'profile' || name === 'as_of');
  const own = columns
    .filter(isOwn)
    .map((name) => (name === 'engagement_level' && anyEvents ? sql`coalesce(o.engagement_level, 'none') as engagement_level` : sql`o.${ident(name)}`));
  const kept = columns.filter((name) => !isOwn(name)).map((name) => sql`f.${ident(name)}`);
  await small.stage('features_live', sql`select ${join([...own, ...kept])} from features_own o left join features_known f on f.profile = o.profile`);
}

/** Segments with the customers that people put in or took out as places of the small world. */
function placed(inputs: readonly SegmentInput[], touched: ArrayLike<number>): readonly SegmentInput[] {
  const places = new Map(Array.from(touched, (profile, place) => [profile, place]));
  const among = (listed: ArrayLike<number>): readonly number[] =>
    Array.from(listed).flatMap((profile) => {
      const place = places.get(profile);
      return place === undefined ? [] : [place];
    });
  return inputs.map((input) => ({
    ...input,
    ...(input.include === undefined ? {} : { include: among(input.include) }),
    ...(input.exclude === undefined ? {} : { exclude: among(input.exclude) }),
    ...(input.static === undefined ? {} : { static: among(input.static) }),
  }));
}

import type { Instant } from '../../core/index.ts';
import type { Moment } from '../../language/index.ts';
import { refreshFeatures } from '../../profiles/index.ts';
import { applyLifecycle, evaluateSegments, type Evaluation, type SegmentInput } from '../../segments/index.ts';
import { ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Horizon } from '../time/horizon.ts';
import type { Inside } from './inside.ts';
import type { Definitions, LiveWorld } from './live-world.ts';
import { columnNames, fillSmallWorld } from './small-world.ts';

/** Columns of `features` that a profile's own rows do not tell: they compare it with all others, or are a model's. */
const ofEverybody: ReadonlySet<string> = new Set(['rfm_r', 'rfm_f', 'rfm_m', 'rfm_score', 'rfm_segment', 'value_tier']);

/**
 * Features, lifecycle stage and every segment of the profiles touched, at an instant. Writes their rows of `features`; who is a member among them is answered, by
 * their places, and not kept. Scores among all customers stay as they were.
 */
export async function evaluateTouched(
  world: LiveWorld,
  inside: Inside,
  at: Instant,
  definitions: Definitions,
  horizon: Horizon,
): Promise<readonly Evaluation[]> {
  const { small, touched, layout } = inside;
  const moment: Moment = { ...world.moment(at, definitions.vocabulary, 'features_live'), numberColumn: 'number' };
  await fillSmallWorld(small, layout);
  const anyEvents = (await small.row(sql`select 1 from ${layout.real('events')} limit 1`)) !== undefined;
  const evaluations = await small.steady(async () => {
    await refreshFeatures(small, { asOf: at, workspace: world.workspace(), table: 'features_own', temporary: true, settings: definitions.settings });
    await completeFeatures(small, layout.features, anyEvents);
    await applyLifecycle(small, definitions.stages, moment);
    await horizon.lookAhead(inside, definitions, moment);
    return evaluateSegments(small, placed(definitions.inputs, touched), moment);
  });
  await small.run(sql`delete from features where profile in (select profile from touched)`);
  await small.run(sql`insert into features by name select t.profile, f.* exclude (profile) from features_live f join touched t on t.place = f.profile`);
  return evaluations;
}

/** `features_live`: the profiles' own features beside what was known of them among everybody. */
async function completeFeatures(small: Warehouse, columns: readonly string[], anyEvents: boolean): Promise<void> {
  const made = new Set(await columnNames(small, ident('features_own')));
  const isOwn = (name: string): boolean => made.has(name) && !ofEverybody.has(name);
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

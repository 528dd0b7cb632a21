import type { Instant } from '../../core/index.ts';
import { refreshFeatures } from '../../profiles/index.ts';
import { applyLifecycle, evaluateSegments, type Evaluation } from '../../segments/index.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Horizon } from '../time/horizon.ts';
import type { Definitions, LiveWorld } from './live-world.ts';
import { inSmallWorld, realTables } from './small-world.ts';

/** Columns of `features` that a profile's own rows do not tell: they compare it with all others, or are a model's. */
const ofEverybody: ReadonlySet<string> = new Set(['rfm_r', 'rfm_f', 'rfm_m', 'rfm_score', 'rfm_segment', 'value_tier']);

/**
 * Features, lifecycle stage and every segment of the profiles in temp table `touched`, at an instant. Writes their rows of `features`; who is a member
 * among them is answered and not kept. Scores among all customers stay as they were.
 */
export async function evaluateTouched(
  world: LiveWorld,
  touched: string,
  at: Instant,
  definitions: Definitions,
  horizon: Horizon,
): Promise<readonly Evaluation[]> {
  const { warehouse } = world;
  const moment = world.moment(at, definitions.vocabulary, 'features_live');
  const evaluations = await inSmallWorld(warehouse, touched, async () => {
    await refreshFeatures(warehouse, { asOf: at, workspace: world.workspace(), table: 'features_own', temporary: true, settings: definitions.settings });
    await completeFeatures(warehouse);
    await applyLifecycle(warehouse, definitions.stages, moment);
    await horizon.lookAhead(warehouse, touched, definitions, moment);
    return evaluateSegments(warehouse, definitions.inputs, moment);
  });
  await warehouse.run(sql`delete from features where profile in (select profile from ${ident(touched)})`);
  await warehouse.run(sql`insert into features by name select * from features_live`);
  return evaluations;
}

/** `features_live`: the profiles' own features beside what was known of them among everybody. */
async function completeFeatures(warehouse: Warehouse): Promise<void> {
  const real = await realTables(warehouse);
  const columns = await columnsOf(warehouse, real('features'));
  const own = new Set(await columnsOf(warehouse, ident('features_own')));
  const kept = columns.filter((name) => !own.has(name) || ofEverybody.has(name));
  const mine = columns.filter((name) => own.has(name) && !ofEverybody.has(name));
  const values: readonly Fragment[] = [
    ...mine.map((name) =>
      name === 'engagement_level'
        ? sql`case when exists (select 1 from ${real('events')}) then coalesce(o.engagement_level, 'none') else o.engagement_level end as engagement_level`
        : sql`o.${ident(name)}`,
    ),
    ...kept.map((name) => sql`f.${ident(name)}`),
  ];
  await warehouse.run(sql`create or replace temp table features_live as select ${join(values)} from features_own o
    left join (select * from ${real('features')} where profile in (select profile from features_own)) f on f.profile = o.profile`);
}

async function columnsOf(warehouse: Warehouse, table: Fragment): Promise<readonly string[]> {
  const rows = await warehouse.rows<{ name: string }>(sql`select column_name as name from (describe ${table})`);
  return rows.map(({ name }) => name);
}

import { createHash } from 'node:crypto';
import { type LifecycleFlowAnswer, rangeRequest, type RangeRequest } from '../../contract/schemas.ts';
import type { Instant } from '../../core/index.ts';
import { lifecycleFlow as compute, readRange } from '../../insight/index.ts';
import { orderScoreNames, refreshFeatures, refreshOrderScores } from '../../profiles/index.ts';
import { applyLifecycle, type LifecycleStage } from '../../segments/index.ts';
import { ident, sql } from '../../sql/index.ts';
import { counter } from '../../warehouse/index.ts';
import { momentOf } from '../moment.ts';
import { applyModels } from '../predict/apply-models.ts';
import type { App } from '../open.ts';
import { featureSettings, lifecycleStages } from '../settings.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { insightAt } from './context.ts';
import { featuresAsked } from './features-asked.ts';

/**
 * Stage at the start of a range of local days → stage at its end. The start needs the features of then: they are computed once for each
 * connection, facts and definitions, and kept in a temporary table. Where the stages ask only what orders tell, that is one pass over the orders. Throws `date.invalid`.
 */
export async function lifecycleFlow(app: App, request: RangeRequest): Promise<LifecycleFlowAnswer> {
  const { as_of, from, to } = rangeRequest.parse(request);
  const context = await insightAt(app, as_of);
  const range = readRange(from, to, context.at, app.workspace.zone);
  const stages = await lifecycleStages(app.control);
  const endsNow = range.end >= context.at;
  const start = await stagesAt(app, (range.start - 1) as Instant, stages);
  const end = endsNow ? context.featuresTable : await stagesAt(app, (range.end - 1) as Instant, stages, start);
  return compute(context, range, { start, end, endsNow });
}

/** `flow_<instant>_<digest>`: profile, lifecycle, total_spent as of an instant. */
async function stagesAt(app: App, at: Instant, stages: readonly LifecycleStage[], spared?: string): Promise<string> {
  const { warehouse, workspace, control } = app;
  const settings = await featureSettings(control);
  const facts = await counter(warehouse, 'facts_version');
  const digest = createHash('sha256')
    .update(JSON.stringify([facts, stages, settings, workspace]))
    .digest('hex')
    .slice(0, 16);
  const name = `flow_${at}_${digest}`;
  const kept = await warehouse.rows<{ name: string }>(sql`select table_name as name from duckdb_tables() where temporary and starts_with(table_name, 'flow_')`);
  if (kept.some((table) => table.name === name)) return name;
  // A few are kept, for whoever looks from one period to another; the features behind them are large and are not.
  if (kept.length >= mostKept) for (const table of kept.filter((each) => each.name !== spared)) await warehouse.run(sql`drop table ${ident(table.name)}`);
  const vocabulary = await vocabularyOf(app);
  const asked = featuresAsked(
    stages.map(({ expression }) => expression),
    vocabulary,
  );
  const light = asked !== undefined && [...asked].every((feature) => orderScoreNames.has(feature));
  if (light) await refreshOrderScores(warehouse, { asOf: at, workspace, table: scratch, settings });
  else {
    await refreshFeatures(warehouse, { asOf: at, workspace, table: scratch, temporary: true, settings });
    await applyModels(app, at, scratch, true);
  }
  await applyLifecycle(warehouse, stages, momentOf(app, { at, explicit: true }, vocabulary, scratch));
  await warehouse.run(sql`create temp table ${ident(name)} as select profile, lifecycle, total_spent from ${ident(scratch)}`);
  await warehouse.run(sql`drop table ${ident(scratch)}`);
  return name;
}

const mostKept = 6;
const scratch = 'features_of_flow';
